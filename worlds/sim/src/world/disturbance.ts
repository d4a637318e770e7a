import type { Platform } from '@outrigger/model';
import type {
  Action,
  DirectWorld,
  Duration,
  Loss,
  MemoryWorld,
  Moment,
  PerformContext,
  Plan,
  Timing,
} from '@outrigger/recovery';
import type { Figure, RunDraws } from './figure.ts';
import { type Figures, type OwnFigure, ownFigures } from './own-figures.ts';

/** A plan, and the platform that it is for. */
export interface Where {
  readonly plan: Plan;
  readonly platform: Platform;
}

/** A plan that may have taken the place of another, and when what it recovers from was lost. */
export interface Running {
  readonly plan: Plan;
  readonly lostAtMs: number;
}

/** What a disturbance finds when a run begins, at the moment of the failure. */
export interface Stage extends Where {
  readonly memory: MemoryWorld;
  readonly draws: RunDraws;
  /** What a user has put in the place of figures. */
  readonly own: readonly OwnFigure[];
  /** What runs now; `plan` is what ran first. */
  readonly running: () => Running;
  /** One call of a control plane, ms, drawn under a name. */
  readonly callMs: (name: string) => number;
  /** Until a call that nobody answers is given up. */
  readonly noAnswerMs: number;
  /**
   * More is lost than was known, while the recovery runs: it is noticed, and planned anew. False
   * where clients are served already: that loss is another recovery's, and does not happen.
   */
  readonly spreads: (loss: Loss) => boolean;
  /** It has befallen the run, for the tally. */
  readonly befalls: () => void;
}

/** What something takes in one run, ms, and how that is known. */
export interface Taken {
  readonly ms: number;
  readonly duration: Duration;
}

/** How a run differs where it is disturbed; what is left out stays as it is. */
export interface Interference {
  /** When the failure is noticed, ms after it, whatever the timings say: the last that knows. */
  readonly detectMs?: () => number;
  /** Hears when the failure will be noticed, ms after it. */
  readonly detected?: (ms: number) => void;
  /** What is thought to be lost is there. */
  readonly isThere?: boolean;
  /** What of all requests fails from the failure on, until clients are served. */
  readonly failingShare?: number;
  /** How long something after the last step takes: `serve`, `ttl`, `forget`. */
  readonly moment?: (id: Moment['id'], so: Taken) => Taken;
  /** How far a store's copies are behind, ms. */
  readonly lagMs?: (component: string, ms: number) => number;
  /** How long an effect takes, whatever the timings say; null: as they do. */
  readonly takes?: (action: Action, context: PerformContext) => Taken | null;
  /** How much longer an effect takes from now on, and how that is known. */
  readonly effect?: (action: Action, context: PerformContext, so: Taken) => Taken;
  /** The world as the controller meets it. */
  readonly world?: (inner: DirectWorld) => DirectWorld;
}

/** One thing that goes wrong in a real recovery, as data with its sources and what it does. */
export interface Disturbance {
  readonly name: string;
  /** One line, for `--help`. */
  readonly about: string;
  readonly figures: Figures;
  /** What a world times, and this draws from its own figures instead. */
  readonly insteadOf: readonly Timing['verb'][];
  /** Whether it may change how far copies are behind, and so what is lost; no other one does. */
  readonly changesLoss: boolean;
  /** Whether it can happen to such a plan at all. */
  readonly applies: (where: Where) => boolean;
  /** What of a plan it strikes, and what would mend that, in words. */
  readonly because: (where: Where) => readonly string[];
  /** How often a year it is to be expected, where its figures tell. */
  readonly perYear: (where: Where, own: readonly OwnFigure[]) => number | null;
  /** Of one run; it may let things happen at any time from then on. */
  readonly disturb: (stage: Stage) => Interference;
}

/** The figures of a disturbance by their names: ours, or what a user has put in their place. */
type Known<F extends Figures> = { readonly [K in keyof F]: Figure };

interface Given<F extends Figures> extends Pick<Disturbance, 'name' | 'about'> {
  readonly figures: F;
  readonly insteadOf?: Disturbance['insteadOf'];
  /** False if left out. */
  readonly changesLoss?: boolean;
  readonly applies?: Disturbance['applies'];
  readonly because?: Disturbance['because'];
  readonly perYear?: (where: Where, figures: Known<F>) => number | null;
  readonly disturb: (
    stage: Stage,
    figures: Known<F>,
    /** Those of one component, where a user has some for it. */
    figuresOf: (component: string) => Known<F>,
  ) => Interference;
}

/** A disturbance that reads each figure by its name, and never one that a user has replaced. */
export function disturbance<F extends Figures>(given: Given<F>): Disturbance {
  const { about, applies, because, changesLoss, disturb, figures, insteadOf, name } = given;
  const { perYear } = given;
  const known = (own: readonly OwnFigure[], component?: string): Known<F> => ({
    ...figures,
    ...ownFigures(own, name, component),
  });
  return {
    name,
    about,
    figures,
    insteadOf: insteadOf ?? [],
    changesLoss: changesLoss ?? false,
    applies: applies ?? (() => true),
    because: because ?? (() => []),
    perYear: (where, own) => perYear?.(where, known(own)) ?? null,
    disturb: (stage) => {
      return disturb(stage, known(stage.own), (component) => known(stage.own, component));
    },
  };
}
