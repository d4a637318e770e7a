import type { EventEmitter } from 'node:events';

/** What a measurement ends with after Ctrl-C, once nothing of it is left. */
export const interruptedCode = 130;

/**
 * Aborts at the first Ctrl-C or SIGTERM, for a measurement that has something to clean up. A
 * terminal and npm can each deliver the same Ctrl-C: what comes after the first changes nothing.
 */
export function interruptSignal(source: Pick<EventEmitter, 'on'> = process): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) source.on(name, () => controller.abort());
  return controller.signal;
}
