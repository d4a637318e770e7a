import type { Detection, Load } from '@outrigger/lab';
import type { Progress } from './progress.ts';

/** A client that is not served by then is told as such by the figures. */
const servedLimitMs = 20_000;

/** What clients have from a moment on; null: the load ended first, and says why elsewhere. */
export interface Heard {
  readonly fromMs: number;
  /** Monotonic ms. */
  readonly write: Promise<number | null>;
  readonly served: Promise<number | null>;
}

/** Asks now for what clients have after `fromMs` (monotonic): the load tells of what it sees. */
export function listen(load: Pick<Load, 'originMs' | 'reached'>, fromMs: number): Heard {
  const after = fromMs - load.originMs;
  const quietly = (told: Promise<number>): Promise<number | null> =>
    told.then((atMs) => atMs + load.originMs).catch(() => null);
  return {
    fromMs,
    write: quietly(load.reached('write', after)),
    served: quietly(load.reached('served', after)),
  };
}

/** Tells of the first write the moment that a client has it: steps go on meanwhile. */
export async function tellFirstWrite(
  heard: Heard,
  progress: Progress,
  phase: {
    /** What times count from. */
    readonly baseMs: number;
    readonly detection: () => Detection | null;
    /** A phase that is over has nothing more to tell. */
    readonly isOver: () => boolean;
  },
): Promise<void> {
  const atMs = await heard.write;
  if (atMs === null || phase.isOver()) return;
  const detectedMs = phase.detection()?.atMs ?? heard.fromMs;
  const sinceMs = Math.max(heard.fromMs, detectedMs);
  progress.served('first write accepted', atMs - phase.baseMs, Math.max(0, atMs - sinceMs));
}

/** Waits until clients have what the drill is about. */
export async function waitServed(heard: Heard, progress: Progress): Promise<void> {
  const limit = new Promise<null>((resolve) => setTimeout(resolve, servedLimitMs, null).unref());
  const write = await Promise.race([heard.write, limit]);
  if (write === null) return progress.note(`no write was accepted in ${servedLimitMs / 1000} s`);
  const served = await Promise.race([heard.served, limit]);
  // When that was, the ledger tells exactly, at the end; what is heard on the way is only a bound.
  if (served === null) progress.note('not every client was served again');
}
