/**
 * Client requests of an invented drill: an open loop of 600 requests/s, and what each phase does to
 * them. Seeded, so that tests and the preview always see the same report.
 */
import type { Timeline } from '../types.ts';

export type Random = () => number;

/** mulberry32: 32 bits of state are enough for a picture. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SampleRequest {
  readonly dueMs: number;
  readonly latencyMs: number;
  readonly operation: 0 | 1 | 2;
  readonly answered: boolean;
}

/** What a phase does to requests that are due between two instants of the drill. */
export interface Disturbance {
  readonly fromMs: number;
  readonly toMs: number;
  readonly operations: readonly (0 | 1 | 2)[];
  /** fail: answered with an error at once; hold: answered at `toMs` or a little later. */
  readonly effect: 'fail' | 'hold' | 'slow';
}

export const requestsPerSecond = 600;

function lognormal(random: Random, medianMs: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return medianMs * Math.exp(sigma * normal);
}

export function sampleRequests(
  random: Random,
  drillMs: number,
  disturbances: readonly Disturbance[],
): readonly SampleRequest[] {
  const gapMs = 1000 / requestsPerSecond;
  const requests: SampleRequest[] = [];
  for (let number = 0; number * gapMs < drillMs; number += 1) {
    const dueMs = number * gapMs + random() * 6 * gapMs;
    const operation = number % 60 === 1 ? 2 : number % 3 === 1 ? 1 : 0;
    const usualMs = lognormal(random, [2.4, 5.5, 9][operation] ?? 3, 0.42);
    const found = disturbances.find(
      (item) => dueMs >= item.fromMs && dueMs < item.toMs && item.operations.includes(operation),
    );
    if (found?.effect === 'fail') {
      requests.push({ dueMs, latencyMs: 1 + random() * 1.6, operation, answered: false });
    } else if (found?.effect === 'hold') {
      const latencyMs = found.toMs - dueMs + usualMs;
      requests.push({ dueMs, latencyMs, operation, answered: true });
    } else {
      const latencyMs = found?.effect === 'slow' ? usualMs * 2.4 : usualMs;
      requests.push({ dueMs, latencyMs, operation, answered: true });
    }
  }
  return requests;
}

export function latencyFigures(latencies: readonly number[]): [number, number, number] | null {
  if (latencies.length === 0) {
    return null;
  }
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return [at(0.5) ?? 0, at(0.99) ?? 0, sorted.at(-1) ?? 0];
}

/** The timeline's bins and the lens's dots, both from the same requests. */
export function sampleBins(
  requests: readonly SampleRequest[],
  drillMs: number,
  binMs: number,
): Pick<Timeline, 'binMs' | 'answered' | 'failed' | 'latency'> {
  const bins = Math.ceil(drillMs / binMs);
  const answered = new Array<number>(bins).fill(0);
  const failed = new Array<number>(bins).fill(0);
  const latencies: number[][] = Array.from({ length: bins }, () => []);
  for (const request of requests) {
    const bin = Math.min(bins - 1, Math.floor(request.dueMs / binMs));
    const counts = request.answered ? answered : failed;
    counts[bin] = (counts[bin] ?? 0) + 1;
    if (request.answered) {
      latencies[bin]?.push(request.latencyMs);
    }
  }
  return { binMs, answered, failed, latency: latencies.map(latencyFigures) };
}

export function sampleLens(
  requests: readonly SampleRequest[],
  phase: string,
  fromMs: number,
  toMs: number,
): Timeline['lenses'][number] {
  return {
    phase,
    fromMs,
    toMs,
    requests: requests
      .filter((request) => request.dueMs >= fromMs && request.dueMs < toMs)
      .map((request) => [
        Math.round(request.dueMs * 100) / 100,
        Math.round(request.latencyMs * 100) / 100,
        request.operation,
        request.answered ? 1 : 0,
      ]),
  };
}
