import { type RequestHead, readRequestHead } from '../http/message.ts';

/** What a client has sent and nobody has taken yet: a head in pieces, requests ahead of time. */
export interface EarlyBytes {
  readonly length: number;
  add(bytes: Buffer): void;
  /** Null: there is no whole head. Throws when it is none. */
  takeHead(): RequestHead | null;
  /** Offers what there is; the answer is how many of them were taken. */
  offer(take: (bytes: Buffer) => number): void;
}

const none = Buffer.alloc(0);

export function earlyBytes(): EarlyBytes {
  let early: Buffer = none;
  const keepFrom = (from: number): void => {
    // An empty view would keep the whole chunk that it looks at.
    early = from === early.length ? none : early.subarray(from);
  };
  return {
    get length() {
      return early.length;
    },
    add(bytes) {
      early = early.length === 0 ? bytes : Buffer.concat([early, bytes]);
    },
    takeHead() {
      const head = early.length === 0 ? null : readRequestHead(early);
      if (head !== null) keepFrom(head.bytes);
      return head;
    },
    offer(take) {
      keepFrom(take(early));
    },
  };
}
