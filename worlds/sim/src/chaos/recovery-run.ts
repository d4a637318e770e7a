import {
  type Approver,
  type ControllerView,
  type Drive,
  type DriveOptions,
  drive,
  type EngineIntervals,
  type MemoryWorld,
  memoryIntervals,
  type NewRun,
  type RunResult,
  resume,
} from '@outrigger/recovery';
import type { Draws } from './draws.ts';
import type { Faults, StrikeKind } from './faults.ts';
import { answerOf, wordsFor } from './operator.ts';
import type { Watch } from './watch.ts';

/** How a recovery was left. `left`: it is still open, and nobody could move it on. */
export type Ending = 'done' | 'went-back' | 'cancelled' | 'left';

export interface Stage {
  readonly memory: MemoryWorld;
  readonly watch: Watch;
  readonly draws: Draws;
  readonly faults: Faults;
  /** Whoever drives now, the newest last; shared with what strikes them. */
  readonly views: ControllerView[];
  readonly onStruck: (kind: StrikeKind) => void;
  readonly onLine: (line: string) => void;
  /** A controller died; the type of the last record that it wrote. */
  readonly onCrash: (after: string) => void;
  /** Whoever drove was broken: also one that had already lost the run. */
  readonly onThrow: (error: unknown) => void;
}

/** Looked at less often than in a rehearsal: a story is long, and a look is what takes its time. */
const intervals: EngineIntervals = { ...memoryIntervals, pollMs: 80 };

/** More rounds than any person would have patience for. */
const roundsMax = 14;
/** Where every controller dies: each gets one record further. */
const dyingRoundsMax = 400;

/**
 * One recovery, from its first record to its end, with all who drive it: they crash after any
 * record, stand still, come twice, have other clocks; and with the person who is asked.
 */
export class RecoveryRun {
  private readonly stage: Stage;
  private readonly run: string;
  private round = 0;
  private controllers = 0;
  /** Whoever drives dies after the first record that moves the run on: so at each of them. */
  private readonly diesAlways: boolean;

  constructor(stage: Stage, run: string) {
    this.stage = stage;
    this.run = run;
    this.diesAlways = stage.draws.chance(`${run} dies always`, 0.02);
  }

  private roundsMax(): number {
    return this.diesAlways && !this.stage.faults.isCalm ? dyingRoundsMax : roundsMax;
  }

  /** Begins it, and does what can be done to end it. */
  async begin(start: NewRun): Promise<Ending> {
    for (; this.round < this.roundsMax(); this.round += 1) {
      const first = await this.drive((options) => drive(options, start));
      // Who died before record 0 was on disk has left nothing that could be resumed.
      if (this.stage.memory.records(this.run).length > 0) return this.goOn(first);
    }
    return 'left';
  }

  /** Once nothing is wrong any more, what was left open is ended. */
  async finish(): Promise<Ending> {
    this.round = 0;
    return this.goOn(null);
  }

  private async goOn(first: RunResult | null): Promise<Ending> {
    const { draws, faults, memory } = this.stage;
    let result = first;
    for (; this.round < this.roundsMax(); this.round += 1) {
      const ending = result === null ? null : endingOf(result);
      if (ending !== null) return ending;
      const name = `${this.run} round ${this.round}`;
      const { round } = this;
      const words =
        result === null ? [] : wordsFor(result, { draws, name, round, isCalm: faults.isCalm });
      const pauseMs = draws.pick(`${name} pause`, [1, 40, 700, 5000]);
      await memory.time.until(memory.time.wait(pauseMs));
      result = await this.drive((options) => resume(options, words));
    }
    return 'left';
  }

  /** Null: whoever drove has died, or lost the run to somebody else. */
  private async drive(begin: (options: DriveOptions) => Drive): Promise<RunResult | null> {
    const { memory, views } = this.stage;
    views.length = 0;
    const name = `${this.run} round ${this.round}`;
    const crashed = this.armCrash(name);
    const first = begin(this.controller(`${name} first`));
    const drives = [first.finished, ...this.second(name)];
    this.commandsFor(first, name);
    const heard = drives.map((one) =>
      one.catch((error: unknown): null => {
        this.stage.onThrow(error);
        return null;
      }),
    );
    const all = Promise.all(heard).then((results) => results.find(isOver) ?? results.at(-1));
    const result = await memory.time.until(Promise.race([all, crashed]));
    memory.crashAfter(null);
    return result === undefined || result?.status === 'stopped' ? null : result;
  }

  /** After any record, the first of a run as well as the last of its way back. */
  private armCrash(name: string): Promise<null> {
    const { draws, faults, memory, onCrash, onLine, onStruck } = this.stage;
    const never = new Promise<null>(() => {});
    if (!this.diesAlways && !draws.chance(`${name} crash`, 0.35)) return never;
    // The first record of whoever takes over says no more than that.
    const own = memory.records(this.run).length === 0 ? 1 : 2;
    const further = this.diesAlways ? own : draws.between(`${name} crash after`, 1, 30);
    if (!faults.happens(`${name} crash`)) return never;
    memory.crashAfter(memory.records(this.run).length + further);
    return memory.crashed().then(() => {
      onStruck('crash');
      const records = memory.records(this.run);
      onCrash(records.at(-1)?.event.type ?? 'nothing');
      onLine(`the controller dies at record ${records.length - 1}`);
      return null;
    });
  }

  /** Another takes the run over while the first still drives. */
  private second(name: string): readonly Promise<RunResult>[] {
    const { draws, faults, memory, onLine, onStruck } = this.stage;
    if (!draws.chance(`${name} second`, 0.2)) return [];
    const afterMs = draws.between(`${name} second after`, 1, 1500);
    if (!faults.happens(`${name} second`)) return [];
    const second = memory.time.wait(afterMs).then(() => {
      onStruck('second-controller');
      onLine('a second controller');
      return resume(this.controller(`${name} second`)).finished;
    });
    return [second];
  }

  private commandsFor(driven: Drive, name: string): void {
    const { draws, faults, memory, onLine, onStruck } = this.stage;
    const said = { who: 'operator', when: name };
    for (const kind of ['pause', 'cancel'] as const) {
      if (!draws.chance(`${name} ${kind}`, kind === 'pause' ? 0.08 : 0.05)) continue;
      if (!faults.happens(`${name} ${kind}`)) continue;
      memory.time.at(memory.time.now() + draws.between(`${name} ${kind} after`, 1, 2500), () => {
        onStruck(kind);
        onLine(`an operator says ${kind}`);
        const why = 'a change of mind';
        driven.tell(kind === 'pause' ? { kind, ...said } : { kind, why, ...said });
      });
    }
  }

  /** Its clock counts from when its machine was started, and the calendar may jump any time. */
  private controller(name: string): DriveOptions {
    const { draws, faults, memory, onStruck, views } = this.stage;
    const drawn = draws.pick(`${name} ahead`, [0, 0, 3_600_000, 1e9, -50_000]);
    const isOther = drawn !== 0 && faults.happens(`${name} clock`);
    if (isOther) onStruck('clock-jump');
    // Two of one name could not be told apart: the first one's last word may come after the second.
    this.controllers += 1;
    const controller = `${name} (${this.controllers})`;
    const view = memory.controller(controller, isOther ? drawn : 0);
    views.push(view);
    const approver = this.approver(name);
    let read = 0;
    return {
      world: view.world,
      journal: view.journal,
      run: this.run,
      controller,
      intervals,
      clock: () => {
        read += 1;
        const jumpMs = isOther ? Math.round(1e12 * (draws.number(`${name} ${read}`) - 0.5)) : 0;
        return `t${Math.round(memory.time.now() + jumpMs)}`;
      },
      ...(approver === null ? {} : { approver }),
    };
  }

  private approver(name: string): Approver | null {
    const { draws, faults, memory } = this.stage;
    if (!faults.isCalm && draws.chance(`${name} nobody`, 0.3)) return null;
    if (faults.isCalm) return async () => ({ yes: true, who: 'operator', why: 'all is well' });
    return async (question) => {
      const { afterMs, answer } = answerOf(draws, name, question);
      await memory.time.wait(afterMs);
      return answer;
    };
  }
}

function isOver(result: RunResult | null): boolean {
  return result !== null && result.status !== 'stopped' && result.status !== 'refused';
}

function endingOf({ status }: RunResult): Exclude<Ending, 'left'> | null {
  return status === 'done' || status === 'went-back' || status === 'cancelled' ? status : null;
}
