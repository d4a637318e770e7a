import type { Timing, Timings } from '@outrigger/recovery';

/** Median and p99 of one verb in the lab, ms. */
function measured(kind: string, verb: Timing['verb'], medianMs: number, p99Ms: number): Timing {
  return {
    kind,
    verb,
    distribution: { kind: 'lognormal', medianMs, p99Ms },
    basis: 'measured',
    source: 'npm run bench -- lab, 2 cores, default links; a step from its record to its check',
  };
}

const databases = ['postgres', 'aurora'].flatMap((kind): Timing[] => [
  measured(kind, 'fence', 14, 60),
  measured(kind, 'promote', 45, 140),
  measured(kind, 'transfer', 110, 260),
  measured(kind, 'verify', 35, 110),
  measured(kind, 'salvage', 900, 2_500),
  measured(kind, 'rejoin', 1_500, 6_000),
  measured(kind, 'attach-replication', 2_500, 8_000),
]);

/**
 * How long things take in the lab. Never a figure for AWS: the lab has 30 ms links and processes
 * instead of machines. `approve` is the policy's own time; a person's is not predicted.
 */
export const labTimings: Timings = {
  world: 'lab',
  timings: [
    measured('*', 'detect', 430, 520),
    measured('*', 'serve', 30, 120),
    measured('*', 'approve', 1, 10),
    ...databases,
    measured('file-store', 'detach-replication', 30, 120),
    measured('file-store', 'transfer', 70, 200),
    measured('file-store', 'verify', 14, 60),
    measured('file-store', 'salvage', 400, 1_500),
    measured('file-store', 'attach-replication', 250, 1_000),
    measured('service', 'hold-writes', 18, 60),
    measured('service', 'release-writes', 12, 60),
    measured('service', 'scale', 14, 2_000),
    measured('service', 'verify', 300, 3_000),
    measured('kubernetes-cluster', 'scale', 2, 10),
    measured('*', 'admit', 14, 60),
    measured('*', 'exclude', 14, 60),
    measured('*', 'verify', 40, 160),
  ],
};
