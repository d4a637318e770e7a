import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isData, type Platform } from '@outrigger/model';
import { awsTimings, readTimings, type WorldTimings } from '@outrigger/sim';
import { Refusal } from './refusal.ts';

/** The timings that Outrigger comes with. */
export async function worldTimings(world: 'aws' | 'lab'): Promise<WorldTimings> {
  return world === 'lab' ? (await import('@outrigger/lab')).labTimings : awsTimings;
}

/**
 * A user's timings over those of their world; those alone where no file is named. What it has for
 * one store is for one of the platform's, where that is known.
 */
export function loadTimings(
  file: string | undefined,
  base: WorldTimings,
  folder: string,
  platform: Platform | null = null,
): WorldTimings {
  if (file === undefined) return base;
  const refuse = (wrong: string, mend: string, cause: unknown) =>
    new Refusal(
      `${file} cannot be used`,
      [{ path: '--timings', value: file, wrong, mend, file: null, line: null }],
      { cause },
    );
  let text: string;
  try {
    text = readFileSync(resolve(folder, file), 'utf8');
  } catch (error) {
    throw refuse('the file cannot be read', 'write the path of a JSON file', error);
  }
  let written: unknown;
  try {
    written = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const mend = `write { "world": "${base.world}", "timings": [ … ] }`;
    throw refuse('it is not JSON', mend, error);
  }
  const read = readTimings(written, base, platform === null ? null : storesOf(platform));
  if (read.ok) return read.timings;
  throw new Refusal(
    `${file} cannot be used`,
    read.problems.map((problem) => ({ ...problem, file })),
  );
}

function storesOf({ components }: Platform): readonly string[] {
  return Object.entries(components).flatMap(([name, each]) => (isData(each) ? [name] : []));
}
