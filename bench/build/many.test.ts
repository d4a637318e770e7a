import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { platformOf } from './many.ts';

test('a platform of many services is a sound one', () => {
  const resolved = resolve(platformOf(3));
  expect(resolved.ok ? [] : resolved.problems).toEqual([]);
  expect(resolved.ok && Object.keys(resolved.platform.components)).toContain('service-2');
});
