import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Mutant, mutants } from './mutants.ts';

/** What became of one mutant. */
export interface Hunted {
  readonly mutant: string;
  /** What it does wrong. */
  readonly wrong: string;
  /** Runs until the first rule was broken; null: never. */
  readonly foundAfter: number | null;
  readonly rule: string;
  readonly detail: string;
  readonly replay: string;
}

interface ChildTold {
  readonly runs: number;
  readonly broken: { readonly rule: string; readonly detail: string } | null;
  readonly replay: string;
}

/** The one that changes nothing first. */
export const mutantNames: readonly string[] = ['none', ...mutants.map(({ name }) => name)];

/** Runs each mutant in a process of its own, until it is found or has had its runs. */
export async function findMutants(
  names: readonly string[],
  runs: number,
  seed: number,
  onHunted: (hunted: Hunted) => void,
): Promise<readonly Hunted[]> {
  const asked = names.length === 0 ? mutantNames : names;
  const all: Hunted[] = [];
  for (const mutant of asked) {
    const hunted = await hunt(mutant, runs, seed);
    onHunted(hunted);
    all.push(hunted);
  }
  return all;
}

async function hunt(mutant: Mutant['name'], runs: number, seed: number): Promise<Hunted> {
  const parameters = ['--runs', `${runs}`, '--seed', `${seed}`, '--json', '--no-shrink'];
  const program = [
    '--import',
    join(import.meta.dirname, 'mutate.ts'),
    join(import.meta.dirname, 'main.ts'),
    // What Node loads in a worker is not changed.
    ...['--workers', '1'],
  ];
  const child = spawn(process.execPath, [...program, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, OUTRIGGER_CHAOS_MUTANT: mutant },
  });
  // Whatever ends this process ends what it began.
  const end = () => child.kill();
  process.once('exit', end);
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => {
    written += String(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.off('exit', end);
  if (code !== 0 && code !== 1) throw new Error(`mutant ${mutant} could not be run: exit ${code}`);
  const told: ChildTold = JSON.parse(written);
  return {
    mutant,
    wrong: mutants.find(({ name }) => name === mutant)?.wrong ?? 'nothing',
    foundAfter: told.broken === null ? null : told.runs,
    rule: told.broken?.rule ?? '',
    detail: told.broken?.detail ?? '',
    replay: told.replay,
  };
}

/** The one that changes nothing must not be found, all others must. */
export function isAsItShould({ foundAfter, mutant }: Hunted): boolean {
  return (mutant === 'none') === (foundAfter === null);
}

export function huntedLine(hunted: Hunted): string {
  const { foundAfter, mutant, rule } = hunted;
  const sign = isAsItShould(hunted) ? '✓' : '✗';
  const after = foundAfter === null ? 'not found' : `found after ${foundAfter} runs`;
  return `${sign} ${mutant.padEnd(26)}${after.padEnd(24)}${rule}`.trimEnd();
}
