import { z } from 'zod';
import { commonFields } from '../common.ts';
import type { DataBase } from '../component.ts';
import { checkData, fillData } from '../data.ts';
import { dataFields, duration } from '../fields.ts';
import { defineKind } from '../kind.ts';

/** EFS: files that pods of a whole region mount. Its replica is read-only until detached. */
export interface FileStore extends DataBase {
  readonly kind: 'file-store';
  readonly throughput: 'elastic' | 'bursting';
  /** Files untouched for this long, in ms, move to the cheaper class; null: never. */
  readonly coldAfterMs: number | null;
  readonly backups: boolean;
}

const schema = z.strictObject({
  kind: z.literal('file-store'),
  ...dataFields,
  throughput: z.enum(['elastic', 'bursting']).optional().describe('Default elastic.'),
  coldAfter: duration()
    .optional()
    .describe('Files untouched for this long move to the cheaper class. Default: never.'),
  backups: z.boolean().optional().describe('Daily, by AWS Backup. Default true.'),
  ...commonFields,
});

export const fileStore = defineKind({
  kind: 'file-store',
  title: 'EFS',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicaIn'],
  name: { lengthMax: 63, because: 'a label' },
  check: (written: z.output<typeof schema>, around, tell) => checkData(written, around, tell),
  resolve: (written, around, fill, name): FileStore => ({
    kind: 'file-store',
    name,
    ...fillData(written, around, fill),
    throughput: fill(['throughput'], written.throughput, 'elastic', "EFS's own default"),
    coldAfterMs: fill(['coldAfter'], written.coldAfter, null, 'reading a cold file costs more'),
    backups: fill(['backups'], written.backups, true, 'a replica copies a deletion too'),
  }),
});
