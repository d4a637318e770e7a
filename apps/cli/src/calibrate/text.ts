import { formatDuration } from '@outrigger/model';
import { type Distribution, quantile } from '@outrigger/recovery';
import { type CalibratedTiming, samplesMin } from '@outrigger/sim';
import { columns, hang, wrap } from '../layout.ts';
import { shellWord } from '../shell-word.ts';
import type { Style } from '../style.ts';
import type { ToldCalibration } from './command.ts';

const nameColumns = 31;
const countColumns = 5;
const figureColumns = 11;

/** Beyond this factor, either way, a median is another one: the lab varies by a third by itself. */
const farOff = 1.5;

const worldNames = { aws: 'AWS', lab: 'the lab', sim: 'the simulator' } as const;

/** The new timings beside the old ones, at most 80 columns wide. */
export function calibrationText(told: ToldCalibration, style: Style): string {
  const { calibration, skipped, output } = told;
  const { world, measured, drills } = calibration;
  const kinds = [...new Set(measured.map(({ timing }) => timing.kind))].sort();
  const source = measured[0]?.timing.source ?? '';
  const lines = [
    ...wrap(`Timings of ${worldNames[world]}, ${source}`, columns).map(style.strong),
    '',
    ...headLines(style),
    ...kinds.flatMap((kind) => [
      style.strong(kind === '*' ? 'any kind' : kind),
      ...rowsOfKind(measured, kind).map((row) => line(row, style)),
    ]),
    '',
    ...keptLines(told, style),
    ...skippedLines(skipped, style),
    ...nextLines(world, drills.length, output, style),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(style: Style): string[] {
  const indent = ' '.repeat(nameColumns + countColumns);
  const pair = (word: string) => word.padStart(2 * figureColumns);
  const figures = ['median', 'p99', 'median', 'p99'].map((word) => word.padStart(figureColumns));
  return [
    `${indent}${pair('before')}${pair('now')}`,
    `${' '.repeat(nameColumns)}${'n'.padStart(countColumns)}${figures.join('')}`,
  ].map(style.quiet);
}

/** By their verbs; what is for some recoveries only comes after what is for all. */
function rowsOfKind(measured: readonly CalibratedTiming[], kind: string): CalibratedTiming[] {
  const order = ({ timing: { verb, during } }: CalibratedTiming) =>
    `${verb} ${during === undefined ? '' : `${during.intent} ${during.to}`}`;
  return measured
    .filter(({ timing }) => timing.kind === kind)
    .sort((left, right) => (order(left) < order(right) ? -1 : 1));
}

function line({ timing, n, was }: CalibratedTiming, style: Style): string {
  const { verb, during, distribution } = timing;
  const name = during === undefined ? `  ${verb}` : `    ${during.intent} → ${during.to}`;
  const before = was === null ? ['–', '–'] : figuresOf(was.distribution);
  const now = figuresOf(distribution);
  const cells = (texts: readonly string[]) =>
    texts.map((text) => text.padStart(figureColumns)).join('');
  const ratio = was === null ? 1 : quantile(distribution, 0.5) / quantile(was.distribution, 0.5);
  const isOther = ratio > farOff || ratio < 1 / farOff;
  const count = String(n).padStart(countColumns);
  const fresh = isOther ? style.warning(cells(now)) : cells(now);
  return `${name.padEnd(nameColumns)}${count}${style.quiet(cells(before))}${fresh}`;
}

function figuresOf(distribution: Distribution): string[] {
  return [0.5, 0.99].map((share) => formatDuration(quantile(distribution, share)));
}

function keptLines({ calibration }: ToldCalibration, style: Style): string[] {
  const { kept, measured } = calibration;
  // What is set, or documented, is not there to be drilled.
  const open = kept.filter(({ basis }) => basis !== 'documented');
  if (open.length === 0) return [];
  const fitted = new Set(measured.map(({ timing: { verb } }) => verb));
  const names = new Set(
    open.map(({ kind, verb }) => {
      if (kind !== '*') return `${kind} ${verb}`;
      return fitted.has(verb) ? `${verb} of other kinds` : verb;
    }),
  );
  const list = [...names].join(', ');
  const text = `As before, since nothing or less than ${samplesMin} were measured: ${list}.`;
  return [...wrap(text, columns).map(style.quiet), ''];
}

function skippedLines(skipped: ToldCalibration['skipped'], style: Style): string[] {
  if (skipped.length === 0) return [];
  return [
    ...skipped.flatMap(({ value, wrong }) =>
      hang('! ', `${String(value)}: ${wrong}`, columns).map(style.warning),
    ),
    '',
  ];
}

function nextLines(world: string, drills: number, output: string | null, style: Style): string[] {
  const few =
    drills < 10 ? ['Ten drills or more make a prediction that one more drill meets.'] : [];
  if (output === null) return [...few, 'Keep them with --output timings.json.'];
  const command = `outrigger simulate --world ${world} --timings ${shellWord(output)}`;
  return [...few, `Written to ${output}. Use it:`, style.command(`  ${command}`)];
}
