import { DatabaseSync } from 'node:sqlite';
import type { JournalRecord } from '@outrigger/recovery';

/** A run as `runs list` shows it: its first record's facts and how far it got. */
export interface RunSummary {
  readonly run: string;
  readonly records: number;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly lastEvent: string;
}

export interface JournalStore {
  append(records: readonly JournalRecord[]): 'appended' | 'conflict';
  read(run: string): readonly JournalRecord[];
  runs(): readonly RunSummary[];
  /** Of the newest run that has begun; 0 before any has. */
  epochBegun(): number;
  close(): void;
}

/**
 * The journal in SQLite: append-only, `synchronous = FULL`, so that a record is on disk before
 * `append` returns. (run, sequence) is the primary key: two controllers cannot interleave.
 */
export function openJournal(file: string): JournalStore {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS record (
      run TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      time TEXT NOT NULL,
      monotonic_ms REAL NOT NULL,
      event TEXT NOT NULL,
      PRIMARY KEY (run, sequence)
    ) STRICT, WITHOUT ROWID;
  `);
  const insert = database.prepare(
    'INSERT INTO record (run, sequence, epoch, time, monotonic_ms, event) VALUES (?, ?, ?, ' +
      '?, ?, ?)',
  );
  const last = database.prepare('SELECT max(sequence) AS sequence FROM record WHERE run = ?');
  const select = database.prepare('SELECT * FROM record WHERE run = ? ORDER BY sequence');
  const begun = database.prepare('SELECT max(epoch) AS epoch FROM record WHERE sequence = 0');
  return {
    append(records) {
      const first = records[0];
      if (first === undefined) return 'appended';
      database.exec('BEGIN IMMEDIATE');
      try {
        const before = last.get(first.run)?.sequence;
        const expected = typeof before === 'number' ? before + 1 : 0;
        const isGapless = records.every(
          (record, index) => record.run === first.run && record.sequence === expected + index,
        );
        if (!isGapless) {
          database.exec('ROLLBACK');
          return 'conflict';
        }
        for (const record of records) {
          insert.run(
            record.run,
            record.sequence,
            record.epoch,
            record.time,
            record.monotonicMs,
            JSON.stringify(record.event),
          );
        }
        database.exec('COMMIT');
        return 'appended';
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    read: (run) => select.all(run).map(toRecord),
    runs: () =>
      database
        .prepare(
          `SELECT run, count(*) AS records, min(time) AS startedAt, max(time) AS lastAt,
             (SELECT json_extract(event, '$.type') FROM record AS newest
              WHERE newest.run = record.run ORDER BY sequence DESC LIMIT 1) AS lastEvent
           FROM record GROUP BY run ORDER BY min(time)`,
        )
        .all()
        .map((row) => ({
          run: String(row.run),
          records: Number(row.records),
          startedAt: String(row.startedAt),
          lastAt: String(row.lastAt),
          lastEvent: String(row.lastEvent),
        })),
    epochBegun: () => Number(begun.get()?.epoch ?? 0),
    close: () => database.close(),
  };
}

function toRecord(row: Record<string, unknown>): JournalRecord {
  return {
    run: String(row.run),
    sequence: Number(row.sequence),
    epoch: Number(row.epoch),
    time: String(row.time),
    monotonicMs: Number(row.monotonic_ms),
    event: JSON.parse(String(row.event)),
  };
}
