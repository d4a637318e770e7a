import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { openEarlierRuns } from '@outrigger/lab';
import type { JournalRecord } from '@outrigger/recovery';
import { shownPath } from '../platform/find.ts';
import type { Problem } from '../refusal.ts';
import { openJournals } from '../runs/journals.ts';
import { defaultStateFolder } from '../state-folder.ts';
import {
  type Bases,
  type ReadDrill,
  readDrillFile,
  readRecords,
  type World,
} from './drill-file.ts';

/** What was named, and where names are looked for. */
export interface Named {
  /** Files, folders, drills and runs, as they were written. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly state: string | undefined;
  readonly bases: Bases;
  /** Of what doesn't tell its own world. */
  readonly world: World | null;
}

export interface Gathered {
  readonly drills: readonly ReadDrill[];
  /** What was named itself and can't be used. */
  readonly problems: readonly Problem[];
  /** What lay in a folder that was named, and can't be used. */
  readonly skipped: readonly Problem[];
}

/** Where drills are kept if nothing is named. */
const reportsFolder = 'reports';

/** A drill is counted once, however often it is named; its report tells more than its journal. */
export async function gather(named: Named): Promise<Gathered> {
  const found = new Map<string, ReadDrill>();
  const problems: Problem[] = [];
  const skipped: Problem[] = [];
  const add = (told: ReadDrill) => {
    const read = { ...told, world: told.world ?? named.world };
    found.set(`${read.world} ${read.drill} ${read.run ?? ''}`, read);
  };
  for (const word of named.words.length > 0 ? named.words : [reportsFolder]) {
    const place = filesOf(word, named.folder);
    if (place === null) {
      const read = await readRuns(word, named);
      for (const drill of read.drills) add(drill);
      problems.push(...read.problems);
      continue;
    }
    if (place.files.length === 0) {
      const mend = 'name the folder of a drill, or one that has such folders';
      problems.push(problemOf(word, 'there is no drill in this folder', mend));
    }
    for (const file of place.files) {
      const read = readDrillFile(file, named.bases);
      const told = place.isFolder ? skipped : problems;
      const shown = shownPath(file, named.folder);
      if (read.unreadable === undefined) add({ ...read.drill, files: [shown] });
      else {
        const { wrong, mend } = read.unreadable;
        told.push(problemOf(shown, wrong, mend));
      }
    }
  }
  return { drills: counted([...found.values()]), problems, skipped };
}

/**
 * Runs of one drill are one; where its report is there too, that tells all that they do. What two
 * worlds tell under one name stays two, so that it is seen.
 */
function counted(read: readonly ReadDrill[]): readonly ReadDrill[] {
  const byDrill = new Map<string, ReadDrill>();
  for (const one of read) {
    const name = `${one.world} ${one.drill}`;
    const known = byDrill.get(name);
    if (known === undefined || one.run === null) byDrill.set(name, one);
    else if (known.run !== null) {
      const times = [...known.times, ...one.times];
      byDrill.set(name, { ...known, times, files: [...known.files, ...one.files] });
    }
  }
  return [...byDrill.values()];
}

function problemOf(value: string, wrong: string, mend: string): Problem {
  return { path: 'drill', value, wrong, mend, file: null, line: null };
}

/** The files that a word means; null where it is the path of nothing. */
function filesOf(
  word: string,
  folder: string,
): { readonly files: readonly string[]; readonly isFolder: boolean } | null {
  const places = [resolve(folder, word), resolve(folder, reportsFolder, word)];
  const path = places.find((place) => existsSync(place));
  if (path === undefined) return null;
  if (!statSync(path).isDirectory()) return { files: [path], isFolder: false };
  const own = join(path, 'report.json');
  if (existsSync(own)) return { files: [own], isFolder: false };
  const files = readdirSync(path)
    .map((name) => join(path, name))
    // `latest` leads to one of the others.
    .filter((child) => lstatSync(child).isDirectory())
    .map((child) => join(child, 'report.json'))
    .filter((file) => existsSync(file));
  return { files, isFolder: true };
}

/** The runs of a drill, or one run, from the journals that labs have left in the state folder. */
async function readRuns(
  word: string,
  { folder, state }: Named,
): Promise<Pick<Gathered, 'drills' | 'problems'>> {
  const stateFolder = defaultStateFolder(folder, state);
  const journals = await openJournals(stateFolder);
  const earlier = openEarlierRuns(stateFolder);
  const drills: ReadDrill[] = [];
  const problems: Problem[] = [];
  try {
    const isMeant = ({ run }: { readonly run: string }) => {
      // A drill's own notes have its name; they are no run.
      return (
        run === word || (run.startsWith(`${word}-`) && /^\d+$/.test(run.slice(word.length + 1)))
      );
    };
    const before = (earlier?.runs() ?? []).filter(isMeant);
    const now = (await journals.list()).filter(isMeant);
    const read: (readonly JournalRecord[])[] = before.map(({ run }) => earlier?.read(run) ?? []);
    for (const { run } of now) read.push(await journals.read(run));
    for (const records of read.filter(([first]) => first?.event.type === 'started')) {
      const told = readRecords(records);
      const run = records[0]?.run ?? word;
      if (told.unreadable === undefined) drills.push({ ...told.drill, world: 'lab', files: [run] });
      else {
        const { wrong, mend } = told.unreadable;
        problems.push(problemOf(run, wrong, mend));
      }
    }
    if (read.length === 0) problems.push(unknownWord(word));
  } finally {
    earlier?.close();
    await journals.close();
  }
  return { drills, problems };
}

function unknownWord(word: string): Problem {
  const looksLikeFile = word.includes('/') || basename(word).includes('.');
  const wrong = looksLikeFile
    ? 'there is no such file or folder'
    : 'no file, no drill and no run has this name';
  const mend = 'name a report.json, a journal, a folder of drills, or a run: `outrigger runs list`';
  return problemOf(word, wrong, mend);
}
