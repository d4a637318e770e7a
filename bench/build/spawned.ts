import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A process from its start to its end. */
export interface Spawned {
  readonly wallMs: number;
  /** Most memory that it ever had, MiB. */
  readonly peakMib: number;
  readonly stdout: string;
}

const peak = join(import.meta.dirname, 'peak.mjs');

/** Runs a program under this Node, in a process of its own; throws where it does not end well. */
export function spawned(program: string, parameters: readonly string[]): Spawned {
  const from = performance.now();
  const { status, output, error } = spawnSync(
    process.execPath,
    ['--import', peak, program, ...parameters],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const wallMs = performance.now() - from;
  const [, stdout, stderr, kib] = output ?? [];
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
  return { wallMs, peakMib: Number(kib) / 1024, stdout: stdout ?? '' };
}

/** The fastest round: whatever else the machine does only ever adds to it; the largest peak. */
export function fastestOf(rounds: number, one: () => Spawned): Spawned {
  const all = Array.from({ length: rounds }, one);
  const [fastest] = all.toSorted((left, right) => left.wallMs - right.wallMs);
  if (fastest === undefined) throw new Error('no round was run');
  return { ...fastest, peakMib: Math.max(...all.map(({ peakMib }) => peakMib)) };
}
