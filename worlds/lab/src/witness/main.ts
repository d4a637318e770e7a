import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { JournalRecord } from '@outrigger/recovery';
import { z } from 'zod';
import { monotonicMs } from '../control/clock.ts';
import { beginLabProcess, log } from '../control/environment.ts';
import { ControlError, type ControlRoutes, serveControl } from '../control/server.ts';
import type { LabLayout } from '../layout.ts';
import { type JournalStore, openJournal } from './journal.ts';
import {
  type ClusterRecord,
  changeFileStore,
  changeInSync,
  changeWriter,
  clusterRecord,
  fileStoreChange,
  inSyncChange,
  writerChange,
} from './record.ts';
import { createVoter, parse } from './voter.ts';

/**
 * The witness: the third site. It holds the journal, its vote in each lease, the epoch and the
 * record of the in-sync set. It starts nothing and decides nothing; losing it stops nobody.
 */
async function main(): Promise<void> {
  const { stateFolder, layout, token } = beginLabProcess();
  const folder = join(stateFolder, 'witness');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const voter = createVoter({
    file: join(folder, 'votes.json'),
    leaseMs: layout.timing.leaseMs,
    marginMs: layout.timing.leaseMarginMs,
    now: monotonicMs,
  });
  const journal = openJournal(join(folder, 'journal.db'));
  const store = openRecord(join(folder, 'record.db'), initialRecord(layout));
  await serveControl({
    port: layout.witness.port,
    token,
    onError: (error) => log('control failed', { error: String(error) }),
    routes: {
      ...voter.routes,
      ...journalRoutes(journal),
      ...recordRoutes(store, journal),
      'GET /readyz': () => ({ ready: true }),
    },
  });
  log('witness is ready', { port: layout.witness.port });
}

/** At `lab up`: epoch 1, every database's writer where the platform prefers it. */
function initialRecord(layout: LabLayout): ClusterRecord {
  const activeRegion =
    layout.databases[0]?.members.find((member) => member.id === layout.databases[0]?.writerAtStart)
      ?.region ??
    layout.regions[0]?.name ??
    '';
  return {
    epochGiven: 1,
    activeRegion,
    databases: Object.fromEntries(
      layout.databases.map((database) => [
        database.component,
        {
          epoch: 1,
          writer: database.writerAtStart,
          // The standby is added by the writer, once commits wait for it.
          inSync: [database.writerAtStart],
          revision: 0,
          lossless: true,
          forks: [],
        },
      ]),
    ),
    fileStores: Object.fromEntries(
      layout.fileStores.map((fileStore) => [
        fileStore.component,
        { epoch: 1, region: activeRegion },
      ]),
    ),
  };
}

interface RecordStore {
  read(): ClusterRecord;
  /** On disk before it returns. A string is a refusal, and changes nothing. */
  change(transition: (record: ClusterRecord) => ClusterRecord | string): ClusterRecord;
}

function openRecord(file: string, initial: ClusterRecord): RecordStore {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS cluster (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      record TEXT NOT NULL
    ) STRICT;
  `);
  database
    .prepare('INSERT INTO cluster (id, record) VALUES (1, ?) ON CONFLICT DO NOTHING')
    .run(JSON.stringify(initial));
  const row = database.prepare('SELECT record FROM cluster').get();
  let current = clusterRecord.parse(JSON.parse(String(row?.record)));
  const update = database.prepare('UPDATE cluster SET record = ?');
  return {
    read: () => current,
    change(transition) {
      const next = transition(current);
      if (typeof next === 'string') throw new ControlError(409, next);
      if (next !== current) update.run(JSON.stringify(next));
      current = next;
      return current;
    },
  };
}

const epochRequest = z.object({ run: z.string() });

function recordRoutes(store: RecordStore, journal: JournalStore): ControlRoutes {
  const epochs = new Map<string, number>();
  return {
    'GET /record': () => store.read(),
    'POST /epoch': ({ body }) => {
      const { run } = parse(epochRequest, body);
      const known = epochs.get(run);
      if (known !== undefined) return { epoch: known };
      const epoch =
        store.change((record) => ({
          ...record,
          // The one after it is the run's too, for the way back of a handover.
          epochGiven: record.epochGiven + 2,
        })).epochGiven - 1;
      epochs.set(run, epoch);
      return { epoch };
    },
    'POST /record/in-sync': ({ body }) => {
      const change = parse(inSyncChange, body);
      return store.change((record) => changeInSync(record, change));
    },
    'POST /record/writer': ({ body }) => {
      const change = parse(writerChange, body);
      return store.change((record) => changeWriter(record, change, journal.epochBegun()));
    },
    'POST /record/file-store': ({ body }) => {
      const change = parse(fileStoreChange, body);
      return store.change((record) => changeFileStore(record, change, journal.epochBegun()));
    },
  };
}

const journalRecords = z.array(
  z.object({
    run: z.string(),
    sequence: z.number().int().nonnegative(),
    epoch: z.number().int(),
    time: z.string(),
    monotonicMs: z.number(),
    event: z.looseObject({ type: z.string() }),
  }),
);

function journalRoutes(journal: JournalStore): ControlRoutes {
  return {
    'POST /journal': ({ body }) => ({
      result: journal.append(parse(journalRecords, body) as readonly JournalRecord[]),
    }),
    'GET /journal': () => ({ runs: journal.runs() }),
    'GET /journal/:run': ({ parameters }) => ({ records: journal.read(parameters.run ?? '') }),
  };
}

await main();
