/**
 * The recovery of `recovery-model.json` as a plan for the engine: a step for each draw of its graph
 * and for each constant, in the order that the graph's sums and maxima say.
 */
import type { Duration, Plan, Step, Topology } from '@outrigger/recovery';
import { type Draw, distributionOf, type PlanRun, planRunner } from '@outrigger/sim';
import { graphOf, type RecoveryModel } from './recovery-model.ts';

const noTimings = { world: 'aws', timings: [] } as const;
const topology: Topology = { epoch: 1, data: {}, lost: { regions: [], zones: [] }, admitted: [] };

/** Gives any run of the model, as the engine runs it: every step, every event, every record. */
export function modelRunner(model: RecoveryModel, seed: number): (run: number) => PlanRun {
  const { draws } = graphOf(model);
  const instead = new Map(Object.entries(draws).map(([name, draw]) => [name, durationOf(draw)]));
  return planRunner(planOfModel(model), noTimings, { topology, seed, instead });
}

export function planOfModel({ name, groups, nodesPerGroup }: RecoveryModel): Plan {
  const steps: Step[] = [];
  /** One after another; gives the last one's id. */
  const chain = (after: readonly string[], ids: readonly string[]): readonly string[] => {
    let before = after;
    for (const id of ids) {
      steps.push(stepOf(id, before));
      before = [id];
    }
    return before;
  };
  const detected = ['detect.phase', 'detect.intervals', 'detect.timeout', 'detect.publish'];
  const start = chain([], [...detected, 'plan.start']);
  const served = [
    ...chain(start, ['db.call', 'db.promote', 'db.endpoint', 'db.verify']),
    ...chain(start, ['efs.call', 'efs.delete']),
    ...groups.flatMap((group) => {
      const called = chain(start, [`${group}/group.call`]);
      const ready = Array.from({ length: nodesPerGroup }, (_, index) => {
        const node = `${group}/${index + 1}`;
        const parts = ['node.launch', 'node.ready', 'node.pull', 'pod.ready'];
        return chain(
          called,
          parts.map((part) => `${node}/${part}`),
        );
      });
      return chain(ready.flat(), [`${group}/group.register`]);
    }),
  ];
  chain(served, ['ga.phase', 'ga.intervals', 'ga.response', 'ga.spread']);
  return {
    schemaVersion: 1,
    platform: name,
    intent: 'switchover',
    failure: null,
    from: 'us-east-1',
    to: 'us-west-2',
    takesEpoch: true,
    objective: null,
    kinds: {},
    steps,
    handover: null,
    notes: [],
    redFlags: [],
  };
}

function stepOf(id: string, after: readonly string[]): Step {
  const component = id.slice(0, Math.max(id.lastIndexOf('/'), id.indexOf('.')));
  const subject = { kind: 'component', component, region: 'us-west-2' } as const;
  return {
    id,
    after,
    guard: [],
    action: { verb: 'verify', component, region: 'us-west-2', arguments: {} },
    check: [{ subject, fact: 'ready', is: 'equal', value: true }],
    retry: { attemptsMax: 5, backoff: 'long' },
    controlPlanes: [],
    mayLoseData: false,
    background: false,
    doneWhen: 'ready',
  };
}

function durationOf(draw: Draw): Duration {
  const { basis, source } = draw;
  return { distribution: distributionOf(draw), basis, source };
}
