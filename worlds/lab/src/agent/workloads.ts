import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ControlClient, controlClient } from '../control/client.ts';
import type { ServiceLayout, ZoneLayout } from '../layout.ts';
import { serveLikeOthers, yieldToOthers } from '../processes/priority.ts';
import { recordZoneChild } from '../processes/recorded.ts';
import {
  type ChildSpec,
  type ChildStatus,
  type SupervisedChild,
  supervise,
} from '../processes/supervise.ts';
import { warmUp } from './warm-up.ts';

/** The processes of one zone: its services and its node of the load balancer. */
export interface Workloads {
  /**
   * Starts what the layout wants at the start; `scaled` adds what a recovery has scaled up.
   * Resolves when all that was started is ready, or after half a minute. `gently`: one process
   * after the other, for a zone that comes back while clients are served on the same machine; there
   * it is enough that each answers, since the databases that they need may wait for a salvage.
   */
  start(scaled: ReadonlySet<string>, gently: boolean): Promise<void>;
  /**
   * Has the gateway rehearse writes and sends reads through the zone's own load balancer, until its
   * processes run compiled code; then the zone takes clients.
   */
  warmUp(): Promise<void>;
  /** Has a service that holds writes rehearse some, until they are answered as fast as ever. */
  runIn(component: string): Promise<RunIn>;
  /** Clients are served elsewhere now: the zone's processes leave the machine to others. */
  yield(): Promise<void>;
  /** The zone's processes serve clients now: they no longer leave the machine to others. */
  endYielding(): Promise<void>;
  /**
   * Resolves with the number of ready processes (0 or 1) once that is what was asked for. `gently`:
   * what is started leaves the machine to others until it is run in. What is stopped serves on for
   * the load balancer's deregistration delay.
   */
  scale(component: string, replicas: number, limitMs: number, gently: boolean): Promise<number>;
  status(): { readonly [name: string]: ChildStatus };
  /** Makes the zone's load balancer look at its targets now: nobody waits for its next turn. */
  checkLoadBalancer(): Promise<void>;
  /** Calls a control endpoint of a service that holds writes. */
  control(component: string): ControlClient | null;
  stop(): Promise<void>;
}

/** `unknown`: the service has no rehearsal. */
export type RunIn =
  | { readonly kind: 'answered'; readonly count: number }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'unknown' };

const startedMs = 30_000;
const runInMs = 20_000;
/** A target that doesn't answer in this time is unhealthy; the next regular check tells. */
const checkTimeoutMs = 300;
const serveRetryMs = 20;
/**
 * An ALB lets a target finish for 300 s before it is gone for good; divided by 100 as the lab's
 * other clocks are. Clients whose connections are older than the move leave with their next answer.
 */
const deregistrationMs = 3_000;
/** The program of a zone's node of the load balancer. */
export const loadBalancerMain = fileURLToPath(new URL('../load-balancer/main.ts', import.meta.url));

export function createWorkloads(options: {
  readonly stateFolder: string;
  readonly zone: ZoneLayout;
  readonly token: string;
  readonly now: () => number;
  /** Whether the zone's region owns the epoch now, as the witness has it. */
  readonly isActive: () => boolean;
}): Workloads {
  const { stateFolder, zone } = options;
  const record = (name: string, identity: Parameters<typeof recordZoneChild>[3]): void =>
    recordZoneChild(stateFolder, zone.name, name, identity);
  let isRunIn = false;
  const children = new Map<string, SupervisedChild>();
  const controls = new Map<string, ControlClient>();
  for (const service of zone.services) {
    children.set(
      service.component,
      supervise(childOf(service, stateFolder, zone.name, options.isActive), record),
    );
    controls.set(
      service.component,
      controlClient({ port: service.port, token: options.token, now: options.now }),
    );
  }
  const loadBalancer =
    zone.loadBalancer === null
      ? null
      : supervise(
          {
            name: 'load-balancer',
            // Clients come to a zone that can serve them: not to one that is being run in.
            get run() {
              const words = [loadBalancerMain, stateFolder, zone.name];
              return isRunIn ? words : [...words, '--out-of-service'];
            },
            logFile: logFile(stateFolder, zone.name, 'load-balancer'),
            readyUrl: null,
          },
          record,
        );

  const balancer =
    zone.loadBalancer === null
      ? null
      : controlClient({ port: zone.loadBalancer.port, token: options.token, now: options.now });

  /** Those that get only what others leave of the machine, until they are run in. */
  const yielding = new Set<SupervisedChild>();
  const makeYield = async (child: SupervisedChild): Promise<void> => {
    const { identity } = child.status();
    if (identity === null) return;
    yielding.add(child);
    await yieldToOthers(identity.pid);
  };
  const endYielding = async (): Promise<void> => {
    const pids = [...yielding].flatMap((child) => child.status().identity?.pid ?? []);
    yielding.clear();
    await Promise.all(pids.map(serveLikeOthers));
  };
  /** Counts what was asked of each component, so that what is late knows that it is. */
  const turns = new Map<string, number>();
  const runIn = async (component: string): Promise<RunIn> => {
    const outcome = await rehearse(controls.get(component));
    if (outcome.kind !== 'failed') await endYielding();
    return outcome;
  };

  return {
    async start(scaled, gently) {
      loadBalancer?.start();
      if (gently && loadBalancer !== null) await makeYield(loadBalancer);
      const wanted = zone.services.filter(
        (service) => scaled.has(service.component) || service.replicasAtStart > 0,
      );
      const waits: Promise<boolean>[] = [];
      for (const service of wanted) {
        const child = children.get(service.component);
        child?.start();
        if (child === undefined) continue;
        if (gently) {
          await makeYield(child);
          await whenAnswering(child);
        } else waits.push(child.whenReady(startedMs));
      }
      await Promise.all(waits);
    },
    async warmUp() {
      if (zone.loadBalancer !== null) await warmUp(zone.loadBalancer.port);
      const holding = zone.services.filter((service) => service.holdsWrites);
      // What fails now, before its databases are there, is repeated before a move.
      for (const { component } of holding) await runIn(component);
      if (holding.length === 0) await endYielding();
      isRunIn = true;
      if (balancer !== null) await takeClients(balancer, options.now() + startedMs, options.now);
    },
    runIn,
    async yield() {
      const all = [...children.values(), ...(loadBalancer === null ? [] : [loadBalancer])];
      await Promise.all(all.map(makeYield));
    },
    endYielding,
    async scale(component, replicas, limitMs, gently) {
      const child = children.get(component);
      if (child === undefined) return 0;
      const turn = (turns.get(component) ?? 0) + 1;
      turns.set(component, turn);
      const isStopped = child.status().state === 'stopped';
      if (replicas === 0) {
        if (!isStopped) await new Promise((resolve) => setTimeout(resolve, deregistrationMs));
        // A recovery may have asked for it again meanwhile.
        if (turns.get(component) === turn) await child.stop();
        return child.status().ready ? 1 : 0;
      }
      child.start();
      if (gently && isStopped) await makeYield(child);
      const ready = await child.whenReady(limitMs);
      await balancer?.call('POST', '/lb/check', {}, checkTimeoutMs);
      return ready ? 1 : 0;
    },
    status: () =>
      Object.fromEntries([...children].map(([component, child]) => [component, child.status()])),
    async checkLoadBalancer() {
      await balancer?.call('POST', '/lb/check', {}, checkTimeoutMs);
    },
    control: (component) => controls.get(component) ?? null,
    async stop() {
      await Promise.all([
        ...[...children.values()].map((child) => child.stop()),
        loadBalancer?.stop() ?? Promise.resolve(),
        ...[...controls.values()].map((client) => client.close()),
        balancer?.close() ?? Promise.resolve(),
      ]);
    },
  };
}

/** A zone without other processes, as a pilot light's, may be here before its load balancer is. */
async function takeClients(
  balancer: ControlClient,
  until: number,
  now: () => number,
): Promise<void> {
  for (;;) {
    const answer = await balancer.call('POST', '/lb/serve', {}, checkTimeoutMs);
    // It refuses to call itself ready while its targets are not: it has heard all the same.
    if (answer.kind !== 'unreachable' || now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, serveRetryMs));
  }
}

async function rehearse(control: ControlClient | undefined): Promise<RunIn> {
  const answer = await control?.call<{ answered: number; complete: boolean }>(
    'POST',
    '/control/run-in',
    {},
    runInMs,
  );
  // A service of a user's own may not know it: then it is run in by the reads alone.
  if (answer === undefined || (answer.kind === 'refused' && answer.status === 404))
    return { kind: 'unknown' };
  if (answer.kind !== 'answered') return { kind: 'failed', why: answer.why };
  const { answered, complete } = answer.body;
  if (!complete)
    return { kind: 'failed', why: `only ${answered} rehearsed requests were answered` };
  return { kind: 'answered', count: answered };
}

function whenAnswering(child: SupervisedChild): Promise<void> {
  if (child.status().state === 'running') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, startedMs);
    const stop = child.onChange((status) => {
      if (status.state === 'running') done();
    });
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

function childOf(
  service: ServiceLayout,
  stateFolder: string,
  zone: string,
  isActive: () => boolean,
): ChildSpec {
  return {
    name: service.component,
    run: service.run,
    // Read at each start: a gateway that comes back must not take traffic that went elsewhere.
    get environment() {
      return { ...service.environment, ADMITTED_AT_START: String(isActive()) };
    },
    logFile: logFile(stateFolder, zone, service.component),
    // A gateway is not ready until its region is admitted: it counts as capacity once it answers.
    readyUrl: `http://127.0.0.1:${service.port}${service.holdsWrites ? '/healthz' : '/readyz'}`,
  };
}

function logFile(stateFolder: string, zone: string, name: string): string {
  return join(stateFolder, 'logs', `${zone}-${name}.log`);
}
