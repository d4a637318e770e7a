import { z } from 'zod';

/**
 * What the witness knows of a database, durably: the epoch, who writes, and which members hold
 * every acknowledged write. Pure transitions; the witness stores the result before it answers.
 */
export const databaseRecord = z.object({
  epoch: z.number().int().nonnegative(),
  writer: z.string().nullable(),
  inSync: z.array(z.string()).readonly(),
  /** Its writer held every acknowledged write when it took over. */
  lossless: z.boolean(),
  /** Counts the changes of the in-sync set: each is made to the one that its writer has seen. */
  revision: z.number().int().nonnegative(),
  /**
   * Where each epoch's timeline left the one before it: a standby past it is seeded anew.
   * `lossless`: what it holds past that was acknowledged to nobody.
   */
  forks: z
    .array(
      z.object({
        epoch: z.number().int(),
        lsn: z.string(),
        oldestXid: z.string(),
        lossless: z.boolean(),
      }),
    )
    .readonly(),
});
export type DatabaseRecord = z.output<typeof databaseRecord>;

export const clusterRecord = z.object({
  /** The highest epoch ever given to a run; a run's epoch is this + 1. */
  epochGiven: z.number().int().nonnegative(),
  /** The region that serves clients now, as the last finished handover left it. */
  activeRegion: z.string(),
  databases: z.record(z.string(), databaseRecord),
  /** Per file store: the region whose copy is written. */
  fileStores: z.record(z.string(), z.object({ epoch: z.number().int(), region: z.string() })),
});
export type ClusterRecord = z.output<typeof clusterRecord>;

export const inSyncChange = z.object({
  component: z.string(),
  epoch: z.number().int(),
  writer: z.string(),
  inSync: z.array(z.string()),
  /** The newest that the writer knows of. */
  revision: z.number().int(),
});

/**
 * The writer of this epoch says who is in sync. It asks *before* it stops waiting for a standby:
 * a promotion without loss is from this set only. What it had asked before, and what comes late,
 * is refused: else a standby would be called in sync after nobody waits for it any more.
 */
export function changeInSync(
  record: ClusterRecord,
  change: z.output<typeof inSyncChange>,
): ClusterRecord | string {
  const database = record.databases[change.component];
  if (database === undefined) return `no database ${change.component}`;
  if (database.epoch !== change.epoch || database.writer !== change.writer) {
    return (
      `epoch ${change.epoch} of ${change.writer} is over; epoch ${database.epoch} of ` +
      `${database.writer} writes`
    );
  }
  if (database.revision !== change.revision) {
    return `the in-sync set has changed since: revision ${database.revision}`;
  }
  const { inSync } = change;
  const revision = database.revision + 1;
  return withDatabase(record, change.component, { ...database, inSync, revision });
}

/**
 * Why a promotion would lose what was acknowledged; null when it would not. A plan may be older
 * than this record: the writer can have gone on without the standby since.
 */
export function whyNotLossless(
  record: ClusterRecord,
  wanted: { readonly component: string; readonly member: string; readonly epoch: number },
): string | null {
  const database = record.databases[wanted.component];
  if (database === undefined) return `no database ${wanted.component}`;
  // A repeat: it was recorded as the writer of this epoch the first time.
  if (database.epoch === wanted.epoch && database.writer === wanted.member) return null;
  if (database.inSync.includes(wanted.member)) return null;
  return (
    `${wanted.member} does not hold every acknowledged write any more: in sync are ` +
    `${database.inSync.join(', ') || 'none'}; plan again`
  );
}

export const writerChange = z.object({
  component: z.string(),
  epoch: z.number().int(),
  writer: z.string(),
  region: z.string(),
  fork: z.object({ lsn: z.string(), oldestXid: z.string() }).nullable(),
});

/**
 * A promoted member takes the epoch over, before it acks anything; where its timeline left the old
 * one is known a moment later and added then. Repeating it changes nothing.
 */
export function changeWriter(
  record: ClusterRecord,
  change: z.output<typeof writerChange>,
  /** Of the newest run that has begun: nothing late of an older one changes who writes. */
  epochBegun: number,
): ClusterRecord | string {
  const database = record.databases[change.component];
  if (database === undefined) return `no database ${change.component}`;
  const isKnown = database.epoch === change.epoch && database.writer === change.writer;
  const lossless = isKnown ? database.lossless : database.inSync.includes(change.writer);
  const fork = change.fork === null ? [] : [{ epoch: change.epoch, lossless, ...change.fork }];
  if (isKnown) {
    const isTold = database.forks.some((known) => known.epoch === change.epoch);
    if (isTold || fork.length === 0) return record;
    const forks = [...database.forks, ...fork];
    return withDatabase(record, change.component, { ...database, forks });
  }
  if (change.epoch <= database.epoch) return `epoch ${database.epoch} is newer or taken`;
  if (change.epoch < epochBegun) return hasBegun(epochBegun);
  return {
    ...withDatabase(record, change.component, {
      epoch: change.epoch,
      writer: change.writer,
      inSync: [change.writer],
      lossless,
      revision: database.revision + 1,
      forks: [...database.forks, ...fork],
    }),
    activeRegion: change.region,
  };
}

export const fileStoreChange = z.object({
  component: z.string(),
  epoch: z.number().int(),
  region: z.string(),
});

/** A region's copy becomes the one that is written, under an epoch; older ones are refused. */
export function changeFileStore(
  record: ClusterRecord,
  change: z.output<typeof fileStoreChange>,
  epochBegun: number,
): ClusterRecord | string {
  const before = record.fileStores[change.component];
  if (before !== undefined && change.epoch < before.epoch) return `epoch ${before.epoch} is newer`;
  if (change.epoch < epochBegun) return hasBegun(epochBegun);
  return {
    ...record,
    fileStores: {
      ...record.fileStores,
      [change.component]: { epoch: change.epoch, region: change.region },
    },
  };
}

function hasBegun(epochBegun: number): string {
  return `a run of epoch ${epochBegun} has begun since`;
}

function withDatabase(
  record: ClusterRecord,
  component: string,
  database: DatabaseRecord,
): ClusterRecord {
  return { ...record, databases: { ...record.databases, [component]: database } };
}
