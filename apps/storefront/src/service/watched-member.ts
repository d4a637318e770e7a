import type { Member } from './member.ts';
import type { MemberFacts } from './writer.ts';

/** A member, and what it said of itself the last time. */
export interface WatchedMember {
  readonly member: Member;
  /** Neither in recovery nor read-only. */
  writable: boolean;
  epoch: number;
  /** When it last acknowledged a write, `performance.now()`. */
  readonly acknowledgedAtMs: number;
  /** It answered in an epoch; of an old one that is no acknowledgement: false. */
  acknowledges(epoch: number, highestEpoch: number): boolean;
  facts(): MemberFacts;
  /** Asks it what it is, unless an acknowledgement told that just now; false: it was not asked. */
  ask(): Promise<boolean>;
  /** Until it is time to ask it again, or somebody wants to know. */
  pause(waitMs: number): Promise<void>;
  wake(): void;
}

/** `acknowledgedMs`: a writer that acknowledged a write so lately need not be asked what it is. */
export function watchedMember(member: Member, acknowledgedMs: number): WatchedMember {
  let endPause: () => void = () => {};
  let acknowledgedAtMs = Number.NEGATIVE_INFINITY;
  const watched: WatchedMember = {
    member,
    writable: false,
    epoch: 0,
    get acknowledgedAtMs() {
      return acknowledgedAtMs;
    },
    acknowledges(epoch, highestEpoch) {
      // An answer without one says nothing of it.
      if (!Number.isNaN(epoch)) watched.epoch = epoch;
      if (epoch < highestEpoch) return false;
      acknowledgedAtMs = performance.now();
      return true;
    },
    facts() {
      const { index, reachable } = member;
      return { index, reachable, writable: watched.writable, epoch: watched.epoch };
    },
    async ask() {
      const sinceMs = performance.now() - acknowledgedAtMs;
      const isKnown = watched.writable && sinceMs < acknowledgedMs;
      if (!member.reachable || isKnown) return false;
      const seen = await member.observe();
      if (seen === 'unreachable') watched.writable = false;
      else if (seen !== 'busy') {
        watched.writable = seen.writable;
        watched.epoch = seen.epoch;
      }
      return true;
    },
    pause: (waitMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => endPause(),
  };
  return watched;
}
