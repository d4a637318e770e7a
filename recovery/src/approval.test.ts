import { describe, expect, test } from 'vitest';
import type { Step } from './step.ts';
import { Bench, planOf, stepOf, topology } from './testing/bench.ts';
import type { Member } from './topology.ts';

function approval(policy: string): Step {
  const component = 'orders-db';
  const check = policy === 'lag-within-rpo' ? { fact: 'lagMs', value: 1000 } : null;
  return stepOf('orders-db/approve', {
    action: {
      verb: 'approve',
      component,
      arguments: { why: 'may-lose-data', policy, rpoMs: 1000 },
    },
    check:
      check === null
        ? []
        : [{ subject: { kind: 'component', component }, is: 'at-most', ...check }],
  });
}

function withLag(lagMs: number | null) {
  const data = topology.data['orders-db'];
  if (data === undefined) throw new Error('the test platform has orders-db');
  return { ...topology, data: { 'orders-db': { ...data, lagMs } } };
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

  test('a lag of the best of several copies abroad speaks for none of them', () => {
    const of = withLag(40);
    const data = of.data['orders-db'];
    const id = 'orders-db@eu-west-1a';
    const where = { region: 'eu-west-1', zone: 'eu-west-1a' };
    const another: Member = { id, ...where, state: 'standby', salvaged: false };
    const members = [...data.members, another];
    const several = { ...of, data: { 'orders-db': { ...data, members } } };
    const plan = planOf([approval('lag-within-rpo')]);
    expect(new Bench(plan, of).life('orders-db/approve')).toBe('done');
    expect(new Bench(plan, several).life('orders-db/approve')).toBe('checking');
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
