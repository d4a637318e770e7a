import { jsonOf } from './action.ts';
import type { Effect, EngineIntervals, NewRecord, RunEvent } from './effect.ts';
import { isStill, step } from './engine.ts';
import type { Journal, JournalRecord } from './journal.ts';
import type { Plan } from './plan.ts';
import { journalVersion, replay } from './replay.ts';
import { begin, type RunState } from './run-state.ts';
import type { Topology } from './topology.ts';
import type { Command, EndStatus, Question, Started } from './transition.ts';
import type { World } from './world.ts';

/** A person, or a policy that speaks for one. null: not now, the run stops and says so. */
export type Approver = (
  question: Question,
) => Promise<{ readonly yes: boolean; readonly who: string; readonly why: string } | null>;

export interface DriveOptions {
  readonly world: World;
  readonly journal: Journal;
  readonly run: string;
  /** Who drives, for the journal: host and process. */
  readonly controller: string;
  readonly intervals: EngineIntervals;
  /** Wall-clock time for the records, ISO 8601: for people, nothing is computed from it. */
  readonly clock: () => string;
  readonly approver?: Approver;
  /** Called with each batch of records once it is on disk: progress, for people. */
  readonly onRecords?: (records: readonly JournalRecord[], state: RunState) => void;
}

export interface NewRun {
  readonly plan: Plan;
  readonly topology: Topology;
  /** The run's own; see the README for which. The one after it is reserved. */
  readonly epoch: number;
  readonly platformDigest: string;
  readonly versions: { readonly [part: string]: string };
}

export interface RunResult {
  /**
   * `needs-approval`, `failed` and `paused` wait for a person: resume the run with their word.
   * `stopped`: another controller has it, or the journal can't be written.
   * `refused`: this code can't read its journal.
   */
  readonly status: EndStatus | 'needs-approval' | 'failed' | 'paused' | 'stopped' | 'refused';
  readonly state: RunState | null;
  readonly questions: readonly Question[];
  readonly rejected: readonly { readonly command: Command; readonly why: string }[];
  readonly why: string;
}

export interface Drive {
  readonly finished: Promise<RunResult>;
  /** An operator's word to a run under way. */
  tell(command: Command): void;
}

/** Starts a new run: record 0 holds all that a resume will need. */
export function drive(options: DriveOptions, start: NewRun): Drive {
  const { run, world } = options;
  const { plan, topology, epoch, platformDigest, versions } = start;
  const state = begin({ run, epoch, plan, topology, platformDigest });
  const started: Started = {
    type: 'started',
    journalVersion,
    plan: jsonOf(plan),
    topology: jsonOf(topology),
    platformDigest,
    versions,
    controller: options.controller,
  };
  const zero: NewRecord = { sequence: 0, epoch, monotonicMs: world.now(), event: started };
  const driver = new Driver(options);
  driver.post({ type: 'started', now: world.now() });
  return { finished: driver.loop(state, [zero]), tell: (command) => driver.tell(command) };
}

/** Goes on with a run where its journal ends, on this or any other machine. */
export function resume(options: DriveOptions, commands: readonly Command[] = []): Drive {
  const driver = new Driver(options);
  const { controller, journal, run, world } = options;
  const finished = journal.read(run).then((records) => {
    const replayed = replay(records);
    if (replayed.state === undefined) return ended('refused', null, replayed.refused);
    const { state } = replayed;
    if (state.ended !== null) return ended(state.ended, state, 'it had ended already');
    // First, so that what was asked is looked at with the operator's word already known.
    driver.postFirst({ type: 'taken-over', now: world.now(), controller }, commands);
    return driver.loop(state, []);
  });
  return { finished, tell: (command) => driver.tell(command) };
}

/** A question that was answered in the same breath is not put to anyone. */
function isWanted(effect: Effect, state: RunState): boolean {
  return effect.type !== 'ask' || isAsking(effect.question, state);
}

function isAsking(question: Question, state: RunState): boolean {
  const position = state.index.positions.get(question.step);
  return position !== undefined && state.lives.at(position).is === 'asking';
}

function ended(status: RunResult['status'], state: RunState | null, why: string): RunResult {
  return { status, state, questions: [], rejected: [], why };
}

/**
 * The loop: all that has happened goes through the engine, what it wants journaled is flushed as
 * one append, then its effects begin, side by side; each comes back as an event.
 */
class Driver {
  private readonly options: DriveOptions;
  private readonly events: RunEvent[] = [];
  private wake: () => void = () => {};
  private open = 0;
  private broken: { readonly error: unknown } | null = null;
  private readonly questions = new Map<string, Question>();
  private readonly rejected: { command: Command; why: string }[] = [];

  constructor(options: DriveOptions) {
    this.options = options;
  }

  post(event: RunEvent): void {
    this.events.push(event);
    this.wake();
  }

  postFirst(event: RunEvent, commands: readonly Command[]): void {
    const words = commands.map(
      (command): RunEvent => ({ type: 'command', now: event.now, command }),
    );
    this.events.unshift(event, ...words);
  }

  tell(command: Command): void {
    this.post({ type: 'command', now: this.options.world.now(), command });
  }

  async loop(from: RunState, first: readonly NewRecord[]): Promise<RunResult> {
    let state = from;
    let records: NewRecord[] = [...first];
    for (;;) {
      const effects: Effect[] = [];
      for (const event of this.events.splice(0)) {
        const stepped = step(state, event, this.options.intervals);
        state = stepped.state;
        for (const effect of stepped.effects) {
          if (effect.type === 'append') records.push(...effect.records);
          else effects.push(effect);
        }
      }
      if (records.length > 0) {
        const stop = await this.append(state, records);
        if (stop !== null) return this.result('stopped', state, stop);
        records = [];
      }
      for (const effect of effects) if (isWanted(effect, state)) this.begin(effect);
      if (state.ended !== null) return this.result(state.ended, state, '');
      if (this.events.length > 0) continue;
      if (isStill(state) && this.open === 0) return this.standStill(state);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      if (this.broken !== null) throw this.broken.error;
    }
  }

  /** Why this controller must stop; null when the records are on disk. */
  private async append(state: RunState, records: readonly NewRecord[]): Promise<string | null> {
    const { clock, journal, onRecords, run } = this.options;
    const time = clock();
    const lines = records.map((record): JournalRecord => ({ run, time, ...record }));
    const answer = await journal.append(lines).catch((error: unknown) => `${error}`);
    if (answer === 'conflict') return 'another controller has this run';
    // Whether it was written is not known: whoever resumes reads what is there.
    if (answer !== 'appended') return `the journal can't be written: ${answer}`;
    onRecords?.(lines, state);
    return null;
  }

  /** A world or an approver that throws is broken: the drive ends with its error. */
  private readonly onBreak = (error: unknown): void => {
    this.broken = { error };
    this.wake();
  };

  private begin(effect: Effect): void {
    switch (effect.type) {
      case 'perform':
        this.perform(effect);
        break;
      case 'observe':
        this.observe(effect);
        break;
      case 'wait':
        this.wait(effect);
        break;
      case 'ask':
        this.ask(effect.question);
        break;
      case 'reject':
        this.rejected.push({ command: effect.command, why: effect.why });
        break;
      case 'append':
        break;
    }
  }

  private perform(effect: Extract<Effect, { type: 'perform' }>): void {
    const { run, world } = this.options;
    const { step: id, attempt, epoch, action } = effect;
    void world.perform(action, { run, step: id, attempt, epoch }).then((outcome) => {
      this.post({ type: 'outcome', now: world.now(), step: id, attempt, outcome });
    }, this.onBreak);
  }

  private observe({ step: id, attempt, subjects }: Extract<Effect, { type: 'observe' }>): void {
    const { world } = this.options;
    void Promise.all(subjects.map((subject) => world.observe(subject))).then((observations) => {
      this.post({ type: 'observed', now: world.now(), step: id, attempt, observations });
    }, this.onBreak);
  }

  private wait(effect: Extract<Effect, { type: 'wait' }>): void {
    const { world } = this.options;
    const { step: id, attempt, timer, forMs, subject } = effect;
    const waited = timer === 'poll' ? world.wait(forMs, subject) : world.wait(forMs);
    void waited.then(() => {
      this.post({ type: 'timer', now: world.now(), step: id, attempt, timer });
    }, this.onBreak);
  }

  private ask(question: Question): void {
    this.questions.set(question.step, question);
    const { approver, clock } = this.options;
    if (approver === undefined) return;
    this.open += 1;
    void approver(question).then((answer) => {
      this.open -= 1;
      if (answer === null) return this.wake();
      const { step: id } = question;
      const { who, why, yes } = answer;
      this.tell({ kind: yes ? 'approve' : 'deny', step: id, who, why, when: clock() });
    }, this.onBreak);
  }

  private standStill(state: RunState): RunResult {
    if (state.lives.some('asking')) return this.result('needs-approval', state, 'it asks');
    if (state.lives.some('failed')) return this.result('failed', state, 'a step has failed');
    return this.result('paused', state, 'it is paused');
  }

  private result(status: RunResult['status'], state: RunState, why: string): RunResult {
    const asked = [...this.questions.values()].filter((question) => isAsking(question, state));
    return { status, state, questions: asked, rejected: this.rejected, why };
  }
}
