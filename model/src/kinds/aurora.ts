import { z } from 'zod';
import { checkClass } from '../checks/databases.ts';
import { checkVersion } from '../checks/offers.ts';
import { commonFields } from '../common.ts';
import type { DatabaseBase } from '../component.ts';
import { checkDatabase, checkReaders, fillDatabase } from '../data.ts';
import { databaseFields, integer, orVouchedFor, pattern } from '../fields.ts';
import { usedOf } from '../figures.ts';
import { defineKind, type Surroundings, type Tell } from '../kind.ts';
import { classOffers, versionOffers } from '../offers.ts';

/** Aurora; with `replicaIn` a global database. Its storage spans three zones by itself. */
export interface Aurora extends DatabaseBase {
  readonly kind: 'aurora';
  readonly engine: 'mysql' | 'postgresql';
  readonly version: string;
  /** Writer and readers together, in the region that writes. */
  readonly instances: number;
  /** Readers in each region that follows. */
  readonly replicaInstances: number;
}

/** A cluster: one writer and 15 readers. */
const instancesMax = 16;

const schema = z.strictObject({
  kind: z.literal('aurora'),
  engine: z.enum(['mysql', 'postgresql']).describe('What it is compatible with.'),
  version: orVouchedFor(
    pattern(
      /^\d{1,2}(\.\d{1,2}){0,2}$/,
      'is not an engine version',
      "write it in quotes, like '8.0' or '17.4'",
    ),
  ).describe("Of MySQL or PostgreSQL, like '8.0' or '17.4'."),
  ...databaseFields,
  instances: integer(1, instancesMax, 'instances')
    .optional()
    .describe('Writer and readers in the region that writes. Default 2.'),
  replicaInstances: integer(0, instancesMax, 'instances')
    .optional()
    .describe('Readers in each region that follows. Default 1.'),
  ...commonFields,
});

type WrittenAurora = z.output<typeof schema>;

function check(written: WrittenAurora, around: Surroundings, tell: Tell): void {
  checkDatabase(written, written.engine, around, tell);
  checkClass(written, 'Aurora', classOffers.aurora, around, tell);
  checkVersion(written.version, versionOffers[`aurora ${written.engine}`], tell);
  checkReaders(written, tell);
}

export const aurora = defineKind({
  kind: 'aurora',
  title: 'Aurora',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicaIn'],
  name: { lengthMax: 63, because: "RDS's limit for identifiers" },
  check,
  resolve: (written, around, fill, name): Aurora => {
    const base = fillDatabase(written, around, fill, written.engine === 'mysql' ? 3306 : 5432);
    return {
      kind: 'aurora',
      name,
      engine: written.engine,
      version: usedOf(written.version),
      ...base,
      instances: fill(
        ['instances'],
        written.instances,
        base.multiZone ? 2 : 1,
        base.multiZone ? 'a reader in a second zone is promoted' : 'multiZone is false',
      ),
      replicaInstances: fill(
        ['replicaInstances'],
        written.replicaInstances,
        around.strategy === 'active-active' ? 2 : 1,
        'one reader is ready to be promoted without waiting for an instance',
      ),
    };
  },
});
