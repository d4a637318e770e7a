import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { pattern } from '../fields.ts';
import { allRegions, defineKind } from '../kind.ts';

/** EventBridge sends what happens to an SNS topic in each region, and that to people. */
export interface Events extends ComponentBase {
  readonly kind: 'events';
  /** What is told, by EventBridge's sources. */
  readonly sources: readonly EventSource[];
  readonly email: readonly string[];
  /** Numbers in E.164: `+491701234567`. */
  readonly sms: readonly string[];
}

/** What EventBridge calls those that tell something. */
const sources = {
  alarms: 'aws.cloudwatch',
  health: 'aws.health',
  databases: 'aws.rds',
  'auto-scaling': 'aws.autoscaling',
  clusters: 'aws.eks',
  images: 'aws.ecr',
  pipelines: 'aws.codepipeline',
  'access-analyzer': 'aws.access-analyzer',
} as const;
type SourceName = keyof typeof sources;
export type EventSource = (typeof sources)[SourceName];
const isSource = (name: string): name is SourceName => Object.hasOwn(sources, name);
const sourceNames: readonly SourceName[] = Object.keys(sources).filter(isSource);
const usualSources: readonly SourceName[] = ['alarms', 'health', 'databases'];

const schema = z.strictObject({
  kind: z.literal('events'),
  sources: z
    .array(z.enum(sourceNames))
    .optional()
    .describe("What is told. Default: alarms, AWS's health, databases."),
  email: z
    .array(
      pattern(
        /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
        'is not an e-mail address',
        "write one like 'operations@example.com'",
      ),
    )
    .optional()
    .describe('Addresses; each confirms the first message.'),
  sms: z
    .array(
      pattern(
        /^\+[1-9]\d{6,14}$/,
        'is not a telephone number',
        "write it with its country, like '+491701234567'",
      ),
    )
    .optional()
    .describe("Telephone numbers with their country, like '+491701234567'."),
  ...commonFields,
});

export const events = defineKind({
  kind: 'events',
  title: 'EventBridge and SNS',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: [],
  name: { lengthMax: 64, because: "EventBridge's limit for rules" },
  check: (written: z.output<typeof schema>, _, tell) => {
    const { email = [], sms = [] } = written;
    if (email.length + sms.length > 0) return;
    tell(['email'], 'is missing, and so is sms: nobody would be told', 'name an address');
  },
  resolve: (written, around, fill, name): Events => ({
    kind: 'events',
    ...fillBase(name, allRegions(around), written),
    sources: fill(['sources'], written.sources, usualSources, 'what an operator acts on').map(
      (source) => sources[source],
    ),
    email: fill(['email'], written.email, [], 'nobody is written to'),
    sms: fill(['sms'], written.sms, [], 'nobody is woken'),
  }),
});
