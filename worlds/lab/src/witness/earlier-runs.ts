import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalStore, openJournal } from './journal.ts';

const witnessJournal = (stateFolder: string): string => join(stateFolder, 'witness', 'journal.db');
const earlierRuns = (stateFolder: string): string => join(stateFolder, 'earlier-runs.db');

/**
 * Before a new lab is made in a folder, the journals of the one before are put aside: a report
 * names them, and they are all that tells why something was done. The new lab's witness does not
 * have them, so that no run of a lab that is gone can be resumed. Some 100 KiB a drill; nothing
 * ever removes them but the user.
 */
export function keepEarlierRuns(stateFolder: string): void {
  if (!existsSync(witnessJournal(stateFolder))) return;
  const from = openJournal(witnessJournal(stateFolder));
  const to = openJournal(earlierRuns(stateFolder));
  try {
    // A run that is there already is refused as a conflict, and stays as it is.
    for (const { run } of from.runs()) to.append(from.read(run));
  } finally {
    from.close();
    to.close();
  }
}

/** The journals of the labs before this one; null when there was none. */
export function openEarlierRuns(stateFolder: string): JournalStore | null {
  const file = earlierRuns(stateFolder);
  return existsSync(file) ? openJournal(file) : null;
}
