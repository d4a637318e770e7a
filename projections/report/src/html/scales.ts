/** From values to pixels, and the ticks that a reader expects there. */

export type Scale = (value: number) => number;

export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const [low, high] = domain;
  const [from, to] = range;
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** Values outside the domain are drawn at its ends: a zero has no place on a log axis. */
export function logScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const low = Math.log10(domain[0]);
  const high = Math.log10(domain[1]);
  const linear = linearScale([low, high], range);
  return (value) => linear(Math.min(high, Math.max(low, Math.log10(Math.max(value, domain[0])))));
}

/** 1, 2 or 5 times a power of ten, not below `value`. */
export function niceAbove(value: number): number {
  if (value <= 0) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= value * 0.999_999) ?? 10;
  return digit * power;
}

/** Steps of time that people count in, ms. */
const timeSteps = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 3000, 6000, 10_000, 15_000, 30_000, 60_000,
  120_000, 300_000, 600_000, 1_800_000, 3_600_000, 21_600_000, 86_400_000,
];

/** The smallest step that gives at most `most` intervals. */
export function timeStep(spanMs: number, most: number): number {
  return timeSteps.find((step) => spanMs / step <= most) ?? niceAbove(spanMs / most);
}

export function ticks(from: number, to: number, step: number): readonly number[] {
  const values: number[] = [];
  for (let value = Math.ceil(from / step) * step; value <= to + step * 1e-9; value += step) {
    values.push(Object.is(value, -0) ? 0 : value);
  }
  return values;
}

/** Ticks of a log axis of durations: powers of ten up to 10 s, then what clocks show. */
export const logTicks = [
  1, 10, 100, 1000, 10_000, 60_000, 900_000, 3_600_000, 14_400_000, 86_400_000, 604_800_000,
];
