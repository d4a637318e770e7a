import { z } from 'zod';
import { checkClass } from '../checks/databases.ts';
import { checkVersion } from '../checks/offers.ts';
import { commonFields } from '../common.ts';
import type { DatabaseBase } from '../component.ts';
import { checkDatabase, checkReaders, fillDatabase, replicaRegions } from '../data.ts';
import { databaseFields, integer, orVouchedFor, pattern } from '../fields.ts';
import { usedOf } from '../figures.ts';
import { defineKind, type Surroundings, type Tell } from '../kind.ts';
import { classOffers, documentdbWithoutGlobal, versionOffers } from '../offers.ts';

/** DocumentDB, compatible with MongoDB; with `replicaIn` a global cluster. */
export interface Documentdb extends DatabaseBase {
  readonly kind: 'documentdb';
  readonly version: string;
  /** Writer and readers together, in the region that writes. */
  readonly instances: number;
  /** Readers in each region that follows. */
  readonly replicaInstances: number;
}

/** A cluster: one writer and 15 readers (DocumentDB developer guide, quotas). */
const instancesMax = 16;

const schema = z.strictObject({
  kind: z.literal('documentdb'),
  version: orVouchedFor(
    pattern(/^\d\.\d$/, 'is not a DocumentDB version', "write it in quotes, like '5.0'"),
  ).describe("Of MongoDB, as DocumentDB is compatible with it, like '5.0'."),
  ...databaseFields,
  instances: integer(1, instancesMax, 'instances')
    .optional()
    .describe('Writer and readers in the region that writes. Default 2.'),
  replicaInstances: integer(0, instancesMax, 'instances')
    .optional()
    .describe('Readers in each region that follows. Default 1.'),
  ...commonFields,
});

type WrittenDocumentdb = z.output<typeof schema>;

function check(written: WrittenDocumentdb, around: Surroundings, tell: Tell): void {
  checkDatabase(written, 'documentdb', around, tell);
  checkClass(written, 'DocumentDB', classOffers.documentdb, around, tell);
  checkVersion(written.version, versionOffers.documentdb, tell);
  const follows = replicaRegions(written, around).length > 0;
  if (usedOf(written.version) === documentdbWithoutGlobal && follows) {
    const wrong =
      'has no copies in other regions (DocumentDB developer guide, limitations of global clusters)';
    tell(['version'], wrong, "write '5.0', or replicaIn: []");
  }
  checkReaders(written, tell);
}

export const documentdb = defineKind({
  kind: 'documentdb',
  title: 'DocumentDB',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicaIn'],
  name: { lengthMax: 63, because: "DocumentDB's limit for identifiers" },
  check,
  resolve: (written, around, fill, name): Documentdb => {
    const base = fillDatabase(written, around, fill, 27_017);
    return {
      kind: 'documentdb',
      name,
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
