import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Action, PerformContext } from '@outrigger/recovery';
import { type ControlClient, controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { log, readSecret } from '../control/environment.ts';
import { ControlError, type ControlRequest, type ControlRoutes } from '../control/server.ts';
import { type LabLayout, portFrom, votersOf, type ZoneLayout, zoneOf } from '../layout.ts';
import { startBackup } from '../postgres/backup.ts';
import { createSlot, freshLsn } from '../postgres/replication.ts';
import type { PostgresInstallation } from '../postgres/types.ts';
import { recordZoneChild } from '../processes/recorded.ts';
import { readJson, statePaths } from '../processes/state-folder.ts';
import type { ClusterRecord } from '../witness/record.ts';
import { createVoter } from '../witness/voter.ts';
import { type ClusterView, createClusterView } from './cluster-view.ts';
import { databaseVerb } from './database-verbs.ts';
import { openFileStore } from './file-store.ts';
import { createFileStoreMember, type FileStoreMember } from './file-store-role.ts';
import { type FileVerbContext, factsOf, fileVerb } from './file-verbs.ts';
import { createMember, type Member } from './member.ts';
import { memberFacts } from './member-facts.ts';
import { bootMember, followRecord } from './member-start.ts';
import type { Disobeyed } from './promised-control.ts';
import { scaledServices } from './scaled-services.ts';
import { admitVerb, type ServiceVerbContext, serviceVerb, supersede } from './service-verbs.ts';
import { createVerbTable, type VerbHandler } from './verb-table.ts';
import { createWorkloads } from './workloads.ts';

export interface Agent {
  readonly zone: ZoneLayout;
  readonly routes: ControlRoutes;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The witness is asked again after this, ms, until it tells what this zone is to be. */
const recordRetryMs = 100;
const bootRetryMs = 300;

export async function createAgent(options: {
  readonly layout: LabLayout;
  readonly zoneName: string;
}): Promise<Agent> {
  const { layout } = options;
  const { stateFolder } = layout;
  const zone = zoneOf(layout, options.zoneName);
  const folder = statePaths.zone(stateFolder, zone.name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const token = readSecret(stateFolder, 'control-token');
  const clients = clientsOf(layout, zone.region, token);
  const view = createClusterView(clients.witness);
  const voter = createVoter({
    file: join(folder, 'votes.json'),
    leaseMs: layout.timing.leaseMs,
    marginMs: layout.timing.leaseMarginMs,
    now: monotonicMs,
  });
  const members = await createMembers(layout, zone, folder, token, clients, view);
  const agents = (region: string) => agentsOf(layout, region, clients);
  const files = createFiles(layout, zone, folder, agents);
  const isActive = () => view.record()?.activeRegion === zone.region;
  const workloads = createWorkloads({ stateFolder, zone, token, now: monotonicMs, isActive });
  const scaled = scaledServices(join(folder, 'scaled.json'));
  const services = { zone, workloads, now: monotonicMs, onScaled: scaled.set };
  const store = { region: zone.region, view, witness: clients.witness, agents };
  const verbs = createVerbTable({
    file: join(folder, 'epoch.json'),
    now: monotonicMs,
    handler: (action) => handlerOf(action, { members, files, services, store }),
  });
  const leaveTraffic = trafficLeaver(services);
  const follower = oneAtATime();
  let ready = false;
  /** Services that were waited for in vain when the zone started. */
  let unready: readonly string[] = [];
  /** What its services had promised to obey, and did not. */
  let disobeyed: readonly Disobeyed[] = [];

  return {
    zone,
    routes: {
      ...voter.routes,
      ...Object.assign({}, ...files.map((file) => file.store.routes)),
      ...Object.assign({}, ...members.map(databaseRoutes)),
      'GET /readyz': () => ({ ready, unready, disobeyed }),
      'GET /state': async () => ({
        zone: zone.name,
        ready,
        epoch: verbs.highestEpoch(),
        members: await Promise.all(members.map(memberFacts)),
        fileStores: files.map((file) => ({ component: file.store.component, ...factsOf(file) })),
        services: workloads.status(),
      }),
      'POST /verbs/:verb': ({ body }) => {
        const { action, context } = body as { action: Action; context: PerformContext };
        return verbs.perform(action, context);
      },
    },
    async start() {
      const first = await firstRecord(view);
      for (const file of files) file.follow(first);
      await Promise.all(members.map((member) => bootUntilDone(member, first, view)));
      const started = workloads.start(scaled.names, scaled.comesBack);
      view.onRecord((latest) => {
        for (const file of files) file.follow(latest);
        for (const member of members) follower(member, latest);
        void leaveTraffic(latest);
      });
      unready = await started;
      if (!scaled.comesBack) disobeyed = await workloads.disobeyed(epochOf(first));
      await workloads.warmUp();
      ready = true;
    },
    async stop() {
      view.stop();
      await Promise.all(members.map((member) => member.close()));
      for (const file of files) file.store.close();
    },
  };
}

/** What of the zone a verb can be for. */
interface Parts {
  readonly members: readonly Member[];
  readonly files: readonly FileStoreMember[];
  readonly services: ServiceVerbContext;
  /** What a verb on files needs besides its own store. */
  readonly store: Omit<FileVerbContext, 'file'>;
}

function handlerOf(action: Action, { members, files, services, store }: Parts): VerbHandler | null {
  const { component, verb } = action;
  if (verb === 'admit' || verb === 'exclude') {
    return (each, epoch) => admitVerb(services, each, epoch);
  }
  const member = members.find((each) => each.context.database.component === component);
  if (member !== undefined) return databaseVerb(member, verb);
  const file = files.find((each) => each.store.component === component);
  if (file !== undefined) return fileVerb({ file, ...store }, verb);
  const service = services.zone.services.find((each) => each.component === component);
  return service === undefined ? null : serviceVerb(services, service, verb);
}

/** Has the zone's gateways leave traffic when the record says that another region has the epoch. */
function trafficLeaver(services: ServiceVerbContext): (record: ClusterRecord) => Promise<void> {
  let supersededBy = 0;
  return async (record) => {
    const epoch = epochOf(record);
    if (record.activeRegion === services.zone.region || epoch <= supersededBy) return;
    if (await supersede(services, epoch)) supersededBy = Math.max(supersededBy, epoch);
  };
}

async function firstRecord(view: ClusterView): Promise<ClusterRecord> {
  for (;;) {
    const record = await view.refresh();
    if (record !== null) return record;
    await new Promise((resolve) => setTimeout(resolve, recordRetryMs));
  }
}

/** The epoch that the platform's stores are written under. */
function epochOf({ databases, fileStores }: ClusterRecord): number {
  const stores = [...Object.values(databases), ...Object.values(fileStores)];
  return Math.max(0, ...stores.map((store) => store.epoch));
}

/**
 * A zone may come back before the member that it follows: it tries until it can be what it is to
 * be.
 */
async function bootUntilDone(
  member: Member,
  first: ClusterRecord,
  view: ClusterView,
): Promise<void> {
  for (let record = first; ; record = (await view.refresh()) ?? record) {
    try {
      return await bootMember(member, record);
    } catch (error) {
      log('boot', { member: member.context.member.id, error: String(error) });
      await new Promise((resolve) => setTimeout(resolve, bootRetryMs));
    }
  }
}

/**
 * Turning to another writer takes longer than the record's next news: each member does one at a
 * time.
 */
function oneAtATime(): (member: Member, record: ClusterRecord) => void {
  const busy = new Set<Member>();
  return (member, record) => {
    if (busy.has(member)) return;
    busy.add(member);
    followRecord(member, record)
      .catch((error: unknown) =>
        log('did not follow', { member: member.context.member.id, error: String(error) }),
      )
      .finally(() => busy.delete(member));
  };
}

interface Clients {
  readonly witness: ControlClient;
  readonly agent: (zone: string) => ControlClient;
}

/** One client for each endpoint; those in other sites go through the link. */
function clientsOf(layout: LabLayout, region: string, token: string): Clients {
  const connect = (to: string, port: number): ControlClient =>
    controlClient({ port: portFrom(layout, region, to, port), token, now: monotonicMs });
  const agents = new Map(
    layout.regions.flatMap((each) =>
      each.zones.map((zone) => [zone.name, connect(each.name, zone.agentPort)] as const),
    ),
  );
  return {
    witness: connect('witness', layout.witness.port),
    agent: (zone) => {
      const client = agents.get(zone);
      if (client === undefined) throw new Error(`the lab has no zone ${zone}`);
      return client;
    },
  };
}

/** The agents of a region's zones. */
function agentsOf(layout: LabLayout, region: string, { agent }: Clients): readonly ControlClient[] {
  const zones = layout.regions.find(({ name }) => name === region)?.zones ?? [];
  return zones.map((zone) => agent(zone.name));
}

async function createMembers(
  layout: LabLayout,
  zone: ZoneLayout,
  folder: string,
  token: string,
  clients: Clients,
  view: ClusterView,
): Promise<Member[]> {
  const { stateFolder } = layout;
  const installation = readJson(join(stateFolder, 'installation.json')) as PostgresInstallation;
  const own = layout.databases.flatMap((database) =>
    database.members
      .filter((member) => member.zone === zone.name)
      .map((member) => ({ database, member })),
  );
  return Promise.all(
    own.map(({ database, member }) => {
      const home = join(folder, database.component);
      mkdirSync(home, { recursive: true, mode: 0o711 });
      return createMember({
        layout,
        database,
        member,
        node: {
          installation,
          name: member.id,
          dataFolder: join(home, 'data'),
          socketFolder: join(home, 's'),
          port: member.postgresPort,
          logFile: join(statePaths.logs(stateFolder), `${zone.name}-${database.component}.log`),
          superuserPassword: readSecret(stateFolder, 'postgres-superuser'),
        },
        stateFile: join(home, 'member.json'),
        salvageFolder: join(stateFolder, 'salvage'),
        replicationPassword: readSecret(stateFolder, 'postgres-replication'),
        applicationPassword: readSecret(stateFolder, 'postgres-application'),
        controlToken: token,
        view,
        witness: clients.witness,
        voters: votersOf(layout, zone.region, zone.name).map((voter) => ({
          site: voter.site,
          client: voter.zone === null ? clients.witness : clients.agent(voter.zone),
        })),
        agent: clients.agent,
        now: monotonicMs,
        onProcess: (program, identity) => {
          const { component } = database;
          const name = program === 'postgres' ? component : `${component}/${program}`;
          recordZoneChild(stateFolder, zone.name, name, identity);
        },
      });
    }),
  );
}

function createFiles(
  layout: LabLayout,
  zone: ZoneLayout,
  folder: string,
  agents: (region: string) => readonly ControlClient[],
): FileStoreMember[] {
  return layout.fileStores.flatMap((fileStore) => {
    const own = fileStore.regions.find((each) => each.region === zone.region);
    if (own === undefined || !existsSync(own.folder)) return [];
    return createFileStoreMember({
      store: openFileStore({ layout: fileStore, region: zone.region, now: monotonicMs }),
      region: zone.region,
      stateFile: join(folder, `${fileStore.component}.json`),
      folder: own.folder,
      salvageFolder: join(layout.stateFolder, 'salvage', `${fileStore.component}@${zone.name}`),
      agents,
    });
  });
}

/** What other agents ask of a database here: a slot, a place in the log, a seed. */
function databaseRoutes(member: Member): ControlRoutes {
  const { component } = member.context.database;
  const demandWriter = (): void => {
    if (member.state().role === 'writer' && member.running() !== null) return;
    throw new ControlError(409, `${member.context.member.id} is ${member.state().role}`);
  };
  // One seed at a time: this process also passes on every answer of the writer.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    [`POST /database/${component}/slot`]: async ({ body }) => {
      demandWriter();
      await createSlot(member.admin(), (body as { slot: string }).slot);
      return { made: true };
    },
    [`POST /database/${component}/lsn`]: async () => {
      demandWriter();
      return { lsn: await freshLsn(member.admin()) };
    },
    [`GET /database/${component}/backup`]: (request) => {
      demandWriter();
      const sent = turn.then(() => sendBackup(member, request));
      turn = sent.catch(() => {});
      return sent;
    },
  };
}

async function sendBackup(member: Member, { query, response }: ControlRequest): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-tar' });
  const rate = query.get('rate');
  const bytesPerSecondMax = rate === null ? null : Number(rate);
  const backup = startBackup(member.context.node, query.get('slot') ?? '', bytesPerSecondMax);
  await pipeline(backup, response);
}
