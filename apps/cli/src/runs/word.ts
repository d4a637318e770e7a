import { labIntervals } from '@outrigger/lab';
import { type Command, type JournalRecord, replay, step } from '@outrigger/recovery';
import { type Refusal, refuseArgument } from '../refusal.ts';
import type { RunView } from './run-view.ts';

/** What an operator can say to a run. `resume` alone goes on with it. */
export const runWords = ['resume', 'approve', 'cancel', 'skip', 'retry', 'pause'] as const;
export type RunWord = (typeof runWords)[number];

export interface Saying {
  readonly word: RunWord;
  /** Empty where the word is about the whole run. */
  readonly step: string;
  readonly why: string;
  readonly who: string;
  readonly when: string;
}

/** The engine's command for a word; null: the run goes on by itself. */
export function commandOf({ word, step: id, why, who, when }: Saying, view: RunView) {
  const said = { who, when };
  switch (word) {
    case 'resume':
      return view.status === 'paused' ? ({ kind: 'resume', ...said } satisfies Command) : null;
    case 'pause':
      return { kind: word, ...said } satisfies Command;
    case 'cancel':
      return { kind: word, why, ...said } satisfies Command;
    default:
      return { kind: word, step: id, why, ...said } satisfies Command;
  }
}

/**
 * Why the engine would not obey, asked before anything is taken over; null when it would. The
 * engine decides from the journal alone, so asking it twice gives the same answer.
 */
export function refusalOf(
  command: Command,
  records: readonly JournalRecord[],
  view: RunView,
): Refusal | null {
  const replayed = replay(records);
  if (replayed.state === undefined) {
    return refuseArgument(
      'run',
      view.run,
      `it can't be read: ${replayed.refused}`,
      'run the release that wrote it',
    );
  }
  const { effects } = step(replayed.state, { type: 'command', now: 0, command }, labIntervals);
  const rejected = effects.find((effect) => effect.type === 'reject');
  if (rejected === undefined) return null;
  const isAboutStep = 'step' in command;
  return refuseArgument(
    isAboutStep ? 'step' : 'run',
    isAboutStep ? command.step : view.run,
    rejected.why,
    mendOf(command.kind, view),
  );
}

function mendOf(kind: Command['kind'], view: RunView): string {
  const { asking, failed, retriable, run } = view;
  if (kind === 'approve' && asking.length > 0) return `what asks is ${asking.join(', ')}`;
  if (kind === 'retry' && retriable.length > 0) {
    return `what can be tried again is ${retriable.join(', ')}`;
  }
  if (kind === 'skip' && failed.length > 0) {
    return `what has failed is ${failed.join(', ')}`;
  }
  return `\`outrigger runs show ${run}\` tells how far it is`;
}
