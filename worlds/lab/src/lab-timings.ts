import type { Distribution, During, Timing, Timings } from '@outrigger/recovery';
import { verbTimeoutMs } from './adapters/adapter.ts';
import { holdMsMax } from './agent/service-verbs.ts';
import { labIntervals } from './controller/run.ts';
import calibrated from './lab-timings.json' with { type: 'json' };

/** What the lab's controller and its agents are set to, and what has not been measured. */
const settings: readonly Timing[] = [
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
];

function setting(verb: Timing['verb'], ms: number): Timing {
  const distribution = { kind: 'constant', ms } as const;
  return { kind: '*', verb, distribution, basis: 'documented', source: 'the lab’s own setting' };
}

const set = new Set(settings.map(({ verb }) => verb));

/**
 * How long things take in the lab, as `outrigger calibrate` has found it: `lab-timings.json` is
 * what it wrote, row by row with how often each was measured and what stood there before. It was
 * fitted to full drills on 2 noisy cores with the default links; durations are in ms, lognormal by
 * median and p99. Never a figure for AWS: the lab has 30 ms links, and processes for machines.
 * `approve` is the policy's own time; a person's is not predicted.
 *
 * To calibrate anew: `outrigger calibrate <drills> --output worlds/lab/src/lab-timings.json`.
 */
export const labTimings: Timings = {
  world: 'lab',
  staysAdmitted: true,
  playedBy: { aurora: 'postgres' },
  // What is set stands here: the file has it as it was when it was written.
  timings: [...calibrated.timings.map(timingOf).filter(({ verb }) => !set.has(verb)), ...settings],
};

type Row = (typeof calibrated)['timings'][number];

/** As the command has written it, in ms; a test holds it against the reader of such files. */
function timingOf(row: Row): Timing {
  const { kind, source, distribution } = row;
  const name = { kind, verb: row.verb as Timing['verb'] };
  const measured = { basis: row.basis as Timing['basis'], source };
  const duration = { distribution: distributionOf(distribution), ...measured };
  if (!('during' in row)) return { ...name, ...duration };
  return { ...name, during: row.during as During, ...duration };
}

/** Calibration makes no other: a lognormal, or a constant where there was nothing to spread. */
function distributionOf(written: object): Distribution {
  const { value, median, p99 } = written as { value?: number; median?: number; p99?: number };
  if (value !== undefined) return { kind: 'constant', ms: value };
  return { kind: 'lognormal', medianMs: median ?? Number.NaN, p99Ms: p99 ?? Number.NaN };
}
