import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCacheEnvironment } from './processes/compile-cache.ts';
import { identify, type ProcessIdentity } from './processes/identity.ts';
import { recordAgent, recordProcess } from './processes/recorded.ts';
import { statePaths } from './processes/state-folder.ts';
import { leanEnvironment, leanNodeFlags } from './processes/supervise.ts';

/** The lab's own processes that `lab up` starts; agents start all that is in their zones. */
export type LabProcess = 'links' | 'witness' | 'entry';

/** The lab's own programs. */
export const mains: Readonly<Record<LabProcess | 'agent', string>> = {
  links: fileURLToPath(new URL('./links/main.ts', import.meta.url)),
  witness: fileURLToPath(new URL('./witness/main.ts', import.meta.url)),
  entry: fileURLToPath(new URL('./entry/main.ts', import.meta.url)),
  agent: fileURLToPath(new URL('./agent/main.ts', import.meta.url)),
};

export function startLabProcess(stateFolder: string, name: LabProcess): ProcessIdentity {
  const identity = launch(stateFolder, name, [mains[name], stateFolder]);
  recordProcess(stateFolder, name, identity);
  return identity;
}

/** The agent of a zone; it goes on from what it finds in its folder. */
export function startAgent(stateFolder: string, zone: string): ProcessIdentity {
  const identity = launch(stateFolder, `agent-${zone}`, [mains.agent, stateFolder, zone]);
  recordAgent(stateFolder, zone, identity);
  return identity;
}

/**
 * Detached: a Ctrl-C in the terminal is for the CLI, which then stops the lab in good order; and
 * `npm run up` leaves the lab running.
 */
function launch(stateFolder: string, name: string, words: readonly string[]): ProcessIdentity {
  const logFile = join(statePaths.logs(stateFolder), `${name}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  const output = openSync(logFile, 'a', 0o644);
  try {
    const child = spawn(process.execPath, [...leanNodeFlags, ...words], {
      detached: true,
      stdio: ['ignore', output, output],
      cwd: stateFolder,
      env: { ...process.env, ...leanEnvironment, ...compileCacheEnvironment(stateFolder) },
    });
    child.unref();
    const identity = child.pid === undefined ? null : identify(child.pid);
    if (identity === null) throw new Error(`${name} could not be started; see ${logFile}`);
    return identity;
  } finally {
    closeSync(output);
  }
}
