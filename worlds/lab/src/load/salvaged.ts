import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditFindings, RequestRecord } from '@outrigger/report';

/** What salvages kept: idempotency keys of rows, and names of files. */
export interface Salvaged {
  readonly keys: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

/** A list of rows that a database's salvage wrote; see `postgres/salvage.ts`. */
interface SalvagedRows {
  readonly rows: readonly {
    readonly table: string;
    readonly state: 'absent' | 'different' | 'deleted';
    readonly row: { readonly key?: unknown } | null;
  }[];
}

const listName = 'lost-writes.json';
const sha256Name = /^[0-9a-f]{64}$/;

/** Reads `<state>/salvage/*`: each folder has a list of rows, or files named by their hash. */
export async function readSalvaged(stateFolder: string): Promise<Salvaged> {
  const root = join(stateFolder, 'salvage');
  const keys = new Set<string>();
  const files = new Set<string>();
  for (const folder of await readdir(root)) {
    for (const name of await readdir(join(root, folder))) {
      if (sha256Name.test(name)) files.add(name);
      if (name !== listName) continue;
      const list = JSON.parse(await readFile(join(root, folder, name), 'utf8')) as SalvagedRows;
      for (const { state, row } of list.rows) {
        if (state !== 'deleted' && typeof row?.key === 'string') keys.add(row.key);
      }
    }
  }
  return { keys, files };
}

/**
 * Keys of the lost writes that were kept: the row, where the row is gone or differs; the file,
 * where only an upload's file is gone.
 */
export function keptKeys(
  requests: readonly RequestRecord[],
  findings: AuditFindings,
  salvaged: Salvaged,
): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const { key, picture } of requests) {
    const reason = key === null ? undefined : findings.lost.get(key);
    if (key === null || reason === undefined) continue;
    const isKept = reason === 'file' ? salvaged.files.has(picture ?? '') : salvaged.keys.has(key);
    if (isKept) kept.add(key);
  }
  return kept;
}
