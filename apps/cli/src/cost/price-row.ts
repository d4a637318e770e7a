import { type CostUnit, costUnits } from '@outrigger/components';
import { formatPath, type Json, mendName, type Path } from '@outrigger/model';

/** What one thing costs in one region. `*` is every region that has no price of its own. */
export interface Price {
  readonly sku: string;
  readonly region: string;
  readonly unit: CostUnit;
  /** For one unit. */
  readonly price: number;
  readonly currency: string;
  /** An address, or what was looked at. */
  readonly source: string;
  /** When the source said so: `2026-11-21`, `2026-11` or `2026`. */
  readonly asOf: string;
  /** Whether a source that was at hand says so; else the source tells what it is taken from. */
  readonly verified: boolean;
}

/** One thing wrong with a table, at a path of it. */
export interface RowProblem {
  readonly path: Path;
  readonly value: Json;
  readonly wrong: string;
  readonly mend: string;
}

type Fault = readonly [wrong: string, mend: string];

const isText = (value: unknown): value is string => typeof value === 'string';
const isUnit = (value: unknown): value is CostUnit => costUnits.some((unit) => unit === value);

/** What each field means, and what is wrong with a value of it; null when nothing is. */
const fields: { readonly [F in keyof Price]: readonly [string, (value: unknown) => Fault | null] } =
  {
    sku: ["what is billed, like 'ec2/m6i.large'", nonEmpty("write it like 'ec2/m6i.large'")],
    region: ["an AWS region, 'global', or '*' for all", nonEmpty("write one like 'us-east-1'")],
    unit: [
      `what the price is for: ${costUnits.join(', ')}`,
      (value) => (isUnit(value) ? null : ['no such unit', mendName(String(value), costUnits)]),
    ],
    price: ['a number, for one unit', priceFault],
    currency: [
      "like 'USD'",
      (value) =>
        isText(value) && /^[A-Z]{3}$/.test(value)
          ? null
          : ['not a currency', "write its three letters: 'USD'"],
    ],
    source: [
      'where the price is from',
      nonEmpty('say where it is from; for a guess, what it was guessed from'),
    ],
    asOf: [
      "since when it is known, like '2026-11-21'",
      (value) =>
        isText(value) && /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)
          ? null
          : ['not a date', "write one like '2026-11-21'"],
    ],
    verified: [
      'whether the source says exactly this: true or false',
      (value) => (typeof value === 'boolean' ? null : ['neither true nor false', 'write false']),
    ],
  };

const fieldNames = Object.keys(fields);
const isField = (name: string): name is keyof Price => Object.hasOwn(fields, name);

function nonEmpty(mend: string): (value: unknown) => Fault | null {
  return (value) => {
    if (!isText(value)) return [`is ${typeof value}, where a text should be`, mend];
    return value.trim() === '' ? ['is empty', mend] : null;
  };
}

function priceFault(value: unknown): Fault | null {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    return ['not a number', 'write what one unit costs, like 0.096'];
  }
  if (value < 0) return ['is negative', 'write what is charged, 0 or more'];
  return Number.isFinite(value) ? null : ['is without end', 'write what one unit costs'];
}

/** The prices of a table, and everything that is wrong with it. */
export function checkRows(rows: readonly unknown[]): {
  readonly prices: readonly Price[];
  readonly problems: readonly RowProblem[];
} {
  const problems: RowProblem[] = [];
  const prices: Price[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const before = problems.length;
    problems.push(...rowProblems(row, index), ...repeated(row, index, seen));
    if (problems.length === before) prices.push(row as Price);
  }
  problems.push(...otherCurrencies(rows));
  if (rows.length === 0) {
    const mend = 'add one: { sku, region, unit, price, currency, source, asOf, verified }';
    problems.push({ path: [], value: null, wrong: 'holds no price', mend });
  }
  return { prices, problems };
}

function rowProblems(row: unknown, index: number): RowProblem[] {
  if (!isRecord(row)) {
    const mend = `write fields: ${fieldNames.join(', ')}`;
    return [{ path: [index], value: jsonOf(row), wrong: 'is no row of a price table', mend }];
  }
  const found: RowProblem[] = [];
  for (const [name, [meaning, faultOf]] of Object.entries(fields)) {
    const value = row[name];
    if (value === undefined) {
      const mend = `add ${name}: ${meaning}`;
      found.push({ path: [index, name], value: null, wrong: 'is missing', mend });
      continue;
    }
    const fault = faultOf(value);
    if (fault === null) continue;
    found.push({ path: [index, name], value: jsonOf(value), wrong: fault[0], mend: fault[1] });
  }
  for (const name of Object.keys(row).filter((key) => !isField(key))) {
    const wrong = 'no field has this name';
    const mend = mendName(name, fieldNames);
    found.push({ path: [index, name], value: jsonOf(row[name]), wrong, mend });
  }
  return found;
}

/** One thing has one price in a region: of two nobody could tell which was meant. */
function repeated(row: unknown, index: number, seen: Map<string, number>): RowProblem[] {
  if (!isRecord(row) || !isText(row.sku) || !isText(row.region)) return [];
  const value = `${row.sku} in ${row.region}`;
  const first = seen.get(value);
  if (first === undefined) {
    seen.set(value, index);
    return [];
  }
  const wrong = `has a price already, at ${formatPath([first])}`;
  return [{ path: [index], value, wrong, mend: 'keep one of the two' }];
}

/** A total adds prices up: they have to be of one currency. */
function otherCurrencies(rows: readonly unknown[]): RowProblem[] {
  const written = rows.map((row) => (isRecord(row) ? row.currency : undefined));
  const first = written.find(isText);
  return written.flatMap((value, index) => {
    if (!isText(value) || value === first || !/^[A-Z]{3}$/.test(value)) return [];
    const wrong = `is another currency than that of the first price, ${first}`;
    return [{ path: [index, 'currency'], value, wrong, mend: `convert the price to ${first}` }];
  });
}

export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** For a message: what can't be shown as JSON is named. */
function jsonOf(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return Array.isArray(value) ? '(a list)' : `(a ${typeof value})`;
}
