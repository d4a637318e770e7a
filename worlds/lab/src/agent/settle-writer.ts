import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../control/environment.ts';
import { openAdmin } from '../postgres/client.ts';
import { type EpochRow, writeEpoch } from '../postgres/markers.ts';
import type { PostgresNode } from '../postgres/types.ts';

/** A commit waits until the standby has it or is out of the record; one try of it as long, ms. */
const tryMs = 1_000;
const pauseMs = 20;

/**
 * Resolves to true once a commit has passed that waits for the synchronous standby, as it has for
 * everything before it in the log; false when that is not wanted any more.
 *
 * A writer that crashed may have rows whose commit was still waiting for the standby. Recovery
 * makes them visible, and whoever reads them, or repeats their key, would be told that they are
 * written, while a promotion of the standby still loses them.
 */
export async function settleWriter(
  node: PostgresNode,
  row: EpochRow,
  isWanted: () => boolean,
): Promise<boolean> {
  // Not the member's own way in: its care of the standby must not wait behind this.
  const admin = openAdmin(node, { queryTimeoutMs: tryMs });
  try {
    while (isWanted()) {
      try {
        if (await writeEpoch(admin, row)) return isWanted();
        log('a newer epoch is written here', { ...row });
        return false;
      } catch (error) {
        log('not settled yet', { member: row.member, error: String(error) });
        await sleep(pauseMs);
      }
    }
    return false;
  } finally {
    admin.close();
  }
}
