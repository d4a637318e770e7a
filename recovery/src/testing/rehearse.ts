import type { Platform } from '@outrigger/model';
import { type Approver, type DriveOptions, drive, type RunResult, resume } from '../drive.ts';
import type { Plan } from '../plan.ts';
import type { Topology } from '../topology.ts';
import type { Command } from '../transition.ts';
import { createMemoryWorld, type MemoryWorld, type MemoryWorldOptions } from './memory-world.ts';

export interface RehearsalOptions {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly plan: Plan;
  readonly seed: number;
  readonly fault?: NonNullable<MemoryWorldOptions['fault']>;
  /** The controller dies once this many records are on disk; another one goes on. */
  readonly crashAfter?: number;
  /** A second controller takes the run over while the first still drives, after this many ms. */
  readonly secondControllerAfterMs?: number;
  readonly approver?: Approver;
  /** What an operator says, and when, in ms. */
  readonly commands?: readonly { readonly afterMs: number; readonly command: Command }[];
  /** What an operator says, word by word, each time that a step has failed for good. */
  readonly saidWhenFailed?: readonly Command[];
  /** Where it is rehearsed; left out: in a world in memory. */
  readonly createWorld?: (options: MemoryWorldOptions) => MemoryWorld;
}

export interface Rehearsal {
  readonly memory: MemoryWorld;
  readonly result: RunResult;
  /** Of the controller that was there first, when a second one took over. */
  readonly first: RunResult | null;
  readonly run: string;
}

/** Says yes to everything, as a drill does in the lab. */
export const agreeable: Approver = async () => ({ yes: true, who: 'drill', why: 'a rehearsal' });

/** Drives a plan to its end in a world on virtual time, with all that was asked for going wrong. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { plan, platform, seed, topology } = options;
  const fault = options.fault === undefined ? {} : { fault: options.fault };
  const create = options.createWorld ?? createMemoryWorld;
  const memory = create({ platform, topology, seed, ...fault });
  if (plan.intent === 'failover' && plan.failure !== null) memory.lose(plan.failure);
  const run = `run-${seed}`;
  const driving = (controller: string): DriveOptions => ({
    world: memory.world,
    journal: memory.journal,
    run,
    controller,
    intervals: memory.pace.intervals,
    clock: () => `t+${Math.round(memory.time.now())}ms`,
    approver: options.approver ?? agreeable,
  });
  const epoch = topology.epoch + (plan.takesEpoch ? 1 : 0);
  const versions = { outrigger: '0.1.0' };
  if (options.crashAfter !== undefined) memory.crashAfter(options.crashAfter);
  const started = drive(driving('controller-1'), {
    plan,
    topology,
    epoch,
    platformDigest: 'digest',
    versions,
  });
  for (const { afterMs, command } of options.commands ?? []) {
    memory.time.at(afterMs, () => started.tell(command));
  }
  if (options.crashAfter !== undefined) {
    const ended = started.finished.then((result): RunResult | null => result);
    const result = await memory.time.until(
      Promise.race([ended, memory.crashed().then((): RunResult | null => null)]),
    );
    if (result !== null) return { memory, result, first: null, run };
    const resumed = resume(driving('controller-2'));
    return { memory, result: await memory.time.until(resumed.finished), first: null, run };
  }
  if (options.secondControllerAfterMs !== undefined) {
    await memory.time.until(memory.time.wait(options.secondControllerAfterMs));
    const second = resume(driving('controller-2'));
    const result = await memory.time.until(second.finished);
    const first = await memory.time.until(started.finished);
    return { memory, result, first, run };
  }
  let result = await memory.time.until(started.finished);
  for (const command of options.saidWhenFailed ?? []) {
    if (result.status !== 'failed') break;
    result = await memory.time.until(resume(driving('controller-2'), [command]).finished);
  }
  return { memory, result, first: null, run };
}
