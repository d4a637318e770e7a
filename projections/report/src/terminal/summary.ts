import { formatBytes, formatDuration } from '@outrigger/model';
import { busiestShare, isJudged, lowerRate, predictedFrom, totalsOf } from '../facts.ts';
import { allowedWords, counted, formatCount, formatMeasured, formatPercent } from '../format.ts';
import { headline } from '../headline.ts';
import type { DrillReport, Phase } from '../types.ts';
import { phaseVerdict, verdict } from '../verdict.ts';
import { invariantWords, phaseWords } from '../words.ts';
import { worstLine } from '../worst.ts';
import type { TerminalOptions } from './live.ts';
import { cutTo, type Paint, padEnd, padStart, painter, type Tone } from './style.ts';

export interface SummaryOptions extends TerminalOptions {
  /** Where the report was written: `reports/latest/report.html`. */
  readonly reportPath?: string;
}

/** A summary that scrolls is no summary. */
const linesMax = 25;
const labelColumns = 14;
const reasonsMax = 3;

/** What a drill ends with: the verdict, a row per phase, what was counted, where to read on. */
export function renderTerminal(report: DrillReport, options: SummaryOptions): string {
  const columns = options.columns ?? 80;
  const paint = painter(options.color);
  const head = headLines(report, columns, paint);
  const facts = factLines(report, columns, paint);
  const tail = tailLines(report, options.reportPath, columns, paint);
  // Rule, three blank lines and the table's two head lines are fixed.
  const rowsMax = linesMax - head.length - facts.length - tail.length - 6;
  const table = tableLines(report, columns, rowsMax, paint);
  const rule = paint('─'.repeat(columns), 'muted');
  const lines = [rule, ...head, '', ...table, '', ...facts, '', ...tail];
  return `${lines.map((line) => (options.color ? line : line.trimEnd())).join('\n')}\n`;
}

const verdictTones: { readonly [kind in ReturnType<typeof verdict>['kind']]: Tone } = {
  met: 'good',
  missed: 'bad',
  stopped: 'waiting',
  'nothing-measured': 'waiting',
};

function headLines(report: DrillReport, columns: number, paint: Paint): readonly string[] {
  const judged = verdict(report);
  const { title } = headline(report);
  const tone = verdictTones[judged.kind];
  const withObjective = report.phases.filter((phase) => phase.met !== null).length;
  const met = judged.kind === 'met' && withObjective > 0 ? 'Every objective was met.' : '';
  const stopped = judged.kind === 'stopped' ? 'What follows is what was measured so far.' : '';
  const remark = met || stopped;
  const text = cutTo(title, columns - 2);
  const fits = remark !== '' && text.length + remark.length + 3 <= columns;
  const painted = paint(text, judged.kind === 'missed' ? 'bad' : 'strong');
  const first = `${paint(judged.sign, tone)} ${painted}`;
  const shown = judged.reasons.slice(0, reasonsMax);
  const hidden = judged.reasons.length - shown.length;
  return [
    fits ? `${first} ${remark}` : first,
    ...(remark !== '' && !fits ? [`  ${cutTo(remark, columns - 2)}`] : []),
    ...shown.map((reason, index) => {
      const more = index === shown.length - 1 && hidden > 0 ? ` (and ${hidden} more)` : '';
      return paint(`  ${cutTo(reason, columns - 2 - more.length)}${more}`, 'bad');
    }),
  ];
}

interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

const heads: readonly (readonly [string, string])[] = [
  ['RTO', 'objective'],
  ['RTO', 'predicted'],
  ['RTO', 'measured'],
  ['RPO', 'measured'],
  ['failed', 'requests'],
  ['acked', 'lost'],
  ['two', 'writers'],
];

function rowOf(phase: Phase): readonly Cell[] {
  const { objective, predicted, measured } = phase;
  const duration = (value: number | null): string => (value === null ? '—' : formatDuration(value));
  const figure = (value: number | null): string => (value === null ? '—' : formatMeasured(value));
  const missed = phaseVerdict(phase) === 'missed';
  const bad = (isBad: boolean): Tone => (isBad ? 'bad' : 'plain');
  return [
    { text: duration(objective.rtoMs), tone: 'plain' },
    { text: figure(predicted.rtoMs), tone: 'plain' },
    {
      text: `${measured.recovered === false ? '> ' : ''}${figure(measured.rtoMs)}`,
      tone: missed && measured.rtoMs > (objective.rtoMs ?? Infinity) ? 'bad' : 'strong',
    },
    { text: measured.rpoMs === 0 ? '0' : figure(measured.rpoMs), tone: 'plain' },
    { text: formatCount(measured.clientErrors), tone: bad(measured.clientErrors > 0) },
    { text: formatCount(measured.ackedLost), tone: bad(measured.ackedLost > 0) },
    { text: figure(measured.dualWriterMs), tone: bad(measured.dualWriterMs > 0) },
  ];
}

/** Left out first on a terminal that is too narrow: what the report has and a glance can miss. */
const leftOutFirst = [1, 0, 3] as const;
const nameColumnsMin = 12;

interface Layout {
  /** Indices into `heads`, in their order. */
  readonly kept: readonly number[];
  readonly widths: readonly number[];
  readonly gap: number;
  readonly nameWidth: number;
}

function layoutOf(
  rows: readonly (readonly Cell[])[],
  names: readonly string[],
  columns: number,
): Layout {
  const widths = heads.map(([over, under], column) =>
    Math.max(over.length, under.length, ...rows.map((row) => (row[column]?.text ?? '').length)),
  );
  let kept: readonly number[] = heads.map((_, column) => column);
  const total = (gap: number): number =>
    kept.reduce((sum, column) => sum + (widths[column] ?? 0) + gap, 0);
  for (const column of leftOutFirst) {
    if (total(1) + nameColumnsMin > columns) {
      kept = kept.filter((each) => each !== column);
    }
  }
  const nameNeed = Math.max(nameColumnsMin, ...names.map((name) => name.length));
  const gap = total(2) + nameNeed <= columns ? 2 : 1;
  return { kept, widths, gap, nameWidth: Math.min(nameNeed, Math.max(6, columns - total(gap))) };
}

function tableLines(
  report: DrillReport,
  columns: number,
  rowsMax: number,
  paint: Paint,
): readonly string[] {
  const judged = report.phases.filter(
    (phase) => isJudged(phase) || phaseVerdict(phase) === 'missed',
  );
  const phases = judged.length > 0 ? judged : report.phases;
  // Signs only where the rows differ: when all are met, the headline has said it.
  const signed = phases.some((phase) => phaseVerdict(phase) === 'missed');
  const names = phases.map((phase) => `${signed ? signOf(phase) : ''}${phaseWords(phase.name)}`);
  const rows = phases.map(rowOf);
  const { kept, widths, gap, nameWidth } = layoutOf(rows, names, columns);
  const line = (name: string, cells: readonly Cell[]): string =>
    padEnd(name, nameWidth) +
    kept
      .map((column) => {
        const { text, tone } = cells[column] ?? { text: '', tone: 'plain' };
        return ' '.repeat(gap) + padStart(paint(text, tone), widths[column] ?? 0);
      })
      .join('');
  const head = (part: 0 | 1): string =>
    line(
      '',
      heads.map((words) => ({ text: words[part], tone: 'muted' })),
    );
  const shown = phases.length > rowsMax ? rowsMax - 1 : phases.length;
  return [
    head(0),
    head(1),
    ...rows.slice(0, shown).map((row, index) => line(cutTo(names[index] ?? '', nameWidth), row)),
    ...(shown < phases.length
      ? [paint(`${phases.length - shown} more phases in the report`, 'muted')]
      : []),
  ];
}

function signOf(phase: Phase): string {
  const judged = phaseVerdict(phase);
  return judged === 'missed' ? '✗ ' : judged === 'met' ? '✓ ' : '– ';
}

function factLines(report: DrillReport, columns: number, paint: Paint): readonly string[] {
  const { audit, invariants } = report;
  const fact = (label: string, text: string, tone: Tone = 'plain'): string =>
    paint(padEnd(label, labelColumns), 'muted') + paint(cutTo(text, columns - labelColumns), tone);
  const rate = lowerRate(report);
  const broken = invariants.find((invariant) => !invariant.held);
  return [
    ...auditLines(report, columns, paint),
    ...(report.phases.some((phase) => phase.dangling.length > 0)
      ? [fact('dangling', danglingText(report), 'bad')]
      : []),
    broken === undefined
      ? fact('invariants', invariantWords(invariants))
      : fact('invariants', `${invariantWords(invariants)}; broken: ${broken.title}`, 'bad'),
    fact('worst', totalsOf(report).requests === 0 ? 'nothing was measured' : worstLine(report)),
    ...(predictedFrom(report.phases)?.isBefore === false
      ? [fact('predictions', 'not all were journaled before their phases', 'bad')]
      : []),
    ...awsLine(report).map((text) => fact('on AWS', text)),
    ...(audit.refusedPresent > 0
      ? [fact('refused', `${formatCount(audit.refusedPresent)} of them are present`, 'bad')]
      : []),
    ...(rate === null
      ? []
      : [
          fact(
            'load',
            `${rate.sent} requests/s: not to be compared with the default, ${rate.usual}`,
          ),
        ]),
    fact('peak memory', `${formatBytes(report.peakMemoryBytes)}; ${timeWords(report)}`),
  ];
}

/** How long it took, and whether it had to wait for processors: a slow machine is no slow lab. */
function timeWords({ phases, totalMs }: DrillReport): string {
  const most = busiestShare(phases);
  const busy = most === null ? '' : `; processors up to ${formatPercent(most)} in use`;
  return `${formatDuration(totalMs)} in all${busy}`;
}

function danglingText(report: DrillReport): string {
  const count = report.phases.reduce((total, phase) => total + phase.dangling.length, 0);
  return (
    `${counted(count, 'order')} without the picture that ` +
    `${count === 1 ? 'it names' : 'they name'}`
  );
}

/** In one line, or in two where it has too many figures: none of them may be cut. */
function auditLines(report: DrillReport, columns: number, paint: Paint): readonly string[] {
  const { audit } = report;
  const bad = (text: string, isBad: boolean): Cell => ({ text, tone: isBad ? 'bad' : 'plain' });
  const plain = (text: string): Cell => ({ text, tone: 'plain' });
  const acked = [
    plain(`${formatCount(audit.acked)} acked = ${formatCount(audit.found)} found + `),
    bad(`${formatCount(audit.lost)} lost`, audit.lost > 0),
  ];
  const others = [
    bad(`${formatCount(audit.duplicated)} duplicated`, audit.duplicated > 0),
    plain(`; ${formatCount(audit.unknown)} unknown (${formatCount(audit.unknownPresent)} present)`),
  ];
  const whole = [...acked, plain('; '), ...others];
  const length = whole.reduce((total, { text }) => total + text.length, 0);
  const lines = length <= columns ? [whole] : [acked, others];
  return lines.map((parts) => {
    let room = columns;
    return parts
      .map(({ text, tone }) => {
        const shown = cutTo(text, room);
        room -= shown.length;
        return paint(shown, tone);
      })
      .join('');
  });
}

function awsLine(report: DrillReport): readonly string[] {
  const { aws } = report;
  if (aws === undefined || aws === null) {
    return [];
  }
  const allowed = allowedWords(aws.rtoMs, aws.objectiveMs);
  const over = (aws.phases ?? []).filter(
    ({ objectiveMs, rtoMs }) => objectiveMs !== null && rtoMs > objectiveMs,
  ).length;
  // The label says where, and `predicted` that nothing of it was measured.
  const rest = over > 0 ? `${counted(over, 'phase')} would miss` : 'not measured here';
  return [`predicted ${formatDuration(aws.rtoMs)}${allowed}; ${rest}`];
}

function tailLines(
  report: DrillReport,
  reportPath: string | undefined,
  columns: number,
  paint: Paint,
): readonly string[] {
  const again = report.environment.reproduce[0]?.command;
  return [
    ...(reportPath === undefined
      ? []
      : [`${paint('report', 'muted')}   ${paint(cutTo(reportPath, columns - 9), 'link')}`]),
    ...(again === undefined ? [] : [`${paint('again', 'muted')}    ${cutTo(again, columns - 9)}`]),
  ];
}
