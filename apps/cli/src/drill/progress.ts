import { monotonicMs } from '@outrigger/lab';
import type { JournalRecord, Plan } from '@outrigger/recovery';
import {
  formatSpan,
  type Measured,
  type PhaseLine,
  type PhaseSort,
  phaseEnd,
  phaseLine,
  type StepLine,
  stepLine,
  type TerminalOptions,
} from '@outrigger/report';
import { columns, hang } from '../layout.ts';
import type { LiveLines } from '../live-lines.ts';
import { liveSteps, noteIndent } from '../runs/live-steps.ts';

/** A run that begins. */
export interface RunBegun {
  readonly run: string;
  readonly plan: Plan;
  /** By the step's id, as it was predicted. */
  readonly expectedMs: ReadonlyMap<string, number>;
  /** Ids of the steps that the others are predicted to wait for. */
  readonly critical: ReadonlySet<string>;
  /** What times count from, monotonic ms: the fault, or the start of the phase. */
  readonly baseMs: number;
}

/** What a drill tells while it runs. `atMs` counts from the fault, or from the phase's start. */
export interface Progress {
  phase(name: string, what: string, sort: PhaseSort): void;
  detected(place: string, atMs: number, expectedMs: number | null): void;
  /** Gives what is to be told each record of the run, as it is journaled. */
  run(begun: RunBegun): (records: readonly JournalRecord[]) => void;
  served(what: string, atMs: number, tookMs: number): void;
  /** What takes a while now, until something else is told. */
  doing(what: string): void;
  note(text: string): void;
  /** The phase is over and audited: what clients had of it. */
  ended(measured: Measured): void;
}

/** A step in the foreground that took so long leaves a line behind in any run, ms. */
const longMs = 2_000;

/**
 * What clients have is heard at once, what a step did when its record is on the disk: so long a
 * line waits for one of something that ended before it, ms.
 */
const orderMs = 100;

/**
 * The terminal while a drill runs. A phase that breaks something has a line, then one for each step
 * that clients wait for; a planned move and the baseline are one line, which says what clients had
 * of it, and one more for each step that took long. What runs at the moment stands beneath.
 */
export function terminalProgress(given: {
  readonly lines: LiveLines;
  readonly options: TerminalOptions;
  /** Ms since the drill's start. */
  readonly sinceStart: () => number;
}): Progress {
  const { lines, options } = given;
  let current: PhaseLine | null = null;
  let sort: PhaseSort = 'baseline';
  let isHeadWritten = false;
  let wasOneLine = false;
  const writeHead = (line: PhaseLine, isOneLine: boolean): void => {
    if (!(wasOneLine && isOneLine)) lines.write('');
    lines.write(phaseLine(line, options));
    isHeadWritten = true;
    wasOneLine = isOneLine;
  };
  let waiting: { readonly line: string; readonly atMs: number }[] = [];
  const settle = (): void => {
    const told = waiting.sort((one, other) => one.atMs - other.atMs);
    waiting = [];
    if (told.length > 0 && current !== null && !isHeadWritten) writeHead(current, false);
    for (const { line } of told) lines.write(line);
  };
  const timed = (line: string, atMs: number): void => {
    if (waiting.length === 0) setTimeout(settle, orderMs);
    waiting.push({ line, atMs });
  };
  const untimed = (text: string): void => {
    settle();
    if (current !== null && !isHeadWritten) writeHead(current, false);
    for (const line of hang(noteIndent, text, columns)) lines.write(line);
  };
  const beneath = (words: () => string): void =>
    lines.beneath(() => {
      const atMs = given.sinceStart();
      return phaseLine(
        { ...(current ?? noPhase), atMs, what: words() },
        { ...options, color: false },
      );
    });
  return {
    phase(name, what, of) {
      settle();
      current = { atMs: given.sinceStart(), name, what, fault: of === 'fault' };
      sort = of;
      isHeadWritten = false;
      if (of === 'fault') writeHead(current, false);
      beneath(() => what);
    },
    detected(place, atMs, expectedMs) {
      const line = { atMs, name: `detect ${place}`, tookMs: atMs, expectedMs } as const;
      timed(stepLine({ ...line, outcome: 'done', note: '3 probes missed' }, options), atMs);
    },
    run(begun) {
      const { expectedMs, baseMs } = begun;
      const stays = staysOf(begun);
      const steps = liveSteps({ expectedMs, baseMs, options, write: timed, stays });
      beneath(() => steps.running(monotonicMs()) || (current?.what ?? ''));
      return steps.tell;
    },
    served(what, atMs, tookMs) {
      const line = { atMs, name: what, tookMs, expectedMs: null, note: '' } as const;
      timed(stepLine({ ...line, outcome: 'done' }, options), atMs);
    },
    doing(what) {
      const sinceMs = monotonicMs();
      beneath(() => `${what}, ${formatSpan(monotonicMs() - sinceMs)}`);
    },
    note: untimed,
    ended(measured) {
      settle();
      if (current === null) return;
      const { words, tone } = phaseEnd(sort, measured);
      if (isHeadWritten) untimed(words);
      else writeHead({ ...current, what: words, tone }, true);
      current = null;
      lines.beneath(() => '');
    },
  };
}

/** Before the first phase. */
const noPhase: PhaseLine = { atMs: 0, name: '', what: '', fault: false };

/** Of a failover the steps that clients wait for; of any run what took long or went wrong. */
function staysOf({ plan, critical, expectedMs }: RunBegun): (step: StepLine) => boolean {
  const background = new Set(plan.steps.filter((each) => each.background).map(({ id }) => id));
  return ({ name, outcome, tookMs }) => {
    if (outcome !== 'done') return true;
    if (background.has(name)) return false;
    if (tookMs >= longMs) return true;
    return plan.intent === 'failover' && (critical.has(name) || !expectedMs.has(name));
  };
}

/** With `--json` only JSON goes to stdout: what happens is told on stderr, a line each. */
export function quietProgress(write: (line: string) => void): Progress {
  let sort: PhaseSort = 'baseline';
  return {
    phase(name, what, of) {
      sort = of;
      write(`${name}: ${what}`);
    },
    detected: (place, atMs) => write(`  detected ${place} after ${Math.round(atMs)} ms`),
    run: (begun) => (records) => {
      for (const { event } of records) {
        if (event.type === 'ended') write(`  ${begun.run} ${String(event.status)}`);
      }
    },
    served: (what, atMs) => write(`  ${what} after ${Math.round(atMs)} ms`),
    doing: () => undefined,
    note: (text) => write(`  ${text}`),
    ended: (measured) => write(`  ${phaseEnd(sort, measured).words}`),
  };
}
