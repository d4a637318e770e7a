import { formatDuration, type Strategy } from '@outrigger/model';
import type { Bill } from '../cost/bill.ts';
import { columns, hang, together, width, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { claimedBy, claims, outage } from './claims.ts';
import type { Comparison } from './comparison.ts';
import { gapLines } from './gaps.ts';
import { money, percent } from './money.ts';
import { atLeast, row, summary } from './summary.ts';
import { terminalPlot } from './terminal-plot.ts';
import { type Open, shareToMeet } from './verdict.ts';

/** What `compare` prints, within 80 columns. */
export function comparisonText(comparison: Comparison, style: Style): string {
  const { platform, failure } = comparison;
  const place = failure.zone ?? failure.region;
  const title = `Four strategies of ${platform} against ${failure.kind} of ${place}`;
  const lines = [
    style.strong(title),
    '',
    ...headLines(comparison, style),
    '',
    ...summary(comparison, style),
    '',
    ...verdictLines(comparison, style),
    '',
    ...componentTable(comparison, style),
    '',
    ...disasterLines(comparison, style),
    '',
    ...claimLines(comparison, style),
    '',
    ...terminalPlot(comparison, style),
    '',
    ...noteLines(comparison, style),
    ...gapLines(comparison, style),
  ];
  return `${lines.join('\n')}\n`;
}

const labelled = (label: string, text: string, style: Style) =>
  hang(label.padEnd(15), text, columns).map(
    (line) => style.quiet(line.slice(0, 15)) + line.slice(15),
  );

function headLines(comparison: Comparison, style: Style): string[] {
  const { objective, runs, runsAsked, seed, prices, own, strategies, timingsFrom } = comparison;
  const { badRuns, disturbances } = comparison;
  const shares = strategies.flatMap(({ outlook }) =>
    outlook.known ? [outlook.forecast.assumedShare] : [],
  );
  const assumed =
    shares.length === 0
      ? ''
      : `; ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} of the typical ` +
        'recovery is assumed';
  const stopped = runs === runsAsked ? '' : ` of ${runsAsked.toLocaleString('en')}, interrupted`;
  const known =
    timingsFrom === null
      ? 'from AWS’s documents where there is one'
      : `from ${timingsFrom}, else from AWS’s documents where there is one`;
  return [
    ...labelled(
      'objective',
      `RTO ${formatDuration(objective.rtoMs)}, RPO ${formatDuration(objective.rpoMs)}; met when ` +
        `${shareToMeet * 100} of 100 recoveries meet it`,
      style,
    ),
    ...labelled('runs', `${runs.toLocaleString('en')} each${stopped}, seed ${seed}`, style),
    ...labelled(
      'bad day',
      `${disturbances.map(({ name }) => name).join(', ')}: the first ` +
        `${badRuns.toLocaleString('en')} runs once more (--bad-day-runs), through the engine; ` +
        assumedOf(disturbances),
      style,
    ),
    ...labelled('durations', `${known}${assumed}`, style),
    ...labelled('prices', `${prices.shown}, ${prices.currency}, on demand, without tax`, style),
    ...labelled('strategies', `${own} is as written; the others are derived from it`, style),
  ];
}

/** Of what nobody has published, nothing is told without saying so. */
function assumedOf(disturbances: Comparison['disturbances']): string {
  const figures = disturbances.flatMap((each) => Object.values(each.figures));
  const assumed = figures.filter(({ basis }) => basis === 'assumed').length;
  return `${assumed} of its ${figures.length} figures are assumed`;
}

function verdictLines({ verdict, strategies, prices }: Comparison, style: Style): string[] {
  const { cheapest, cheapestUndisturbed, dominatedBy, meets, open, undecided } = verdict;
  const lines: string[] = [];
  const costing = (named: Strategy) => {
    const bill = strategies.find(({ strategy }) => strategy === named)?.standing ?? null;
    const cost = bill === null ? '–' : atLeast(bill, Math.round(bill.counted));
    return `${named}, ${cost} ${prices.currency} a month`;
  };
  if (cheapest !== null) {
    const surely = open.length === 0 ? 'meets' : 'surely meets';
    const said = `the cheapest that ${surely} both, on a bad day too: ${costing(cheapest)}`;
    lines.push(...hang('✓ ', said, columns).map(style.good));
  } else if (strategies.every(({ strategy }) => meets[strategy] === 'no')) {
    lines.push(...hang('✗ ', undecided ?? '', columns).map(style.bad));
  } else {
    lines.push(...hang('? ', undecided ?? '', columns).map(style.warning));
  }
  for (const each of open) {
    lines.push(...hang('? ', openText(each), columns).map(style.warning));
  }
  if (cheapestUndisturbed !== null) {
    const said = `on an undisturbed day alone that would be ${costing(cheapestUndisturbed)}`;
    lines.push(...hang('  ', said, columns).map(style.quiet));
  }
  for (const { strategy } of strategies) {
    const by = dominatedBy[strategy];
    if (by === undefined) continue;
    const said = `${strategy} is dominated by ${by}: no figure here is worse, and some are better`;
    lines.push(...hang('  ', said, columns).map(style.quiet));
  }
  for (const { strategy, outlook } of strategies) {
    if (outlook.known) continue;
    const said = `${strategy}: no figure, since ${outlook.why.join('; ')}`;
    lines.push(...hang('! ', said, columns).map(style.warning));
  }
  return lines;
}

/** Neither met nor missed, and what would tell. */
function openText({ day, high, low, objective, runsToTell, share, strategy }: Open): string {
  const digits = (of: number) => (of * 100).toFixed(2);
  const bad = day === 'bad' ? ', on a bad day' : '';
  const flag = day === 'bad' ? '--bad-day-runs' : '--runs';
  const would =
    runsToTell === null ? 'too near to tell by more runs' : `${flag} ${runsToTell} would tell`;
  return together(
    `${strategy}: whether its ${objective.toUpperCase()} is met${bad} is not sure: ` +
      `${digits(share)} % (95 %: ${digits(low)} to ${digits(high)}), ` +
      `${shareToMeet * 100} % are asked for; ${would}`,
  );
}

const tableWidths = [20, 15, 15, 15, 15] as const;

/** Standing cost by component, one column a strategy. */
function componentTable({ strategies, prices }: Comparison, style: Style): string[] {
  const names = [
    ...new Set(strategies.flatMap(({ standing }) => standing?.lines.map((l) => l.component) ?? [])),
  ];
  const title = `${prices.currency} a month while nothing happens`;
  const head = ['', ...strategies.map(({ strategy }) => strategy)];
  const totals = strategies.map(({ standing }) =>
    standing === null ? '–' : marked(standing.lines, standing.counted),
  );
  return [
    style.strong(title),
    style.quiet(row(head, tableWidths)),
    ...names.map((name) =>
      row([short(name), ...strategies.map(({ standing }) => costOf(standing, name))], tableWidths),
    ),
    row(['all', ...totals], tableWidths),
    style.quiet('+ more by use, in amounts a platform doesn’t say; ! something has no price'),
  ];
}

function costOf(bill: Bill | null, component: string): string {
  const lines = bill?.lines.filter((line) => line.component === component) ?? [];
  if (lines.length === 0) return '–';
  return marked(
    lines,
    lines.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
  );
}

/** Signs follow the amount, so that amounts stand under each other. */
function marked(lines: Bill['lines'], counted: number): string {
  const hasUse = lines.some(({ quantity }) => quantity.amount === null);
  const hasGap = lines.some(({ quantity, price }) => quantity.amount !== null && price === null);
  const known = lines.some(({ cost }) => cost !== null);
  return `${known ? money(counted) : '?'} ${hasUse ? '+' : ' '}${hasGap ? '!' : ' '}`;
}

function disasterLines({ strategies, prices }: Comparison, style: Style): string[] {
  const title = `What AWS bills more for one disaster of ${outage.hours} h`;
  const rows = strategies.map(({ strategy, disaster }) => {
    const label = `  ${strategy.padEnd(16)}`;
    if (disaster === null) return `${label}no region takes over, or none is planned to`;
    const { running, reseeding, unpriced } = disaster;
    const floor = unpriced.size > 0 ? '≥ ' : '';
    const copy = reseeding === null ? '' : `, and ${money(reseeding)} once for a new copy`;
    return `${label}${`${floor}${money(running)} ${prices.currency}`.padStart(14)}${copy}`;
  });
  const why =
    `That is ${outage.source}. What an hour without service costs you is not in it: ` +
    'no price table knows that.';
  return [style.strong(title), ...rows, ...wrap(why, columns).map(style.quiet)];
}

const claimWidths = [18, 16, 22, 18, 6] as const;

/** Theirs beside ours: neither is made to fit the other. */
function claimLines({ strategies }: Comparison, style: Style): string[] {
  const rows = strategies.map(({ strategy, outlook, standing, single }) => {
    const { rto, cost } = claims[strategy];
    const ours = outlook.known ? rangeOf(outlook.forecast.undisturbed.rto) : '–';
    return row([strategy, rto, ours, cost, shareOf(standing, single)], claimWidths);
  });
  const head = ['', 'RTO: they say', 'here: p50 to p99', 'adds: they say', 'here'];
  const note =
    `They: ${claimedBy}. Here: on an undisturbed day. Adds: what a second region costs, of one ` +
    'alone; of active-active they say 2 to 3 times, which is 100 to 200 % more.';
  return [
    style.strong('What others say'),
    style.quiet(row(head, claimWidths)),
    ...rows,
    ...wrap(note, columns).map(style.quiet),
  ];
}

function shareOf(standing: Bill | null, single: Bill | null): string {
  if (standing === null || single === null || single.counted === 0) return '–';
  const isPart = standing.unpriced.size > 0;
  if (isPart) return '–';
  return `${Math.round((standing.counted / single.counted - 1) * 100)} %`;
}

function rangeOf({ p50Ms, p99Ms }: { readonly p50Ms: number; readonly p99Ms: number }): string {
  return `${brief(p50Ms)} to ${brief(p99Ms)}`;
}

function brief(ms: number): string {
  if (ms >= 3_600_000) return `${(ms / 3_600_000).toFixed(1)} h`;
  return ms >= 60_000 ? `${(ms / 60_000).toFixed(1)} min` : `${Math.round(ms / 1000)} s`;
}

function noteLines({ strategies }: Comparison, style: Style): string[] {
  return strategies.flatMap(({ strategy, notes }) => {
    if (notes.length === 0) return [];
    const told = [...new Set(notes)].flatMap((note) => hang('  · ', note, columns));
    return [style.strong(strategy), ...told, ''];
  });
}

function short(name: string): string {
  return width(name) <= 19 ? name : `${name.slice(0, 18)}…`;
}
