/** The lines that a drill prints while it runs. One line each, never wider than `columns`. */
import {
  counted,
  formatClock,
  formatCount,
  formatMeasured,
  formatMilliseconds,
  formatOffset,
  formatSpan,
} from '../format.ts';
import type { Measured, StepTiming, Timeline } from '../types.ts';
import { phaseWords } from '../words.ts';
import { cutId, cutTo, padEnd, padStart, painter, type Tone } from './style.ts';

export interface TerminalOptions {
  readonly columns?: number;
  readonly color: boolean;
}

const defaultColumns = 80;

/** Columns of the live part: time, then a name, then what happened. */
const timeColumns = 6;
const nameColumns = 11;
/** A step's name and what it took: at least one blank is between them. */
const stepNameColumns = 27;
const stepTookColumns = 8;

export interface PhaseLine {
  readonly atMs: number;
  /** The phase's name in the report: `zone-loss`. */
  readonly name: string;
  readonly what: string;
  /** Something is broken on purpose: the name is red. */
  readonly fault: boolean;
  /** Of `what`. */
  readonly tone?: Tone;
}

/** ` 6.0 s  zone loss    us-east-1a killed, with the writer` */
export function phaseLine(line: PhaseLine, options: TerminalOptions): string {
  const paint = painter(options.color);
  const name = line.name === 'steady' ? 'steady' : phaseWords(line.name);
  const time = padStart(formatClock(line.atMs), timeColumns);
  const head =
    `${paint(time, 'strong')}  ` +
    `${padEnd(paint(name, line.fault ? 'bad' : 'strong'), nameColumns)}`;
  const used = time.length + 2 + Math.max(nameColumns, name.length);
  const what = cutTo(line.what, (options.columns ?? defaultColumns) - used - 2);
  return `${head}  ${paint(what, line.tone ?? 'plain')}`;
}

/** What a phase was, which decides what is told of it at its end. */
export type PhaseSort = 'baseline' | 'fault' | 'planned';

/** What clients had of a phase, in one line: from the ledger and the audit at its end. */
export function phaseEnd(
  sort: PhaseSort,
  measured: Measured,
): { readonly words: string; readonly tone: Tone } {
  const { ackedLost, clientErrors, latencyMs, recovered, rtoMs, writeOutageMs } = measured;
  const isClean = clientErrors === 0 && ackedLost === 0;
  const failed = `${formatCount(clientErrors)} failed`;
  const lost = `${formatCount(ackedLost)} acked lost`;
  if (sort === 'baseline') {
    const { p50, p99 } = latencyMs;
    const usual = `p50 ${formatMilliseconds(p50)}, p99 ${formatMilliseconds(p99)}`;
    return isClean
      ? { words: usual, tone: 'plain' }
      : { words: `${usual}; ${failed}, ${lost}`, tone: 'bad' };
  }
  if (sort === 'planned') {
    const pause =
      recovered === false ? 'writes did not go on' : `${formatMeasured(writeOutageMs)} pause`;
    // Errors may come of what is around the pause, and go on for longer.
    const errors =
      clientErrors === 0
        ? '0 errors'
        : `${counted(clientErrors, 'error')} within ${formatMeasured(rtoMs)}`;
    const tone = isClean && recovered !== false ? 'plain' : 'bad';
    return { words: `${pause}, ${errors}, ${formatCount(ackedLost)} lost`, tone };
  }
  const served =
    recovered === false
      ? `not every client served in ${formatMeasured(rtoMs)}; ${failed}`
      : clientErrors === 0
        ? 'no request failed'
        : `every client served after ${formatMeasured(rtoMs)}; ${failed}`;
  return { words: `${served}, ${lost}`, tone: recovered === false ? 'bad' : 'strong' };
}

export interface StepLine {
  /** Relative to the fault, or to the start of a planned phase. */
  readonly atMs: number;
  readonly name: string;
  readonly tookMs: number;
  readonly expectedMs: number | null;
  readonly outcome: StepTiming['outcome'];
  readonly note: string;
}

const outcomeSigns: { readonly [outcome in StepTiming['outcome']]: string } = {
  done: '✓',
  failed: '✗',
  skipped: '–',
  cancelled: '–',
  unknown: '?',
};

/** `   +531 ms  ✓ detect us-east-1a            531 ms  exp. 530  3 probes missed` */
export function stepLine(line: StepLine, options: TerminalOptions): string {
  const paint = painter(options.color);
  const sign = outcomeSigns[line.outcome];
  const tone = line.outcome === 'done' ? 'good' : line.outcome === 'failed' ? 'bad' : 'waiting';
  const at = padStart(formatOffset(line.atMs), 10);
  const took = padStart(formatSpan(line.tookMs), stepTookColumns);
  const nameColumns = stepNameColumns + stepTookColumns - took.length;
  const blank = took.startsWith(' ') ? 0 : 1;
  const name = padEnd(cutId(line.name, nameColumns - blank), nameColumns);
  const expected =
    line.expectedMs === null ? '' : `exp. ${formatSpan(line.expectedMs).replace(/ ms$/, '')}`;
  // A done step says so by its sign; anything else needs the word.
  const note = line.outcome === 'done' ? line.note : joined(line.outcome, line.note);
  const used = at.length + 4 + name.length + took.length + 2 + Math.max(8, expected.length) + 2;
  const rest = cutTo(note, (options.columns ?? defaultColumns) - used);
  const text =
    `${at}  ${paint(sign, tone)} ${name}${took}  ` +
    `${paint(padEnd(expected, 8), 'muted')}  ` +
    `${paint(rest, line.outcome === 'done' ? 'muted' : tone)}`;
  return options.color ? text : text.trimEnd();
}

function joined(word: string, note: string): string {
  return note === '' ? word : `${word}: ${note}`;
}

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

export type Served = Pick<Timeline, 'binMs' | 'answered' | 'failed'>;

/**
 * `served ████████▆███▁▁███ 48 s`: how many of the requests due in each slice were answered. Full
 * only where every one was; `·` where none was due.
 */
export function servedBar(served: Served, options: TerminalOptions): string {
  const paint = painter(options.color);
  const bins = Math.max(served.answered.length, served.failed.length);
  const drillMs = bins * served.binMs;
  const label = 'served ';
  const end = ` ${formatClock(drillMs, drillMs % 1000 === 0 ? 0 : 1)}`;
  const width = (options.columns ?? defaultColumns) - label.length - end.length;
  const cells = Math.max(0, Math.min(64, bins, width));
  let bar = '';
  for (let cell = 0; cell < cells; cell += 1) {
    const from = Math.floor((cell * bins) / cells);
    const to = Math.floor(((cell + 1) * bins) / cells);
    const answered = total(served.answered, from, to);
    const failed = total(served.failed, from, to);
    bar += paint(block(answered, failed), failed > 0 ? 'bad' : 'answered');
  }
  return `${paint(label, 'muted')}${bar}${paint(end, 'muted')}`;
}

function total(values: readonly number[], from: number, to: number): number {
  return values.slice(from, to).reduce((sum, value) => sum + value, 0);
}

function block(answered: number, failed: number): string {
  if (answered + failed === 0) {
    return '·';
  }
  const share = answered / (answered + failed);
  const level = failed === 0 ? blocks.length - 1 : Math.floor(share * (blocks.length - 1));
  return blocks[level] ?? '▁';
}

export interface Opening {
  readonly version: string;
  readonly platform: string;
  readonly world: string;
  readonly seed: number;
  /** "2 regions, 4 zones, 60 ms round trip, 600 requests/s; lab up in 5.9 s" */
  readonly facts: string;
}

/** The two lines that a drill opens with. */
export function openingLines(opening: Opening, options: TerminalOptions): readonly string[] {
  const paint = painter(options.color);
  const columns = options.columns ?? defaultColumns;
  const tool = `Outrigger ${opening.version}`;
  const room =
    columns - tool.length - 2 - `drill of  in the ${opening.world}, seed ${opening.seed}`.length;
  const platform = cutTo(opening.platform, Math.max(8, room));
  const rest = `in the ${opening.world}, seed ${opening.seed}`;
  return [
    `${paint(tool, 'strong')}  drill of ${paint(platform, 'strong')} ${rest}`,
    paint(cutTo(opening.facts, columns), 'muted'),
  ];
}
