import { kinds } from '@outrigger/model';
import { expect, test } from 'vitest';
import { platformOf } from './platform.ts';

/** A fifth of all platforms that there are. */
const drawnCount = 400;

test('every kind that the model knows is on some platform', () => {
  const met = new Set<string>();
  for (let number = 0; number < drawnCount; number += 1) {
    for (const { kind } of Object.values(platformOf(number).components)) met.add(kind);
  }
  expect(Object.keys(kinds).filter((kind) => !met.has(kind))).toEqual([]);
});
