import { checkInvariants } from '../invariants.ts';
import type { JournalRecord } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Rehearsal } from './rehearse.ts';

/** Throws with what is wrong; `what` was tried, and repeats it. */
export function assertThat(isTrue: boolean, what: string, wrong: string): asserts isTrue {
  if (!isTrue) throw new Error(`${what}: ${wrong}`);
}

/** What must be true after any rehearsal, whatever went wrong in it; all rules but `save`. */
export function assertSafe(
  { memory, run, result }: Rehearsal,
  what: string,
  save: string | null = null,
): void {
  const runs = [memory.records(run)];
  const { model } = memory;
  const results = checkInvariants({ runs, writings: model.writings, effects: memory.effects });
  const broken = results
    .filter(({ held, name }) => !held && name !== save)
    .map(({ name, detail }) => `${name}: ${detail}`);
  const wrong = [...broken, ...model.violations];
  assertThat(wrong.length === 0, what, wrong.join('; '));
  if (result.status !== 'done' && result.status !== 'went-back') return;
  assertThat(!model.anyHeld(), what, 'writes are still held');
  assertThat(model.allWritable(), what, 'not everything can be written');
}

/** And once all that was late has come. */
export async function assertSafeAfterAll(rehearsal: Rehearsal, what: string): Promise<void> {
  assertSafe(rehearsal, what);
  await rehearsal.memory.time.drain();
  assertSafe(rehearsal, `${what}, after all that was late`);
}

export function assertStatus(
  { result }: Rehearsal,
  allowed: readonly string[],
  what: string,
): void {
  const { status, why } = result;
  assertThat(allowed.includes(status), what, `it ends ${status} (${why}), not ${allowed.join()}`);
}

/** From a journal: when the last step was done, and the longest chain of the steps' own times. */
export function makespanOf(plan: Plan, records: readonly JournalRecord[]) {
  const begun = new Map<string, number>();
  const ended = new Map<string, number>();
  for (const { event, monotonicMs } of records) {
    const step = String(event.step);
    if (event.type === 'performing' || event.type === 'asking') {
      begun.set(step, begun.get(step) ?? monotonicMs);
    }
    if (event.type === 'done' || event.type === 'approved') ended.set(step, monotonicMs);
  }
  const path = new Map<string, number>();
  for (const { id, after } of plan.steps) {
    const end = ended.get(id) ?? 0;
    const own = end - (begun.get(id) ?? end);
    path.set(id, own + Math.max(0, ...after.map((before) => path.get(before) ?? 0)));
  }
  const makespanMs = Math.max(...ended.values()) - (records[0]?.monotonicMs ?? 0);
  return { makespanMs, criticalPathMs: Math.max(...path.values()) };
}
