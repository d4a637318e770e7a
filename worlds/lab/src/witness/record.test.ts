import { expect, test } from 'vitest';
import { type ClusterRecord, whyNotLossless } from './record.ts';

const record: ClusterRecord = {
  epochGiven: 4,
  activeRegion: 'us-east-1',
  databases: {
    'orders-db': { epoch: 3, writer: 'a', inSync: ['a', 'b'], forks: [] },
  },
  fileStores: {},
};
const wanted = { component: 'orders-db', member: 'b', epoch: 4 };

test('a promotion is lossless from the in-sync set as it is now, not as it was planned', () => {
  expect(whyNotLossless(record, wanted)).toBe(null);
  expect(whyNotLossless(record, { ...wanted, member: 'c' })).toContain('in sync are a, b');
  const alone = { epoch: 3, writer: 'a', inSync: ['a'], forks: [] };
  const degraded = { ...record, databases: { 'orders-db': alone } };
  expect(whyNotLossless(degraded, wanted)).toContain('plan again');
  expect(whyNotLossless(record, { ...wanted, component: 'stock' })).toContain('no database');
});

test('a repeat of a promotion that was recorded is let through', () => {
  const moved = { epoch: 4, writer: 'b', inSync: ['b'], forks: [] };
  expect(whyNotLossless({ ...record, databases: { 'orders-db': moved } }, wanted)).toBe(null);
  const later = { epoch: 5, writer: 'c', inSync: ['c'], forks: [] };
  const newer = { ...record, databases: { 'orders-db': later } };
  expect(whyNotLossless(newer, wanted)).not.toBe(null);
});
