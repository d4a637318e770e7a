import type { Estimate, JournalRecord } from '@outrigger/recovery';
import { type StepLine, stepLine, type TerminalOptions } from '@outrigger/report';
import { noteOf } from '../drill/run-recorder.ts';
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

/**
 * A line for each step as it ends, from the journal's records as they are written. `baseMs`: what
 * times count from; null: the first record.
 */
export function liveSteps(given: {
  readonly estimate: Estimate;
  readonly baseMs: number | null;
  readonly options: TerminalOptions;
  readonly write: (line: string) => void;
}): (records: readonly JournalRecord[]) => void {
  const { estimate, options, write } = given;
  const expected = new Map(estimate.steps.map((step) => [step.id, step.expectedMs]));
  const begun = new Map<string, number>();
  let baseMs = given.baseMs;
  return (records) => {
    for (const { event, monotonicMs } of records) {
      baseMs ??= monotonicMs;
      const id = typeof event.step === 'string' ? event.step : '';
      const outcome = outcomes[event.type];
      if (outcome !== undefined) {
        const startMs = begun.get(id) ?? monotonicMs;
        const line = {
          atMs: monotonicMs - baseMs,
          name: id,
          tookMs: monotonicMs - startMs,
          expectedMs: expected.get(id) ?? null,
          outcome,
          note: noteOf(id, event),
        };
        write(stepLine(line, options));
      } else if (told.has(event.type)) {
        write(`            ${event.type} ${wordsOf(event)}`.trimEnd());
      } else if (id !== '' && !begun.has(id)) {
        begun.set(id, monotonicMs);
      }
    }
  };
}
