import { type Distribution, type Duration, quantile } from '@outrigger/recovery';
import type { PathStep } from './critical-path.ts';

/** Something that can be done about what is waited for. */
export interface Mend {
  /** In words: "nodes that run there already". */
  readonly words: string;
  /** The draws that it is about: by their names, what each would be drawn from then. */
  readonly instead: ReadonlyMap<string, Duration | null>;
}

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
  /** What can be done about it; its p99 is null where nobody knows how long it takes then. */
  readonly mend: { readonly words: string; readonly p99: P99 | null } | null;
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
 * or fast, and what can be done about it. `p99With` gives the p99 of the same runs with other
 * durations under the names of their draws.
 */
export function sensitivityOf(
  steps: readonly PathStep[],
  mends: readonly Mend[],
  durationOf: (step: string) => Duration | undefined,
  p99With: (changed: readonly (readonly [string, Duration])[]) => number,
): readonly Sensitivity[] {
  const worst = steps.filter(({ tail }) => tail.share >= shareMin).slice(0, stepsMax);
  if (worst.length === 0) return [];
  const beforeMs = p99With([]);
  const mended = new Map<Mend, Sensitivity['mend']>();
  const mendOf = (step: string): Sensitivity['mend'] => {
    const mend = mends.find(({ instead }) => instead.has(step));
    if (mend === undefined) return null;
    const known = mended.get(mend);
    if (known !== undefined) return known;
    const changed = [...mend.instead].flatMap(([name, duration]) =>
      duration === null ? [] : [[name, duration] as const],
    );
    const p99 = changed.length === 0 ? null : { beforeMs, afterMs: p99With(changed) };
    const told = { words: mend.words, p99 };
    mended.set(mend, told);
    return told;
  };
  const found = worst.flatMap(({ step, basis, tail }): Sensitivity[] => {
    const duration = durationOf(step);
    if (duration === undefined) return [];
    const medianMs = quantile(duration.distribution, 0.5);
    const withDistribution = (distribution: Distribution): P99 => ({
      beforeMs,
      afterMs: p99With([[step, { ...duration, distribution }]]),
    });
    const isSteady = duration.distribution.kind === 'constant';
    const always = isSteady ? null : withDistribution({ kind: 'constant', ms: medianMs });
    const halved = withDistribution(halfOf(duration.distribution));
    const mend = mendOf(step);
    return [{ step, tailShare: tail.share, basis, medianMs, always, halved, mend }];
  });
  const best = ({ always, halved, mend }: Sensitivity) =>
    Math.min(always?.afterMs ?? beforeMs, halved.afterMs, mend?.p99?.afterMs ?? beforeMs);
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
