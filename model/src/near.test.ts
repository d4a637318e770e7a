import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendName, nearest } from './index.ts';
import { editDistance } from './near.ts';

const word = fc.string({ maxLength: 8 });

test('a distance is 0 for the same word only, and the same both ways', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const distance = editDistance(one, other);
      expect(distance === 0).toBe(one === other);
      expect(editDistance(other, one)).toBe(distance);
      expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});

test.each([
  ['order-db', 'orders-db'],
  ['odrers', 'orders'],
  ['Orders', 'orders'],
  ['pict', 'pictures'],
  ['billing', null],
  ['', null],
])('%s means %s', (written, meant) =>
  expect(nearest(written, ['catalog', 'orders', 'orders-db', 'pictures'])).toBe(meant),
);

test('a mend names the nearest and the known, twelve at most', () => {
  expect(mendName('order', ['web', 'orders'])).toBe("write 'orders'; known: orders, web");
  expect(mendName('billing', ['web'])).toBe('use one of these: web');
  expect(mendName('web', [])).toBe('add one first: there is none');
  const many = Array.from({ length: 20 }, (_, index) => `service-${10 + index}`);
  expect(mendName('x', many)).toMatch(/^use one of these: service-10, .* and 8 more$/);
});
