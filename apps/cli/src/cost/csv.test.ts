import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

test('cells in quotes hold commas, breaks and quotes; empty lines are left out', () => {
  expect(readCsv('a, b\r\n"1, 2","say ""yes""\nand more",\n\n3,4')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1, 2', 'say "yes"\nand more', ''] },
    { line: 5, cells: ['3', '4'] },
  ]);
});

test('whatever is quoted comes back', () => {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 })), (rows) => {
      const text = rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
      expect(readCsv(text).map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});
