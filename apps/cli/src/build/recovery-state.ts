import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Platform } from '@outrigger/model';
import { type RecoveryState, readRecoveryState, startState } from '@outrigger/recovery';
import { shownPath } from '../platform/find.ts';
import { Refusal, refuseArgument } from '../refusal.ts';

/** Beside the platform; a recovery writes it, and it is committed with the platform. */
const fileName = 'recovery-state.json';

/** What recovery has journaled; where there is no file, nothing has happened yet. */
export function loadRecoveryState(
  given: string | undefined,
  platformFile: string,
  platform: Platform,
  folder: string,
): RecoveryState {
  const file = given === undefined ? join(dirname(platformFile), fileName) : resolve(folder, given);
  if (!existsSync(file)) {
    if (given === undefined) return startState(platform);
    throw refuseArgument('--recovery-state', given, 'does not exist', 'name a file that is there');
  }
  const shown = shownPath(file, folder);
  const read = readRecoveryState(readJson(file, shown), platform);
  if (read.ok) return read.state;
  const problems = read.problems.map((problem) => ({ ...problem, file: shown }));
  throw new Refusal(`${shown} cannot be used`, problems);
}

function readJson(file: string, shown: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const wrong = `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    const mend = 'take it from the last commit that had it';
    const problem = { path: 'recovery-state', value: null, wrong, mend, file: shown, line: null };
    throw new Refusal(`${shown} cannot be used`, [problem], { cause: error });
  }
}
