import type { Distribution, Duration } from '@outrigger/recovery';
import type { Draw, Spread } from './step-graph.ts';

/** The one place where units are converted: inside, everything is ms. */
const msIn = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 } as const;

export type Unit = keyof typeof msIn;

export const units: readonly string[] = Object.keys(msIn);

export function toMs(value: number, unit: Unit): number {
  return value * msIn[unit];
}

export function distributionOf({ distribution, unit }: Pick<Draw, 'distribution' | 'unit'>) {
  return inMs(distribution, unit);
}

export function inMs(spread: Spread, unit: Unit): Distribution {
  switch (spread.kind) {
    case 'constant':
      return { kind: 'constant', ms: toMs(spread.value, unit) };
    case 'uniform':
      return { kind: 'uniform', lowMs: toMs(spread.low, unit), highMs: toMs(spread.high, unit) };
    case 'lognormal':
      return {
        kind: 'lognormal',
        medianMs: toMs(spread.median, unit),
        p99Ms: toMs(spread.p99, unit),
      };
  }
}

/** A duration of a world's timings as a draw. */
export function drawOf({ distribution, basis, source }: Duration): Draw {
  return { distribution: spreadOf(distribution), unit: 'ms', basis, source };
}

function spreadOf(distribution: Distribution): Spread {
  switch (distribution.kind) {
    case 'constant':
      return { kind: 'constant', value: distribution.ms };
    case 'uniform':
      return { kind: 'uniform', low: distribution.lowMs, high: distribution.highMs };
    case 'lognormal':
      return { kind: 'lognormal', median: distribution.medianMs, p99: distribution.p99Ms };
  }
}
