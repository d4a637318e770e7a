/**
 * Reads `recovery-model.json`, one recovery as data, into a graph for the evaluator. The file says
 * in words how its steps make up a recovery ("graph"); here that is said in nodes.
 */
import type { Draw, Expression, StepGraph } from '@outrigger/sim';
import { z } from 'zod';

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uniform'), low: z.number(), high: z.number(), source: z.string() }),
  z.object({
    kind: z.literal('lognormal'),
    median: z.number(),
    p99: z.number(),
    source: z.string(),
  }),
]);

const stepNames = [
  'detect.phase',
  'detect.publish',
  'plan.start',
  'db.call',
  'db.promote',
  'db.endpoint',
  'db.verify',
  'efs.call',
  'efs.delete',
  'group.call',
  'node.launch',
  'node.ready',
  'node.pull',
  'pod.ready',
  'group.register',
  'ga.phase',
  'ga.response',
  'ga.spread',
  'db.lag',
  'efs.lag',
] as const;
type StepName = (typeof stepNames)[number];

const recoveryModel = z.object({
  name: z.string(),
  groups: z.array(z.string()).min(1),
  nodesPerGroup: z.number().int().min(1),
  check: z.object({
    interval: z.number(),
    threshold: z.number().int().min(1),
    probe_timeout: z.number(),
    source: z.string(),
  }),
  steps: z.record(z.enum(stepNames), step),
});

export type RecoveryModel = z.infer<typeof recoveryModel>;

/** Throws zod's error, which names every field that is wrong. */
export function parseRecoveryModel(json: unknown): RecoveryModel {
  return recoveryModel.parse(json);
}

/** What the file calls RTO and RPO. */
export const modelOutputs = ['RTO', 'db.lag', 'efs.lag'] as const;

/** Every node draws for itself; a group's nodes share its call, as all share detection. */
export function graphOf({ name, groups, nodesPerGroup, check, steps }: RecoveryModel): StepGraph {
  const draws: { [name: string]: Draw } = {};
  const nodes: { [name: string]: Expression } = {};
  /** One draw of a step, under a name of its own where several are drawn. */
  const draw = (stepName: StepName, as: string = stepName): string => {
    const { source, ...distribution } = steps[stepName];
    const basis = source.startsWith('assumed') ? 'assumed' : 'documented';
    draws[as] = { distribution, unit: 's', basis, source };
    return as;
  };
  const constant = (as: string, value: number): string => {
    const distribution = { kind: 'constant', value } as const;
    draws[as] = { distribution, unit: 's', basis: 'documented', source: check.source };
    return as;
  };
  const further = (check.threshold - 1) * check.interval;

  nodes.detect = {
    sum: [
      draw('detect.phase'),
      constant('detect.intervals', further),
      constant('detect.timeout', check.probe_timeout),
      draw('detect.publish'),
    ],
  };
  nodes.start = { sum: ['detect', draw('plan.start')] };
  nodes.db = {
    sum: ['start', draw('db.call'), draw('db.promote'), draw('db.endpoint'), draw('db.verify')],
  };
  nodes.efs = { sum: ['start', draw('efs.call'), draw('efs.delete')] };
  for (const group of groups) {
    const called = draw('group.call', `${group}/group.call`);
    const names = Array.from({ length: nodesPerGroup }, (_, index) => `${group}/${index + 1}`);
    for (const node of names) {
      const own = (stepName: StepName) => draw(stepName, `${node}/${stepName}`);
      nodes[node] = {
        sum: [
          'start',
          called,
          own('node.launch'),
          own('node.ready'),
          own('node.pull'),
          own('pod.ready'),
        ],
      };
    }
    nodes[`${group}/ready`] = { max: names };
    const registered = draw('group.register', `${group}/group.register`);
    nodes[group] = { sum: [`${group}/ready`, registered] };
  }
  nodes.serve = { max: ['db', 'efs', ...groups] };
  nodes.RTO = {
    sum: [
      'serve',
      draw('ga.phase'),
      constant('ga.intervals', further),
      draw('ga.response'),
      draw('ga.spread'),
    ],
  };
  draw('db.lag');
  draw('efs.lag');
  return { name, draws, nodes };
}
