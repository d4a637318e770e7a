import { describe, expect, test } from 'vitest';
import { retriableSteps } from './command.ts';
import { isSettled, isUnderWay } from './life.ts';
import { replay } from './replay.ts';
import { apply, draftOf, isWayBackGivenUp, type RunState } from './run-state.ts';
import { Bench, planOf, stepOf, topology } from './testing/bench.ts';

const chain = planOf([stepOf('a/x'), stepOf('b/x', { after: ['a/x'] }), stepOf('c/x')]);

describe('a step', () => {
  test('the outcome of one and the start of the next are one append, before the effect', () => {
    const bench = new Bench(chain).well('a/x');
    expect(bench.types()).toEqual(['append', 'perform', 'wait']);
    expect(bench.records.slice(-2)).toMatchObject([
      { type: 'done', step: 'a/x', facts: { well: true } },
      { type: 'performing', step: 'b/x', attempt: 1 },
    ]);
  });

  test('one that tells too little is looked at; unknown is not failed', () => {
    const bench = new Bench(chain).outcome('a/x', { kind: 'done', at: 10 });
    expect(bench.life('a/x')).toBe('checking');
    expect(bench.types()).toEqual(['append', 'observe']);
    bench.outcome('c/x', { kind: 'unknown', why: 'no answer' });
    expect(bench.life('c/x')).toBe('checking');
  });

  test('an observation older than the perform proves nothing', () => {
    const bench = new Bench(chain).outcome('a/x', { kind: 'unknown', why: 'no answer' });
    const subject = { kind: 'component', component: 'a' } as const;
    const seen = { subject, status: 'known', facts: { well: true } } as const;
    const event = { type: 'observed', now: 30, step: 'a/x', attempt: 1 } as const;
    bench.on({ ...event, observations: [{ ...seen, at: -1 }] });
    expect(bench.life('a/x')).toBe('checking');
    bench.on({ ...event, observations: [{ ...seen, at: 20 }] });
    expect(bench.life('a/x')).toBe('done');
  });

  test('fails after its attempts; what does not depend on it goes on', () => {
    const bench = new Bench(chain).outcome('a/x', { kind: 'failed', why: 'no' });
    expect(bench.life('a/x')).toBe('retrying');
    bench.on({ type: 'timer', now: 50, step: 'a/x', attempt: 1, timer: 'backoff' });
    expect(bench.life('a/x')).toBe('running');
    bench.outcome('a/x', { kind: 'failed', why: 'no' }, 2).well('c/x');
    expect([bench.life('a/x'), bench.life('b/x'), bench.life('c/x')]).toEqual([
      'failed',
      'waiting',
      'done',
    ]);
  });

  test('a guard is looked at until it holds; only then the step is performed', () => {
    const subject = { kind: 'component', component: 'a' } as const;
    const guard = [{ subject, fact: 'ready', is: 'at-least', value: 2 }] as const;
    const bench = new Bench(planOf([stepOf('a/x', { guard })]));
    expect(bench.types()).toEqual(['observe']);
    const seen = { subject, at: 1, status: 'known' } as const;
    const event = { type: 'observed', now: 2, step: 'a/x', attempt: 0 } as const;
    bench.on({ ...event, observations: [{ ...seen, facts: { ready: 1 } }] });
    expect([bench.life('a/x'), ...bench.types()]).toEqual(['ready', 'wait']);
    bench.on({ type: 'timer', now: 22, step: 'a/x', attempt: 0, timer: 'poll' });
    expect(bench.types()).toEqual(['observe']);
    bench.on({ ...event, observations: [{ ...seen, facts: { ready: 2 } }] });
    expect(bench.life('a/x')).toBe('running');
  });

  test('late, repeated and foreign events change nothing', () => {
    const bench = new Bench(chain).well('a/x');
    const before = bench.state;
    bench.well('a/x').outcome('a/x', { kind: 'failed', why: 'late' });
    bench.outcome('b/x', { kind: 'failed', why: 'of another attempt' }, 7);
    bench.on({ type: 'timer', now: 99, step: 'a/x', attempt: 1, timer: 'patience' });
    bench.outcome('nobody/x', { kind: 'failed', why: 'unknown step' });
    expect(bench.state).toBe(before);
  });

  test('a state is a value: nothing that comes later changes it', () => {
    const handover = {
      opens: ['a/x'],
      inside: ['a/x'],
      closes: [],
      back: [stepOf('a/back'), stepOf('b/back', { after: ['a/back'] })],
    };
    // Longer than what one change copies, so that states share most of it.
    const others = Array.from({ length: 40 }, (_, one) => stepOf(`c${one}/x`, { after: ['b/x'] }));
    const steps = [stepOf('a/x'), stepOf('b/x'), ...others];
    const bench = new Bench(planOf(steps, { handover }));
    const told = ({ lives, mode, goingBack, ended, sequence, takenOver }: RunState) => {
      const { ready, underWay, settled } = lives;
      const counts = { ready, underWay, settled };
      return structuredClone({
        all: [...lives.all()],
        counts,
        mode,
        goingBack,
        ended,
        sequence,
        takenOver,
      });
    };
    const kept = [{ state: bench.state, as: told(bench.state) }];
    const events: readonly (() => unknown)[] = [
      () => bench.well('b/x'),
      () => bench.outcome('c1/x', { kind: 'failed', why: 'no' }),
      () => bench.outcome('c39/x', { kind: 'unknown', why: 'no answer' }),
      () => bench.on({ type: 'taken-over', now: 40, controller: 'two' }),
      () => bench.say({ kind: 'pause' }),
      () => bench.say({ kind: 'resume' }),
      () => bench.outcome('a/x', { kind: 'refused', why: 'no' }),
      () => bench.well('a/back'),
      () => bench.well('b/back'),
    ];
    for (const happens of events) {
      happens();
      kept.push({ state: bench.state, as: told(bench.state) });
    }
    expect(kept.map(({ as }) => as.sequence)).toEqual([3, 44, 45, 46, 47, 48, 49, 52, 54, 55]);
    for (const { state, as } of kept) {
      expect(told(state)).toEqual(as);
      const lives = as.all.map(([, { is }]) => is);
      expect(as.counts).toEqual({
        ready: lives.filter((is) => is === 'ready').length,
        underWay: lives.filter(isUnderWay).length,
        settled: lives.filter(isSettled).length,
      });
    }
  });

  test('an illegal transition names itself', () => {
    const state = draftOf(new Bench(chain).state);
    expect(() => apply(state, { type: 'retrying', step: 'b/x', why: '' }, 0)).toThrow(
      "illegal transition 'retrying' of b/x: the step is waiting",
    );
    expect(() => apply(state, { type: 'failed', step: 'z/x', why: '' }, 0)).toThrow(
      "illegal transition 'failed' of z/x: the plan has no such step",
    );
  });
});

describe('another controller', () => {
  test('looks first, then performs again what isn’t there, under the same key', () => {
    const bench = new Bench(chain).on({ type: 'taken-over', now: 40, controller: 'two' });
    expect(bench.types()).toEqual(['append', 'observe', 'wait', 'observe', 'wait']);
    const subject = { kind: 'component', component: 'a' } as const;
    const seen = { subject, at: 41, status: 'known', facts: { well: false } } as const;
    bench.on({ type: 'observed', now: 42, step: 'a/x', attempt: 1, observations: [seen] });
    expect(bench.effects).toMatchObject([
      { type: 'append' },
      { type: 'perform', step: 'a/x', attempt: 2, epoch: 2 },
      { type: 'wait' },
    ]);
    const there = { ...seen, subject: { ...subject, component: 'c' }, facts: { well: true } };
    bench.on({ type: 'observed', now: 43, step: 'c/x', attempt: 1, observations: [there] });
    expect(bench.life('c/x')).toBe('done');
  });
});

describe('an operator', () => {
  test('pauses: nothing new starts; resumes: it does', () => {
    const bench = new Bench(chain).say({ kind: 'pause' }).well('a/x');
    expect(bench.life('b/x')).toBe('ready');
    bench.say({ kind: 'resume' });
    expect(bench.life('b/x')).toBe('running');
    expect(bench.records).toContainEqual({
      type: 'paused',
      who: 'ada',
      when: '2026-01-01T00:00:00Z',
    });
  });

  test('cancels: what has begun is waited for, nothing else happens', () => {
    const bench = new Bench(chain).say({ kind: 'cancel' });
    expect(bench.life('b/x')).toBe('cancelled');
    expect(bench.state.ended).toBeNull();
    bench.well('a/x').well('c/x');
    expect(bench.state.ended).toBe('cancelled');
  });

  test('goes back to its end, whatever else has failed on the way forward', () => {
    const handover = {
      opens: ['a/hold'],
      inside: ['a/hold', 'a/move'],
      closes: ['a/release'],
      back: [stepOf('a/back')],
    };
    const steps = [
      stepOf('a/hold'),
      stepOf('a/move', { after: ['a/hold'] }),
      stepOf('a/release', { after: ['a/move'] }),
      stepOf('b/x'),
    ];
    const bench = new Bench(planOf(steps, { handover })).well('a/hold').say({ kind: 'cancel' });
    bench.outcome('a/move', { kind: 'refused', why: 'no' });
    expect(bench.life('a/back')).toBe('running');
    bench.outcome('b/x', { kind: 'refused', why: 'no' });
    // It would never start, and whoever drives would wait for it.
    bench.say({ kind: 'retry', step: 'b/x' });
    expect(bench.rejected()).toBe('b/x is given up: the run is not going there');
    bench.well('a/back');
    expect(bench.state.ended).toBe('went-back');
  });

  test('gives up a way back that has failed, and none that is still under way', () => {
    const back = [stepOf('a/back'), stepOf('a/release', { after: ['a/back'] })];
    const handover = { opens: ['a/x'], inside: ['a/x'], closes: [], back };
    const steps = [stepOf('a/x'), stepOf('b/x', { after: ['a/x'] })];
    const bench = new Bench(planOf(steps, { handover }));
    bench.outcome('a/x', { kind: 'refused', why: 'no' }).say({ kind: 'cancel' });
    expect(bench.rejected()).toBe('the run is going back already');
    expect(retriableSteps(bench.state)).toEqual([]);
    bench.outcome('a/back', { kind: 'refused', why: 'no' });
    expect(bench.state.ended).toBeNull();
    expect(retriableSteps(bench.state)).toEqual(['a/back']);
    bench.say({ kind: 'cancel' });
    expect(bench.records.slice(-2)).toMatchObject([
      { type: 'cancelled', who: 'ada', why: expect.any(String) },
      { type: 'ended', status: 'cancelled' },
    ]);
    expect([bench.life('a/back'), bench.life('a/release')]).toEqual(['cancelled', 'cancelled']);
    expect(isWayBackGivenUp(bench.state)).toBe(true);
  });

  test('cancels a move twice: it goes back as patiently as any, then that is given up', () => {
    const retry = { attemptsMax: 2, backoff: 'short' } as const;
    const handover = {
      opens: ['a/hold'],
      inside: ['a/hold', 'a/move'],
      closes: [],
      back: [stepOf('a/back', { retry })],
    };
    const steps = [stepOf('a/hold'), stepOf('a/move', { after: ['a/hold'] })];
    const bench = new Bench(planOf(steps, { handover })).well('a/hold').say({ kind: 'cancel' });
    bench.outcome('a/move', { kind: 'refused', why: 'no' });
    bench.outcome('a/back', { kind: 'failed', why: 'not yet' });
    expect(bench.life('a/back')).toBe('retrying');
    bench.on({ type: 'timer', now: 50, step: 'a/back', attempt: 1, timer: 'backoff' });
    bench.outcome('a/back', { kind: 'failed', why: 'not yet' }, 2);
    expect(bench.life('a/back')).toBe('failed');
    bench.say({ kind: 'cancel' });
    expect(bench.state.ended).toBe('cancelled');
  });

  test('leaves out a way back that can’t be gone, and nothing else of it', () => {
    const transfer = { verb: 'transfer', component: 'a', arguments: {} } as const;
    const release = { ...transfer, verb: 'release-writes' } as const;
    const back = [
      stepOf('a/back', { action: transfer }),
      stepOf('a/release', { action: release, after: ['a/back'] }),
    ];
    const handover = { opens: ['a/x'], inside: ['a/x'], closes: [], back };
    const bench = new Bench(planOf([stepOf('a/x')], { handover }));
    bench.outcome('a/x', { kind: 'refused', why: 'no' }).say({ kind: 'skip', step: 'a/back' });
    expect(bench.rejected()).toContain('may not be skipped');
    bench.outcome('a/back', { kind: 'refused', why: 'no' }).say({ kind: 'skip', step: 'a/back' });
    expect(bench.life('a/release')).toBe('running');
    bench.outcome('a/release', { kind: 'refused', why: 'no' });
    bench.say({ kind: 'skip', step: 'a/release' });
    expect(bench.rejected()).toContain('may not be skipped');
  });

  test('skips with a reason, retries what has failed', () => {
    const bench = new Bench(chain).outcome('a/x', { kind: 'refused', why: 'no' });
    bench.say({ kind: 'retry', step: 'a/x' });
    expect(bench.life('a/x')).toBe('running');
    bench.outcome('a/x', { kind: 'refused', why: 'no' }, 2).say({ kind: 'skip', step: 'a/x' });
    expect(bench.life('b/x')).toBe('running');
  });

  test('is told why an order can’t be obeyed, and nothing is journaled', () => {
    const fence = { verb: 'fence', component: 'a', arguments: {} } as const;
    const bench = new Bench(planOf([stepOf('a/fence', { action: fence })]));
    const count = bench.records.length;
    bench.say({ kind: 'skip', step: 'a/fence' });
    expect(bench.rejected()).toBe('a/fence may not be skipped: retry it, or cancel the run');
    bench.say({ kind: 'approve', step: 'a/fence' });
    expect(bench.rejected()).toBe('a/fence asks nothing: it is running');
    bench.say({ kind: 'resume' });
    expect(bench.rejected()).toBe('the run is running');
    expect(bench.records).toHaveLength(count);
  });
});

describe('a journal', () => {
  const unversioned = {
    type: 'started',
    plan: JSON.parse(JSON.stringify(chain)),
    topology: JSON.parse(JSON.stringify(topology)),
    platformDigest: 'digest',
    versions: {},
    controller: 'one',
  };
  const event = { ...unversioned, journalVersion: 1 };
  const zero = { run: 'run', sequence: 0, epoch: 2, time: '', monotonicMs: 0, event };

  test.each([
    ['another major version', [{ ...zero, event: { ...event, journalVersion: 2 } }], /version 2/],
    ['no version', [{ ...zero, event: unversioned }], /no journal ver/],
    ['nothing', [], /no such run/],
    ['no record 0', [{ ...zero, sequence: 1 }], /record 0 is missing/],
    ['a gap', [zero, { ...zero, sequence: 2, event: { type: 'ended' } }], /record 1 is missing/],
    ['an event of later', [zero, { ...zero, sequence: 1, event: { type: 'danced' } }], /danced/],
    [
      'a step of another plan',
      [zero, { ...zero, sequence: 1, event: { type: 'done', step: 'z/x', facts: {} } }],
      /record 1 can't follow on the others: illegal transition 'done' of z\/x: the plan has/,
    ],
  ])('with %s is refused', (_what, records, why) => {
    expect(replay(records).refused).toMatch(why);
  });
});
