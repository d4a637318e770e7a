import type { Strategy } from '@outrigger/model';
import type { Comparison } from './comparison.ts';
import type { Meets } from './verdict.ts';

/** One strategy where both its cost and its p99 are known, on an undisturbed day and a bad one. */
export interface Point {
  readonly strategy: Strategy;
  readonly p99Ms: number;
  readonly badP99Ms: number;
  readonly cost: number;
  /** Something of its cost is not counted: it is at least so much. */
  readonly isFloor: boolean;
  readonly meets: Meets;
  readonly isDominated: boolean;
}

export function pointsOf({ strategies, verdict }: Comparison): readonly Point[] {
  return strategies.flatMap(({ strategy, standing, outlook }): Point[] => {
    if (standing === null || !outlook.known) return [];
    const { bad, sameUndisturbed, undisturbed } = outlook.forecast;
    const isUntouched = bad.rto.p99Ms === sameUndisturbed.rto.p99Ms;
    return [
      {
        strategy,
        p99Ms: undisturbed.rto.p99Ms,
        // The p99 of other runs is another by their luck alone.
        badP99Ms: isUntouched ? undisturbed.rto.p99Ms : bad.rto.p99Ms,
        cost: standing.counted,
        isFloor: standing.unpriced.size > 0,
        meets: verdict.meets[strategy] ?? 'unknown',
        isDominated: verdict.dominatedBy[strategy] !== undefined,
      },
    ];
  });
}

/** Where a value lies between two, 0 to 1; in the middle when they are one. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly at: (value: number) => number;
}

/** Costs begin at 0, so that distances are what they look like. */
export function costScale(points: readonly Point[]): Scale {
  const to = niceAbove(Math.max(...points.map(({ cost }) => cost), 1));
  return { from: 0, to, at: (value) => value / to };
}

/** Times by their logarithm: from seconds to a day in one picture, with room for names. */
export function timeScale(points: readonly Point[], limitMs: number): Scale {
  const drawn = points.flatMap(({ badP99Ms, p99Ms }) => [badP99Ms, p99Ms]);
  const times = [...drawn, limitMs].filter((ms) => ms > 0);
  const from = Math.min(...times) / 2;
  const to = Math.max(...times) * 1.5;
  const span = Math.log(to / from);
  return { from, to, at: (value) => (span === 0 ? 0.5 : Math.log(value / from) / span) };
}

/** 1, 2, 2.5 or 5 of a power of ten, not below a value. */
export function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((each) => each * power >= value) ?? 10;
  return step * power;
}

const minute = 60_000;
const ticks = [
  1_000,
  10_000,
  30_000,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  30 * minute,
  60 * minute,
  120 * minute,
  240 * minute,
  480 * minute,
  1440 * minute,
  4320 * minute,
];

/** Round times inside a scale. */
export function timeTicks({ from, to }: Scale): readonly number[] {
  return ticks.filter((ms) => ms >= from && ms <= to);
}
