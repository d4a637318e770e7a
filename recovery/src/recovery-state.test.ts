import { expect, test } from 'vitest';
import { readRecoveryState, startState } from './recovery-state.ts';
import { testPlatform } from './testing/platforms.ts';

const platform = testPlatform({ name: 'shop', databases: ['orders-db'] });
const start = startState(platform);

test('the start is read as it was written', () => {
  expect(readRecoveryState(JSON.parse(JSON.stringify(start)), platform)).toEqual({
    ok: true,
    state: start,
  });
});

test('a writer elsewhere has moved once, unless it says how often', () => {
  const data = { 'orders-db': { writerIn: 'us-west-2', followers: [] } };
  const read = (more: object) =>
    readRecoveryState(
      { schemaVersion: 1, data: { 'orders-db': { ...data['orders-db'], ...more } } },
      platform,
    );
  expect(read({})).toMatchObject({ state: { data: { 'orders-db': { moves: 1 } } } });
  expect(read({ moves: 3 })).toMatchObject({ state: { data: { 'orders-db': { moves: 3 } } } });
});

test('all that is wrong is told at once', () => {
  const wrong = {
    schemaVersion: 1,
    data: {
      'orders-db': {
        writerIn: 'mars',
        moves: -1,
        followers: ['mars'],
        copies: { 'us-east-1': { generation: 0, madeFrom: { region: 'mars', generation: 1 } } },
      },
      nobody: {},
    },
  };
  const read = readRecoveryState(wrong, platform);
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
    'data.orders-db.writerIn',
    'data.orders-db.moves',
    'data.orders-db.followers[0]',
    'data.orders-db.copies.us-east-1.generation',
    'data.orders-db.copies.us-east-1.madeFrom.region',
    'data.nobody',
  ]);
});
