import { formatDuration } from '@outrigger/model';
import { givenUpMs, type OutputDistribution } from '@outrigger/sim';
import type { Bill } from '../cost/bill.ts';
import { columns, hang, width, wrap } from '../layout.ts';
import { lasted } from '../simulate/cut-off.ts';
import type { Style } from '../style.ts';
import type { Compared, Comparison } from './comparison.ts';
import { type Day, days, type Forecast } from './forecast.ts';
import { percent } from './money.ts';
import { signOf } from './terminal-plot.ts';

/** What is judged, one table for each kind of day, and how sure it is. */
export function summary(comparison: Comparison, style: Style): string[] {
  const { badRuns, prices, runs } = comparison;
  const count = (of: number) => of.toLocaleString('en');
  return [
    style.strong(`An undisturbed day, ${count(runs)} runs each`),
    ...dayTable(comparison, 'undisturbed', `${prices.currency}/month`, style),
    '',
    style.strong(`A bad day, the first ${count(badRuns)} runs each, and what they are without it`),
    ...dayTable(comparison, 'bad', '', style),
    ...lossNote(comparison).map(style.quiet),
    '',
    ...capacityTable(comparison, style),
    ...intervalTable(comparison, style),
  ];
}

const dayWidths = [18, 10, 12, 12, 8, 12, 8] as const;

function dayTable(
  { strategies, verdict }: Comparison,
  day: (typeof days)[number],
  cost: string,
  style: Style,
): string[] {
  const head = ['', cost, 'RTO p50', 'RTO p99', 'met', 'RPO p99', 'met'];
  const rows = strategies.map(({ outlook, standing, strategy }) => {
    const billed = standing === null ? '–' : atLeast(standing, Math.round(standing.counted));
    const figures = outlook.known ? dayCells(outlook.forecast[day]) : ['–', '–', '–', '–', '–'];
    const cells = [`${signOf(strategy)} ${strategy}`, cost === '' ? '' : billed, ...figures];
    const line = row(cells, dayWidths);
    const same = day === 'bad' && outlook.known ? sameLines(outlook.forecast) : [];
    const gone = day === 'bad' && outlook.known ? givenUpLines(outlook.forecast) : [];
    const quiet = [...gone.map(style.bad), ...same.map(style.quiet)];
    if (verdict.dominatedBy[strategy] !== undefined) return [style.quiet(line), ...quiet];
    return [strategy === verdict.cheapest ? style.good(line) : line, ...quiet];
  });
  return [style.quiet(row(head, dayWidths)), ...rows.flat()];
}

/**
 * The very same runs without what disturbs them: other runs would differ by their luck, which is
 * no bad day's doing.
 */
function sameLines({ bad, sameUndisturbed }: Forecast): string[] {
  const [disturbed, cells] = [dayCells(bad), dayCells(sameUndisturbed)];
  if (cells.every((cell, index) => cell === disturbed[index])) return ['    without it the same'];
  return [row(['    without it', '', ...cells], dayWidths)];
}

/** Nobody goes on for so long: what such a run would have taken is not known. */
function givenUpLines({ bad, givenUp }: Forecast): string[] {
  if (givenUp === 0) return [];
  const share = percent(givenUp / bad.rto.runs);
  return hang('    ', `given up after ${formatDuration(givenUpMs)}: ${share} of the runs`, columns);
}

/** Which runs the loss of a bad day is of, where that is not those of its table. */
function lossNote({ badRuns, disturbances, runs }: Comparison): string[] {
  if (runs === badRuns || disturbances.some(({ changesLoss }) => changesLoss)) return [];
  const words = 'Nothing of it changes how far a copy is behind: the RPO is of all';
  return wrap(`${words} ${runs.toLocaleString('en')} runs.`, columns);
}

function dayCells({ rpo, rto }: Day): string[] {
  const lost = rpo === null ? ['none', '100 %'] : [lostText(rpo.p99Ms), met(rpo)];
  return [lasted(rto.p50Ms), lasted(rto.p99Ms), met(rto), ...lost];
}

function lostText(ms: number): string {
  if (ms === 0) return 'nothing';
  return Number.isFinite(ms) ? formatDuration(ms) : 'everything';
}

function met({ limits }: OutputDistribution): string {
  return percent(limits[0]?.share ?? 0);
}

const capacityWidths = [18, 14, 12, 12, 12, 12] as const;

/**
 * An RTO ends when the last client is served, by however little: here by how much, until when, of
 * the same runs on both days.
 */
function capacityTable({ badRuns, strategies }: Comparison, style: Style): string[] {
  const rows = strategies.flatMap(({ outlook, strategy }) => {
    if (!outlook.known || outlook.forecast.capacity === null) return [];
    const { bad, capacity, sameUndisturbed } = outlook.forecast;
    const ends = [sameUndisturbed, bad].flatMap(({ full }) => [full.p50Ms, full.p99Ms].map(lasted));
    const share = `${Math.floor(capacity.share * 100)} %`;
    return [row([`${signOf(strategy)} ${strategy}`, share, ...ends], capacityWidths)];
  });
  if (rows.length === 0) return [];
  const head = ['', 'serve at first', 'p50', 'p99', 'bad day p50', 'p99'];
  return [
    style.strong('Full capacity: what serves at first, of what does normally; all of it after'),
    style.quiet(`of the first ${badRuns.toLocaleString('en')} runs each, on both days`),
    style.quiet(row(head, capacityWidths)),
    ...rows,
    '',
  ];
}

const intervalWidths = [16, 16, 16, 16, 16] as const;

function intervalTable({ strategies }: Comparison, style: Style): string[] {
  const rows = strategies.flatMap((compared) => {
    const cells = intervals(compared);
    return cells.length === 0 ? [] : [row([`  ${compared.strategy}`, ...cells], intervalWidths)];
  });
  if (rows.length === 0) return [];
  const head = ['met, % (95 %)', 'RTO', 'RPO', 'RTO, bad day', 'RPO, bad day'];
  return [style.quiet(row(head, intervalWidths)), ...rows];
}

/** Where the true share lies, 95 times in 100. */
function intervals({ outlook }: Compared): string[] {
  if (!outlook.known) return [];
  const digits = (share: number) => (share * 100).toFixed(2);
  return days.flatMap((day) => {
    const { rpo, rto } = outlook.forecast[day];
    return [rto, rpo].map((output) => {
      const limit = output?.limits[0];
      return limit === undefined ? '–' : `${digits(limit.low)} to ${digits(limit.high)}`;
    });
  });
}

export function atLeast({ unpriced }: Bill, amount: number): string {
  return `${unpriced.size > 0 ? '≥ ' : ''}${amount.toLocaleString('en')}`;
}

/** The first cell to the left, all others to the right. */
export function row(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => {
      const space = ' '.repeat(Math.max((widths[index] ?? 0) - width(cell), 0));
      return index === 0 ? cell + space : space + cell;
    })
    .join('')
    .trimEnd();
}
