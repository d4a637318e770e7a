/**
 * Which member may be written to, as far as this process knows. Pure: the loop that asks the
 * members is in `writer-watch.ts`.
 */
export interface MemberFacts {
  /** Index in `DATABASE_URLS`: 0 is in the own zone. */
  readonly index: number;
  readonly reachable: boolean;
  /** Neither in recovery nor read-only when it was last asked. */
  readonly writable: boolean;
  /** The epoch that its `outrigger.epoch` showed last. */
  readonly epoch: number;
}

/**
 * The member that owns the highest epoch among the writable ones. One below the highest epoch seen
 * anywhere is an old writer that does not know it yet: it is never written to.
 */
export function chooseWriter(
  members: readonly MemberFacts[],
  highestEpoch: number,
  current: number | null,
): number | null {
  let best: MemberFacts | null = null;
  for (const member of members) {
    if (!member.reachable || !member.writable || member.epoch < highestEpoch) continue;
    const better =
      best === null ||
      member.epoch > best.epoch ||
      (member.epoch === best.epoch && member.index === current);
    if (better) best = member;
  }
  return best?.index ?? null;
}

export interface PollingFacts {
  readonly writerKnown: boolean;
  readonly writesWaiting: number;
  /** A write has been without an answer for longer than a healthy one takes. */
  readonly writerSuspected: boolean;
}

/**
 * Every service in every zone asks every member, so an interval is paid for many times over: the
 * short one is only for a write that waits at this moment. (Measured: at 10 ms for the 5 s after
 * every change of the writer, the questions alone were three times the load of the clients.)
 */
export const polling = {
  /** While somebody waits for a writer: a promotion is noticed within this time. */
  urgentMs: 10,
  /** A write is overdue: its writer may be frozen, or the machine only slow. */
  suspectedMs: 100,
  /** No writer, and nobody asks for one: the ordinary life of a standby region. */
  idleMs: 250,
  /** The writer is known: only to notice what no connection tells, such as a new epoch. */
  calmMs: 1_000,
} as const;

/** How long to wait before the members are asked again. */
export function pollAfterMs(facts: PollingFacts): number {
  if (facts.writerKnown) return facts.writerSuspected ? polling.suspectedMs : polling.calmMs;
  return facts.writesWaiting > 0 ? polling.urgentMs : polling.idleMs;
}

/**
 * Members to read from, best first: those that answer before those with an overdue statement, the
 * writer first when the newest state is wanted, else the own zone.
 */
export function readOrder(
  members: readonly (MemberFacts & { readonly overdue: boolean })[],
  wanted: { readonly writer: number | null; readonly freshest: boolean },
): readonly number[] {
  const rank = (member: MemberFacts & { readonly overdue: boolean }): number =>
    (member.overdue ? 1000 : 0) +
    (wanted.freshest && member.index === wanted.writer ? -100 : 0) +
    member.index;
  return members
    .filter((member) => member.reachable)
    .sort((one, other) => rank(one) - rank(other))
    .map((member) => member.index);
}
