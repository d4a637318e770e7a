import type { Platform } from '@outrigger/model';
import type { Action } from '../action.ts';
import { subjectKey } from '../conditions.ts';
import type { EngineIntervals } from '../effect.ts';
import type { Journal, JournalRecord } from '../journal.ts';
import type { Loss } from '../request.ts';
import type { Topology } from '../topology.ts';
import type { Observation, PerformContext, Subject, World } from '../world.ts';
import { MemoryJournal } from './memory-journal.ts';
import { MemoryModel } from './memory-model.ts';
import { legMs, type MemoryEffect, Performer } from './memory-performer.ts';
import type { Facts } from './memory-store.ts';
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
}

export const memoryIntervals: EngineIntervals = {
  pollMs: 20,
  patienceMs: { short: 400, long: 2000 },
  backoffMs: { short: 30, long: 100 },
};

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
  readonly journal: Journal;
  readonly time: VirtualTime;
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
  // One message in eight takes long, as on a link in trouble.
  const delayMs = () => (delays() < 0.125 ? 20 + 200 * delays() : legMs);
  const truth = options.isFaithful === true ? { truth: { later, delayMs } } : {};
  const model = new MemoryModel({ ...options, now: () => time.now(), ...truth });
  const journal = new MemoryJournal(time, (records) => options.watch?.appended(records));
  const effects: MemoryEffect[] = [];
  const performer = new Performer({ ...options, time, model, random, journal, effects });
  const remembered = new Map<string, Remembered>();
  const shared = { options, time, model, performer, journal, remembered };
  const main = viewOf(shared, 'controller-1', 0);
  return {
    world: main.world,
    journal,
    time,
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
  readonly model: MemoryModel;
  readonly performer: Performer;
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
  const { journal, options, performer, time } = shared;
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
      const seen = await observe(shared, subject);
      await thawed();
      return { ...seen, at: seen.at + aheadMs };
    },
    perform: async (action, context) => {
      await thawed();
      watch?.performs(action, context, name);
      const outcome = await performer.perform(action, context);
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

/** Until a look that is slow is answered, ms: longer than an attempt may take. */
const slowSightMs = 2500;

async function observe(shared: Shared, subject: Subject): Promise<Observation> {
  const { model, options, remembered, time } = shared;
  const befalls = options.sight?.(subject) ?? 'none';
  const at = time.now();
  await time.wait(legMs);
  if (befalls === 'lost') return { subject, at, status: 'unknown', since: null, why: 'no answer' };
  const before = befalls === 'old' ? remembered.get(subjectKey(subject)) : undefined;
  if (before !== undefined) return { subject, at: before.at, status: 'known', facts: before.facts };
  const zone = subject.kind === 'region' ? undefined : subject.zone;
  const reached = model.reaches(subject.region, zone);
  const component = subject.kind === 'component' ? subject.component : '';
  const facts: Facts = model.facts(component, subject.region, zone);
  if (reached) options.watch?.saw(subject, facts);
  await time.wait(befalls === 'slow' ? slowSightMs : legMs);
  if (!reached) return { subject, at, status: 'unknown', since: null, why: 'no answer' };
  return { subject, at, status: 'known', facts };
}
