import { join } from 'node:path';
import type { Platform } from '@outrigger/model';
import { readJson, writeJsonAtomically } from './processes/state-folder.ts';

/**
 * The platform that a lab was started with, complete: who recovers it later, from another process
 * and perhaps after the file was changed, works with this one.
 */
export interface LabPlatform {
  /** Where it was read; null when the starter did not say. */
  readonly file: string | null;
  readonly digest: string;
  readonly platform: Platform;
}

const pathOf = (stateFolder: string): string => join(stateFolder, 'platform.json');

export function writeLabPlatform(stateFolder: string, held: LabPlatform): void {
  writeJsonAtomically(pathOf(stateFolder), { schemaVersion: 1, ...held });
}

/** Null when no lab was started in this folder. */
export function readLabPlatform(stateFolder: string): LabPlatform | null {
  return readJson(pathOf(stateFolder)) as LabPlatform | null;
}
