import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Pool } from 'undici';
import { type CheckedTarget, type CheckSettings, checkTarget } from '../health/checked-target.ts';
import { answerJson, forward, type RequestBody, readBody, requestHeaders } from './forward.ts';
import { matchesPrefix, type RouteLayout } from './route.ts';

export interface LoadBalancerSettings {
  readonly check: CheckSettings;
  /** From sending a request to the first byte of its answer: an ALB's idle time-out, 60 s. */
  readonly answerTimeoutMs: number;
  /** An ALB gives up a connection to a target after 10 s. */
  readonly connectTimeoutMs: number;
  /**
   * Age at which a client's connection is closed with its next answer, as an ALB's client
   * keep-alive does: 3,600 s there, divided by 100 as the lab's other clocks are. The entry moves
   * new connections only, so this is the longest that a client stays with the old region after a
   * planned move. Counted from the first request that is not for a health path: a connection kept
   * warm for later is still fresh then.
   */
  readonly clientKeepAliveMs: number;
}

/**
 * A ready target is asked rarely: when its process ends, its connection does too, and that brings
 * the next check forward. One that is not ready may be what a recovery waits for.
 */
export const settingsDefault: LoadBalancerSettings = {
  check: {
    intervalMs: 500,
    unhealthyIntervalMs: 250,
    timeoutMs: 250,
    unhealthyThreshold: 2,
    healthyThreshold: 1,
    answersCountAtOnce: true,
  },
  answerTimeoutMs: 60_000,
  connectTimeoutMs: 10_000,
  clientKeepAliveMs: 36_000,
};

export interface LoadBalancer {
  readonly server: Server;
  ready(): boolean;
  /** Checks all targets now; resolves when that has been counted. */
  checkNow(): Promise<void>;
  close(): Promise<void>;
}

interface Target {
  readonly zone: string;
  readonly port: number;
  readonly pool: Pool;
  readonly checked: CheckedTarget;
}

interface Route {
  readonly layout: RouteLayout;
  readonly targets: readonly Target[];
}

/**
 * One node of a layer-7 load balancer, with an ALB's manners: healthy targets of its own zone
 * first, all targets when none is healthy, and no request is sent twice.
 */
export async function startLoadBalancer(options: {
  readonly port: number;
  readonly routes: readonly RouteLayout[];
  /** Its targets' health is the node's own: see `gatewayRoute`. */
  readonly gateway: RouteLayout | null;
  readonly settings: LoadBalancerSettings;
  /** False: it forwards what comes and says that it is not ready, until `POST /lb/serve`. */
  readonly inService: boolean;
  /** Allows `POST /lb/check` and `POST /lb/serve`; without one nobody may. */
  readonly token: string | null;
}): Promise<LoadBalancer> {
  const { settings } = options;
  const targets = new Map<number, Target>();
  const routes: Route[] = options.routes.map((layout) => ({
    layout,
    targets: layout.targets.map((target) => {
      const known = targets.get(target.port) ?? newTarget(target, settings);
      targets.set(target.port, known);
      return known;
    }),
  }));
  const gateway = routes.find((route) => route.layout === options.gateway) ?? null;
  let closing = false;
  let inService = options.inService;
  const ready = () =>
    !closing && inService && (gateway?.targets.some((target) => target.checked.healthy()) ?? false);
  const checkNow = async () => {
    await Promise.all([...targets.values()].map((target) => target.checked.checkNow()));
  };
  const firstAskedMs = new WeakMap<Socket, number>();

  const server = createServer(
    { keepAliveTimeout: 65_000, requestTimeout: 0, noDelay: true },
    (request, response) => {
      if (closing) response.shouldKeepAlive = false;
      // The entry asks for it dozens of times a second.
      if (request.url === '/readyz') {
        answerJson(response, ready() ? 200 : 503, { ready: ready() });
        return;
      }
      if (request.url === '/lb/healthz') {
        answerHealth(response, ready(), routes);
        return;
      }
      if (request.url?.startsWith('/lb/') && request.method === 'POST') {
        request.resume();
        if (!isAllowed(request, options.token)) {
          answerJson(response, 401, { ready: ready() });
          return;
        }
        if (request.url === '/lb/serve') inService = true;
        void checkNow().then(() => answerHealth(response, ready(), routes));
        return;
      }
      const nowMs = performance.now();
      const firstMs = firstAskedMs.get(request.socket) ?? nowMs;
      if (request.url !== '/healthz') firstAskedMs.set(request.socket, firstMs);
      if (nowMs - firstMs > settings.clientKeepAliveMs) response.shouldKeepAlive = false;
      // A region that is out of traffic lets its clients go with their answers, so that they come
      // in through the entry again; another region's gateways keep theirs.
      if (inService && !ready() && request.headers['x-outrigger-forwarded'] === undefined) {
        response.shouldKeepAlive = false;
      }
      void handle(routes, request, response);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    server,
    ready,
    checkNow,
    async close() {
      closing = true;
      // Answers on their way are given, and close their connections; idle ones are closed now.
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
      for (const target of targets.values()) target.checked.close();
      await Promise.all([...targets.values()].map((target) => target.pool.destroy()));
    },
  };
}

function newTarget(
  layout: { readonly zone: string; readonly port: number },
  settings: LoadBalancerSettings,
): Target {
  return {
    ...layout,
    pool: new Pool(`http://127.0.0.1:${layout.port}`, {
      // As many as there are requests at once: a slow one never holds up another.
      connections: null,
      pipelining: 1,
      // Below the 5 s after which Node's HTTP servers close an idle connection.
      keepAliveTimeout: 3_000,
      keepAliveMaxTimeout: 3_000,
      headersTimeout: settings.answerTimeoutMs,
      bodyTimeout: settings.answerTimeoutMs,
      connect: { timeout: settings.connectTimeoutMs },
    }),
    checked: checkTarget({
      port: layout.port,
      path: '/readyz',
      settings: settings.check,
      onChange: () => {},
      checkWhenLost: true,
    }),
  };
}

/** The targets in the order in which they are tried. */
export function inOrder<One extends { readonly checked: Pick<CheckedTarget, 'healthy'> }>(
  targets: readonly One[],
): readonly One[] {
  const healthy = targets.filter((target) => target.checked.healthy());
  return healthy.length > 0 ? healthy : targets;
}

async function handle(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = routes.find((one) => matchesPrefix(request.url ?? '/', one.layout.prefix));
  if (route === undefined) {
    answerJson(response, 503, { error: 'no service takes this path', outcome: 'refused' });
    return;
  }
  const headers = requestHeaders(request);
  let content: RequestBody;
  try {
    content = await readBody(request);
  } catch {
    // The client broke off within its body: there is nobody to answer.
    response.destroy();
    return;
  }
  for (const target of inOrder(route.targets)) {
    if ((await forward(target.pool, request, response, headers, content)) === 'answered') return;
    if (response.destroyed) return;
  }
  answerJson(response, 502, { error: 'no target could be connected', outcome: 'refused' });
}

function isAllowed(request: IncomingMessage, token: string | null): boolean {
  if (token === null) return false;
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function answerHealth(response: ServerResponse, ready: boolean, routes: readonly Route[]): void {
  answerJson(response, ready ? 200 : 503, {
    ready,
    routes: routes.map(({ layout, targets }) => ({
      prefix: layout.prefix,
      targets: targets.map(({ zone, port, checked }) => ({
        zone,
        port,
        healthy: checked.healthy(),
      })),
    })),
  });
}
