import { describe, expect, test } from 'vitest';
import type { Step } from './step.ts';
import { Bench, planOf, stepOf, topology } from './testing/bench.ts';
import type { Member, Topology } from './topology.ts';

const copy = 'orders-db@us-west-2a';

function approval(policy: string): Step {
  const component = 'orders-db';
  const check = policy === 'lag-within-rpo' ? { fact: 'lagMs', value: 1000 } : null;
  return stepOf('orders-db/approve', {
    action: {
      verb: 'approve',
      component,
      arguments: { why: 'may-lose-data', policy, member: copy, rpoMs: 1000 },
    },
    check:
      check === null
        ? []
        : [{ subject: { kind: 'component', component }, is: 'at-most', ...check }],
  });
}

function withLag(lagMs: number | null): Topology {
  const data = topology.data['orders-db'];
  if (data === undefined) throw new Error('the test platform has orders-db');
  return { ...topology, data: { 'orders-db': { ...data, lagMs } } };
}

function abroad(id: string, region: string): Member {
  const [, zone = ''] = id.split('@');
  return { id, region, zone, state: 'standby', salvaged: false };
}

/** With this member in the place of the one of its name, or beside the others. */
function withMember(of: Topology, member: Member): Topology {
  const data = of.data['orders-db'];
  if (data === undefined) throw new Error('the test platform has orders-db');
  const others = data.members.filter(({ id }) => id !== member.id);
  return { ...of, data: { 'orders-db': { ...data, members: [...others, member] } } };
}

describe('an approval', () => {
  test.each([
    ['pre-approved', 5000, 'done'],
    ['lag-within-rpo', 900, 'done'],
    ['lag-within-rpo', 1001, 'asking'],
    ['ask', 0, 'asking'],
  ] as const)('%s, lag %d ms: %s', (policy, lagMs, life) => {
    const bench = new Bench(planOf([approval(policy)]), withLag(lagMs));
    expect(bench.life('orders-db/approve')).toBe(life);
  });

  test('an unknown lag is looked up, and if it stays unknown, asks', () => {
    const bench = new Bench(planOf([approval('lag-within-rpo')]), withLag(null));
    expect(bench.types()).toContain('observe');
    const subject = { kind: 'component', component: 'orders-db' } as const;
    const unknown = { subject, at: 5, status: 'unknown', since: null, why: 'dark' } as const;
    bench.on({
      type: 'observed',
      now: 5,
      step: 'orders-db/approve',
      attempt: 1,
      observations: [unknown],
    });
    expect(bench.life('orders-db/approve')).toBe('asking');
    expect(bench.types()).toEqual(['append', 'ask']);
  });

  test('a lag of before it was asked about counts for nothing', () => {
    const subject = { kind: 'component', component: 'orders-db' } as const;
    const lifeAfter = (at: number) => {
      const bench = new Bench(planOf([approval('lag-within-rpo')]), withLag(null));
      const seen = { subject, at, status: 'known', facts: { lagMs: 40 } } as const;
      const of = { now: 5, step: 'orders-db/approve', attempt: 1, observations: [seen] };
      return bench.on({ type: 'observed', ...of }).life('orders-db/approve');
    };
    expect([lifeAfter(-60_000), lifeAfter(5)]).toEqual(['asking', 'done']);
  });

  test.each([
    ['a standby', { state: 'standby' }],
    ['a copy that is lost', { state: 'lost' }],
  ] as const)('the lag of the best copy abroad says nothing beside %s', (_, { state }) => {
    const another = { ...abroad('orders-db@eu-west-1a', 'eu-west-1'), state };
    const plan = planOf([approval('lag-within-rpo')]);
    expect(new Bench(plan, withLag(40)).life('orders-db/approve')).toBe('done');
    expect(new Bench(plan, withMember(withLag(40), another)).life('orders-db/approve')).toBe(
      'checking',
    );
  });

  test.each([
    [40, 'done'],
    [6000, 'asking'],
    [null, 'checking'],
  ] as const)('the lag of the copy itself, %s ms, is what counts: %s', (lagMs, life) => {
    const own: Member = { ...abroad(copy, 'us-west-2'), lagMs };
    const of = withMember(withLag(40), own);
    expect(new Bench(planOf([approval('lag-within-rpo')]), of).life('orders-db/approve')).toBe(
      life,
    );
  });

  test('a copy beside the writer is no copy abroad', () => {
    const step = approval('lag-within-rpo');
    const { arguments: of } = step.action;
    const action = { ...step.action, arguments: { ...of, member: 'orders-db@us-east-1b' } };
    const bench = new Bench(planOf([{ ...step, action }]), withLag(40));
    expect(bench.life('orders-db/approve')).toBe('checking');
  });

  test('a no ends the run: nothing that waits for it ever starts', () => {
    const steps = [approval('ask'), stepOf('b/x', { after: ['orders-db/approve'] })];
    const bench = new Bench(planOf(steps)).say({ kind: 'deny', step: 'orders-db/approve' });
    expect(bench.state.ended).toBe('cancelled');
    expect(bench.life('b/x')).toBe('cancelled');
  });

  test('a fence without proof asks: two writers are possible', () => {
    const action = { verb: 'fence', component: 'a', arguments: {} } as const;
    const fenced = { subject: { kind: 'component', component: 'a' }, fact: 'fenced' } as const;
    const check = [{ ...fenced, is: 'one-of', value: ['killed', 'lease'] }] as const;
    const steps = [stepOf('a/fence', { action, check }), stepOf('b/x', { after: ['a/fence'] })];
    const bench = new Bench(planOf(steps));
    bench.outcome('a/fence', { kind: 'done', at: 10, facts: { fenced: 'none' } });
    expect(bench.effects).toContainEqual({
      type: 'ask',
      question: {
        step: 'a/fence',
        component: 'a',
        why: 'two-writers',
        facts: { fenced: 'none' },
      },
    });
    expect(bench.life('b/x')).toBe('waiting');
    bench.say({ kind: 'approve', step: 'a/fence' });
    expect(bench.life('b/x')).toBe('running');
  });
});
