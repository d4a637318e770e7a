import type { Platform } from '@outrigger/model';
import {
  type Action,
  type Duration,
  type Find,
  finder,
  type Pace,
  type PerformContext,
  type Timing,
  type Timings,
  timingNames,
} from '@outrigger/recovery';
import { drawNames } from '../draw-names.ts';
import { intervalsOf, settingMs } from './intervals.ts';

/** What a late effect or a slow answer takes, as often as a controller is patient. */
const lateTimes = 4;
const slowTimes = 1.5;

export interface SimPaceOptions {
  readonly platform: Platform;
  readonly timings: Timings;
  /** Ms, drawn under a name: the same name is the same draw. */
  readonly drawMs: (name: string, duration: Duration) => number;
  readonly now: () => number;
  readonly reaches: (action: Action) => boolean;
  /** Whether a store's writer is lost, and its copies get nothing more. */
  readonly isCut: (component: string) => boolean;
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
  private readonly options: SimPaceOptions;
  private readonly find: Find;
  readonly holdMsMax: number;
  private readonly noAnswerMs: number;
  /** By component: how often its lag was looked at while it still streamed. */
  private readonly looks = new Map<string, number>();
  /** When what was begun under a run and a step ends: asked for again, it is the same one. */
  private readonly endsAt = new Map<string, number>();

  constructor(options: SimPaceOptions) {
    const { timings } = options;
    this.options = options;
    this.find = finder(timings);
    this.intervals = intervalsOf(timings);
    this.holdMsMax = settingMs(timings, 'hold-limit');
    this.noAnswerMs = settingMs(timings, 'no-answer');
    const { long } = this.intervals.patienceMs;
    this.lateMs = lateTimes * long;
    this.slowMs = slowTimes * long;
    this.slowSightMs = slowTimes * long;
  }

  effectMs(action: Action, { attempt, run, step }: PerformContext): number {
    const { drawMs, now, reaches } = this.options;
    // A fence is carried out by others: what is fenced need not be reached.
    if (action.verb !== 'fence' && !reaches(action)) return this.noAnswerMs;
    const key = `${run} ${step}`;
    const before = this.endsAt.get(key);
    if (before !== undefined && before > now()) return before - now();
    // What was done already is only told again.
    const duration = before === undefined ? this.durationOf(action) : this.ofKind(action, ['call']);
    const ms = drawMs(drawNames.attempt(step, attempt), duration);
    this.endsAt.set(key, now() + ms);
    return ms;
  }

  /** At the moment of a loss it stays what it was; while a copy streams each look sees another. */
  lagMs(component: string): number {
    const { drawMs, isCut, platform } = this.options;
    const lag = this.find(platform.components[component]?.kind, ['lag']);
    if (lag === undefined) return 0;
    if (isCut(component)) return drawMs(drawNames.lag(component), lag);
    const look = (this.looks.get(component) ?? 0) + 1;
    this.looks.set(component, look);
    return drawMs(drawNames.look(component, look), lag);
  }

  durationOf(action: Action): Duration {
    return this.ofKind(action, timingNames(action));
  }

  private ofKind({ component, verb }: Action, names: readonly Timing['verb'][]): Duration {
    const { platform, timings } = this.options;
    const found = this.find(platform.components[component]?.kind, names);
    if (found === undefined) throw new Error(`the timings of ${timings.world} have no '${verb}'`);
    return found;
  }
}
