import { Gauge } from 'prom-client';
import type { Values } from '../service/configuration.ts';
import type { Parts, Surroundings } from '../service/lifecycle.ts';
import { headerNames } from '../service/respond.ts';
import { type Exchange, type Handler, headerOf } from '../service/server.ts';
import { createUpstreams } from '../service/upstream.ts';
import { createBulkhead } from './bulkhead.ts';
import { controlRoutes } from './control.ts';
import { createGate, type Gate, type Pass } from './gate.ts';
import { initialGate } from './gate-state.ts';
import { lacksWriter, watchHealth } from './health.ts';
import { type Address, bufferBody, relayRead, relayWrite } from './relay.ts';
import { createRunIn } from './run-in.ts';
import type { gatewaySettings } from './settings.ts';
import { keepWarm } from './warm.ts';

/**
 * For each remote region. Of 200 writes a second, two gateways forward 100 each; during a handover
 * they wait there, each for about a quarter of a second.
 */
const warmConnections = 24;
/** The load balancers there close a connection that has been idle for 65 s. */
const warmIntervalMs = 5_000;
/**
 * At 200 a second and 10 ms each, 2 are on their way at one time. With this many the machine is not
 * keeping up: the others wait for their turn. Even where the gateways of two zones get but 100 a
 * second done together, who waited a whole second is answered within a client's 2 s.
 */
const readLimits = { runningMax: 24, waitMsMax: 1_000 };
const writeLimits = { runningMax: 40, waitMsMax: 1_000 };
/** Those that wait for a new writer in another region cost nothing here. */
const forwardLimits = { runningMax: 300, waitMsMax: 0 };
const remoteConnectTimeoutMs = 1_000;

export function assembleGateway(
  values: Values<typeof gatewaySettings>,
  { log, metrics }: Surroundings,
): Parts {
  const remotes = [...new Set(values.REMOTE_GATEWAY_URLS.map(({ region }) => region))];
  const gate = createGate({
    initial: initialGate({
      region: values.REGION,
      remotes,
      admitted: values.ADMITTED_AT_START === 'true',
    }),
    onExpire: () => log.warn('nobody released the held writes in time: they go on as before'),
  });
  const near = createUpstreams();
  const far = createUpstreams({ connectTimeoutMs: remoteConnectTimeoutMs });
  const health = watchHealth(near, values.ORDERS_URLS);
  const perRemote = Math.max(1, values.REMOTE_GATEWAY_URLS.length / Math.max(1, remotes.length));
  const stopWarming = keepWarm({
    upstreams: far,
    urls: values.REMOTE_GATEWAY_URLS.map(({ url }) => url),
    region: values.REGION,
    connections: Math.ceil(warmConnections / perRemote),
    intervalMs: warmIntervalMs,
  });
  let epochSeen = 0;
  const onEpoch = (epoch: number): void => {
    epochSeen = Math.max(epochSeen, epoch);
  };

  const reads = createBulkhead(readLimits);
  const writes = createBulkhead(writeLimits);
  const forwards = createBulkhead(forwardLimits);
  const here = (urls: readonly URL[]): Address[] => urls.map((url) => ({ url, upstreams: near }));
  const remote = (region: string): Address[] =>
    values.REMOTE_GATEWAY_URLS.filter((each) => each.region === region).map(({ url }) => ({
      url,
      upstreams: far,
    }));
  const forwarded = (epoch: number): Readonly<Record<string, string>> => ({
    [headerNames.forwarded]: values.REGION,
    [headerNames.forwardedIn]: String(epoch),
  });
  const readFrom = async (
    addresses: readonly Address[],
    exchange: Exchange,
    extra: Readonly<Record<string, string>>,
  ): Promise<undefined> => {
    markZone(exchange, values.REGION, values.ZONE);
    await reads.run(() => relayRead({ addresses, exchange, onEpoch }, extra, reads.isBusy));
  };
  const read =
    (urls: readonly URL[]): Handler =>
    (exchange) =>
      readFrom(here(urls), exchange, {});
  /** What was just written through this gateway elsewhere may not have come back to it yet. */
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
        return writes.run(() => relayWrite({ addresses: here(urls), exchange, onEpoch }, body, {}));
      });
      return undefined;
    };
  const ready = (): ReturnType<Parts['ready']> => {
    const { admitted, mode } = gate.state;
    const writer = mode.kind !== 'open' || !lacksWriter(health, gate.toldAtMs, performance.now());
    const orders = health.reachable;
    return { ready: admitted && orders && writer, admitted, orders, writer };
  };
  observeGate(gate, metrics);
  return {
    routes: {
      ...(values.CATALOG_URLS.length > 0 && {
        'GET /api/catalog': read(values.CATALOG_URLS),
        'GET /api/catalog/:sku': read(values.CATALOG_URLS),
      }),
      'GET /api/orders/:id': readOwnWrites(values.ORDERS_URLS),
      'POST /api/orders': write(values.ORDERS_URLS),
      ...(values.PICTURES_URLS.length > 0 && {
        'GET /api/pictures/:sha256': read(values.PICTURES_URLS),
        'POST /api/pictures': write(values.PICTURES_URLS),
      }),
      ...controlRoutes({
        gate,
        token: values.CONTROL_TOKEN_FILE ?? '',
        log,
        ready,
        runIn: createRunIn(
          near,
          new URL(`http://${values.HOST}:${values.PORT}`),
          values.CATALOG_URLS.length > 0 ? ['/api/catalog/paddle'] : [],
        ),
      }),
    },
    ready,
    epoch: () => epochSeen,
    drain: () => gate.close(),
    close: () => {
      health.stop();
      stopWarming();
      near.close();
      far.close();
    },
  };
}

async function handleWrite(
  exchange: Exchange,
  gate: Gate,
  send: (course: Pass['course'], body: Buffer | null) => Promise<void>,
): Promise<void> {
  const body = await bufferBody(exchange);
  const forwardedIn = forwardedEpoch(exchange);
  const gone = new AbortController();
  const abort = (): void => gone.abort();
  exchange.response.once('close', abort);
  const pass = await gate.enter(forwardedIn, gone.signal);
  try {
    await send(pass.course, body);
  } finally {
    exchange.response.off('close', abort);
    pass.leave();
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

function observeGate(gate: Gate, metrics: Surroundings['metrics']): void {
  const registers = [metrics.registry];
  new Gauge({
    name: 'gateway_writes_held',
    help: 'Writes that wait for the end of a hold.',
    registers,
    collect() {
      this.set(gate.held);
    },
  });
  new Gauge({
    name: 'gateway_writes_in_flight',
    help: 'Writes that were let through and have not ended.',
    registers,
    collect() {
      this.set(gate.inFlight);
    },
  });
  new Gauge({
    name: 'gateway_mode',
    help: '1 for the mode that the gate is in, else 0.',
    labelNames: ['mode'],
    registers,
    collect() {
      for (const mode of ['open', 'holding', 'forwarding', 'closed']) {
        this.set({ mode }, gate.state.mode.kind === mode ? 1 : 0);
      }
    },
  });
}
