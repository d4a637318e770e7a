import { z } from 'zod';
import { commonFields } from '../common.ts';
import type { DataBase } from '../component.ts';
import { checkData, fillData } from '../data.ts';
import { dataFields, duration } from '../fields.ts';
import { defineKind, type WrittenComponent } from '../kind.ts';

/** S3. A bucket spans zones by itself. */
export interface ObjectStore extends DataBase {
  readonly kind: 'object-store';
  readonly versioning: boolean;
  /** S3's replication time control: 99.99 % of objects within 15 minutes. */
  readonly replicationTimeControl: boolean;
  readonly publicAccess: boolean;
  /** Objects are deleted at this age, in ms; null: never. */
  readonly expireAfterMs: number | null;
}

/** S3 API reference, LifecycleExpiration: days. */
const day = 86_400_000;

const schema = z.strictObject({
  kind: z.literal('object-store'),
  ...dataFields,
  versioning: z.boolean().optional().describe('Default true; replication needs it.'),
  replicationTimeControl: z
    .boolean()
    .optional()
    .describe('99.99 percent of objects are replicated within 15 minutes. Default false.'),
  publicAccess: z.boolean().optional().describe('Anyone may read. Default false.'),
  expireAfter: duration().optional().describe('Objects are deleted at this age. Default: never.'),
  ...commonFields,
});

export function isWrittenObjectStore(
  component: WrittenComponent | undefined,
): component is z.output<typeof schema> {
  return component?.kind === 'object-store';
}

export const objectStore = defineKind({
  kind: 'object-store',
  title: 'S3 bucket',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicaIn'],
  name: { lengthMax: 63, because: "S3's limit for bucket names" },
  check: (written: z.output<typeof schema>, around, tell) => {
    checkData(written, around, tell);
    const age = written.expireAfter;
    if (age !== undefined && (age < day || age % day !== 0)) {
      const days = Math.max(1, Math.ceil(age / day));
      tell(['expireAfter'], 'is not what S3 takes: whole days, 1 or more', `write '${days}d'`);
    }
    if (written.versioning === false && around.regions.length > 1) {
      tell(
        ['versioning'],
        'is switched off, but S3 replicates only buckets that keep versions',
        'write versioning: true, or leave it out',
      );
    }
  },
  resolve: (written, around, fill, name): ObjectStore => {
    const base = fillData(written, around, fill);
    return {
      kind: 'object-store',
      name,
      ...base,
      versioning: fill(['versioning'], written.versioning, true, 'replication needs it'),
      replicationTimeControl: fill(
        ['replicationTimeControl'],
        written.replicationTimeControl,
        false,
        'it costs by volume; write it when an objective needs it',
      ),
      publicAccess: fill(['publicAccess'], written.publicAccess, false, 'nobody outside reads it'),
      expireAfterMs: fill(['expireAfter'], written.expireAfter, null, 'nothing is deleted'),
    };
  },
});
