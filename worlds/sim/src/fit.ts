import type { Distribution } from '@outrigger/recovery';

/** The normal distribution's quantiles at 0.9 and 0.99. */
const z90 = 1.2815515655446004;
const z99 = 2.3263478740408408;

/** Less than this no clock of a drill tells from nothing. */
const resolutionMs = 0.1;

/**
 * A lognormal with the median of what was measured, and as wide as the stretch from there to its
 * p90. That is the side on which an objective is missed; and a tenth of all samples may be wild (a
 * machine that was overloaded) without any effect. Its p99 is no longer than the longest sample.
 * Where all are the same, or most took no time at all, it is a constant.
 */
export function fitted(samplesMs: readonly number[]): Distribution {
  const sorted = [...samplesMs].sort((left, right) => left - right);
  const medianMs = shareOf(sorted, 0.5);
  if (medianMs < resolutionMs) return { kind: 'constant', ms: 0 };
  const sigma = Math.log(shareOf(sorted, 0.9) / medianMs) / z90;
  const p99Ms = rounded(Math.min(medianMs * Math.exp(z99 * sigma), sorted.at(-1) ?? medianMs));
  if (p99Ms <= rounded(medianMs)) return { kind: 'constant', ms: rounded(medianMs) };
  return { kind: 'lognormal', medianMs: rounded(medianMs), p99Ms };
}

/** Between the two nearest, as their ranks have it; `sorted` holds at least one. */
export function shareOf(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** Three figures: what lies beyond them, another drill has otherwise. */
function rounded(ms: number): number {
  return Number(ms.toPrecision(3));
}

export const groupMin = 5;

/** Chi-squared: what one sample in twenty exceeds by chance, from 1 degree of freedom on. */
const chiSquared95 = [3.841, 5.991, 7.815, 9.488, 11.07, 12.592, 14.067, 15.507, 16.919, 18.307];

/**
 * Whether groups of durations are of one distribution, or one at least is another: the test of
 * Kruskal and Wallis at 5 %, by ranks alone. It holds for groups of five and more: smaller ones say
 * nothing.
 */
export function differ(groups: readonly (readonly number[])[]): boolean {
  const told = groups.filter((group) => group.length >= groupMin);
  const all = told.flatMap((group, at) => group.map((ms) => ({ ms, at })));
  const limit = chiSquared95[told.length - 2];
  if (limit === undefined) return false;
  all.sort((left, right) => left.ms - right.ms);
  const sums = told.map(() => 0);
  for (let first = 0; first < all.length; ) {
    let next = first + 1;
    while (all[next]?.ms === all[first]?.ms) next += 1;
    // Those that are the same share the mean of their ranks.
    const rank = (first + 1 + next) / 2;
    for (const { at } of all.slice(first, next)) sums[at] = (sums[at] ?? 0) + rank;
    first = next;
  }
  const n = all.length;
  const squares = told.reduce((sum, group, at) => sum + (sums[at] ?? 0) ** 2 / group.length, 0);
  return (12 / (n * (n + 1))) * squares - 3 * (n + 1) > limit;
}
