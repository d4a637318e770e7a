import { formatDuration, strategies } from '@outrigger/model';
import type { Style } from '../style.ts';
import type { Comparison } from './comparison.ts';
import { money } from './money.ts';
import { costScale, type Point, pointsOf, timeScale, timeTicks } from './plot.ts';

const columns = 62;
const rows = 12;
const margin = 12;

/** One sign a strategy, in the order of `strategies`; a small letter on a bad day. */
export const signs = ['B', 'P', 'W', 'A'] as const;

export function signOf(strategy: Point['strategy']): string {
  return signs[strategies.indexOf(strategy)] ?? '?';
}

/** Cost against p99 RTO, within 80 columns; nothing where there is no point to draw. */
export function terminalPlot(comparison: Comparison, style: Style): readonly string[] {
  const points = pointsOf(comparison);
  if (points.length === 0) return [];
  const limitMs = comparison.objective.rtoMs;
  const times = timeScale(points, limitMs);
  const costs = costScale(points);
  const column = (ms: number) => Math.round(times.at(ms) * (columns - 1));
  const row = (cost: number) => rows - 1 - Math.round(costs.at(cost) * (rows - 1));
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '));
  const put = (line: number, place: number, sign: string) => {
    const cells = grid[line];
    if (cells !== undefined && place >= 0 && place < columns) cells[place] = sign;
  };
  for (let line = 0; line < rows; line += 1) put(line, column(limitMs), '┊');
  const mark = (line: number, at: number, sign: string) => {
    // Two at one place stand side by side.
    let place = at;
    while (/[a-z]/i.test(grid[line]?.[place] ?? '')) place += 1;
    put(line, place, sign);
  };
  for (const point of points) mark(row(point.cost), column(point.p99Ms), signOf(point.strategy));
  for (const { badP99Ms, cost, p99Ms, strategy } of points) {
    // Where the bad day is no worse to see, one sign is for both.
    if (column(badP99Ms) <= column(p99Ms)) continue;
    mark(row(cost), column(badP99Ms), signOf(strategy).toLowerCase());
  }
  const { currency } = comparison.prices;
  const labels = new Map([
    [0, money(costs.to)],
    [rows - 1, '0'],
  ]);
  const lines = grid.map((cells, index) => {
    const label = (labels.get(index) ?? '').padStart(margin - 2);
    return `${style.quiet(`${label} │`)}${painted(cells.join('').trimEnd(), points, style)}`;
  });
  const marks = markedTimes(timeTicks(times), column);
  return [
    `${currency} a month against p99 RTO, small letters on a bad day; ┊ objective, ` +
      formatDuration(limitMs),
    ...lines,
    style.quiet(`${' '.repeat(margin - 1)}└${'─'.repeat(columns)}`),
    style.quiet(' '.repeat(margin) + marks),
  ];
}

/** Met is green, dominated is quiet; without colours the signs alone are there. */
function painted(line: string, points: readonly Point[], style: Style): string {
  return [...line]
    .map((sign) => {
      const isOf = ({ strategy }: Point) => signOf(strategy) === sign.toUpperCase();
      const point = points.find(isOf);
      if (point === undefined) return sign === '┊' ? style.quiet(sign) : sign;
      if (point.isDominated) return style.quiet(sign);
      return { yes: style.good, no: style.bad, unknown: style.warning }[point.meets](sign);
    })
    .join('');
}

/** Labels that have room; each begins where its time is. */
function markedTimes(times: readonly number[], column: (ms: number) => number): string {
  let line = '';
  for (const ms of times) {
    const label = formatDuration(ms);
    const at = column(ms);
    if (at < line.length + (line === '' ? 0 : 2) || at + label.length > columns) continue;
    line = line.padEnd(at) + label;
  }
  return line;
}
