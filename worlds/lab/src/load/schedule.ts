import { seededRandom } from './random.ts';

export type Operation = 'read' | 'write' | 'upload';

export interface Arrival {
  readonly dueMs: number;
  readonly operation: Operation;
  readonly client: number;
}

export interface Rates {
  readonly writesPerSecond: number;
  readonly uploadsPerSecond: number;
  readonly readsPerSecond: number;
  readonly clients: number;
}

/**
 * When which client wants what: open loop, so it depends on nothing that happens. Each stream has
 * one arrival in every slot of its rate, at a seeded moment of the slot: the rate is exact in every
 * second, and arrivals don't fall in step with the lab's own timers. Clients take turns in writing.
 */
export function createSchedule(rates: Rates, seed: number, fromMs: number): { next(): Arrival } {
  const random = seededRandom(seed);
  const stream = (operation: Operation, perSecond: number) => {
    let slot = 0;
    const arrival = (): Arrival => {
      const dueMs = fromMs + ((slot + random()) * 1000) / perSecond;
      const turn = operation === 'read' ? Math.floor(random() * rates.clients) : slot;
      slot += 1;
      return { dueMs, operation, client: turn % rates.clients };
    };
    return { arrival, upcoming: arrival() };
  };
  const streams = [
    stream('write', rates.writesPerSecond - rates.uploadsPerSecond),
    stream('read', rates.readsPerSecond),
    ...(rates.uploadsPerSecond > 0 ? [stream('upload', rates.uploadsPerSecond)] : []),
  ];
  return {
    next() {
      const first = streams.reduce((a, b) => (b.upcoming.dueMs < a.upcoming.dueMs ? b : a));
      const { upcoming } = first;
      first.upcoming = first.arrival();
      return upcoming;
    },
  };
}
