import { expect, test } from 'vitest';
import { compile, evaluateBlock } from './evaluate.ts';
import type { HistogramRow } from './histogram-rows.ts';
import { histogramRows } from './histogram-rows.ts';
import type { Draw } from './step-graph.ts';
import { draw } from './testing/graphs.ts';

const runs = 20_000;

function rowsOf(each: Draw): readonly HistogramRow[] {
  const compiled = compile({ name: 'one', draws: { each }, nodes: {} }, [{ of: 'each' }]);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { outputs } = evaluateBlock(compiled.program, { seed: 1, from: 0, to: runs });
  return histogramRows(outputs[0]?.histogram ?? new Uint32Array(), runs);
}

test.each([
  ['a lognormal of minutes', draw({ kind: 'lognormal', median: 5, p99: 15 }, 'min')],
  ['a wide one', draw({ kind: 'lognormal', median: 5, p99: 5_000 }, 's')],
  ['a uniform', draw({ kind: 'uniform', low: 26, high: 36 }, 's')],
  ['a constant', draw({ kind: 'constant', value: 7 }, 'h')],
])('%s: few rows of one width, every run in one of them', (_, each) => {
  const rows = rowsOf(each);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.length).toBeLessThanOrEqual(14);
  expect(rows.reduce((sum, row) => sum + row.runs, 0)).toBe(runs);
  const widths = rows.flatMap(({ fromMs, toMs }) => (toMs === null ? [] : [toMs - fromMs]));
  expect(new Set(widths).size).toBe(1);
  for (const [index, row] of rows.entries()) {
    expect(row.fromMs % (widths[0] ?? 1)).toBe(0);
    expect(row.toMs).toBe(rows[index + 1]?.fromMs ?? null);
  }
});

test('a uniform fills its rows evenly', () => {
  const rows = rowsOf(draw({ kind: 'uniform', low: 26, high: 36 }, 's'));
  const inside = rows.filter(
    ({ fromMs, toMs }) => fromMs >= 26_000 && toMs !== null && toMs <= 35_000,
  );
  expect(inside).toHaveLength(9);
  for (const { share } of inside) expect(Math.abs(share - 0.1)).toBeLessThan(0.012);
});
