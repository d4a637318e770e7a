import { describe, expect, test } from 'vitest';
import { estimate, quantile } from './estimate.ts';
import { explain } from './explain.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import type { Timing, Timings } from './timings.ts';

function stepOf(id: string, after: readonly string[], more: Partial<Step> = {}): Step {
  const [component = '', verb = ''] = id.split('/');
  return {
    id,
    after,
    guard: [],
    action: { verb: verb === 'fence' ? 'fence' : 'promote', component, arguments: {} },
    check: [],
    retry: { attemptsMax: 1, backoff: 'short' },
    controlPlanes: [],
    mayLoseData: false,
    background: false,
    doneWhen: 'well',
    ...more,
  };
}

const plan: Plan = {
  schemaVersion: 1,
  platform: 'estimate',
  intent: 'failover',
  failure: { kind: 'region-loss', region: 'us-east-1', zone: null },
  from: 'us-east-1',
  to: 'us-west-2',
  takesEpoch: true,
  objective: { scope: 'region-loss', rpoMs: 0, rtoMs: 1000, approval: 'always' },
  kinds: { a: 'postgres', b: 'aurora' },
  steps: [
    stepOf('a/fence', []),
    stepOf('a/promote', ['a/fence']),
    stepOf('b/promote', ['a/fence']),
    stepOf('b/promote-later', ['b/promote'], { background: true }),
  ],
  handover: null,
  notes: [],
  redFlags: [],
};

function timing(kind: string, verb: Timing['verb'], ms: number): Timing {
  const distribution = { kind: 'constant', ms } as const;
  return { kind, verb, distribution, basis: 'measured', source: 'a test' };
}

const timings: Timings = {
  world: 'aws',
  timings: [
    timing('*', 'detect', 100),
    timing('postgres', 'fence', 50),
    timing('postgres', 'promote', 20),
    timing('aurora', 'promote', 200),
  ],
};

describe('estimate', () => {
  test('adds up the longest way to the last served client; the background comes after', () => {
    const made = estimate(plan, timings);
    expect(made.servedMs).toEqual({ p10: 350, p50: 350, p90: 350 });
    expect(made.makespanMs.p50).toBe(550);
    expect(made.criticalPath).toEqual(['a/fence', 'b/promote']);
    expect(made.steps.map(({ id, startMs }) => [id, startMs])).toEqual([
      ['a/fence', 100],
      ['a/promote', 150],
      ['b/promote', 150],
      ['b/promote-later', 350],
    ]);
    expect(made.assumedShare).toBe(0);
  });

  test('behind a name it adds what clients keep, where a world has name servers', () => {
    const through = (more: Step['action']['arguments']): Plan => {
      const action = { verb: 'verify', component: 'name', arguments: { through: 'name', ...more } };
      const verify = stepOf('name/verify', ['a/promote'], { action: action as Step['action'] });
      return { ...plan, kinds: { ...plan.kinds, name: 'dns' }, steps: [...plan.steps, verify] };
    };
    const named: Timings = {
      ...timings,
      timings: [
        ...timings.timings,
        timing('dns', 'detect', 300),
        timing('dns', 'forget', 40),
        timing('*', 'verify', 1),
        timing('*', 'serve', 7),
      ],
    };
    const kept = through({ answersKeptMs: 60 });
    const made = estimate(kept, named);
    expect(made.moments.map(({ id, expectedMs }) => [id, expectedMs])).toEqual([
      ['detect', 300],
      ['serve', 7],
      ['ttl', 60],
      ['forget', 40],
    ]);
    expect(made.servedMs.p50).toBe(300 + 50 + 200 + 7 + 60 + 40);
    expect(estimate(through({}), named).servedMs.p50).toBe(300 + 50 + 200 + 7);
    expect(estimate(kept, timings).moments.map(({ id }) => id)).toEqual(['detect']);
    expect(explain(kept, made)).toMatch(/forget +- +0.1 s +no client keeps the old address/);
  });

  test('writes pause until the first is answered, where a world has timed that', () => {
    const handover = { opens: ['a/fence'], closes: ['a/promote'], inside: ['a/fence'], back: [] };
    const moved: Plan = { ...plan, intent: 'switchover', handover };
    expect(estimate(moved, timings).pauseMs?.p50).toBe(70);
    const told = { ...timings, timings: [...timings.timings, timing('*', 'first-write', 30)] };
    expect(estimate(moved, told).pauseMs).toEqual({ p10: 100, p50: 100, p90: 100 });
    expect(estimate(plan, told).pauseMs).toBeNull();
  });

  test('the first processes of a service are timed apart, where a world has timed them', () => {
    const scaled = (before: number) => {
      const action = {
        verb: 'scale' as const,
        component: 'a',
        arguments: { before, replicas: 2 },
      };
      return {
        ...plan,
        steps: [stepOf('a/scale', [], { action })],
        kinds: { a: 'service' as const },
      };
    };
    const scale = { ...timings, timings: [timing('service', 'scale', 10)] };
    const both = { ...scale, timings: [...scale.timings, timing('service', 'start', 900)] };
    const expected = [scaled(0), scaled(1)].map((each) =>
      [scale, both].map((world) => estimate(each, world).steps[0]?.expectedMs),
    );
    expect(expected).toEqual([
      [10, 900],
      [10, 10],
    ]);
  });

  test('a promotion that loses nothing is timed apart, where a world has timed it', () => {
    const promoted = (lossless: boolean): Plan => {
      const action = { verb: 'promote' as const, component: 'a', arguments: { lossless } };
      return { ...plan, steps: [stepOf('a/promote', [], { action })] };
    };
    const managed = [...timings.timings, timing('postgres', 'promote-in-sync', 5)];
    const expected = [promoted(true), promoted(false)].map((each) =>
      [timings, { ...timings, timings: managed }].map(
        (world) => estimate(each, world).steps[0]?.expectedMs,
      ),
    );
    expect(expected).toEqual([
      [20, 5],
      [20, 20],
    ]);
  });

  test('what no world has timed is assumed, and says so', () => {
    const made = estimate(plan, { world: 'aws', timings: [timing('*', 'detect', 1000)] });
    expect(made.assumedShare).toBeCloseTo(2000 / 3000);
    expect(made.steps[0]).toMatchObject({ basis: 'assumed', expectedMs: 1000 });
  });

  test('the same input gives the same quantiles, close to the true ones', () => {
    const distribution = { kind: 'lognormal', medianMs: 100, p99Ms: 300 } as const;
    const spread: Timings = {
      world: 'lab',
      timings: ['fence', 'promote'].map((verb) => ({
        ...timing('*', verb === 'fence' ? 'fence' : 'promote', 0),
        distribution,
      })),
    };
    const short = { ...plan, intent: 'switchover' as const, steps: plan.steps.slice(0, 1) };
    const made = estimate(short, spread);
    expect(made).toEqual(estimate(short, spread));
    expect(made.servedMs.p50).toBeCloseTo(100, 0);
    // ln(300 / 100) / 2.3263 = 0.4722; 100 · e^(1.2816 · 0.4722) = 183.2
    expect(made.servedMs.p90 / 183.2).toBeCloseTo(1, 1);
    expect(quantile(distribution, 0.99)).toBeCloseTo(300, 3);
    expect(quantile({ kind: 'uniform', lowMs: 10, highMs: 20 }, 0.25)).toBe(12.5);
  });
});

describe('the lognormal quantile', () => {
  /** Median 1 and sigma 1: its logarithm is the standard normal's quantile. */
  const unit = { kind: 'lognormal', medianMs: 1, p99Ms: Math.exp(2.3263478740408408) } as const;

  // Known values, from published tables of the standard normal distribution.
  test.each([
    [0.000001, -4.753424308822899],
    [0.0005, -3.2905267314918945],
    [0.001, -3.090232306167813],
    [0.1, -1.2815515655446004],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.999, 3.090232306167813],
    [0.9995, 3.2905267314918945],
    [0.999999, 4.753424308822899],
  ])('at %d', (share, value) => {
    expect(Math.log(quantile(unit, share))).toBeCloseTo(value, 9);
  });

  test('rises with the share, out to the tails', () => {
    const values = Array.from({ length: 9_999 }, (_, index) => quantile(unit, (index + 1) / 1e4));
    expect(values.every(Number.isFinite)).toBe(true);
    expect(values).toEqual(values.toSorted((left, right) => left - right));
  });
});

describe('explain', () => {
  test('judges an objective by AWS’s durations, never by the lab’s', () => {
    expect(explain(plan, estimate(plan, timings))).toContain('✓ meets the objective');
    const slow = { ...timings, timings: [timing('*', 'detect', 2000)] };
    expect(explain(plan, estimate(plan, slow))).toContain('✗ does not meet the objective');
    const lab = explain(plan, estimate(plan, { ...timings, world: 'lab' }));
    expect(lab).toContain('0.35 s in the lab');
    expect(lab).toContain('not judged');
  });

  test('fits 80 columns, whatever the names are', () => {
    const long = 'a-component-with-a-name-that-nobody-should-give/promote-somewhere-far-away';
    const steps = [...plan.steps, stepOf(long, ['a/fence'], { doneWhen: 'x'.repeat(120) })];
    const wide = { ...plan, steps, notes: ['n'.repeat(100)], redFlags: ['f'.repeat(100)] };
    for (const text of [explain(wide), explain(wide, estimate(wide, timings))]) {
      for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    }
  });

  test('is Markdown, Mermaid and JSON too', () => {
    expect(explain(plan, undefined, 'markdown')).toContain('1. `a/fence`');
    expect(explain(plan, undefined, 'mermaid')).toContain('s1 --> s2');
    expect(JSON.parse(explain(plan, undefined, 'json'))).toEqual({ plan });
  });
});
