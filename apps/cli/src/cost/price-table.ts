import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { formatPath, lineOf } from '@outrigger/model';
import { shownPath } from '../platform/find.ts';
import { type Problem, Refusal, refuseArgument } from '../refusal.ts';
import { type CsvLine, readCsv } from './csv.ts';
import { checkRows, type Price, type RowProblem } from './price-row.ts';

/** The prices of one table, all of one currency. */
export interface PriceTable {
  /** As the user would say it. */
  readonly shown: string;
  readonly currency: string;
  readonly prices: readonly Price[];
}

/** The table that comes with Outrigger. Its name says when it was put together. */
export const ownTable = resolve(import.meta.dirname, '../../../../prices/aws-2026-11-21.json');

/** Reads a table, JSON or CSV by its name; refuses with everything that is wrong with it. */
export function loadPrices(argument: string | undefined, folder: string): PriceTable {
  const file = argument === undefined ? ownTable : resolve(folder, argument);
  if (!existsSync(file)) {
    const mend = 'name a JSON or CSV file with prices; docs/cost.md shows one';
    throw refuseArgument('--prices', argument ?? ownTable, 'there is no such file', mend);
  }
  const shown = argument === undefined ? `prices/${basename(file)}` : shownPath(file, folder);
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const isCsv = /\.csv$/i.test(file);
  const { rows, lineAt } = isCsv ? csvRows(text) : jsonRows(text, shown);
  const { prices, problems } = checkRows(rows);
  if (problems.length > 0) throw refuseTable(shown, problems, lineAt);
  return { shown, currency: prices[0]?.currency ?? '', prices };
}

interface Rows {
  readonly rows: readonly unknown[];
  readonly lineAt: (problem: RowProblem) => number | null;
}

function jsonRows(text: string, shown: string): Rows {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message.split(/, (?:\.\.\.)?"/)[0] : String(error);
    const problem = { path: [], value: null, wrong: `is not JSON: ${said}`, mend: 'correct it' };
    throw refuseTable(shown, [problem], () => null, error);
  }
  if (!Array.isArray(read)) {
    const mend = 'write a list: [{ sku, region, unit, price, … }, …]';
    throw refuseTable(shown, [{ path: [], value: null, wrong: 'is no list', mend }], () => null);
  }
  return { rows: read, lineAt: ({ path }) => lineOf(text, path) };
}

/** The first line names the fields; numbers and truth values are written as in JSON. */
function csvRows(text: string): Rows {
  const [head, ...lines] = readCsv(text);
  const names = head?.cells ?? [];
  const lineAt = ({ path: [index] }: RowProblem) =>
    typeof index === 'number' ? (lines[index]?.line ?? null) : 1;
  return { rows: lines.map((line) => rowOf(names, line)), lineAt };
}

function rowOf(names: readonly string[], { cells }: CsvLine): { [name: string]: unknown } {
  const row: { [name: string]: unknown } = {};
  for (const [place, name] of names.entries()) {
    const cell = cells[place];
    if (cell !== undefined && cell !== '') row[name] = cellValue(name, cell);
  }
  for (const [place, cell] of cells.slice(names.length).entries()) {
    row[`column ${names.length + place + 1}`] = cell;
  }
  return row;
}

function cellValue(name: string, cell: string): unknown {
  if (name === 'price' && /^-?[\d.]+(e-?\d+)?$/i.test(cell)) return Number(cell);
  if (name === 'verified' && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  return cell;
}

function refuseTable(
  shown: string,
  problems: readonly RowProblem[],
  lineAt: Rows['lineAt'],
  cause?: unknown,
): Refusal {
  const told = problems.map((problem): Problem => {
    const path = problem.path.length === 0 ? 'prices' : formatPath(problem.path);
    return { ...problem, path, file: shown, line: lineAt(problem) };
  });
  return new Refusal(`${shown} cannot be used`, told, { cause });
}
