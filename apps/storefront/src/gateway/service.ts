import { Gauge } from 'prom-client';
import type { Values } from '../service/configuration.ts';
import type { Parts, Surroundings } from '../service/lifecycle.ts';
import { createUpstreams } from '../service/upstream.ts';
import { controlRoutes } from './control.ts';
import { createGate, type Gate } from './gate.ts';
import { initialGate } from './gate-state.ts';
import { gatewayHandlers } from './handlers.ts';
import { lacksWriter, watchHealth } from './health.ts';
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
  const { read, readOwnWrites, write } = gatewayHandlers({ values, gate, near, far, onEpoch });
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
