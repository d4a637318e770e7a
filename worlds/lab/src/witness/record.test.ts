import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal } from './journal.ts';
import {
  type ClusterRecord,
  changeFileStore,
  changeInSync,
  changeWriter,
  whyNotLossless,
} from './record.ts';

const record: ClusterRecord = {
  epochGiven: 4,
  activeRegion: 'us-east-1',
  databases: {
    'orders-db': {
      epoch: 3,
      writer: 'a',
      inSync: ['a', 'b'],
      revision: 7,
      lossless: true,
      forks: [],
    },
  },
  fileStores: { pictures: { epoch: 3, region: 'us-east-1' } },
};
/** Of the newest run that has begun. */
const begun = 3;
const wanted = { component: 'orders-db', member: 'b', epoch: 4 };

test('a promotion is lossless from the in-sync set as it is now, not as it was planned', () => {
  expect(whyNotLossless(record, wanted)).toBe(null);
  expect(whyNotLossless(record, { ...wanted, member: 'c' })).toContain('in sync are a, b');
  const alone = { epoch: 3, writer: 'a', inSync: ['a'], revision: 8, lossless: true, forks: [] };
  const degraded = { ...record, databases: { 'orders-db': alone } };
  expect(whyNotLossless(degraded, wanted)).toContain('plan again');
  expect(whyNotLossless(record, { ...wanted, component: 'stock' })).toContain('no database');
});

test('a repeat of a promotion that was recorded is let through', () => {
  const moved = { epoch: 4, writer: 'b', inSync: ['b'], revision: 8, lossless: true, forks: [] };
  expect(whyNotLossless({ ...record, databases: { 'orders-db': moved } }, wanted)).toBe(null);
  const later = { epoch: 5, writer: 'c', inSync: ['c'], revision: 9, lossless: true, forks: [] };
  const newer = { ...record, databases: { 'orders-db': later } };
  expect(whyNotLossless(newer, wanted)).not.toBe(null);
});

describe('the in-sync set', () => {
  const added = { component: 'orders-db', epoch: 3, writer: 'a', inSync: ['a', 'b'], revision: 7 };
  const removed = { ...added, inSync: ['a'] };
  const of = (changed: ClusterRecord | string) => {
    if (typeof changed === 'string') throw new Error(changed);
    return changed;
  };

  test('a standby that is out stays out, whatever arrives late', () => {
    // "b is in sync" was not answered, so the writer says that it is out; then the first arrives.
    const out = of(changeInSync(record, removed));
    expect(out.databases['orders-db']).toMatchObject({ inSync: ['a'], revision: 8 });
    expect(changeInSync(out, added)).toContain('has changed since');
    expect(changeInSync(out, removed)).toContain('has changed since');
    const again = of(changeInSync(out, { ...added, revision: 8 }));
    expect(again.databases['orders-db']?.inSync).toEqual(['a', 'b']);
  });

  test('is the new writer’s alone after a promotion', () => {
    const promoted = { component: 'orders-db', epoch: 4, writer: 'b', region: 'us-east-1' };
    const moved = of(changeWriter(record, { ...promoted, fork: null }, begun));
    expect(moved.databases['orders-db']).toMatchObject({ inSync: ['b'], revision: 8 });
    expect(changeInSync(moved, { ...added, revision: 8 })).toContain('epoch 3 of a is over');
  });
});

test('where a timeline left the one before, and whether what lies past that was acked', () => {
  const fork = { lsn: '0/5000000', oldestXid: '700' };
  const change = { component: 'orders-db', epoch: 4, region: 'us-east-1' };
  const forksOf = (writer: string) => {
    // It takes over first; where it left is known a moment later.
    const taken = changeWriter(record, { ...change, writer, fork: null }, begun);
    if (typeof taken === 'string') throw new Error(taken);
    const told = changeWriter(taken, { ...change, writer, fork }, begun);
    return typeof told === 'string' ? told : told.databases['orders-db']?.forks;
  };
  expect(forksOf('b')).toEqual([{ epoch: 4, lossless: true, ...fork }]);
  expect(forksOf('c')).toEqual([{ epoch: 4, lossless: false, ...fork }]);
});

describe('once a newer run has begun', () => {
  const since = 6;

  test('what arrives late of the one before changes no writer', () => {
    const late = { component: 'orders-db', epoch: 4, writer: 'b', region: 'us-west-2', fork: null };
    expect(changeWriter(record, late, since)).toContain('a run of epoch 6 has begun since');
    const files = { component: 'pictures', epoch: 4, region: 'us-west-2' };
    expect(changeFileStore(record, files, since)).toContain('a run of epoch 6 has begun since');
    expect(changeFileStore(record, files, begun)).not.toBeTypeOf('string');
  });

  test('its own epoch and that of its way back are obeyed', () => {
    for (const epoch of [6, 7]) {
      const files = { component: 'pictures', epoch, region: 'us-west-2' };
      expect(changeFileStore(record, files, since)).toMatchObject({
        fileStores: { pictures: { epoch, region: 'us-west-2' } },
      });
    }
  });

  test('one that takes no epoch of its own takes none away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'outrigger-record-'));
    const journal = openJournal(join(folder, 'journal.db'));
    const beginRun = (run: string, epoch: number) => {
      const event = { type: 'started' };
      journal.append([{ run, sequence: 0, epoch, time: '', monotonicMs: 0, event }]);
      return journal.epochBegun();
    };
    try {
      expect(journal.epochBegun()).toBe(0);
      expect(beginRun('moves', since)).toBe(since);
      expect(beginRun('mends', 3)).toBe(since);
    } finally {
      journal.close();
      rmSync(folder, { recursive: true });
    }
  });
});
