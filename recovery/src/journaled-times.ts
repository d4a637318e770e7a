import type { JournalRecord } from './journal.ts';
import { isPlan, replay } from './replay.ts';
import { type During, gibLoaded, type MeasuredTime, timedAs } from './timings.ts';

export type JournaledTimes =
  | { readonly times: readonly MeasuredTime[]; readonly refused?: undefined }
  | { readonly times?: undefined; readonly refused: string };

/**
 * What the steps of a run took, from a step's first record until it was done: of its journal alone,
 * so without what only clients saw. What this code can't read, what has not ended, and a clock that
 * goes back within one controller are refused with the reason.
 */
export function journaledTimes(records: readonly JournalRecord[]): JournaledTimes {
  const replayed = replay(records);
  if (replayed.state === undefined) return { refused: replayed.refused };
  const plan = records[0]?.event.plan;
  if (!isPlan(plan)) return { refused: 'record 0 holds no plan of schema version 1' };
  if (replayed.state.ended === null) {
    return { refused: `it breaks off after record ${records.length - 1}: the run has not ended` };
  }
  const during: During = { intent: plan.intent, to: plan.to };
  const planned = new Map(plan.steps.map((step) => [step.id, step]));
  const times: MeasuredTime[] = [];
  const begun = new Map<string, { readonly atMs: number; readonly isAsked: boolean }>();
  let beforeMs = Number.NEGATIVE_INFINITY;
  for (const { event, monotonicMs: atMs, sequence } of records) {
    // Another controller's clock: what was under way can't be timed any more.
    if (event.type === 'taken-over') begun.clear();
    else if (!(atMs >= beforeMs)) {
      return { refused: `record ${sequence} is earlier than the record before it: ${atMs} ms` };
    }
    beforeMs = atMs;
    const step = planned.get(String(event.step));
    if (step === undefined) continue;
    if (event.type === 'lapsed') begun.delete(step.id);
    else if (event.type === 'done' || event.type === 'approved') {
      const begin = begun.get(step.id);
      const kind = plan.kinds[step.action.component];
      if (begin === undefined || kind === undefined) continue;
      const ms = (atMs - begin.atMs) / (gibLoaded(step.action) ?? 1);
      const verb = begin.isAsked ? 'person' : timedAs(step.action);
      times.push({ kind, verb, during, ms });
    } else if (event.type === 'asking') {
      begun.set(step.id, { atMs, isAsked: true });
    } else if (!begun.has(step.id)) {
      begun.set(step.id, { atMs, isAsked: false });
    }
  }
  return { times };
}
