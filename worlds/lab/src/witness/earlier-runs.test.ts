import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalRecord } from '@outrigger/recovery';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepEarlierRuns, openEarlierRuns } from './earlier-runs.ts';
import { openJournal } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-earlier-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = (run: string, sequence: number): JournalRecord => ({
  run,
  sequence,
  epoch: 1,
  time: `2026-01-01T00:00:0${sequence}.000Z`,
  monotonicMs: sequence,
  event: { type: 'noted' },
});

/** A lab that journaled one run, as `lab down` leaves it. */
function lab(run: string): void {
  rmSync(join(folder, 'witness'), { recursive: true, force: true });
  mkdirSync(join(folder, 'witness'));
  const journal = openJournal(join(folder, 'witness', 'journal.db'));
  journal.append([record(run, 0), record(run, 1)]);
  journal.close();
}

test('the runs of every lab before are kept, each once', () => {
  keepEarlierRuns(folder);
  expect(openEarlierRuns(folder)).toBeNull();
  lab('first');
  keepEarlierRuns(folder);
  keepEarlierRuns(folder);
  lab('second');
  keepEarlierRuns(folder);
  const kept = openEarlierRuns(folder);
  expect(kept?.runs().map(({ run, records }) => [run, records])).toEqual([
    ['first', 2],
    ['second', 2],
  ]);
  expect(kept?.read('first')).toEqual([record('first', 0), record('first', 1)]);
  kept?.close();
});
