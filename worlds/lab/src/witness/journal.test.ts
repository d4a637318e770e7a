import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalRecord } from '@outrigger/recovery';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = (run: string, sequence: number, note = ''): JournalRecord => ({
  run,
  sequence,
  epoch: 3,
  time: '2026-01-01T00:00:00.000Z',
  monotonicMs: sequence,
  event: { type: 'noted', note },
});

test('of two controllers that append the same record of a run one is told so', () => {
  const journal = openJournal(join(folder, 'journal.db'));
  expect(journal.append([record('run', 0), record('run', 1)])).toBe('appended');
  expect(journal.append([record('run', 1)])).toBe('conflict');
  expect(journal.append([record('run', 3)])).toBe('conflict');
  expect(journal.append([record('run', 2), record('other', 3)])).toBe('conflict');
  expect(journal.read('run')).toHaveLength(2);
  journal.close();
});

test('a journal that is cut anywhere in its last append has all before it, and goes on', () => {
  const file = join(folder, 'journal.db');
  const journal = openJournal(file);
  journal.append([record('run', 0)]);
  const before = statSync(`${file}-wal`).size;
  journal.append([record('run', 1), record('run', 2, 'long '.repeat(2_000))]);
  const after = statSync(`${file}-wal`).size;
  expect(after - before).toBeGreaterThan(8_000);
  for (let cut = before; cut < after; cut += 509) {
    const copy = join(folder, `cut-${cut}.db`);
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    truncateSync(`${copy}-wal`, cut);
    const found = openJournal(copy);
    expect(
      found.read('run').map(({ sequence }) => sequence),
      `cut at ${cut}`,
    ).toEqual([0]);
    expect(found.append([record('run', 1)])).toBe('appended');
    expect(found.epochBegun()).toBe(3);
    found.close();
  }
  journal.close();
});
