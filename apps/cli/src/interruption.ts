import type { EventEmitter } from 'node:events';
import { exitCodes } from './exit-codes.ts';

/** A terminal, npm and our own wrapper can each deliver the same Ctrl-C. */
const sameMs = 500;

export interface Interruption {
  /** Aborts at the first Ctrl-C (or SIGTERM): stop, clean up, report. */
  readonly signal: AbortSignal;
  [Symbol.dispose](): void;
}

export interface Interruptible {
  readonly process: Pick<EventEmitter, 'on' | 'off'>;
  /** Monotonic ms. */
  readonly now: () => number;
  /** A second Ctrl-C: the user will not wait for the cleaning up. */
  readonly leave: (code: number) => void;
}

/**
 * For commands that have something to clean up: the first signal asks them to, the second one
 * leaves at once. Short commands don't need it: Node's own answer to Ctrl-C is right for them.
 */
export function watchInterrupts(
  { process: source, now, leave }: Interruptible = {
    process,
    now: () => performance.now(),
    leave: (code) => process.exit(code),
  },
): Interruption {
  const controller = new AbortController();
  let firstAt = Number.POSITIVE_INFINITY;
  const onSignal = () => {
    const at = now();
    if (!controller.signal.aborted) {
      firstAt = at;
      controller.abort(new Interrupted());
    } else if (at - firstAt > sameMs) {
      leave(exitCodes.interrupted.code);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM']) source.on(signal, onSignal);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      for (const signal of ['SIGINT', 'SIGTERM']) source.off(signal, onSignal);
    },
  };
}

/** What a command throws, or is aborted with, when the user pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}
