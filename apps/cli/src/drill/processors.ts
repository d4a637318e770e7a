import { cpus } from 'node:os';
import { monotonicMs } from '@outrigger/lab';

/** The machine's processors since it started, ms, all of them together. */
export interface ProcessorSample {
  /** Monotonic ms. */
  readonly atMs: number;
  readonly busyMs: number;
  readonly totalMs: number;
}

const sampleEveryMs = 500;

/**
 * Looks at how much of the machine's processors is in use, by whomever: a lab that shares them with
 * others is slow without being at fault, and a report has to say so.
 */
export function watchProcessors(): {
  seen(): readonly ProcessorSample[];
  stop(): void;
} {
  const samples = [sample()];
  const timer = setInterval(() => samples.push(sample()), sampleEveryMs);
  return {
    seen: () => [...samples, sample()],
    stop: () => clearInterval(timer),
  };
}

function sample(): ProcessorSample {
  let busyMs = 0;
  let totalMs = 0;
  for (const { times } of cpus()) {
    const busy = times.user + times.nice + times.sys + times.irq;
    busyMs += busy;
    totalMs += busy + times.idle;
  }
  return { atMs: monotonicMs(), busyMs, totalMs };
}

/** The share in use between two moments, 0 to 1; null when it was not watched for so long. */
export function busyShare(
  samples: readonly ProcessorSample[],
  fromMs: number,
  toMs: number,
): number | null {
  const from = samples.findLast(({ atMs }) => atMs <= fromMs);
  const to = samples.find(({ atMs }) => atMs >= toMs);
  if (from === undefined || to === undefined || to.totalMs <= from.totalMs) return null;
  return Math.min(1, Math.max(0, (to.busyMs - from.busyMs) / (to.totalMs - from.totalMs)));
}
