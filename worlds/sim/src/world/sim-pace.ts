import { isData, type Platform } from '@outrigger/model';
import {
  type Action,
  actionDuration,
  type Duration,
  type During,
  type Find,
  finder,
  type Pace,
  type PerformContext,
  type Timing,
  type Timings,
  untimed,
} from '@outrigger/recovery';
import { drawNames } from '../draw-names.ts';
import type { Changed } from './changes.ts';
import type { Interference, Taken } from './disturbance.ts';
import { constantOf } from './figure.ts';
import { intervalsOf, settingMs } from './intervals.ts';
import type { Figures } from './own-figures.ts';

/** What a late effect or a slow answer takes, as often as a controller is patient. */
const beyondPatience = {
  late: {
    distribution: { kind: 'constant', value: 4 },
    unit: 'times',
    basis: 'assumed',
    source: 'our own setting: long after whoever waited has given up and begun something else',
  },
  slow: {
    distribution: { kind: 'constant', value: 1.5 },
    unit: 'times',
    basis: 'assumed',
    source: 'our own setting: just after whoever waited has given up',
  },
} as const satisfies Figures;

export interface SimPaceOptions {
  readonly platform: Platform;
  readonly timings: Timings;
  /** The recovery that it is for: some durations are of one alone. */
  readonly during?: During;
  /** Ms, drawn under a name: the same name is the same draw. */
  readonly drawMs: (name: string, duration: Duration) => number;
  readonly now: () => number;
  readonly reaches: (action: Action) => boolean;
  /** Whether a store's writer is lost, and its copies get nothing more. */
  readonly isCut: (component: string) => boolean;
  /** What is tried, for what it is worth. */
  readonly changed: Changed;
  /** What disturbs it, one over the other. */
  readonly interferences?: readonly Interference[];
}

/**
 * The pace of a simulated world: every action takes what is drawn under its step's name from the
 * world's timings. Those count from a step's record to its check, so the way there and back and the
 * journal's flush are in them.
 */
export class SimPace implements Pace {
  readonly legMs = 0;
  readonly flushMs = 0;
  readonly lateMs: number;
  readonly slowMs: number;
  readonly slowSightMs: number;
  readonly intervals: Pace['intervals'];
  readonly holdMsMax: number;
  /** Until a call that nobody answers is given up. */
  readonly noAnswerMs: number;
  /** By step: what its last attempt that was begun takes. */
  readonly taken = new Map<string, Taken>();
  /** By component: how far its copies were behind when that was looked at last, ms. */
  readonly seenLagMs = new Map<string, number>();
  private readonly options: SimPaceOptions;
  private readonly find: Find;
  /** By component: how often its lag was looked at while it still streamed. */
  private readonly looks = new Map<string, number>();
  /** When what was begun under a run and a step ends: asked for again, it is the same one. */
  private readonly endsAt = new Map<string, number>();

  constructor(options: SimPaceOptions) {
    const { during, timings } = options;
    this.options = options;
    this.find = finder(timings, during);
    this.intervals = intervalsOf(timings);
    this.holdMsMax = settingMs(timings, 'hold-limit');
    this.noAnswerMs = settingMs(timings, 'no-answer');
    const { long } = this.intervals.patienceMs;
    this.lateMs = constantOf(beyondPatience.late) * long;
    this.slowMs = constantOf(beyondPatience.slow) * long;
    this.slowSightMs = this.slowMs;
  }

  effectMs(action: Action, context: PerformContext): number {
    const { attempt, run, step } = context;
    const { drawMs, now, reaches } = this.options;
    // A fence is carried out by others: what is fenced need not be reached.
    if (action.verb !== 'fence' && !reaches(action)) return this.noAnswerMs;
    const key = `${run} ${step}`;
    const before = this.endsAt.get(key);
    if (before !== undefined && before > now()) return before - now();
    // What was done already is only told again.
    if (before !== undefined) return drawMs(drawNames.again(step, attempt), this.timed('call'));
    const { changed, interferences = [] } = this.options;
    const taken = changed.taken(step, {
      duration: this.durationOf(action),
      drawn: (duration) => drawMs(drawNames.attempt(step, attempt), duration),
      takes: () => lastThatKnows(interferences, ({ takes }) => takes?.(action, context) ?? null),
      disturbed: (drawn) =>
        // What is not done any more is not slower anywhere either.
        changed.isGone(step)
          ? drawn
          : this.disturbed<Taken>(drawn, ({ effect }, so) => effect?.(action, context, so)),
    });
    this.taken.set(step, taken);
    this.endsAt.set(key, now() + taken.ms);
    return taken.ms;
  }

  lagMs(component: string): number {
    const drawn = this.drawnLagMs(component);
    const ms = this.disturbed<number>(drawn, ({ lagMs }, so) => lagMs?.(component, so));
    this.seenLagMs.set(component, ms);
    return ms;
  }

  /** At the moment of a loss it stays what it was; while a copy streams each look sees another. */
  private drawnLagMs(component: string): number {
    const { drawMs, isCut, platform } = this.options;
    const store = platform.components[component];
    // Without a copy that follows it is the newest backup that is looked at.
    const isBackup = store !== undefined && isData(store) && store.replicaIn.length === 0;
    const lag = this.find(store?.kind, [isBackup ? 'backup-age' : 'lag']);
    if (lag === undefined) return 0;
    if (isCut(component)) return drawMs(drawNames.lag(component), lag);
    const look = (this.looks.get(component) ?? 0) + 1;
    this.looks.set(component, look);
    return drawMs(drawNames.look(component, look), lag);
  }

  private disturbed<T>(drawn: T, how: (interference: Interference, so: T) => T | undefined): T {
    const { interferences = [] } = this.options;
    return interferences.reduce((so, interference) => how(interference, so) ?? so, drawn);
  }

  durationOf(action: Action): Duration {
    return actionDuration(
      action,
      this.options.platform.components[action.component]?.kind,
      this.find,
    );
  }

  /** A world that times no person answers as quickly as a policy. */
  answerTo(action: Action): Duration {
    const policy = action.verb === 'approve' ? this.durationOf(action) : untimed;
    return this.find(undefined, ['person']) ?? policy;
  }

  /** What no kind changes. */
  timed(name: Timing['verb']): Duration {
    return this.find(undefined, [name]) ?? untimed;
  }
}

/** The last one that knows. */
function lastThatKnows<T>(
  interferences: readonly Interference[],
  how: (interference: Interference) => T | null,
): T | null {
  for (const interference of interferences.toReversed()) {
    const found = how(interference);
    if (found !== null) return found;
  }
  return null;
}
