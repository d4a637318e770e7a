import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The same recovery by other tools, each a Python program in `bench/peers`. */
const folder = join(import.meta.dirname, '../peers');
const modelFile = join(import.meta.dirname, '../recovery-model.json');

const measured = z.object({
  version: z.string(),
  oneCore: z.number(),
  twoCores: z.number().optional(),
  p50S: z.number(),
  p90S: z.number(),
  p99S: z.number(),
});

/** What a peer measured; or why it could not, and how to mend that. */
export type Peer =
  | ({ readonly name: string; readonly measured: true } & z.infer<typeof measured>)
  | { readonly name: string; readonly measured: false; readonly why: string };

export const howToInstall =
  'python3 -m venv bench/peers/.venv && ' +
  'bench/peers/.venv/bin/pip install -r bench/peers/requirements.txt';

/** The folder's own Python first, then whichever the machine has. */
function pythons(): readonly string[] {
  const own = ['bin/python', 'Scripts/python.exe'].map((path) => join(folder, '.venv', path));
  return [...own.filter((path) => existsSync(path)), 'python3', 'python'];
}

/** Longest that a peer may take, ms. */
const limitMs = 180_000;

export function measurePeer(name: string, program: string, runs: number, rounds: number): Peer {
  const parameters = ['--model', modelFile, '--runs', `${runs}`, '--rounds', `${rounds}`];
  let why = 'there is no Python';
  for (const python of pythons()) {
    const { status, stdout, stderr, error } = spawnSync(
      python,
      ['-B', join(folder, program), ...parameters],
      { encoding: 'utf8', timeout: limitMs },
    );
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') continue;
    if (status === 0) return { name, measured: true, ...measured.parse(JSON.parse(stdout)) };
    // What Python says last is what was wrong.
    const last = stderr.trim().split('\n').at(-1);
    why = `${python}: ${error?.message ?? last ?? `it ended with ${status}`}`;
    if (!/ModuleNotFoundError/.test(stderr)) break;
  }
  return { name, measured: false, why };
}
