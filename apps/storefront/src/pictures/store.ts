import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files named by the sha256 of what is in them, in `ab/abcdef…`. A file appears under its name only
 * when it is whole and on the disk; nothing here ever overwrites or deletes one.
 */
export interface PictureStore {
  /** Takes the body; rejects with `TooLong` after `bytesMax`. */
  put(body: AsyncIterable<Buffer>, bytesMax: number): Promise<StoredPicture>;
  /** null when this store does not have it. */
  open(sha256: string): Promise<OpenPicture | null>;
}

export interface StoredPicture {
  readonly sha256: string;
  readonly bytes: number;
}

export interface OpenPicture {
  readonly bytes: number;
  readonly contentType: string;
  readonly stream: () => ReadStream;
}

export class TooLong extends Error {}

/** Unfinished uploads: not named by a hash, so that whoever copies the store leaves them alone. */
const incomingFolder = '.incoming';

export function createPictureStore(folder: string): PictureStore {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(body, bytesMax) {
      await mkdir(join(folder, incomingFolder), { recursive: true });
      const temporary = join(folder, incomingFolder, randomUUID());
      try {
        const stored = await writeWhole(temporary, body, bytesMax);
        await keep(folder, temporary, pathOf(stored.sha256));
        return stored;
      } finally {
        // Gone already when it was kept.
        await rm(temporary, { force: true });
      }
    },
    async open(sha256) {
      const path = pathOf(sha256);
      let file: FileHandle;
      try {
        file = await open(path, 'r');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
      try {
        const { size } = await file.stat();
        const head = Buffer.alloc(12);
        await file.read(head, 0, head.length, 0);
        return {
          bytes: size,
          contentType: contentTypeOf(head),
          stream: () => createReadStream(path),
        };
      } finally {
        await file.close();
      }
    },
  };
}

async function writeWhole(
  path: string,
  body: AsyncIterable<Buffer>,
  bytesMax: number,
): Promise<StoredPicture> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o644);
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new TooLong(`longer than ${bytesMax} bytes`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The rename is durable only when the folder is: without it a power cut can undo the name. */
async function keep(folder: string, temporary: string, path: string): Promise<void> {
  if (await exists(path)) return;
  const parent = join(path, '..');
  const created = await mkdir(parent, { recursive: true });
  await rename(temporary, path);
  await syncFolder(parent);
  if (created !== undefined) await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** By the first bytes and never by what the uploader says: a page must not run what it uploads. */
export function contentTypeOf(head: Buffer): string {
  const hex = head.toString('hex');
  if (hex.startsWith('89504e470d0a1a0a')) return 'image/png';
  if (hex.startsWith('ffd8ff')) return 'image/jpeg';
  if (hex.startsWith('47494638')) return 'image/gif';
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') return 'image/webp';
  return 'application/octet-stream';
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
