import type { Platform } from '@outrigger/model';
import type { Action } from '../action.ts';
import { subjectKey } from '../conditions.ts';
import type { Journal, JournalRecord } from '../journal.ts';
import type { Loss } from '../request.ts';
import type { Topology } from '../topology.ts';
import type { Observation, Outcome, PerformContext, Subject, World } from '../world.ts';
import type { DirectWorld } from './direct-world.ts';
import { MemoryJournal } from './memory-journal.ts';
import { MemoryModel } from './memory-model.ts';
import { type MemoryEffect, Performer } from './memory-performer.ts';
import type { Facts } from './memory-store.ts';
import { memoryPace, type Pace } from './pace.ts';
import { seeded, VirtualTime } from './virtual-time.ts';

/**
 * What befalls one perform. `late`: its effect comes long after the controller gave up waiting.
 * `twice`: at once again; `again-later`: the same request once more, when nobody thinks of it.
 * `slow`: the answer comes when nobody waits. `accepted`: at once a handle, later the effect.
 */
export type PerformFault =
  | 'none'
  | 'fails'
  | 'refused'
  | 'request-lost'
  | 'reply-lost'
  | 'no-answer'
  | 'late'
  | 'twice'
  | 'again-later'
  | 'slow'
  | 'accepted'
  | 'without-facts';

/** What befalls one look. `old`: it shows what was there when last remembered, and says so. */
export type SightFault = 'none' | 'lost' | 'slow' | 'old';

/** Whoever watches hears of everything at the moment at which it happens. */
export interface MemoryWatch {
  performs(action: Action, context: PerformContext, controller: string): void;
  answered(context: PerformContext, kind: string, controller: string): void;
  observes(subject: Subject, controller: string): void;
  /** What a look showed, at the moment at which it was so. */
  saw(subject: Subject, facts: Facts): void;
  effected(action: Action, context: PerformContext, kind: string): void;
  appended(records: readonly JournalRecord[]): void;
}

export interface MemoryWorldOptions {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly seed: number;
  /** Asked once for each perform, in order. */
  readonly fault?: (action: Action, context: PerformContext) => PerformFault;
  /** Asked once for each look, in order. */
  readonly sight?: (subject: Subject) => SightFault;
  /** How much later what is late comes, ms. Left out: 20 s. */
  readonly lateMs?: (context: PerformContext) => number;
  /** Leases are renewed and copies fall behind, message by message; see `MemoryModel`. */
  readonly isFaithful?: boolean;
  readonly watch?: MemoryWatch;
  /** How long things take. Left out: of the order of the lab's. */
  readonly pace?: Pace;
  /** What stands between every controller and this world. */
  readonly around?: (inner: DirectWorld) => DirectWorld;
}

/** A controller's own view: its clock, and what holds it up. */
export interface ControllerView {
  readonly world: World;
  readonly journal: Journal;
  /** It stands still for this long, ms, and knows nothing of it; its clock goes on. */
  freeze(forMs: number): void;
}

/**
 * A world and a journal in memory, on virtual time: the seed of the simulator and the test bed of
 * the engine. It loses, delays and repeats on request, and never draws an unseeded number.
 */
export interface MemoryWorld {
  readonly world: World;
  /** The same for whoever runs on its clock. */
  readonly direct: DirectWorld;
  readonly journal: Journal;
  readonly time: VirtualTime;
  readonly pace: Pace;
  readonly model: MemoryModel;
  readonly effects: readonly MemoryEffect[];
  readonly records: (run: string) => readonly JournalRecord[];
  lose(loss: Loss): void;
  /** What is so now is what looks that are old will show. */
  remember(): void;
  /** Another controller, whose monotonic clock shows this much more, ms. */
  controller(name: string, aheadMs: number): ControllerView;
  /** The controller dies once this many records are on disk: its append never returns. */
  crashAfter(records: number | null): void;
  /** Resolves when a crash has happened. */
  crashed(): Promise<void>;
}

export function createMemoryWorld(options: MemoryWorldOptions): MemoryWorld {
  const time = new VirtualTime();
  const random = seeded(options.seed);
  const delays = seeded(options.seed ^ 0x5bd1e995);
  const later = (afterMs: number, then: () => void) => time.at(time.now() + afterMs, then);
  const isFaithful = options.isFaithful === true;
  const pace = options.pace ?? memoryPace(random, isFaithful);
  // One message in eight takes long, as on a link in trouble.
  const delayMs = () => (delays() < 0.125 ? 20 + 200 * delays() : pace.legMs);
  const truth = isFaithful ? { truth: { later, delayMs } } : {};
  const model = new MemoryModel({ ...options, now: () => time.now(), pace, ...truth });
  const appended = (records: readonly JournalRecord[]) => {
    for (const { sequence, epoch } of records) if (sequence === 0) model.epochs.begins(epoch);
    options.watch?.appended(records);
  };
  const journal = new MemoryJournal(time, pace.flushMs, appended);
  const effects: MemoryEffect[] = [];
  const performer = new Performer({ ...options, time, pace, model, journal, effects });
  const remembered = new Map<string, Remembered>();
  const inner: DirectWorld = {
    perform: (action, context, then) => performer.perform(action, context, then),
    observe: (subject, then) => observe(shared, subject, then),
  };
  const direct = options.around?.(inner) ?? inner;
  const shared = { options, time, pace, model, direct, journal, remembered };
  const main = viewOf(shared, 'controller-1', 0);
  return {
    world: main.world,
    direct,
    journal,
    time,
    pace,
    model,
    effects,
    records: (run) => journal.all(run),
    lose: (loss) => model.lose(loss),
    remember: () => remember(shared),
    controller: (name, aheadMs) => viewOf(shared, name, aheadMs),
    crashAfter: (records) => journal.crashAfter(records),
    crashed: () => journal.crashed,
  };
}

interface Shared {
  readonly options: MemoryWorldOptions;
  readonly time: VirtualTime;
  readonly pace: Pace;
  readonly model: MemoryModel;
  readonly direct: DirectWorld;
  readonly journal: MemoryJournal;
  readonly remembered: Map<string, Remembered>;
}

interface Remembered {
  readonly at: number;
  readonly facts: Facts;
}

/** What is remembered is at least so old when it is shown, ms: longer than anybody stands still. */
const staleMs = 60_000;

function remember({ model, options, remembered, time }: Shared): void {
  const at = time.now() - staleMs;
  for (const { kind, name: component, regions } of Object.values(options.platform.components)) {
    if (kind === 'network') continue;
    const members = [...(model.stores.get(component)?.members.values() ?? [])];
    const places = members.length > 0 ? members : regions.map((region) => ({ region, zone: null }));
    for (const { region, zone } of places) {
      const facts = model.facts(component, region, zone ?? undefined);
      const where = { kind: 'component' as const, component, region };
      remembered.set(subjectKey(zone === null ? where : { ...where, zone }), { at, facts });
    }
  }
}

function viewOf(shared: Shared, name: string, aheadMs: number): ControllerView {
  const { direct, journal, options, time } = shared;
  const { watch } = options;
  let frozenUntil = 0;
  const thawed = async (): Promise<void> => {
    while (time.now() < frozenUntil) await time.wait(frozenUntil - time.now());
  };
  const world: World = {
    now: () => time.now() + aheadMs,
    observe: async (subject) => {
      await thawed();
      watch?.observes(subject, name);
      const seen = await answerOf<Observation>((then) => direct.observe(subject, then));
      await thawed();
      return { ...seen, at: seen.at + aheadMs };
    },
    perform: async (action, context) => {
      await thawed();
      watch?.performs(action, context, name);
      const outcome = await answerOf<Outcome>((then) => direct.perform(action, context, then));
      await thawed();
      watch?.answered(context, outcome.kind, name);
      return outcome.kind === 'done' ? { ...outcome, at: outcome.at + aheadMs } : outcome;
    },
    wait: async (forMs) => {
      await time.wait(forMs);
      await thawed();
    },
  };
  return {
    world,
    journal: {
      append: async (records) => {
        await thawed();
        const answer = await journal.append(records);
        await thawed();
        return answer;
      },
      read: (run) => journal.read(run),
    },
    freeze: (forMs) => {
      frozenUntil = Math.max(frozenUntil, time.now() + forMs);
    },
  };
}

function answerOf<T>(asked: (then: (answer: T) => void) => void): Promise<T> {
  return new Promise(asked);
}

function observe(shared: Shared, subject: Subject, then: (seen: Observation) => void): void {
  const { options, pace, remembered, time } = shared;
  const befalls = options.sight?.(subject) ?? 'none';
  const at = time.now();
  const unknown = { subject, at, status: 'unknown', since: null, why: 'no answer' } as const;
  time.after(pace.legMs, () => {
    const before = befalls === 'old' ? remembered.get(subjectKey(subject)) : undefined;
    if (befalls === 'lost') {
      then(unknown);
    } else if (before !== undefined) {
      then({ subject, at: before.at, status: 'known', facts: before.facts });
    } else {
      const facts = factsSeen(shared, subject);
      const seen: Observation = facts === null ? unknown : { subject, at, status: 'known', facts };
      time.after(befalls === 'slow' ? pace.slowSightMs : pace.legMs, () => then(seen));
    }
  });
}

/** Null: it can't be reached. */
function factsSeen({ model, options }: Shared, subject: Subject): Facts | null {
  const zone = subject.kind === 'region' ? undefined : subject.zone;
  if (!model.reaches(subject.region, zone)) return null;
  const component = subject.kind === 'component' ? subject.component : '';
  const facts = model.facts(component, subject.region, zone);
  options.watch?.saw(subject, facts);
  return facts;
}
