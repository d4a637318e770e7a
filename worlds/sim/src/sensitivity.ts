import { type Distribution, type Duration, quantile } from '@outrigger/recovery';
import type { PathStep } from './critical-path.ts';

/** What one step's duration is worth: the p99 as it is, and if the step were better. */
export interface Sensitivity {
  readonly step: string;
  /** Of the p99, what the runs around it waited for this step. */
  readonly tailShare: number;
  readonly basis: Duration['basis'];
  readonly medianMs: number;
  /** If it took its own median each time; null where it always takes the same. */
  readonly always: P99 | null;
  /** If it were done twice as fast, in every run. */
  readonly halved: P99;
}

export interface P99 {
  readonly beforeMs: number;
  readonly afterMs: number;
}

const stepsMax = 6;
/** What is waited for less is not worth a line. */
const shareMin = 0.02;

/**
 * Tries, for each of the steps that the tail waits for most, what it would bring to make it steady
 * or fast. `p99With` gives the p99 of the same runs with another duration under a draw's name.
 */
export function sensitivityOf(
  steps: readonly PathStep[],
  durationOf: (step: string) => Duration | undefined,
  p99With: (step: string | null, duration: Duration | null) => number,
): readonly Sensitivity[] {
  const worst = steps.filter(({ tail }) => tail.share >= shareMin).slice(0, stepsMax);
  if (worst.length === 0) return [];
  const beforeMs = p99With(null, null);
  const found = worst.flatMap(({ step, basis, tail }): Sensitivity[] => {
    const duration = durationOf(step);
    if (duration === undefined) return [];
    const medianMs = quantile(duration.distribution, 0.5);
    const withDistribution = (distribution: Distribution): P99 => ({
      beforeMs,
      afterMs: p99With(step, { ...duration, distribution }),
    });
    const isSteady = duration.distribution.kind === 'constant';
    const always = isSteady ? null : withDistribution({ kind: 'constant', ms: medianMs });
    const halved = withDistribution(halfOf(duration.distribution));
    return [{ step, tailShare: tail.share, basis, medianMs, always, halved }];
  });
  const best = ({ always, halved }: Sensitivity) =>
    Math.min(always?.afterMs ?? Number.POSITIVE_INFINITY, halved.afterMs);
  return found.sort((one, other) => best(one) - best(other));
}

function halfOf(distribution: Distribution): Distribution {
  switch (distribution.kind) {
    case 'constant':
      return { kind: 'constant', ms: distribution.ms / 2 };
    case 'uniform':
      return {
        kind: 'uniform',
        lowMs: distribution.lowMs / 2,
        highMs: distribution.highMs / 2,
      };
    case 'lognormal':
      return {
        kind: 'lognormal',
        medianMs: distribution.medianMs / 2,
        p99Ms: distribution.p99Ms / 2,
      };
  }
}
