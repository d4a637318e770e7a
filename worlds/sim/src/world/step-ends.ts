import type { NewRecord } from '@outrigger/recovery';

/** When a step was done that another waited for: an approval may have lapsed since. */
export function endUntil(
  records: readonly NewRecord[],
  ends: ReadonlyMap<string, number>,
  id: string,
  untilMs: number,
): number {
  const last = ends.get(id) ?? 0;
  if (last <= untilMs) return last;
  const found = records.findLast(
    ({ event, monotonicMs }) =>
      (event.type === 'done' || event.type === 'approved') &&
      event.step === id &&
      monotonicMs <= untilMs,
  );
  return found?.monotonicMs ?? 0;
}

/** By step: when it was done last, ms. */
export function endsIn(records: readonly NewRecord[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { event, monotonicMs } of records) {
    if (event.type === 'done' || event.type === 'approved') ends.set(event.step, monotonicMs);
  }
  return ends;
}
