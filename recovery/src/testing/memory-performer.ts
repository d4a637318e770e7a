import type { Action } from '../action.ts';
import type { Outcome, PerformContext } from '../world.ts';
import type { MemoryJournal } from './memory-journal.ts';
import type { MemoryModel } from './memory-model.ts';
import type { MemoryWorldOptions, PerformFault } from './memory-world.ts';
import type { Pace } from './pace.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A lease that still runs after so many waits for its end is one that is renewed. */
const leaseWaitsMax = 5;

/** An effect that took place, for the invariants. */
export interface MemoryEffect {
  readonly run: string;
  readonly step: string;
  readonly epoch: number;
  readonly atMs: number;
  /** Whether the journal had the record that says so before. */
  readonly journaled: boolean;
}

interface PerformerOptions extends MemoryWorldOptions {
  readonly time: VirtualTime;
  readonly pace: Pace;
  readonly model: MemoryModel;
  readonly journal: MemoryJournal;
  readonly effects: MemoryEffect[];
}

type Then = (outcome: Outcome) => void;

/** Carries actions to the model, with what befalls them on the way there and back. */
export class Performer {
  private readonly options: PerformerOptions;

  constructor(options: PerformerOptions) {
    this.options = options;
  }

  perform(action: Action, context: PerformContext, then: Then): void {
    const { fault, pace, time } = this.options;
    const befalls = fault?.(action, context) ?? 'none';
    const back = (outcome: Outcome) => time.after(pace.legMs, () => then(outcome));
    time.after(pace.legMs, () => this.arrived(action, context, befalls, back));
  }

  private arrived(
    action: Action,
    context: PerformContext,
    befalls: PerformFault,
    back: Then,
  ): void {
    const { pace, time } = this.options;
    switch (befalls) {
      case 'fails':
        back({ kind: 'failed', why: 'made to fail' });
        break;
      case 'refused':
        back({ kind: 'refused', why: 'made to refuse' });
        break;
      case 'request-lost':
        back({ kind: 'unknown', why: 'no answer' });
        break;
      case 'late':
        this.actLater(action, context);
        back({ kind: 'unknown', why: 'no answer' });
        break;
      case 'accepted':
        time.after(3 * pace.effectMs(action, context), () => this.act(action, context));
        back({ kind: 'accepted', handle: `${context.run} ${context.step}` });
        break;
      default:
        time.after(pace.effectMs(action, context), () => {
          const then = (outcome: Outcome) => this.acted(outcome, action, context, befalls, back);
          this.act(action, context, then);
        });
    }
  }

  private acted(
    outcome: Outcome,
    action: Action,
    context: PerformContext,
    befalls: PerformFault,
    back: Then,
  ): void {
    const { pace, time } = this.options;
    switch (befalls) {
      case 'no-answer':
        break;
      case 'reply-lost':
        back({ kind: 'unknown', why: 'no answer' });
        break;
      case 'slow':
        time.after(pace.slowMs, () => back(outcome));
        break;
      case 'without-facts':
        back(outcome.kind === 'done' ? { kind: 'done', at: outcome.at } : outcome);
        break;
      default:
        if (befalls === 'twice') this.act(action, context);
        if (befalls === 'again-later') this.actLater(action, context);
        back(outcome);
    }
  }

  private actLater(action: Action, context: PerformContext): void {
    const { lateMs, pace, time } = this.options;
    time.after(lateMs?.(context) ?? pace.lateMs, () => this.act(action, context));
  }

  private act(action: Action, context: PerformContext, then: Then = () => {}): void {
    const { effects, journal, time } = this.options;
    const { run, step, epoch } = context;
    const journaled = journal.announced.has(context);
    effects.push({ run, step, epoch, atMs: time.now(), journaled });
    this.effect(action, context, leaseWaitsMax, then);
  }

  /** Where a lease still runs it is tried again when that has lapsed. */
  private effect(action: Action, context: PerformContext, waits: number, then: Then): void {
    const { model, time, watch } = this.options;
    const effected = model.effect(action, context);
    const expiresAt = effected.kind === 'done' ? undefined : effected.expiresAt;
    if (expiresAt !== undefined && waits > 0) {
      time.at(expiresAt, () => this.effect(action, context, waits - 1, then));
    } else {
      watch?.effected(action, context, effected.kind);
      then(effected.kind === 'done' ? { ...effected, at: time.now() } : effected);
    }
  }
}
