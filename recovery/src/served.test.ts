import { describe, expect, test } from 'vitest';
import type { Verb } from './action.ts';
import { estimate } from './estimate.ts';
import type { Plan } from './plan.ts';
import { clientsWaitFor } from './served.ts';
import type { Step } from './step.ts';
import type { Timings } from './timings.ts';

function stepOf(verb: Verb, component: string, after: readonly string[], more = {}): Step {
  return {
    id: `${component}/${verb}`,
    after,
    guard: [],
    action: { verb, component, arguments: {} },
    check: [],
    retry: { attemptsMax: 1, backoff: 'short' },
    controlPlanes: [],
    mayLoseData: false,
    background: false,
    doneWhen: 'well',
    ...more,
  };
}

const steps = [
  stepOf('promote', 'db', []),
  stepOf('verify', 'db', ['db/promote']),
  stepOf('admit', 'edge', ['db/verify']),
  stepOf('verify', 'edge', ['edge/admit']),
  stepOf('rejoin', 'db', ['edge/verify'], { background: true }),
];

function planOf(from: string | null, some: readonly Step[] = steps): Plan {
  return {
    schemaVersion: 1,
    platform: 'served',
    intent: 'failover',
    failure: { kind: 'zone-loss', region: 'us-east-1', zone: 'us-east-1a' },
    from,
    to: 'us-west-2',
    takesEpoch: true,
    objective: null,
    kinds: { db: 'postgres', edge: 'dns' },
    steps: some,
    handover: null,
    notes: [],
    redFlags: [],
  };
}

const timings: Timings = {
  world: 'lab',
  timings: (['detect', 'promote', 'verify', 'admit', 'rejoin'] as const).map((verb, index) => ({
    kind: '*',
    verb,
    distribution: { kind: 'constant', ms: 10 ** index },
    basis: 'measured',
    source: 'a test',
  })),
};

describe('clients wait', () => {
  const ids = (plan: Plan, world: Pick<Timings, 'staysAdmitted'> = {}) =>
    clientsWaitFor(plan, world).map(({ id }) => id);

  test('for what changes something, not for who looks whether it is so', () => {
    expect(ids(planOf('us-east-1'))).toEqual(['db/promote', 'edge/admit']);
    expect(ids(planOf('us-east-1'), { staysAdmitted: true })).toEqual(['db/promote', 'edge/admit']);
  });

  test('not for the entry, where writes stay in their region and it keeps that', () => {
    expect(ids(planOf(null))).toEqual(['db/promote', 'edge/admit']);
    expect(ids(planOf(null), { staysAdmitted: true })).toEqual(['db/promote']);
  });

  test('for all of a plan that does nothing but look', () => {
    const looks = [stepOf('verify', 'edge', [])];
    expect(ids(planOf(null, looks))).toEqual(['edge/verify']);
  });

  test('so a prediction and its critical path end there', () => {
    // detect 1, promote 10, verify 100, admit 1,000: a verify counts where another waits for it.
    const moved = estimate(planOf('us-east-1'), timings);
    expect(moved.servedMs.p50).toBe(1 + 10 + 100 + 1_000);
    expect(moved.criticalPath).toEqual(['db/promote', 'db/verify', 'edge/admit']);
    const stayed = estimate(planOf(null), { ...timings, staysAdmitted: true });
    expect(stayed.servedMs.p50).toBe(1 + 10);
    expect(stayed.criticalPath).toEqual(['db/promote']);
    expect(stayed.makespanMs.p50).toBe(1 + 10 + 100 + 1_000 + 100 + 10_000);
  });
});
