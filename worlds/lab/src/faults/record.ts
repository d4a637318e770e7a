import { withFileLock } from '../processes/recorded.ts';
import {
  isIdentity,
  readJson,
  statePaths,
  writeJsonAtomically,
} from '../processes/state-folder.ts';
import type { ActiveFault } from './fault.ts';

/** The faults in force, oldest first. */
export function activeFaults(stateFolder: string): ActiveFault[] {
  const value = readJson(statePaths.faults(stateFolder));
  if (typeof value !== 'object' || value === null || !('active' in value)) return [];
  return Array.isArray(value.active) ? value.active.filter(isActiveFault) : [];
}

function isActiveFault(value: unknown): value is ActiveFault {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fault' in value &&
    'atMs' in value &&
    'frozen' in value &&
    Array.isArray(value.frozen) &&
    value.frozen.every(isIdentity)
  );
}

/** Reads, changes and writes as one, also against another process that does the same. */
export function changeFaults(
  stateFolder: string,
  change: (active: readonly ActiveFault[]) => readonly ActiveFault[],
): void {
  const path = statePaths.faults(stateFolder);
  withFileLock(path, () => {
    const active = change(activeFaults(stateFolder));
    writeJsonAtomically(path, { schemaVersion: 1, active }, 0o644, false);
  });
}
