import type { Timing, Timings } from '@outrigger/recovery';
import { verbTimeoutMs } from './adapters/adapter.ts';
import { holdMsMax } from './agent/service-verbs.ts';
import { labIntervals } from './controller/run.ts';

/**
 * Median and p99 of one verb in the lab, ms, rounded: of 22 drills of one day on 2 noisy cores, 15
 * to 210 samples of a verb (`start`: 25), steps matched by their names. Medians are as measured. A
 * p99 is about the largest sample, but where an overloaded machine stretched it (`hold-writes`,
 * `scale`, `serve`) it was set by hand to about the 90th percentile or less, and for `start`, whose
 * median is that of a failover, between that and what a planned move took. `npm run bench --
 * timings` holds the table against newer drills.
 */
function measured(kind: string, verb: Timing['verb'], medianMs: number, p99Ms: number): Timing {
  return {
    kind,
    verb,
    distribution: { kind: 'lognormal', medianMs, p99Ms },
    basis: 'measured',
    source: '22 drills, 2 cores, default links; a step from its record to its check',
  };
}

/** What the lab's controller is set to. */
function setting(verb: Timing['verb'], ms: number): Timing {
  const distribution = { kind: 'constant', ms } as const;
  return { kind: '*', verb, distribution, basis: 'documented', source: 'the lab’s own setting' };
}

const databases = ['postgres', 'aurora'].flatMap((kind): Timing[] => [
  measured(kind, 'fence', 20, 50),
  measured(kind, 'promote', 55, 120),
  measured(kind, 'transfer', 170, 460),
  measured(kind, 'verify', 40, 150),
  measured(kind, 'salvage', 2_000, 3_200),
  measured(kind, 'rejoin', 900, 4_000),
  measured(kind, 'attach-replication', 1_000, 2_800),
]);

/**
 * How long things take in the lab. Never a figure for AWS: the lab has 30 ms links and processes
 * instead of machines. `approve` is the policy's own time; a person's is not predicted.
 */
export const labTimings: Timings = {
  world: 'lab',
  timings: [
    measured('*', 'detect', 470, 540),
    measured('*', 'serve', 10, 500),
    measured('*', 'first-write', 70, 270),
    measured('*', 'approve', 2, 10),
    ...databases,
    measured('file-store', 'detach-replication', 45, 90),
    measured('file-store', 'transfer', 70, 170),
    measured('file-store', 'verify', 25, 270),
    measured('file-store', 'salvage', 190, 230),
    measured('file-store', 'attach-replication', 760, 1_600),
    measured('service', 'hold-writes', 40, 620),
    measured('service', 'release-writes', 25, 120),
    measured('service', 'scale', 75, 500),
    measured('service', 'start', 1_900, 4_000),
    measured('service', 'verify', 200, 8_500),
    measured('kubernetes-cluster', 'scale', 7, 110),
    measured('*', 'admit', 35, 330),
    measured('*', 'exclude', 75, 550),
    measured('*', 'verify', 170, 3_200),
    setting('poll', labIntervals.pollMs),
    setting('patience-short', labIntervals.patienceMs.short),
    setting('patience-long', labIntervals.patienceMs.long),
    setting('backoff-short', labIntervals.backoffMs.short),
    setting('backoff-long', labIntervals.backoffMs.long),
    setting('hold-limit', holdMsMax),
    setting('no-answer', verbTimeoutMs),
    {
      kind: '*',
      verb: 'call',
      distribution: { kind: 'constant', ms: 10 },
      basis: 'assumed',
      source: 'two links of 5 ms, nothing to do',
    },
    {
      kind: '*',
      verb: 'lag',
      distribution: { kind: 'lognormal', medianMs: 45, p99Ms: 1_000 },
      basis: 'assumed',
      source: 'a link of 30 ms and a heartbeat each 50 ms; seconds while a link is slow',
    },
  ],
};
