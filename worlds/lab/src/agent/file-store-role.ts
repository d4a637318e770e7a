import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ControlClient } from '../control/client.ts';
import { log } from '../control/environment.ts';
import { readJson, writeJsonAtomically } from '../processes/state-folder.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { FileStore } from './file-store.ts';

/**
 * What a region's copy of a file store is: written, following, left behind by a failover
 * (`diverged`: it may hold files that the winner lacks), or handed over and not yet following.
 */
const storeState = z.object({
  role: z.enum(['source', 'replica', 'diverged', 'stopped']),
  epoch: z.number().int(),
  salvaged: z.boolean(),
});
export type FileStoreState = z.output<typeof storeState>;

export interface FileStoreMember {
  readonly store: FileStore;
  state(): FileStoreState;
  /**
   * As the record and its own folder say; called at the start and after each change of the record.
   */
  follow(record: ClusterRecord): void;
  detach(epoch: number): void;
  /** After a salvage, or when nothing has diverged: copies from the region of the record. */
  attach(epoch: number, record: ClusterRecord): void;
  stop(): void;
  salvage(winnerFiles: readonly string[]): Promise<number>;
}

export function createFileStoreMember(options: {
  readonly store: FileStore;
  readonly region: string;
  readonly stateFile: string;
  readonly folder: string;
  readonly salvageFolder: string;
  /** The agents of a region, through the link. */
  readonly agents: (region: string) => readonly ControlClient[];
}): FileStoreMember {
  const { store, region } = options;
  const stored = readJson(options.stateFile);
  let state: FileStoreState | null = stored === null ? null : storeState.parse(stored);
  let following: string | null = null;

  const become = (next: FileStoreState): void => {
    state = next;
    writeJsonAtomically(options.stateFile, next, 0o600);
    log('file store', { component: store.component, ...next });
  };
  const copyFrom = (source: string | null): void => {
    if (following === source) return;
    following = source;
    store.follow(source === null ? null : options.agents(source));
  };
  const recordOf = (record: ClusterRecord) =>
    record.fileStores[store.component] ?? { epoch: 0, region };

  return {
    store,
    state: () => state ?? { role: 'stopped', epoch: 0, salvaged: false },
    follow(record) {
      const recorded = recordOf(record);
      const isSource = recorded.region === region;
      if (state === null) {
        become({ role: isSource ? 'source' : 'replica', epoch: recorded.epoch, salvaged: false });
      } else if (state.role === 'source' && !isSource && recorded.epoch > state.epoch) {
        become({ role: 'diverged', epoch: state.epoch, salvaged: false });
      } else if (state.role === 'replica' && isSource) {
        become({ role: 'source', epoch: recorded.epoch, salvaged: false });
      }
      copyFrom(state?.role === 'replica' ? recorded.region : null);
    },
    detach(epoch) {
      become({ role: 'source', epoch, salvaged: false });
      copyFrom(null);
    },
    attach(epoch, record) {
      become({ role: 'replica', epoch, salvaged: false });
      copyFrom(recordOf(record).region);
    },
    stop() {
      if (state?.role === 'source') become({ ...state, role: 'stopped' });
    },
    async salvage(winnerFiles) {
      const known = new Set(winnerFiles);
      const only = store.files().filter((sha256) => !known.has(sha256));
      await keep(options.folder, options.salvageFolder, only);
      become({ role: 'diverged', epoch: state?.epoch ?? 0, salvaged: true });
      return only.length;
    },
  };
}

/** Copies what only this region has, whole before it has its name. */
async function keep(folder: string, target: string, files: readonly string[]): Promise<void> {
  const temporary = `${target}.new`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  for (const sha256 of files) {
    await cp(join(folder, sha256.slice(0, 2), sha256), join(temporary, sha256));
  }
  await writeFile(join(temporary, 'files.json'), `${JSON.stringify(files, null, 2)}\n`);
  await rm(target, { recursive: true, force: true });
  await rename(temporary, target);
}
