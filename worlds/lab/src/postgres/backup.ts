import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import { type Pack, pack } from 'tar-stream';
import { connect, onlyRow } from './client.ts';
import { configurationFiles } from './configuration.ts';
import { isSystemError } from './message.ts';
import { createSlot, dropSlot } from './replication.ts';
import { applicationDatabase, type PostgresNode, superuser } from './types.ts';

/** The last entry of a seed: with it the copy is whole. */
export const labelFile = 'backup_label';
const controlFile = 'global/pg_control';
const chunkBytes = 256 * 1024;

/** Folders whose content is of this server's life alone; the standby starts with them empty. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/** A role, a lock or a password that belongs to one member is not copied to another. */
const left = new Set<string>([
  ...Object.values(configurationFiles),
  'postmaster.pid',
  'postmaster.opts',
  'standby.signal',
  'recovery.signal',
  'backup_label.old',
  'postgresql.auto.conf',
  labelFile,
  controlFile,
]);

/**
 * An online copy of a running member as a tar stream, for a standby that will use `slot`. The slot
 * is made first, so that the log from the copy's start on is kept. Destroying the stream ends the
 * backup; an error of the copy is an error of the stream. `bytesPerSecondMax`: as fast as it goes
 * when null; else it leaves the machine to those whom the member serves meanwhile, as
 * `pg_basebackup --max-rate` does.
 */
export function startBackup(
  node: PostgresNode,
  slot: string,
  bytesPerSecondMax: number | null = null,
): Readable {
  const archive = pack();
  const paced = { archive, pace: pacer(bytesPerSecondMax) };
  void copy(node, slot, paced).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  const seed = Readable.from(archive, { objectMode: false });
  // A reader that leaves early has taken its own listeners away when the end of the copy is told;
  // and each entry tells the same error, which is the copy's rejection already.
  archive.on('error', () => {});
  return seed.on('error', () => {});
}

/** Where a copy goes, and who holds it back. */
interface PacedArchive {
  readonly archive: Pack;
  readonly pace: (bytes: number) => Promise<void>;
}

/** Less than this is not waited for: a timer for each small file would cost more than the file. */
const paceMsMin = 20;

function pacer(bytesPerSecondMax: number | null): PacedArchive['pace'] {
  // The event loop turns between two files: the same process passes on the writer's answers.
  if (bytesPerSecondMax === null) return () => turn();
  const startedMs = performance.now();
  let passed = 0;
  return async (bytes) => {
    passed += bytes;
    const dueMs = startedMs + (passed / bytesPerSecondMax) * 1000;
    const earlyMs = dueMs - performance.now();
    await (earlyMs < paceMsMin ? turn() : delay(earlyMs));
  };
}

async function copy(node: PostgresNode, slot: string, paced: PacedArchive): Promise<void> {
  const { archive } = paced;
  // A backup belongs to its session: when that ends before pg_backup_stop, PostgreSQL aborts it.
  const session = await connect(node, {
    user: superuser,
    password: node.superuserPassword,
    database: applicationDatabase,
    queryTimeoutMs: 30_000,
  });
  archive.once('close', session.destroy);
  try {
    if (!(await dropSlot(session, slot))) throw new Error(`slot ${slot} stays in use`);
    await createSlot(session, slot);
    await session.query('select pg_backup_start($1, fast => true)', [`seed of ${slot}`]);
    await addFolder(paced, node.dataFolder, '');
    // Last, so that its minimum recovery point covers every page that was copied before.
    await addFile(paced, join(node.dataFolder, controlFile), controlFile);
    const { label } = onlyRow(
      await session.query<{ label: string }>(
        'select labelfile as label from pg_backup_stop(wait_for_archive => false)',
      ),
    );
    await entry(archive, labelFile, Buffer.from(label));
    archive.finalize();
  } catch (error) {
    session.destroy();
    throw error;
  }
  await session.close();
}

async function addFolder(paced: PacedArchive, root: string, folder: string): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(noneIfGone);
  for (const one of entries) {
    const name = folder === '' ? one.name : `${folder}/${one.name}`;
    if (left.has(name) || one.name.startsWith('pgsql_tmp') || one.name === 'pg_internal.init') {
      continue;
    }
    if (one.isDirectory()) {
      paced.archive.entry({ name, type: 'directory', mode: 0o700 }).on('error', () => {});
      if (!emptied.has(name)) await addFolder(paced, root, name);
    } else if (one.isFile()) {
      await addFile(paced, join(root, name), name);
    }
  }
}

function noneIfGone(error: unknown): never[] {
  if (isSystemError(error, 'ENOENT')) return [];
  throw error;
}

/** A file that is gone meanwhile (a dropped or rewritten table) is left out: the log knows. */
async function addFile(paced: PacedArchive, path: string, name: string): Promise<void> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  try {
    await addContent(paced, file, name);
  } finally {
    closeSync(file);
  }
}

/** Exactly the size that its header says: growth is left out, what was cut off is zeros. */
async function addContent(paced: PacedArchive, file: number, name: string): Promise<void> {
  const { archive, pace } = paced;
  const { size } = fstatSync(file);
  if (size <= chunkBytes) {
    await entry(archive, name, readUpTo(file, size));
    await pace(size);
    return;
  }
  const sink = archive.entry({ name, size, mode: 0o600 });
  const written = new Promise<void>((resolve, reject) => {
    sink.once('finish', resolve).once('error', reject);
  });
  // Told again below, unless the wait for its buffer ends first.
  written.catch(() => {});
  for (let done = 0; done < size; ) {
    const chunk = readUpTo(file, Math.min(chunkBytes, size - done));
    done += chunk.length;
    if (!sink.write(chunk)) await drained(sink, archive);
    await pace(chunk.length);
    // It may have gone while nobody listened: then nothing drains any more.
    if (archive.destroyed) throw new Error(readerGone);
  }
  sink.end(null);
  await written;
}

const readerGone = 'the reader of the seed went away';

function drained(sink: NodeJS.EventEmitter, archive: Pack): Promise<void> {
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error(readerGone));
    archive.once('close', closed);
    sink.once('drain', () => {
      archive.off('close', closed);
      resolve();
    });
  });
}

/**
 * Without waiting: a thousand small files cost more in waits than in bytes, and what stands behind
 * is the page cache of a database that is in use.
 */
function readUpTo(file: number, size: number): Buffer {
  const buffer = Buffer.alloc(size);
  for (let done = 0; done < size; ) {
    const bytesRead = readSync(file, buffer, done, size - done, null);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer;
}

async function entry(archive: Pack, name: string, content: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const sink = archive.entry({ name, mode: 0o600 }, content, (error) => {
      if (error) reject(error);
      else resolve();
    });
    sink.on('error', () => {});
  });
}
