import { timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { type CheckedTarget, type CheckSettings, checkTarget } from '../health/checked-target.ts';
import { field, type RequestHead } from '../http/message.ts';
import { type ClientConnection, serveClient } from './client-connection.ts';
import type { Decision } from './request-loop.ts';
import { matchesPrefix, type RouteLayout, type RouteTarget } from './route.ts';
import { type TargetConnections, targetConnections } from './target-connections.ts';

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
  readonly connections: TargetConnections;
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
  const clients = new Set<ClientConnection>();

  const server = createServer({ noDelay: true }, (socket) => {
    let firstAskedMs: number | null = null;
    const client = serveClient(socket, {
      decide(head) {
        // The entry asks for it dozens of times a second.
        if (head.target === '/readyz') return healthAnswer(ready(), []);
        if (head.target === '/lb/healthz') return healthAnswer(ready(), routes);
        if (head.target.startsWith('/lb/') && head.method === 'POST') return command(head);
        if (head.target !== '/healthz') firstAskedMs ??= performance.now();
        return takers(routes, head);
      },
      letsGo(head) {
        const ageMs = firstAskedMs === null ? 0 : performance.now() - firstAskedMs;
        if (ageMs > settings.clientKeepAliveMs) return true;
        // A region that is out of traffic lets its clients go with their answers, so that they
        // come in through the entry again; another region's gateways keep theirs.
        const leaves = firstAskedMs !== null && inService && !ready();
        return leaves && field(head, 'x-outrigger-forwarded') === undefined;
      },
    });
    clients.add(client);
    socket.once('close', () => clients.delete(client));
  });

  async function command(head: RequestHead): Promise<Decision> {
    if (!isAllowed(head, options.token)) return { status: 401, body: { ready: ready() } };
    if (head.target === '/lb/serve') inService = true;
    await checkNow();
    return healthAnswer(ready(), routes);
  }

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
      for (const client of clients) client.close();
      await closed;
      for (const target of targets.values()) {
        target.checked.close();
        target.connections.close();
      }
    },
  };
}

function newTarget(layout: RouteTarget, settings: LoadBalancerSettings): Target {
  return {
    ...layout,
    connections: targetConnections({
      port: layout.port,
      connectTimeoutMs: settings.connectTimeoutMs,
      answerTimeoutMs: settings.answerTimeoutMs,
      // Below the 5 s after which Node's HTTP servers close an idle connection.
      idleTimeoutMs: 3_000,
    }),
    checked: checkTarget({
      port: layout.port,
      path: layout.readyPath,
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

function takers(routes: readonly Route[], head: RequestHead): Decision {
  const route = routes.find((one) => matchesPrefix(head.target, one.layout.prefix));
  if (route !== undefined) {
    return { targets: inOrder(route.targets).map(({ connections }) => connections) };
  }
  return { status: 503, body: { error: 'no service takes this path', outcome: 'refused' } };
}

function isAllowed(head: RequestHead, token: string | null): boolean {
  if (token === null) return false;
  const given = Buffer.from(field(head, 'authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function healthAnswer(ready: boolean, routes: readonly Route[]): Decision {
  const told = routes.map(({ layout, targets }) => ({
    prefix: layout.prefix,
    targets: targets.map(({ zone, port, checked }) => ({
      zone,
      port,
      healthy: checked.healthy(),
    })),
  }));
  return { status: ready ? 200 : 503, body: { ready, ...(told.length > 0 && { routes: told }) } };
}
