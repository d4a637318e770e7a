import { z } from 'zod';
import { checkClass } from '../checks/databases.ts';
import { checkVersion } from '../checks/offers.ts';
import { commonFields } from '../common.ts';
import type { DatabaseBase } from '../component.ts';
import { checkDatabase, fillDatabase, replicaRegions } from '../data.ts';
import { bytes, databaseFields, orVouchedFor, pattern } from '../fields.ts';
import { usedOf } from '../figures.ts';
import { defineKind } from '../kind.ts';
import { classOffers, versionOffers } from '../offers.ts';

/** RDS for PostgreSQL, with cross-region read replicas. */
export interface Postgres extends DatabaseBase {
  readonly kind: 'postgres';
  readonly version: string;
  readonly storageBytes: number;
  /** Whether a copy that follows has a standby in a second zone, as the one that writes has. */
  readonly replicaMultiZone: boolean;
}

/** RDS, gp3 volumes. */
const storage = { minBytes: 20 * 2 ** 30, maxBytes: 64 * 2 ** 40 } as const;

const schema = z.strictObject({
  kind: z.literal('postgres'),
  version: orVouchedFor(
    pattern(
      /^\d{2}(\.\d{1,2})?$/,
      'is not a PostgreSQL version',
      "write it in quotes, like '17' or '17.4'",
    ),
  ).describe("Like '17' or '17.4'."),
  ...databaseFields,
  replicaMultiZone: z
    .boolean()
    .optional()
    .describe('Each replica has a standby in a second zone as well. Default false.'),
  storage: bytes().optional().describe("Disk, 20 GiB to 64 TiB. Default '100 GiB'."),
  ...commonFields,
});

export const postgres = defineKind({
  kind: 'postgres',
  title: 'RDS for PostgreSQL',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicaIn'],
  name: { lengthMax: 63, because: "RDS's limit for identifiers" },
  check: (written: z.output<typeof schema>, around, tell) => {
    checkDatabase(written, 'postgresql', around, tell);
    checkClass(written, 'RDS for PostgreSQL', classOffers.postgres, around, tell);
    const replicas = replicaRegions(written, around);
    const small = around.regions.find(({ name, zones }) => replicas.includes(name) && zones < 2);
    if (written.replicaMultiZone === true && small !== undefined) {
      tell(
        ['replicaMultiZone'],
        `needs a second zone, but ${small.name} has one`,
        `give ${small.name} two zones (zones: 2), or write replicaMultiZone: false`,
      );
    }
    checkVersion(written.version, versionOffers.postgres, tell);
    const size = written.storage;
    if (size !== undefined && (size < storage.minBytes || size > storage.maxBytes)) {
      const isSmall = size < storage.minBytes;
      tell(
        ['storage'],
        'is outside what RDS offers: 20 GiB to 64 TiB',
        `write ${isSmall ? "'20 GiB' or more" : "'64 TiB' or less"}`,
      );
    }
  },
  resolve: (written, around, fill, name): Postgres => ({
    kind: 'postgres',
    name,
    version: usedOf(written.version),
    ...fillDatabase(written, around, fill, 5432),
    replicaMultiZone: fill(
      ['replicaMultiZone'],
      written.replicaMultiZone,
      false,
      'a copy that waits costs half as much in one zone',
    ),
    storageBytes: fill.bytes(
      ['storage'],
      written.storage,
      100 * 2 ** 30,
      'room to grow; RDS grows it, but never shrinks it',
    ),
  }),
});
