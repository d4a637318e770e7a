import type { JournalRecord } from '@outrigger/recovery';
import { formatSpan, type StepLine, stepLine, type TerminalOptions } from '@outrigger/report';
import { noteOf } from '../drill/run-recorder.ts';
import { columns, hang } from '../layout.ts';
import { wordsOf } from './show-text.ts';

const outcomes: { readonly [type: string]: StepLine['outcome'] } = {
  done: 'done',
  approved: 'done',
  failed: 'failed',
  denied: 'cancelled',
  skipped: 'skipped',
};

/** What an operator should see that is no step's end. */
const told = new Set(['taken-over', 'paused', 'resumed', 'cancelled', 'going-back', 'retrying']);

/** Under the names of the steps. */
export const noteIndent = ' '.repeat(14);

export interface LiveSteps {
  /** Records as they are journaled: a line for each step that ends with one of them. */
  tell(records: readonly JournalRecord[]): void;
  /** What runs at a monotonic ms, the longest first; empty: nothing. */
  running(nowMs: number): string;
}

/**
 * A run as it goes, from the journal's records as they are written. `baseMs`: what times count
 * from; null: the first record. `stays`: which steps leave a line behind; without it all do.
 */
export function liveSteps(given: {
  readonly expectedMs: ReadonlyMap<string, number>;
  readonly baseMs: number | null;
  readonly options: TerminalOptions;
  /** `atMs`: when what the line tells ended, from `baseMs`. */
  readonly write: (line: string, atMs: number) => void;
  readonly stays?: (step: StepLine) => boolean;
}): LiveSteps {
  const { expectedMs, options, write } = given;
  const begun = new Map<string, number>();
  const running = new Set<string>();
  // Who wants few lines reads how a step ended, and beneath them that it still runs.
  const isTold = (type: string): boolean =>
    told.has(type) && (type !== 'retrying' || given.stays === undefined);
  let baseMs = given.baseMs;
  return {
    tell(records) {
      for (const { event, monotonicMs } of records) {
        baseMs ??= monotonicMs;
        const atMs = monotonicMs - baseMs;
        const id = typeof event.step === 'string' ? event.step : '';
        const outcome = outcomes[event.type];
        if (outcome !== undefined) {
          running.delete(id);
          const line = {
            atMs,
            name: id,
            tookMs: monotonicMs - (begun.get(id) ?? monotonicMs),
            expectedMs: expectedMs.get(id) ?? null,
            outcome,
            note: noteOf(id, event, true),
          };
          if (given.stays?.(line) !== false) write(stepLine(line, options), atMs);
          // A step's line has room for the beginning of a reason, and its end is what helps.
          if (event.type === 'failed' && typeof event.why === 'string')
            for (const part of hang(noteIndent, event.why, columns)) write(part, atMs);
        } else if (event.type === 'ended') {
          running.clear();
        } else if (isTold(event.type)) {
          const text = `${event.type} ${wordsOf(event)}`.trimEnd();
          for (const line of hang(noteIndent, text, columns)) write(line, atMs);
        } else if (id !== '') {
          running.add(id);
          if (!begun.has(id)) begun.set(id, monotonicMs);
        }
      }
    },
    running(nowMs) {
      const [first, ...others] = [...running].sort(
        (one, other) => (begun.get(one) ?? nowMs) - (begun.get(other) ?? nowMs),
      );
      if (first === undefined) return '';
      const more = others.length === 0 ? '' : `, and ${others.length} more`;
      const expected = expectedMs.get(first);
      const usual = expected === undefined ? '' : ` of ${formatSpan(expected)} expected`;
      return `${first} ${formatSpan(nowMs - (begun.get(first) ?? nowMs))}${usual}${more}`;
    },
  };
}
