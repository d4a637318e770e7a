import { expect, test } from 'vitest';
import { behindMs } from './replication.ts';

const calm = { ms: 400, troubleMs: 300_000, fullShare: 0.95 };

test('an idle link adds nothing, a busier one always more', () => {
  expect(behindMs({ ...calm, busy: 0 })).toBe(400);
  const busier = [0, 0.2, 0.5, 0.9, 0.95, 1, 1.1, 2, 10].map((busy) => behindMs({ ...calm, busy }));
  expect(busier.toSorted((one, other) => one - other)).toEqual(busier);
});

test('half full a write waits twice as long', () => {
  expect(behindMs({ ...calm, busy: 0.5 })).toBe(800);
});

test('twice as much as comes through: half of the trouble’s writes wait', () => {
  expect(behindMs({ ...calm, busy: 2 })).toBeCloseTo(400 / 0.05 + 150_000, 6);
});
