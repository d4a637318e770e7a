import { planFor } from '@outrigger/components';
import type { Platform } from '@outrigger/model';
import {
  type Approver,
  type Drive,
  type DriveOptions,
  drive,
  type EngineIntervals,
  type Plan,
  type PlanProblem,
  type PlanRequest,
  resume,
  type Topology,
  type World,
} from '@outrigger/recovery';
import type { ClusterRecord } from '../witness/record.ts';
import type { LabControl } from './lab-control.ts';
import type { Reach } from './reach.ts';
import { observeTopology } from './topology.ts';
import { labJournal, labWorld } from './world.ts';

/** What every run of a controller shares. Ids, the clock and the versions are arguments. */
export interface Controller {
  readonly lab: LabControl;
  readonly reach: Reach;
  readonly platform: Platform;
  readonly platformDigest: string;
  readonly versions: { readonly [part: string]: string };
  /** Host and process, for the journal. */
  readonly name: string;
  /** Wall-clock time, ISO 8601: for people. */
  readonly clock: () => string;
  /** Looks over the world's shoulder: a drill writes down every effect. */
  readonly watch?: ((world: World) => World) | undefined;
}

/** The lab's own intervals: a link is 5 ms away, a seed takes seconds. */
export const labIntervals: EngineIntervals = {
  pollMs: 10,
  patienceMs: { short: 4_000, long: 60_000 },
  backoffMs: { short: 50, long: 500 },
};

export type Prepared =
  | { readonly plan: Plan; readonly topology: Topology; readonly problems?: undefined }
  | { readonly plan?: undefined; readonly problems: readonly PlanProblem[] };

/** The plan for what is known now. It changes nothing. */
export async function prepareRun(controller: Controller, request: PlanRequest): Promise<Prepared> {
  const { lab, reach, platform } = controller;
  const answer = await lab.witness.call<ClusterRecord>('GET', '/record', undefined, 2_000);
  if (answer.kind !== 'answered') {
    const wrong = `the witness can not be reached: ${answer.why}`;
    const mend = 'Nothing may be promoted without it. Restore it, then try again.';
    return { problems: [{ path: 'witness', wrong, mend }] };
  }
  // A planned move can wait for the newest word; after a loss what is known has to do.
  if (request.intent !== 'failover') await reach.refresh();
  const topology = observeTopology(lab, reach, answer.body);
  const planned = planFor({ platform, topology, request });
  if (planned.problems !== undefined) return { problems: planned.problems };
  const restored = planned.plan.steps.find(({ action }) => action.verb === 'restore');
  if (restored === undefined) return { plan: planned.plan, topology };
  const path = `topology.data.${restored.action.component}.members`;
  const wrong = 'it would be restored from a backup, and the lab keeps none';
  return { problems: [{ path, wrong, mend: 'simulate it instead, or heal what is lost' }] };
}

/** Takes an epoch when the plan needs one, journals record 0 and drives the plan. */
export async function startRun(
  controller: Controller,
  run: string,
  prepared: { readonly plan: Plan; readonly topology: Topology },
  options: Pick<DriveOptions, 'onRecords'> & { readonly approver: Approver },
): Promise<Drive> {
  const { plan, topology } = prepared;
  const epoch = plan.takesEpoch ? await takeEpoch(controller, run) : topology.epoch;
  return drive(driveOptions(controller, run, options), {
    plan,
    topology,
    epoch,
    platformDigest: controller.platformDigest,
    versions: controller.versions,
  });
}

/** Goes on with a run from its journal, on whatever machine its controller was before. */
export function resumeRun(
  controller: Controller,
  run: string,
  options: Pick<DriveOptions, 'onRecords'> & { readonly approver: Approver },
  commands: Parameters<typeof resume>[1] = [],
): Drive {
  return resume(driveOptions(controller, run, options), commands);
}

function driveOptions(
  controller: Controller,
  run: string,
  options: Pick<DriveOptions, 'onRecords'> & { readonly approver: Approver },
): DriveOptions {
  const world = labWorld(controller.platform, controller.lab, controller.reach);
  return {
    world: controller.watch?.(world) ?? world,
    journal: labJournal(controller.lab),
    run,
    controller: controller.name,
    intervals: labIntervals,
    clock: controller.clock,
    ...options,
  };
}

async function takeEpoch(controller: Controller, run: string): Promise<number> {
  const answer = await controller.lab.witness.call<{ epoch: number }>(
    'POST',
    '/epoch',
    { run },
    2_000,
  );
  if (answer.kind !== 'answered') throw new Error(`the witness gives no epoch: ${answer.why}`);
  return answer.body.epoch;
}
