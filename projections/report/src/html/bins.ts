import { largest } from '../facts.ts';
import type { Timeline } from '../types.ts';

/** Counts and latencies per bin, joined so that a bin is at least about 1.6 px wide. */
export interface Bins {
  readonly binMs: number;
  readonly answered: readonly number[];
  readonly failed: readonly number[];
  readonly latency: Timeline['latency'];
}

export function joinedBins(timeline: Timeline, most: number): Bins {
  const count = Math.max(timeline.answered.length, timeline.failed.length, timeline.latency.length);
  const factor = Math.max(1, Math.ceil(count / most));
  if (factor === 1) {
    return timeline;
  }
  const joined = Math.ceil(count / factor);
  const answered = new Array<number>(joined).fill(0);
  const failed = new Array<number>(joined).fill(0);
  const latency: ([number, number, number] | null)[] = new Array(joined).fill(null);
  for (let bin = 0; bin < count; bin += 1) {
    const into = Math.floor(bin / factor);
    answered[into] = (answered[into] ?? 0) + (timeline.answered[bin] ?? 0);
    failed[into] = (failed[into] ?? 0) + (timeline.failed[bin] ?? 0);
    const one = timeline.latency[bin];
    if (one !== null && one !== undefined) {
      const [p50, p99, max] = latency[into] ?? [0, 0, 0];
      // The worst of the joined bins: an average would hide a pause.
      latency[into] = [Math.max(p50, one[0]), Math.max(p99, one[1]), Math.max(max, one[2])];
    }
  }
  return { binMs: timeline.binMs * factor, answered, failed, latency };
}

/** Requests of a lens per bin, by the moment that they were due. */
export function lensBins(
  requests: Timeline['lenses'][number]['requests'],
  fromMs: number,
  toMs: number,
  binMs: number,
): { readonly answered: readonly number[]; readonly failed: readonly number[] } {
  const count = Math.max(0, Math.ceil((toMs - fromMs) / binMs - 1e-9));
  const answered = new Array<number>(count).fill(0);
  const failed = new Array<number>(count).fill(0);
  for (const [dueMs, , , wasAnswered] of requests) {
    const bin = Math.floor((dueMs - fromMs) / binMs);
    const counts = wasAnswered === 1 ? answered : failed;
    if (bin >= 0 && bin < count) {
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { answered, failed };
}

/** Upper end of a latency axis, ms: a power of ten, at least 1 s. */
export function latencyTop(values: readonly number[]): number {
  return 10 ** Math.max(3, Math.min(6, Math.ceil(Math.log10(largest(values, 1)) - 1e-9)));
}
