import type { Platform } from '@outrigger/model';
import type { Action, Verb } from '../action.ts';
import type { EngineIntervals } from '../effect.ts';
import type { Journal, JournalRecord } from '../journal.ts';
import type { Loss } from '../request.ts';
import type { Topology } from '../topology.ts';
import type { Observation, Outcome, PerformContext, Subject, World } from '../world.ts';
import { leaseMs, MemoryModel } from './memory-model.ts';
import { seeded, VirtualTime } from './virtual-time.ts';

/** What befalls one perform. `late`: its effect comes long after the controller gave up waiting. */
export type PerformFault =
  | 'none'
  | 'fails'
  | 'refused'
  | 'request-lost'
  | 'reply-lost'
  | 'no-answer'
  | 'late'
  | 'twice'
  | 'without-facts';

export interface MemoryWorldOptions {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly seed: number;
  /** Asked once for each perform, in order. */
  readonly fault?: (action: Action, context: PerformContext) => PerformFault;
}

/** One way, ms, controller to any region; a journal's flush, ms. */
const legMs = 5;
const flushMs = 2;

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

export const memoryIntervals: EngineIntervals = {
  pollMs: 20,
  patienceMs: { short: 400, long: 2000 },
  backoffMs: { short: 30, long: 100 },
};

/** An effect that took place, for the invariants. */
export interface MemoryEffect {
  readonly run: string;
  readonly step: string;
  readonly epoch: number;
  readonly atMs: number;
  /** Whether the journal had the record that says so before. */
  readonly journaled: boolean;
}

/**
 * A world and a journal in memory, on virtual time: the seed of the simulator and the test bed of
 * the engine. It loses, delays and repeats on request, and never draws an unseeded number.
 */
export interface MemoryWorld {
  readonly world: World;
  readonly journal: Journal;
  readonly time: VirtualTime;
  readonly model: MemoryModel;
  readonly effects: readonly MemoryEffect[];
  readonly records: (run: string) => readonly JournalRecord[];
  lose(loss: Loss): void;
  /** The controller dies once this many records are on disk: its append never returns. */
  crashAfter(records: number | null): void;
  /** Resolves when a crash has happened. */
  crashed(): Promise<void>;
}

export function createMemoryWorld(options: MemoryWorldOptions): MemoryWorld {
  const time = new VirtualTime();
  const model = new MemoryModel(options.platform, options.topology, () => time.now());
  const random = seeded(options.seed);
  const journal = new MemoryJournal(time);
  const effects: MemoryEffect[] = [];
  const performer = new Performer({ ...options, time, model, random, journal, effects });
  const world: World = {
    now: () => time.now(),
    observe: (subject) => observe(time, model, subject),
    perform: (action, context) => performer.perform(action, context),
    wait: (forMs) => time.wait(forMs),
  };
  return {
    world,
    journal,
    time,
    model,
    effects,
    records: (run) => journal.all(run),
    lose: (loss) => model.lose(loss),
    crashAfter: (records) => journal.crashAfter(records),
    crashed: () => journal.crashed,
  };
}

async function observe(
  time: VirtualTime,
  model: MemoryModel,
  subject: Subject,
): Promise<Observation> {
  const at = time.now();
  await time.wait(legMs);
  const zone = subject.kind === 'region' ? undefined : subject.zone;
  const reached = model.reaches(subject.region, zone);
  const component = subject.kind === 'component' ? subject.component : '';
  const facts = model.facts(component, subject.region, zone);
  await time.wait(legMs);
  if (!reached) return { subject, at, status: 'unknown', since: null, why: 'no answer' };
  return { subject, at, status: 'known', facts };
}

interface PerformerOptions extends MemoryWorldOptions {
  readonly time: VirtualTime;
  readonly model: MemoryModel;
  readonly random: () => number;
  readonly journal: MemoryJournal;
  readonly effects: MemoryEffect[];
}

class Performer {
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
      void time.wait(20_000).then(() => this.act(action, context));
      return this.back({ kind: 'unknown', why: 'no answer' });
    }
    await time.wait(this.durationOf(action));
    const outcome = this.act(action, context);
    if (befalls === 'twice') this.act(action, context);
    if (befalls === 'no-answer') return new Promise(() => {});
    if (befalls === 'reply-lost') return this.back({ kind: 'unknown', why: 'no answer' });
    if (befalls === 'without-facts' && outcome.kind === 'done') {
      return this.back({ kind: 'done', at: outcome.at });
    }
    return this.back(outcome);
  }

  private durationOf(action: Action): number {
    const base = effectMs[action.verb] ?? 5;
    const lease = action.verb === 'fence' ? leaseMs : 0;
    return lease + base * (1 + 0.1 * this.options.random());
  }

  private async back(outcome: Outcome): Promise<Outcome> {
    await this.options.time.wait(legMs);
    return outcome;
  }

  private act(action: Action, context: PerformContext): Outcome {
    const { effects, journal, model, time } = this.options;
    const { run, step, epoch } = context;
    const journaled = journal.saysPerforming(run, step);
    effects.push({ run, step, epoch, atMs: time.now(), journaled });
    const effected = model.effect(action, context);
    if (effected.kind !== 'done') return effected;
    return { kind: 'done', at: time.now(), facts: effected.facts };
  }
}

class MemoryJournal implements Journal {
  private readonly runs = new Map<string, JournalRecord[]>();
  private readonly time: VirtualTime;
  private crashAt: number | null = null;
  private crash: () => void = () => {};
  crashed: Promise<void> = Promise.resolve();

  constructor(time: VirtualTime) {
    this.time = time;
  }

  crashAfter(records: number | null): void {
    this.crashAt = records;
    this.crashed = new Promise((resolve) => {
      this.crash = resolve;
    });
  }

  async append(records: readonly JournalRecord[]): Promise<'appended' | 'conflict'> {
    await this.time.wait(flushMs);
    const first = records[0];
    if (first === undefined) return 'appended';
    const written = this.runs.get(first.run) ?? [];
    if (first.sequence !== written.length) return 'conflict';
    const limit = this.crashAt ?? Number.POSITIVE_INFINITY;
    const dies = written.length + records.length >= limit;
    const copies = records.slice(0, dies ? limit - written.length : undefined);
    written.push(...copies.map((record): JournalRecord => JSON.parse(JSON.stringify(record))));
    this.runs.set(first.run, written);
    if (!dies) return 'appended';
    this.crashAt = null;
    this.crash();
    return new Promise(() => {});
  }

  async read(run: string): Promise<readonly JournalRecord[]> {
    await this.time.wait(flushMs);
    return this.all(run);
  }

  all(run: string): readonly JournalRecord[] {
    return [...(this.runs.get(run) ?? [])];
  }

  saysPerforming(run: string, step: string): boolean {
    const records = this.runs.get(run) ?? [];
    return records.some(({ event }) => event.type === 'performing' && event.step === step);
  }
}
