import { closeSync, existsSync, fchownSync, openSync, writeFileSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { labelFile } from './backup.ts';
import { makePrivateFolder } from './program.ts';
import { removeLeftSharedMemory } from './shared-memory.ts';
import type { PostgresInstallation } from './types.ts';

export interface Seed {
  readonly installation: PostgresInstallation;
  readonly dataFolder: string;
  /**
   * Overwrite the data that is there. False refuses: it may be the only copy of an acknowledged
   * write, and whether it was salvaged is known only to the caller.
   */
  readonly replace: boolean;
}

/** Bytes that were written. */
export interface Received {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes a seed to a folder beside the data folder and renames it when it is whole: there is never
 * half a data folder under its name. Rejects when the stream breaks off.
 */
export async function receiveBackup(stream: Readable, seed: Seed): Promise<Received> {
  const { installation, dataFolder } = seed;
  if (existsSync(dataFolder) && !seed.replace) {
    stream.destroy();
    throw new Error(`${dataFolder} already has data, and overwriting it was not asked for`);
  }
  const incoming = `${dataFolder}.incoming`;
  await rm(incoming, { recursive: true, force: true });
  await makePrivateFolder(installation, incoming);
  try {
    const received = await unpack(stream, installation, incoming);
    // A server that was killed on the old folder left a segment that only the folder leads to.
    const removed = await removeLeftSharedMemory(installation, dataFolder);
    if (!removed.ok) throw new Error(removed.problem.wrong);
    await putInPlace(incoming, dataFolder);
    return received;
  } catch (error) {
    stream.destroy();
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
}

async function unpack(
  stream: Readable,
  installation: PostgresInstallation,
  folder: string,
): Promise<Received> {
  const archive = extract();
  archive.on('error', () => {});
  // An async iterator of the archive ends in the error that its source had.
  stream.once('error', (error) => archive.destroy(error));
  stream.once('close', () => {
    if (!stream.readableEnded) archive.destroy(new Error('the seed broke off'));
  });
  stream.pipe(archive);
  let files = 0;
  let bytes = 0;
  let last = '';
  for await (const entry of archive) {
    const { name, type } = entry.header;
    last = name;
    const path = join(folder, normalize(name));
    if (!path.startsWith(`${folder}/`)) throw new Error(`the seed has a file outside: ${name}`);
    if (type === 'directory') {
      await makePrivateFolder(installation, path);
      entry.resume();
      continue;
    }
    bytes += await writeFile(installation, path, entry as AsyncIterable<Uint8Array>);
    files += 1;
  }
  if (last !== labelFile) throw new Error(`the seed is not whole: it ends with "${last}"`);
  return { files, bytes };
}

/**
 * Without waiting between the calls: a seed is a thousand small files, and on a busy machine each
 * wait costs more than the file. No chunk is larger than the stream's own buffer.
 */
async function writeFile(
  { uid, gid }: PostgresInstallation,
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const file = openSync(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of content) {
      writeFileSync(file, chunk);
      bytes += chunk.length;
    }
    if (uid !== null && gid !== null) fchownSync(file, uid, gid);
  } finally {
    closeSync(file);
  }
  return bytes;
}

async function putInPlace(incoming: string, dataFolder: string): Promise<void> {
  await chmod(incoming, 0o700);
  const old = `${dataFolder}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(dataFolder)) await rename(dataFolder, old);
  await rename(incoming, dataFolder);
  await rm(old, { recursive: true, force: true });
}
