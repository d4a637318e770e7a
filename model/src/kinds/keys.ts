import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, duration, integer, regionName } from '../fields.ts';
import {
  allRegions,
  defineKind,
  type Surroundings,
  startRegion,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';

/** A KMS key: multi-Region, so that what one region wrote another can read. */
export interface Keys extends ComponentBase {
  readonly kind: 'keys';
  readonly multiRegion: boolean;
  /** Where its first copy is; the others are replicas of it. */
  readonly homeIn: string;
  /** What it encrypts, by component name. */
  readonly encrypts: readonly string[];
  /** Its material is changed this often, in ms. */
  readonly rotationMs: number;
  /** How long a deletion can be taken back, in days. */
  readonly deletionDays: number;
}

const day = 86_400_000;
/** KMS: automatic rotation every 90 to 2,560 days (KMS API reference, EnableKeyRotation). */
const rotation = { minMs: 90 * day, maxMs: 2_560 * day } as const;

const schema = z.strictObject({
  kind: z.literal('keys'),
  encrypts: z.array(componentName()).optional().describe('What it encrypts. Default: nothing yet.'),
  multiRegion: z
    .boolean()
    .optional()
    .describe('One key with a replica in each region. Default: with two regions or more.'),
  homeIn: regionName().optional().describe('Where its first copy is. Default: the primary.'),
  rotation: duration()
    .optional()
    .describe('Its material is changed this often: 90d to 2560d. Default 365d.'),
  // KMS API reference, ScheduleKeyDeletion: 7 to 30 days.
  deletionDays: integer(7, 30, 'days')
    .optional()
    .describe('How long a deletion can be taken back. Default 30.'),
  ...commonFields,
});

type WrittenKeys = z.output<typeof schema>;

function isWrittenKeys(component: WrittenComponent): component is WrittenKeys {
  return component.kind === 'keys';
}

function check(written: WrittenKeys, around: Surroundings, tell: Tell, own: string): void {
  for (const [name, other] of around.components) {
    if (name === own) break;
    if (!isWrittenKeys(other)) continue;
    written.encrypts?.forEach((target, index) => {
      if (other.encrypts?.includes(target) !== true) return;
      const wrong = `is encrypted with ${name} already, and nothing has two keys`;
      tell(['encrypts', index], wrong, `leave it out here, or there`);
    });
  }
  const every = written.rotation;
  if (every === undefined || (every >= rotation.minMs && every <= rotation.maxMs)) return;
  tell(
    ['rotation'],
    'is outside what KMS offers: 90 to 2,560 days',
    `write ${every < rotation.minMs ? "'90d' or more" : "'2560d' or less"}`,
  );
}

export const keys = defineKind({
  kind: 'keys',
  title: 'KMS key, in every region',
  scope: 'each region',
  schema,
  references: {
    encrypts: [
      'aurora',
      'postgres',
      'documentdb',
      'dynamodb',
      'file-store',
      'object-store',
      'container-registry',
      'kubernetes-cluster',
      'virtual-machines',
      'machine-image',
      'secrets',
      'events',
    ],
  },
  regionReferences: ['homeIn'],
  name: { lengthMax: 63, because: "a label; KMS's own limit for an alias is 256" },
  check,
  resolve: (written, around, fill, name): Keys => ({
    kind: 'keys',
    ...fillBase(name, allRegions(around), written),
    multiRegion: fill(
      ['multiRegion'],
      written.multiRegion,
      around.regions.length > 1,
      around.regions.length > 1
        ? 'a copy in another region is read with the key of that region'
        : 'there is one region',
    ),
    homeIn: fill(
      ['homeIn'],
      written.homeIn,
      startRegion(around),
      'the region that serves at the start',
    ),
    encrypts: fill(['encrypts'], written.encrypts, [], 'name what it encrypts'),
    rotationMs: fill.duration(['rotation'], written.rotation, 365 * day, "KMS's own default"),
    deletionDays: fill(['deletionDays'], written.deletionDays, 30, 'the longest that KMS waits'),
  }),
});
