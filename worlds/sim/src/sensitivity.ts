import { type Distribution, type Duration, type Plan, quantile } from '@outrigger/recovery';
import type { PathStep } from './critical-path.ts';
import { drawNames } from './draw-names.ts';
import type { Changes } from './world/changes.ts';

/** Something that can be done about what is waited for. */
export interface Mend {
  /** In words: "nodes that run there already". */
  readonly words: string;
  /** The draws that it is about: by their names, what each would be drawn from then. */
  readonly instead: ReadonlyMap<string, Duration | null>;
  /** The plan as it would be then, where it is another. */
  readonly plan?: Plan;
}

/** What one step's duration is worth: the p99 as it is, and if the step were better. */
export interface Sensitivity {
  readonly step: string;
  /** Of the p99, what the runs around it waited for this step. */
  readonly tailShare: number;
  readonly basis: Duration['basis'];
  /** Of what it took in these runs, whatever disturbed them. */
  readonly medianMs: number;
  /** The p99 of all, as it is. */
  readonly beforeMs: number;
  /** If it took its own median each time; null where it always takes the same. */
  readonly always: P99 | null;
  /** If it were done twice as fast, in every run; null for what is no duration of its own. */
  readonly halved: P99 | null;
  /** What can be done about it; its p99 is null where nobody knows how long it takes then. */
  readonly mend: { readonly words: string; readonly p99: P99 | null } | null;
}

export interface P99 {
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** What a step takes, in runs or by the timings. */
export interface Subject {
  readonly medianMs: number;
  /** It always takes the same. */
  readonly isSteady: boolean;
  /** It is what disturbs a step, and no duration of its own: only a mend can change it. */
  readonly isHeldUp: boolean;
}

/** What is looked at: the runs' steps, and what they would come to if some were others. */
export interface Tried {
  readonly steps: readonly PathStep[];
  readonly mends: readonly Mend[];
  readonly subjectOf: (step: string) => Subject | null;
  /** The p99 of the same runs, with these changes; by another plan, if one is given. */
  readonly p99With: (changes: Changes, plan?: Plan) => number;
}

const stepsMax = 6;
/** What is waited for less is not worth a line. */
const shareMin = 0.02;

/**
 * Tries, for each of the steps that the tail waits for most, what it would bring to make it steady
 * or fast, and what can be done about it.
 */
export function sensitivityOf({ steps, mends, subjectOf, p99With }: Tried): readonly Sensitivity[] {
  const worst = steps.filter(({ tail }) => tail.share >= shareMin).slice(0, stepsMax);
  if (worst.length === 0) return [];
  const beforeMs = p99With(new Map());
  const mended = new Map<Mend, Sensitivity['mend']>();
  const mendOf = (step: string): Sensitivity['mend'] => {
    const mend = mends.find(({ instead }) =>
      [...instead.keys()].some((name) => name === step || drawNames.heldUp(name) === step),
    );
    if (mend === undefined) return null;
    const known = mended.get(mend);
    if (known !== undefined) return known;
    const changes: Changes = new Map(
      [...mend.instead].flatMap(([name, duration]) =>
        duration === null ? [] : [[name, { kind: 'drawn', duration }] as const],
      ),
    );
    const isKnown = changes.size > 0 || mend.plan !== undefined;
    const p99 = isKnown ? { beforeMs, afterMs: p99With(changes, mend.plan) } : null;
    const told = { words: mend.words, p99 };
    mended.set(mend, told);
    return told;
  };
  const found = worst.flatMap(({ step, basis, tail }): Sensitivity[] => {
    const subject = subjectOf(step);
    const mend = mendOf(step);
    if (subject === null || (subject.isHeldUp && mend === null)) return [];
    const { isHeldUp, isSteady, medianMs } = subject;
    const tried = (change: { readonly kind: 'always'; ms: number } | { kind: 'halved' }): P99 => ({
      beforeMs,
      afterMs: p99With(new Map([[step, change]])),
    });
    const always = isSteady || isHeldUp ? null : tried({ kind: 'always', ms: medianMs });
    const halved = isHeldUp ? null : tried({ kind: 'halved' });
    return [{ step, tailShare: tail.share, basis, medianMs, beforeMs, always, halved, mend }];
  });
  const best = ({ always, halved, mend }: Sensitivity) =>
    Math.min(...[always, halved, mend?.p99].map((p99) => p99?.afterMs ?? beforeMs));
  // What holds a step up says nothing more where its mend is told beside the step itself.
  const isToldElsewhere = (one: Sensitivity) =>
    one.halved === null && found.some(({ halved, mend }) => halved !== null && mend === one.mend);
  return found.filter((one) => !isToldElsewhere(one)).sort((one, other) => best(one) - best(other));
}

/** As durations, for runs of which nothing but the timings decides. */
export function durationsWith(
  changes: Changes,
  durationOf: (name: string) => Duration | undefined,
): ReadonlyMap<string, Duration> {
  return new Map(
    [...changes].flatMap(([name, change]) => {
      if (change.kind === 'drawn') return [[name, change.duration] as const];
      const duration = durationOf(name);
      if (duration === undefined) return [];
      const distribution: Distribution =
        change.kind === 'always'
          ? { kind: 'constant', ms: change.ms }
          : halfOf(duration.distribution);
      return [[name, { ...duration, distribution }] as const];
    }),
  );
}

/** By its timings. */
export function subjectBy({ distribution }: Duration): Subject {
  const isSteady = distribution.kind === 'constant';
  return { medianMs: quantile(distribution, 0.5), isSteady, isHeldUp: false };
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
