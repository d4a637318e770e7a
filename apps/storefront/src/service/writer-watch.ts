import type { Logger } from './log.ts';
import type { Member } from './member.ts';
import { type WatchedMember, watchedMember } from './watched-member.ts';
import { chooseWriter, pollAfterMs } from './writer.ts';
import { createWriterQueue } from './writer-queue.ts';

/**
 * Follows the members of a database: who of them is the writer, and whether it still is. It asks
 * them from time to time; whoever uses one tells what that has shown.
 */
export interface WriterWatch {
  readonly members: readonly WatchedMember[];
  readonly writer: WatchedMember | null;
  /** The highest epoch that any member has shown. */
  readonly epoch: number;
  readonly writesWaiting: number;
  /** Resolves when a writer is known; null when there is none after `timeoutMs`. */
  wait(timeoutMs: number): Promise<WatchedMember | null>;
  /** An answer came in an epoch: false for an old one, since a newer writer exists somewhere. */
  heard(from: WatchedMember, epoch: number): boolean;
  /** Takes the writer's word back until it has been asked again. */
  doubt(one: WatchedMember): void;
  /** A write hangs: the members are asked at short intervals until the answer is called. */
  suspect(): () => void;
  close(): void;
}

/** `serves`: it is the writer, or was the last one. `onChange`: whether it can be reached. */
export type NewMember = (
  index: number,
  serves: () => boolean,
  onChange: (reachable: boolean) => void,
) => Member;

export interface WatchOptions {
  readonly newMembers: readonly NewMember[];
  readonly limits: { readonly acknowledgedMs: number; readonly waitingMax: number };
  readonly log: Logger;
}

export function watchWriter({ limits, log, newMembers }: WatchOptions): WriterWatch {
  let highestEpoch = 0;
  let writer: WatchedMember | null = null;
  let lastWriter: WatchedMember | null = null;
  let suspects = 0;
  let closed = false;
  const queue = createWriterQueue<WatchedMember>(limits.waitingMax);
  const members = newMembers.map((newMember, index): WatchedMember => {
    const serves = (): boolean => index === (writer ?? lastWriter)?.member.index;
    const onChange = (reachable: boolean): void => {
      if (!reachable) own.writable = false;
      settle();
      own.wake();
    };
    const own = watchedMember(newMember(index, serves, onChange), limits.acknowledgedMs);
    return own;
  });

  /** Decides anew who the writer is, after anything that may change it. */
  function settle(): void {
    const facts = members.map((each) => each.facts());
    const index = chooseWriter(facts, highestEpoch, writer?.member.index ?? null);
    const next = index === null ? null : (members[index] ?? null);
    if (next === writer) return;
    const names = { writer: next?.member.name ?? null, before: writer?.member.name ?? null };
    const news = next === null ? 'no writer is known' : 'the writer is known';
    log.info({ ...names, epoch: highestEpoch }, news);
    writer = next;
    if (next === null) {
      wakeAll();
      return;
    }
    // Statements that hang on the old writer would wait for their time-out; their keys make it safe
    // to ask the new one.
    if (lastWriter !== next) lastWriter?.member.abandon();
    lastWriter = next;
    next.member.grow();
    queue.tell(next);
  }

  function wakeAll(): void {
    for (const each of members) each.wake();
  }

  async function follow(one: WatchedMember): Promise<void> {
    while (!closed) {
      if (await one.ask()) {
        highestEpoch = Math.max(highestEpoch, one.epoch);
        settle();
      }
      const writesWaiting = queue.size;
      const facts = { writerKnown: writer !== null, writesWaiting, writerSuspected: suspects > 0 };
      await one.pause(pollAfterMs(facts));
    }
  }
  for (const each of members) void follow(each);

  return {
    members,
    get writer() {
      return writer;
    },
    get epoch() {
      return highestEpoch;
    },
    get writesWaiting() {
      return queue.size;
    },
    wait(timeoutMs) {
      if (writer !== null) return Promise.resolve(writer);
      if (timeoutMs <= 0 || closed) return Promise.resolve(null);
      const known = queue.wait(timeoutMs);
      // The first to wait changes the interval: whoever pauses at the long one is woken.
      if (queue.size === 1) wakeAll();
      return known;
    },
    heard(from, epoch) {
      if (epoch > highestEpoch) highestEpoch = epoch;
      return from.acknowledges(epoch, highestEpoch);
    },
    doubt(one) {
      one.writable = false;
      settle();
      one.wake();
    },
    suspect() {
      suspects += 1;
      if (suspects === 1) wakeAll();
      return () => {
        suspects -= 1;
      };
    },
    close() {
      closed = true;
      queue.tell(null);
      for (const each of members) {
        each.member.close();
        each.wake();
      }
    },
  };
}
