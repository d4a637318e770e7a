import { join } from 'node:path';
import { type ControlClient, controlClient, notObeyed } from '../control/client.ts';
import type { ServiceLayout, ZoneLayout } from '../layout.ts';
import type { ChildStatus } from '../processes/child-status.ts';
import type { ProcessIdentity } from '../processes/identity.ts';
import { recordZoneChild } from '../processes/recorded.ts';
import { type ChildSpec, type SupervisedChild, supervise } from '../processes/supervise.ts';
import { type Disobeyed, disobeyedBy } from './promised-control.ts';
import { warmUp } from './warm-up.ts';
import { createYielding } from './yielding.ts';
import { createZoneBalancer } from './zone-balancer.ts';

/** The processes of one zone: its services and its node of the load balancer. */
export interface Workloads {
  /**
   * Starts what the layout wants at the start; `scaled` adds what a recovery has scaled up.
   * Resolves when all that was started is ready, or after half a minute, with the names of those
   * that are not. `gently`: one process after the other, for a zone that comes back while clients
   * are served on the same machine; there it is enough that each answers, since the databases that
   * they need may wait for a salvage.
   */
  start(scaled: ReadonlySet<string>, gently: boolean): Promise<readonly string[]>;
  /**
   * Has the gateway rehearse writes and sends reads through the zone's own load balancer, until its
   * processes run compiled code; then the zone takes clients.
   */
  warmUp(): Promise<void>;
  /** What the running services that hold writes do not obey of what that promises. */
  disobeyed(epoch: number): Promise<readonly Disobeyed[]>;
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
/**
 * An ALB lets a target finish for 300 s before it is gone for good; divided by 100 as the lab's
 * other clocks are. Clients whose connections are older than the move leave with their next answer.
 */
const deregistrationMs = 3_000;

/** A service's process, and its control endpoint. */
interface Workload {
  readonly service: ServiceLayout;
  readonly child: SupervisedChild;
  readonly control: ControlClient;
  /** Counts what was asked of it, so that what is late knows that it is. */
  turn: number;
}

export function createWorkloads(options: {
  readonly stateFolder: string;
  readonly zone: ZoneLayout;
  readonly token: string;
  readonly now: () => number;
  /** Whether the zone's region owns the epoch now, as the witness has it. */
  readonly isActive: () => boolean;
  /** How long `start` waits for a service, ms; left out: half a minute. */
  readonly readyMsMax?: number;
}): Workloads {
  const { stateFolder, zone, token, now, isActive, readyMsMax = startedMs } = options;
  const record = (name: string, identity: ProcessIdentity | null): void =>
    recordZoneChild(stateFolder, zone.name, name, identity);
  const workloads = new Map(
    zone.services.map((service): [string, Workload] => {
      const child = supervise(childOf(service, stateFolder, zone.name, isActive), record);
      const control = controlClient({ port: service.port, token, now });
      return [service.component, { service, child, control, turn: 0 }];
    }),
  );
  const balancer = createZoneBalancer({
    ...options,
    record,
    logFile: workloadLog(stateFolder, zone.name, 'load-balancer'),
  });
  const yielding = createYielding();
  const runIn = async (component: string): Promise<RunIn> => {
    const outcome = await rehearse(component, workloads.get(component)?.control);
    if (outcome.kind !== 'failed') await yielding.end();
    return outcome;
  };

  return {
    async start(scaled, gently) {
      balancer?.child.start();
      if (gently && balancer !== null) await yielding.add(balancer.child);
      const waits: Promise<string[]>[] = [];
      for (const { service, child } of workloads.values()) {
        if (!scaled.has(service.component) && service.replicasAtStart === 0) continue;
        child.start();
        if (gently) {
          await yielding.add(child);
          await whenAnswering(child);
        } else {
          waits.push(child.whenReady(readyMsMax).then((ready) => (ready ? [] : [child.name])));
        }
      }
      return (await Promise.all(waits)).flat();
    },
    async warmUp() {
      if (balancer !== null) await warmUp(balancer.port);
      const holding = zone.services.filter((service) => service.holdsWrites);
      // What fails now, before its databases are there, is repeated before a move.
      for (const { component } of holding) await runIn(component);
      if (holding.length === 0) await yielding.end();
      await balancer?.takeClients(startedMs);
    },
    async disobeyed(epoch) {
      const holding = [...workloads.values()].filter(
        ({ service, child }) => service.holdsWrites && child.status().ready,
      );
      const told = holding.map(({ service, control }) =>
        disobeyedBy(service.component, control, { epoch, admitted: isActive() }),
      );
      return (await Promise.all(told)).flat();
    },
    runIn,
    async yield() {
      const all = [...workloads.values(), ...(balancer === null ? [] : [balancer])];
      await Promise.all(all.map(({ child }) => yielding.add(child)));
    },
    endYielding: yielding.end,
    async scale(component, replicas, limitMs, gently) {
      const workload = workloads.get(component);
      if (workload === undefined) return 0;
      if (replicas === 0) return scaleDown(workload);
      const { child } = workload;
      workload.turn += 1;
      const isStopped = child.status().state === 'stopped';
      child.start();
      if (gently && isStopped) await yielding.add(child);
      const ready = await child.whenReady(limitMs);
      await balancer?.check();
      return ready ? 1 : 0;
    },
    status: () =>
      Object.fromEntries([...workloads].map(([name, { child }]) => [name, child.status()])),
    async checkLoadBalancer() {
      await balancer?.check();
    },
    control: (component) => workloads.get(component)?.control ?? null,
    async stop() {
      await Promise.all([
        ...[...workloads.values()].flatMap(({ child, control }) => [child.stop(), control.close()]),
        balancer?.stop(),
      ]);
    },
  };
}

/** It serves on for a while; a recovery may ask for it again meanwhile. */
async function scaleDown(workload: Workload): Promise<number> {
  const { child } = workload;
  workload.turn += 1;
  const { turn } = workload;
  const isStopped = child.status().state === 'stopped';
  if (!isStopped) await new Promise((resolve) => setTimeout(resolve, deregistrationMs));
  if (workload.turn === turn) await child.stop();
  return child.status().ready ? 1 : 0;
}

/** What services answer to a path, or a method of it, that they do not have. */
const unknownStatus: ReadonlySet<number> = new Set([404, 405, 501]);

async function rehearse(component: string, control: ControlClient | undefined): Promise<RunIn> {
  const path = '/control/run-in';
  const answer = await control?.call<{ answered: number; complete: boolean }>(
    'POST',
    path,
    {},
    runInMs,
  );
  // A service of a user's own may not know it: then it is run in by the reads alone.
  if (answer === undefined || (answer.kind === 'refused' && unknownStatus.has(answer.status)))
    return { kind: 'unknown' };
  if (answer.kind !== 'answered')
    return { kind: 'failed', why: notObeyed(component, `POST ${path}`, answer) };
  const { answered, complete } = answer.body;
  if (!complete)
    return {
      kind: 'failed',
      why: `${component}: only ${answered} rehearsed requests were answered`,
    };
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
  // A gateway is not ready until its region is admitted: it counts as capacity once it answers.
  const path = service.holdsWrites ? service.healthPath : service.readyPath;
  return {
    name: service.component,
    run: service.run,
    // Read at each start: a gateway that comes back must not take traffic that went elsewhere.
    get environment() {
      return { ...service.environment, ADMITTED_AT_START: String(isActive()) };
    },
    logFile: workloadLog(stateFolder, zone, service.component),
    readyUrl: `http://127.0.0.1:${service.port}${path}`,
  };
}

/** Where a process of a zone writes what it prints. */
export function workloadLog(stateFolder: string, zone: string, name: string): string {
  return join(stateFolder, 'logs', `${zone}-${name}.log`);
}
