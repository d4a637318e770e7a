import type { Values } from '../service/configuration.ts';
import { headerNames } from '../service/respond.ts';
import { type Exchange, type Handler, headerOf } from '../service/server.ts';
import type { Upstreams } from '../service/upstream.ts';
import { createBulkhead } from './bulkhead.ts';
import type { Gate, Pass } from './gate.ts';
import { type Address, bufferBody, type Relayed, relayRead, relayWrite } from './relay.ts';
import type { gatewaySettings } from './settings.ts';

/**
 * At 200 a second and 10 ms each, 2 are on their way at one time. With this many the machine is not
 * keeping up: the others wait for their turn. Even where the gateways of two zones get but 100 a
 * second done together, who waited a whole second is answered within a client's 2 s.
 */
const readLimits = { runningMax: 24, waitMsMax: 1_000 };
const writeLimits = { runningMax: 40, waitMsMax: 1_000 };
/** Those that wait for a new writer in another region cost nothing here. */
const forwardLimits = { runningMax: 300, waitMsMax: 0 };

/** Header fields besides those of the exchange. */
type Extra = Readonly<Record<string, string>>;

/** How the gateway handles what it relays to the services at these addresses. */
export interface GatewayHandlers {
  read(urls: readonly URL[]): Handler;
  /** What was just written through this gateway elsewhere may not have come back to it yet. */
  readOwnWrites(urls: readonly URL[]): Handler;
  write(urls: readonly URL[]): Handler;
}

export function gatewayHandlers(options: {
  readonly values: Values<typeof gatewaySettings>;
  readonly gate: Gate;
  /** Services of this region. */
  readonly near: Upstreams;
  /** Gateways of the others. */
  readonly far: Upstreams;
  readonly onEpoch: (epoch: number) => void;
}): GatewayHandlers {
  const { values, gate, near, far, onEpoch } = options;
  const reads = createBulkhead(readLimits);
  const writes = createBulkhead(writeLimits);
  const forwards = createBulkhead(forwardLimits);
  const here = (urls: readonly URL[]): Address[] => urls.map((url) => ({ url, upstreams: near }));
  const remote = (region: string): Address[] =>
    values.REMOTE_GATEWAY_URLS.filter((each) => each.region === region).map(({ url }) => ({
      url,
      upstreams: far,
    }));
  const forwarded = (epoch: number): Extra => ({
    [headerNames.forwarded]: values.REGION,
    [headerNames.forwardedIn]: String(epoch),
  });
  const readFrom = async (
    addresses: readonly Address[],
    exchange: Exchange,
    extra: Extra,
  ): Promise<undefined> => {
    markZone(exchange, values.REGION, values.ZONE);
    await reads.run(() => relayRead({ addresses, exchange, onEpoch }, extra, reads.isBusy));
  };
  const read =
    (urls: readonly URL[]): Handler =>
    (exchange) =>
      readFrom(here(urls), exchange, {});
  const readOwnWrites =
    (urls: readonly URL[]): Handler =>
    (exchange) => {
      const { mode } = gate.state;
      const isForwarded = forwardedEpoch(exchange) !== null;
      if (mode.kind !== 'forwarding' || isForwarded) return readFrom(here(urls), exchange, {});
      return readFrom([...here(urls), ...remote(mode.to)], exchange, forwarded(mode.epoch));
    };
  const write =
    (urls: readonly URL[]): Handler =>
    async (exchange) => {
      if (headerOf(exchange.request, headerNames.rehearsal) !== undefined) {
        // Nothing is written, so there is nothing to hold or to forward.
        const body = await bufferBody(exchange);
        await relayWrite({ addresses: here(urls), exchange, onEpoch }, body, {});
        return undefined;
      }
      await handleWrite(exchange, gate, (course, body) => {
        if (course.kind === 'forward') {
          const there = { addresses: remote(course.to), exchange, onEpoch };
          return forwards.run(() => relayWrite(there, body, forwarded(course.epoch)));
        }
        markZone(exchange, values.REGION, values.ZONE);
        const keepRefusals = course.kind === 'scout';
        const there = { addresses: here(urls), exchange, onEpoch, keepRefusals };
        return writes.run(() => relayWrite(there, body, {}));
      });
      return undefined;
    };
  return { read, readOwnWrites, write };
}

async function handleWrite(
  exchange: Exchange,
  gate: Gate,
  send: (course: Pass['course'], body: Buffer | null) => Promise<Relayed>,
): Promise<void> {
  const body = await bufferBody(exchange);
  const forwardedIn = forwardedEpoch(exchange);
  const gone = new AbortController();
  const abort = (): void => gone.abort();
  exchange.response.once('close', abort);
  try {
    // What is still on its connection can be sent but once. A scout that met no writer waits.
    for (const mayScout of body === null ? [false] : [true, false]) {
      const pass = await gate.enter(forwardedIn, gone.signal, mayScout);
      let how: Relayed | 'failed' = 'failed';
      try {
        how = await send(pass.course, body);
      } finally {
        pass.leave(how);
      }
      if (how === 'answered') return;
    }
  } finally {
    exchange.response.off('close', abort);
  }
}

/** The epoch in which another region's gateway sent this write here; null when a client did. */
function forwardedEpoch({ request }: Exchange): number | null {
  if (headerOf(request, headerNames.forwarded) === undefined) return null;
  const epoch = Number(headerOf(request, headerNames.forwardedIn) ?? 0);
  return Number.isInteger(epoch) ? epoch : 0;
}

/** Who answers is told by the gateway in whose zone the client ended up. */
function markZone({ response }: Exchange, region: string, zone: string): void {
  response.setHeader(headerNames.region, region);
  response.setHeader(headerNames.zone, zone);
}
