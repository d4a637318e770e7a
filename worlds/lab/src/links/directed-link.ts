import type { LinkChange } from './link.ts';

/** Where a directed link gets its time and its wake-up calls from; tests bring their own. */
export interface LinkClock {
  now(): number;
  /** Calls back once, not much earlier than in `afterMs`; answers how to call it off. */
  wake(afterMs: number, callback: () => void): () => void;
}

/** One direction between two sites: whatever is sent arrives in order, delayed, or waits. */
export interface DirectedLink {
  readonly from: string;
  readonly to: string;
  settings(): Required<LinkChange>;
  change(change: LinkChange): void;
  /** `bytes` 0 for what is no data: a handshake, a close. */
  send(bytes: number, deliver: () => void): void;
  heldBytes(): number;
  /** Bytes that one connection may have on its way before its sender is stopped. */
  windowBytes(): number;
}

/**
 * Node wakes up on whole milliseconds. What is due within half of one is delivered now rather than
 * up to one late: the error is ±0.5 ms instead of 0–1 ms, without a busy loop.
 */
const slackMs = 0.5;
/** One connection at 30 ms then carries 70 MB/s; a hundred of them hold 200 MB at the very most. */
const windowBytesMax = 2 * 1024 * 1024;
const windowBytesMin = 64 * 1024;
/** The queue that one connection may build before a narrow link, as in a router: 50 ms. */
const queueMsMax = 50;

interface Parcel {
  readonly bytes: number;
  readonly deliver: () => void;
  /** When its last byte has left the sender, given the bandwidth; it arrives a delay later. */
  sentMs: number;
}

export function directedLink(
  from: string,
  to: string,
  initial: Required<LinkChange>,
  clock: LinkClock,
): DirectedLink {
  let settings = initial;
  let queue: Parcel[] = [];
  let head = 0;
  let heldBytes = 0;
  let busyUntilMs = 0;
  let delivering = false;
  let callOff: (() => void) | null = null;

  function transmit(parcel: Parcel, nowMs: number): void {
    const rate = settings.bandwidthBytesPerSecond;
    const tookMs = rate === null ? 0 : (parcel.bytes / rate) * 1000;
    busyUntilMs = Math.max(nowMs, busyUntilMs) + tookMs;
    parcel.sentMs = busyUntilMs;
  }

  function deliverDue(): void {
    callOff?.();
    callOff = null;
    if (delivering) return;
    delivering = true;
    while (!settings.cut) {
      const parcel = queue[head];
      if (parcel === undefined) break;
      const leftMs = parcel.sentMs + settings.delayMs - clock.now();
      if (leftMs > slackMs) {
        callOff = clock.wake(leftMs, deliverDue);
        break;
      }
      head += 1;
      heldBytes -= parcel.bytes;
      parcel.deliver();
    }
    if (head === queue.length) {
      queue = [];
      head = 0;
    } else if (head > 1024) {
      queue = queue.slice(head);
      head = 0;
    }
    delivering = false;
  }

  return {
    from,
    to,
    settings: () => settings,
    change(change) {
      const healed = settings.cut && change.cut === false;
      settings = { ...settings, ...change };
      const nowMs = clock.now();
      busyUntilMs = nowMs;
      // What a cut held is sent again when it is healed; what waits for bandwidth waits for the
      // new.
      for (const parcel of queue.slice(head)) {
        if (healed || parcel.sentMs > nowMs) transmit(parcel, nowMs);
      }
      deliverDue();
    },
    send(bytes, deliver) {
      const parcel: Parcel = { bytes, deliver, sentMs: 0 };
      transmit(parcel, clock.now());
      heldBytes += bytes;
      queue.push(parcel);
      if (queue.length - head === 1) deliverDue();
    },
    heldBytes: () => heldBytes,
    windowBytes() {
      const rate = settings.bandwidthBytesPerSecond;
      if (rate === null) return windowBytesMax;
      const bytes = (rate * (settings.delayMs + queueMsMax)) / 1000;
      return Math.min(windowBytesMax, Math.max(windowBytesMin, bytes));
    },
  };
}

/** The process's own clock. A wake-up is rounded down: the rest is less than a millisecond. */
export function systemClock(now: () => number): LinkClock {
  return {
    now,
    wake(afterMs, callback) {
      const timer = setTimeout(callback, Math.max(1, Math.floor(afterMs)));
      return () => clearTimeout(timer);
    },
  };
}
