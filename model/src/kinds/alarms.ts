import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, duration, percent } from '../fields.ts';
import { allRegions, defineKind, type Surroundings } from '../kind.ts';

/** What CloudWatch takes a missing value for. */
export const missingData = ['breaching', 'notBreaching', 'ignore', 'missing'] as const;
type MissingData = (typeof missingData)[number];

/** CloudWatch alarms in each region over what is watched there, and one that sums them up. */
export interface Alarms extends ComponentBase {
  readonly kind: 'alarms';
  /** What is watched, by component name. */
  readonly watches: readonly string[];
  /** An events; null: an alarm changes its colour and tells nobody. */
  readonly notify: string | null;
  /** For every watched thing that has a CPU; a database may have its own figure. */
  readonly cpuPercent: number;
  /** For every watched replica; a database may have its own figure. */
  readonly replicationLagMs: number;
  /** Replication that stopped, hosts that are not healthy, machines whose checks fail. */
  readonly faults: boolean;
  /** One alarm a region that is on while any of them is. */
  readonly composite: boolean;
  /** What a silent metric means: of replication, and of everything else. */
  readonly missing: { readonly replication: MissingData; readonly others: MissingData };
}

const watchable = [
  'aurora',
  'postgres',
  'documentdb',
  'dynamodb',
  'file-store',
  'load-balancer',
  'virtual-machines',
] as const;

const schema = z.strictObject({
  kind: z.literal('alarms'),
  watches: z
    .array(componentName())
    .optional()
    .describe(
      'What is watched. Default: databases, tables, file stores, load balancers, machines.',
    ),
  notify: componentName().optional().describe('Whom it tells, by way of an events component.'),
  cpu: percent(1).optional().describe('CPU use, in percent, that calls the operator. Default 80.'),
  replicationLag: duration()
    .optional()
    .describe('Lag of a replica that calls the operator. Default 60s.'),
  faults: z
    .boolean()
    .optional()
    .describe('Replication that stopped, hosts that fail. Default true.'),
  composite: z.boolean().optional().describe('One alarm a region that sums up. Default true.'),
  missing: z
    .strictObject({
      replication: z.enum(missingData).optional().describe('Default notBreaching.'),
      others: z.enum(missingData).optional().describe('Default missing.'),
    })
    .optional()
    .describe('What a metric means that is silent.'),
  ...commonFields,
});

function watched(around: Surroundings): string[] {
  const usual: readonly string[] = watchable;
  return [...around.components].flatMap(([name, { kind }]) => (usual.includes(kind) ? [name] : []));
}

export const alarms = defineKind({
  kind: 'alarms',
  title: 'CloudWatch alarms',
  scope: 'each region',
  schema,
  references: { watches: watchable, notify: ['events'] },
  regionReferences: [],
  name: { lengthMax: 63, because: "a label; CloudWatch's own limit is 255" },
  check: (written: z.output<typeof schema>, around, tell) => {
    if ((written.watches ?? watched(around)).length > 0) return;
    tell(['watches'], 'names nothing to watch', 'name a database, a load balancer or machines');
  },
  resolve: (written, around, fill, name): Alarms => ({
    kind: 'alarms',
    ...fillBase(name, allRegions(around), written),
    watches: fill(
      ['watches'],
      written.watches,
      watched(around),
      'every store, load balancer and group of machines that has a metric of its own',
    ),
    notify: fill(['notify'], written.notify, null, 'name an events component to be told'),
    cpuPercent: fill(['cpu'], written.cpu, 80, 'room is left for a failover'),
    replicationLagMs: fill.duration(
      ['replicationLag'],
      written.replicationLag,
      60_000,
      'far from normal, and early enough to act',
    ),
    faults: fill(['faults'], written.faults, true, 'a replica that stopped is found before a loss'),
    composite: fill(['composite'], written.composite, true, 'one thing to look at in a region'),
    missing: {
      replication: fill(
        ['missing', 'replication'],
        written.missing?.replication,
        'notBreaching',
        'the copy that writes has no lag to tell; that one stopped is told as an event',
      ),
      others: fill(
        ['missing', 'others'],
        written.missing?.others,
        'missing',
        'a standby without traffic has nothing to tell',
      ),
    },
  }),
});
