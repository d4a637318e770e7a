import { describe, expect, test } from 'vitest';
import type { Verb } from './action.ts';
import { step } from './engine.ts';
import { apply, begin, draftOf } from './run-state.ts';
import type { Step } from './step.ts';
import { Bench, planOf, stepOf, topology } from './testing/bench.ts';
import { memoryIntervals } from './testing/pace.ts';
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

function actionOf(verb: Verb): Step['action'] {
  return { verb, component: 'orders-db', arguments: {} };
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

  describe('by a lag', () => {
    const takesOver = [
      approval('lag-within-rpo'),
      stepOf('orders-db/fence', { after: ['orders-db/approve'], action: actionOf('fence') }),
      // Its plan leaves out the approval, as the fence waits for it.
      stepOf('orders-db/promote', { after: ['orders-db/fence'], action: actionOf('promote') }),
    ];
    const fencedAt = (now: number, lagMs: number) => {
      const bench = new Bench(planOf(takesOver), withLag(lagMs));
      const done = { kind: 'done', at: now, facts: { well: true } } as const;
      return bench.on({ type: 'outcome', now, step: 'orders-db/fence', attempt: 1, outcome: done });
    };
    const lives = (bench: Bench) =>
      ['approve', 'promote'].map((one) => bench.life(`orders-db/${one}`));

    test('counts as long as no more can have been lost since than the RPO allows', () => {
      expect(lives(fencedAt(600, 400))).toEqual(['done', 'running']);
    });

    test('is looked at again when more can have been lost, and asked for when it was', () => {
      const bench = fencedAt(601, 400);
      expect(bench.records.map(({ type }) => type)).toContain('lapsed');
      expect(lives(bench)).toEqual(['checking', 'waiting']);
      const subject = { kind: 'component', component: 'orders-db' } as const;
      const seenWith = (lagMs: number) => {
        const seen = { subject, at: 610, status: 'known', facts: { lagMs } } as const;
        const attempt = 2;
        const of = { now: 610, step: 'orders-db/approve', attempt, observations: [seen] };
        return fencedAt(601, 400).on({ type: 'observed', ...of });
      };
      expect(lives(seenWith(990))).toEqual(['done', 'running']);
      const asked = seenWith(1001);
      expect(lives(asked)).toEqual(['asking', 'waiting']);
      expect(lives(asked.say({ kind: 'approve', step: 'orders-db/approve' }))).toEqual([
        'done',
        'running',
      ]);
    });

    test('is asked for in the end, when it lapses again and again', () => {
      const bench = fencedAt(601, 400);
      const subject = { kind: 'component', component: 'orders-db' } as const;
      for (let now = 610; bench.life('orders-db/approve') === 'checking'; now += 5000) {
        // The controller is held up for so long, each time it has looked, that the run is paused.
        const seen = { subject, at: now, status: 'known', facts: { lagMs: 900 } } as const;
        const life = bench.state.lives.at(0);
        const attempt = 'attempt' in life ? life.attempt : 0;
        bench.say({ kind: 'pause' });
        const step = 'orders-db/approve';
        bench.on({ type: 'observed', now, step, attempt, observations: [seen] });
        const command = { kind: 'resume', who: 'ada', when: '' } as const;
        bench.on({ type: 'command', now: now + 4000, command });
      }
      expect(lives(bench)).toEqual(['asking', 'waiting']);
      const count = bench.records.filter(({ type }) => type === 'lapsed').length;
      expect(count).toBe(2);
    });

    test('does not count for another controller, which cannot tell how long ago that was', () => {
      const { state } = fencedAt(0, 400);
      expect(state.lives.at(0)).toMatchObject({ is: 'done', at: 0 });
      const records = [
        { type: 'done', step: 'orders-db/approve', by: 'policy', facts: { lagMs: 400 } },
      ] as const;
      const old = draftOf(begun());
      for (const event of records) apply(old, event, Number.NEGATIVE_INFINITY);
      const taken = step(old, { type: 'taken-over', now: 1, controller: 'b' }, memoryIntervals);
      expect(taken.state.lives.at(0).is).toBe('checking');
      expect(taken.state.lives.at(1).is).toBe('waiting');
    });

    function begun() {
      const plan = planOf(takesOver);
      return begin({
        run: 'run',
        epoch: 2,
        plan,
        topology: withLag(400),
        platformDigest: 'digest',
      });
    }
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
