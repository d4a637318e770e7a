import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  connectLab,
  labStatus,
  openEarlierRuns,
  openJournal,
  type RunSummary,
} from '@outrigger/lab';
import type { JournalRecord } from '@outrigger/recovery';
import { Refusal } from '../refusal.ts';
import { findRun } from './find-run.ts';
import { type RunView, viewRun } from './run-view.ts';

/** The journals of a lab's runs, wherever they can be read from. */
export interface Journals {
  /** Whether the witness answers: without it nothing can be driven. */
  readonly atWitness: boolean;
  /** Oldest first. */
  list(): Promise<readonly RunSummary[]>;
  read(run: string): Promise<readonly JournalRecord[]>;
  close(): Promise<void>;
}

const answerLimitMs = 3_000;

/**
 * At the witness while it answers; else from its file, which is still there when the lab is down
 * or the witness is what was lost.
 */
export async function openJournals(stateFolder: string): Promise<Journals> {
  const { layout, running } = labStatus(stateFolder);
  const atWitness = layout !== null && running.includes('witness');
  return (atWitness ? await overNetwork(stateFolder) : null) ?? fromFile(stateFolder);
}

async function overNetwork(stateFolder: string): Promise<Journals | null> {
  const lab = connectLab(stateFolder);
  const ask = async <Body>(path: string): Promise<Body | null> => {
    const answer = await lab.witness.call<Body>('GET', path, undefined, answerLimitMs);
    return answer.kind === 'answered' ? answer.body : null;
  };
  const first = await ask<{ runs: readonly RunSummary[] }>('/journal');
  if (first === null) {
    await lab.close();
    return null;
  }
  return {
    atWitness: true,
    list: async () => (await ask<typeof first>('/journal'))?.runs ?? first.runs,
    async read(run) {
      const path = `/journal/${encodeURIComponent(run)}`;
      const told = await ask<{ records: readonly JournalRecord[] }>(path);
      if (told === null) throw witnessGone();
      return told.records;
    },
    close: () => lab.close(),
  };
}

function fromFile(stateFolder: string): Journals {
  const file = join(stateFolder, 'witness', 'journal.db');
  const store = existsSync(file) ? openJournal(file) : null;
  return {
    atWitness: false,
    list: async () => store?.runs() ?? [],
    read: async (run) => store?.read(run) ?? [],
    close: async () => store?.close(),
  };
}

export function witnessGone(): Refusal {
  const problem = {
    path: 'witness',
    value: null,
    wrong: 'it does not answer, and nothing may be decided without its journal',
    mend: 'see `outrigger lab status`; if it is gone, `outrigger lab heal` starts it again',
    file: null,
    line: null,
  };
  return new Refusal('The run cannot go on', [problem]);
}

/** Every run that has a plan, oldest first. */
export async function viewRuns(journals: Journals): Promise<readonly RunView[]> {
  const runs = await journals.list();
  const views = await Promise.all(runs.map(async ({ run }) => viewRun(await journals.read(run))));
  return views.filter((view) => view !== null);
}

export interface ReadRun {
  readonly run: string;
  readonly records: readonly JournalRecord[];
}

/** The records of the run that is meant, and its full id. */
export async function readRun(said: string, journals: Journals): Promise<ReadRun> {
  const run = findRun(said, await namesOf(journals));
  return { run, records: await journals.read(run) };
}

/** The same, to be looked at only: also of the labs that were in the folder before. */
export async function readRunOfAnyLab(
  said: string,
  journals: Journals,
  stateFolder: string,
): Promise<ReadRun> {
  const earlier = openEarlierRuns(stateFolder);
  if (earlier === null) return readRun(said, journals);
  try {
    const own = await namesOf(journals);
    const before = earlier.runs().map((summary) => summary.run);
    const run = findRun(said, [...before, ...own]);
    return { run, records: own.includes(run) ? await journals.read(run) : earlier.read(run) };
  } finally {
    earlier.close();
  }
}

async function namesOf(journals: Journals): Promise<readonly string[]> {
  return (await journals.list()).map((summary) => summary.run);
}
