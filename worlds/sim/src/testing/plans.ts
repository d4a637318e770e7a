import type { Plan, Step, Timing, Timings, Topology } from '@outrigger/recovery';

/** A step without guard and check, which promotes unless it is told otherwise. */
export function stepOf(
  id: string,
  after: readonly string[],
  action: Partial<Step['action']> = {},
): Step {
  const [component = ''] = id.split('/');
  return {
    id,
    after,
    guard: [],
    action: { verb: 'promote', component, arguments: {}, ...action },
    check: [],
    retry: { attemptsMax: 3, backoff: 'short' },
    controlPlanes: [],
    mayLoseData: false,
    background: false,
    doneWhen: 'well',
  };
}

/** Of what may be lost in `db`, whose RPO is 1 s. */
export function approval(policy: string): Step {
  const subject = { kind: 'component', component: 'db' } as const;
  const within = policy === 'lag-within-rpo';
  return {
    ...stepOf('db/approve', [], { verb: 'approve', arguments: { policy, rpoMs: 1_000 } }),
    check: within ? [{ subject, fact: 'lagMs', is: 'at-most', value: 1_000 }] : [],
  };
}

export function planOf(...steps: readonly Step[]): Plan {
  return {
    schemaVersion: 1,
    platform: 'test',
    intent: 'failover',
    failure: { kind: 'region-loss', region: 'us-east-1', zone: null },
    from: 'us-east-1',
    to: 'us-west-2',
    takesEpoch: true,
    objective: null,
    kinds: { db: 'postgres' },
    steps,
    handover: null,
    notes: [],
    redFlags: [],
  };
}

export function timing(verb: Timing['verb'], distribution: Timing['distribution']): Timing {
  return { kind: '*', verb, distribution, basis: 'assumed', source: 'a test' };
}

export const constant = (ms: number) => ({ kind: 'constant', ms }) as const;

/** Promotion alone is drawn; everything else always takes the same. */
export const timings: Timings = {
  world: 'aws',
  timings: [
    timing('detect', constant(30_000)),
    timing('approve', constant(1_000)),
    timing('promote', { kind: 'uniform', lowMs: 10_000, highMs: 20_000 }),
    timing('verify', constant(2_000)),
    timing('serve', constant(3_000)),
    timing('backoff-short', constant(500)),
  ],
};

export const topology: Topology = {
  epoch: 1,
  data: {},
  lost: { regions: ['us-east-1'], zones: [] },
  admitted: [],
};
