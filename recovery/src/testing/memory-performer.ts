import type { Action, Verb } from '../action.ts';
import type { Outcome, PerformContext } from '../world.ts';
import type { MemoryJournal } from './memory-journal.ts';
import { leaseMs } from './memory-lease.ts';
import type { MemoryModel } from './memory-model.ts';
import type { MemoryWorldOptions, PerformFault } from './memory-world.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One way, ms, controller to any region. */
export const legMs = 5;

/** How long the effects take, ms: of the order of the lab's, only so that time passes. */
const effectMs: { readonly [V in Verb]?: number } = {
  fence: 60,
  promote: 14,
  transfer: 40,
  salvage: 200,
  rejoin: 500,
  'attach-replication': 500,
  scale: 550,
};

/** Until what is late comes, and until what is slow is answered, ms. */
const lateMs = 20_000;
const slowMs = 3000;

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
  readonly model: MemoryModel;
  readonly random: () => number;
  readonly journal: MemoryJournal;
  readonly effects: MemoryEffect[];
}

/** Carries actions to the model, with what befalls them on the way there and back. */
export class Performer {
  private readonly options: PerformerOptions;

  constructor(options: PerformerOptions) {
    this.options = options;
  }

  async perform(action: Action, context: PerformContext): Promise<Outcome> {
    const { fault, time } = this.options;
    const befalls = fault?.(action, context) ?? 'none';
    await time.wait(legMs);
    if (befalls === 'fails') return this.back({ kind: 'failed', why: 'made to fail' });
    if (befalls === 'refused') return this.back({ kind: 'refused', why: 'made to refuse' });
    if (befalls === 'request-lost') return this.back({ kind: 'unknown', why: 'no answer' });
    if (befalls === 'late') {
      void this.actLater(action, context);
      return this.back({ kind: 'unknown', why: 'no answer' });
    }
    if (befalls === 'accepted') {
      void time.wait(3 * this.durationOf(action)).then(() => this.act(action, context));
      return this.back({ kind: 'accepted', handle: `${context.run} ${context.step}` });
    }
    return this.reached(action, context, befalls);
  }

  private async reached(
    action: Action,
    context: PerformContext,
    befalls: PerformFault,
  ): Promise<Outcome> {
    const { time } = this.options;
    await time.wait(this.durationOf(action));
    const outcome = await this.act(action, context);
    if (befalls === 'twice') void this.act(action, context);
    if (befalls === 'again-later') void this.actLater(action, context);
    if (befalls === 'no-answer') return new Promise(() => {});
    if (befalls === 'reply-lost') return this.back({ kind: 'unknown', why: 'no answer' });
    if (befalls === 'slow') await time.wait(slowMs);
    if (befalls === 'without-facts' && outcome.kind === 'done') {
      return this.back({ kind: 'done', at: outcome.at });
    }
    return this.back(outcome);
  }

  private async actLater(action: Action, context: PerformContext): Promise<void> {
    await this.options.time.wait(this.options.lateMs?.(context) ?? lateMs);
    await this.act(action, context);
  }

  private durationOf(action: Action): number {
    const base = effectMs[action.verb] ?? 5;
    // Without renewals to wait for, a fence waits as long as a lease can last.
    const lease = action.verb === 'fence' && this.options.isFaithful !== true ? leaseMs : 0;
    return lease + base * (1 + 0.1 * this.options.random());
  }

  private async back(outcome: Outcome): Promise<Outcome> {
    await this.options.time.wait(legMs);
    return outcome;
  }

  private async act(action: Action, context: PerformContext): Promise<Outcome> {
    const { effects, journal, model, time, watch } = this.options;
    const { run, step, epoch } = context;
    const journaled = journal.saysPerforming(run, step);
    effects.push({ run, step, epoch, atMs: time.now(), journaled });
    let effected = model.effect(action, context);
    for (let wait = 0; wait < leaseWaitsMax; wait += 1) {
      if (effected.kind === 'done' || effected.expiresAt === undefined) break;
      await time.wait(effected.expiresAt - time.now());
      effected = model.effect(action, context);
    }
    watch?.effected(action, context, effected.kind);
    if (effected.kind !== 'done') return effected;
    return { kind: 'done', at: time.now(), facts: effected.facts };
  }
}
