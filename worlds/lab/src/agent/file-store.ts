import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import type { ControlClient } from '../control/client.ts';
import { ControlError, type ControlRoutes } from '../control/server.ts';
import type { FileStoreLayout } from '../layout.ts';
import { type FileLog, openFileLog } from './file-log.ts';

/** Small files travel with the news of them: one link delay instead of a round trip more. */
const inlineBytesMax = 64 * 1024;
/** How long the source holds a question for news, ms; the replica's lag is known to about this. */
const pollWaitMs = 100;
/** At most this many files in one answer, so that an answer stays within a few MB. */
const batchMax = 50;

interface ChangesAnswer {
  /** A source that was restarted counts anew. */
  readonly instance: string;
  readonly upTo: number;
  readonly length: number;
  /** The source's monotonic ms before it looked: the replica is complete as of then. */
  readonly asOfMs: number;
  readonly files: readonly { readonly sha256: string; readonly content: string | null }[];
}

export interface FileStore {
  readonly component: string;
  readonly routes: ControlRoutes;
  /** Follows another region's store (its agents in turn), or nobody: then this copy is written. */
  follow(sources: readonly ControlClient[] | null): void;
  /**
   * Resolves true once this replica holds all that the source had; false after `waitMs`, or when it
   * follows nobody any more. Every agent of the source's region counts by itself: `positions` is
   * each one's instance with its sequence.
   */
  awaitReplicated(
    positions: { readonly [instance: string]: number },
    waitMs: number,
  ): Promise<boolean>;
  position(): { readonly instance: string; readonly sequence: number };
  facts(): { readonly writable: boolean; readonly lagMs: number | null; readonly files: number };
  files(): readonly string[];
  close(): void;
}

/**
 * A region's file store, as EFS is: a folder that all zones share, copied to the other region
 * asynchronously by pulling, its lag measured. Files are content-addressed and never overwritten.
 */
export function openFileStore(options: {
  readonly layout: FileStoreLayout;
  readonly region: string;
  readonly now: () => number;
}): FileStore {
  const { layout, now } = options;
  const folder = layout.regions.find((each) => each.region === options.region)?.folder;
  if (folder === undefined) throw new Error(`${layout.component} has no folder in this region`);
  const log = openFileLog(folder, now);
  const instance = randomUUID();
  const replica = { following: 0, completeAsOfMs: null as number | null, writable: true };
  const source = { instance: '', sequence: 0 };
  let waiters: (() => void)[] = [];

  const pull = async (turn: number, sources: readonly ControlClient[]): Promise<void> => {
    for (let attempt = 0; replica.following === turn; attempt += 1) {
      const client = sources[attempt % sources.length];
      if (client === undefined) return;
      const answer = await pullOnce(client, layout.component, source, log);
      if (replica.following !== turn) return;
      if (answer === null) {
        await new Promise((resolve) => setTimeout(resolve, pollWaitMs));
        continue;
      }
      attempt -= 1;
      source.instance = answer.instance;
      source.sequence = answer.upTo;
      if (answer.upTo === answer.length) replica.completeAsOfMs = answer.asOfMs;
      wake();
    }
  };
  const wake = (): void => {
    const woken = waiters;
    waiters = [];
    for (const resolve of woken) resolve();
  };

  return {
    component: layout.component,
    routes: {
      [`GET /files/${layout.component}/changes`]: async ({ query }) =>
        changesAnswer(log, instance, query, now),
      [`GET /files/${layout.component}/blobs/:sha`]: ({ parameters }) =>
        blobAnswer(log, parameters.sha ?? ''),
      [`GET /files/${layout.component}/names`]: () => ({
        files: log.after(0).map((change) => change.sha256),
      }),
      [`GET /files/${layout.component}/position`]: () => ({ instance, sequence: log.length() }),
    },
    follow(sources) {
      replica.following += 1;
      replica.writable = sources === null;
      replica.completeAsOfMs = null;
      source.instance = '';
      source.sequence = 0;
      if (sources !== null) void pull(replica.following, sources);
      wake();
    },
    async awaitReplicated(positions, waitMs) {
      const until = now() + waitMs;
      const isThere = (): boolean => {
        const sequence = positions[source.instance];
        return sequence !== undefined && source.sequence >= sequence;
      };
      while (!isThere() && !replica.writable && now() < until) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, until - now());
          waiters.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      return isThere();
    },
    position: () => ({ instance, sequence: log.length() }),
    facts: () => ({
      writable: replica.writable,
      lagMs: replica.completeAsOfMs === null ? null : now() - replica.completeAsOfMs,
      files: log.length(),
    }),
    files: () => log.after(0).map((change) => change.sha256),
    close: () => {
      replica.following += 1;
      log.close();
    },
  };
}

async function changesAnswer(
  log: FileLog,
  instance: string,
  query: URLSearchParams,
  now: () => number,
): Promise<ChangesAnswer> {
  const after = query.get('instance') === instance ? Number(query.get('after') ?? 0) : 0;
  await log.wait(after, pollWaitMs);
  const asOfMs = now();
  const changes = log.after(after).slice(0, batchMax);
  const files = await Promise.all(
    changes.map(async ({ sha256 }) => {
      const content = await readFile(log.path(sha256));
      return {
        sha256,
        content: content.length <= inlineBytesMax ? content.toString('base64') : null,
      };
    }),
  );
  return { instance, upTo: after + changes.length, length: log.length(), asOfMs, files };
}

async function blobAnswer(log: FileLog, sha256: string): Promise<{ content: string }> {
  if (!log.has(sha256)) throw new ControlError(404, `no file ${sha256}`);
  return { content: (await readFile(log.path(sha256))).toString('base64') };
}

async function pullOnce(
  client: ControlClient,
  component: string,
  source: { readonly instance: string; readonly sequence: number },
  log: FileLog,
): Promise<ChangesAnswer | null> {
  const path = `/files/${component}/changes?instance=${source.instance}&after=${source.sequence}`;
  // Longer than the source waits plus any round trip of a slow link; then another agent is asked.
  const answer = await client.call<ChangesAnswer>('GET', path, undefined, 2_000);
  if (answer.kind !== 'answered') return null;
  for (const file of answer.body.files) {
    if (log.has(file.sha256)) continue;
    let content = file.content;
    if (content === null) {
      const blob = await client.call<{ content: string }>(
        'GET',
        `/files/${component}/blobs/${file.sha256}`,
        undefined,
        10_000,
      );
      if (blob.kind !== 'answered') return null;
      content = blob.body.content;
    }
    await writeAtomically(log.path(file.sha256), Buffer.from(content, 'base64'));
  }
  return answer.body;
}

async function writeAtomically(path: string, content: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}.new`;
  const handle = await open(temporary, 'w', 0o644);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
}
