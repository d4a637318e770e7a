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
import { readJson, statePaths, writeJsonAtomically } from '../processes/state-folder.ts';
import type { ClusterRecord } from '../witness/record.ts';
import { createVoter } from '../witness/voter.ts';
import { createClusterView } from './cluster-view.ts';
import { databaseVerb } from './database-verbs.ts';
import { openFileStore } from './file-store.ts';
import { createFileStoreMember, type FileStoreMember } from './file-store-role.ts';
import { factsOf, fileVerb } from './file-verbs.ts';
import { createMember, type Member } from './member.ts';
import { memberFacts } from './member-facts.ts';
import { bootMember, followRecord } from './member-start.ts';
import { admitVerb, serviceVerb, supersede } from './service-verbs.ts';
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
  const agentsOf = (region: string): readonly ControlClient[] =>
    layout.regions
      .filter((each) => each.name === region)
      .flatMap((each) => each.zones.map((one) => clients.agent(one.name)));
  const voter = createVoter({
    file: join(folder, 'votes.json'),
    leaseMs: layout.timing.leaseMs,
    marginMs: layout.timing.leaseMarginMs,
    now: monotonicMs,
  });
  const members = await createMembers(layout, zone, folder, token, clients, view);
  const files = createFiles(layout, zone, folder, agentsOf);
  const workloads = createWorkloads({
    stateFolder,
    zone,
    token,
    now: monotonicMs,
    isActive: () => view.record()?.activeRegion === zone.region,
  });
  const scaledFile = join(folder, 'scaled.json');
  const scaled = new Set((readJson(scaledFile) ?? []) as string[]);
  // It ran before: clients may be served elsewhere while it starts.
  const comesBack = existsSync(scaledFile);
  if (!comesBack) writeJsonAtomically(scaledFile, []);
  const state = { ready: false };

  const handler = (action: Action): VerbHandler | null => {
    if (action.verb === 'admit' || action.verb === 'exclude') {
      return (each, epoch) => admitVerb(services, each, epoch);
    }
    const member = members.find((each) => each.context.database.component === action.component);
    if (member !== undefined) return databaseVerb(member, action.verb);
    const file = files.find((each) => each.store.component === action.component);
    if (file !== undefined) {
      const context = {
        file,
        region: zone.region,
        view,
        witness: clients.witness,
        agents: agentsOf,
      };
      return fileVerb(context, action.verb);
    }
    const service = zone.services.find((each) => each.component === action.component);
    return service === undefined ? null : serviceVerb(services, service, action.verb);
  };
  const services = {
    zone,
    workloads,
    now: monotonicMs,
    onScaled: (component: string, replicas: number) => {
      if (replicas > 0) scaled.add(component);
      else scaled.delete(component);
      writeJsonAtomically(scaledFile, [...scaled]);
    },
  };
  const verbs = createVerbTable({ file: join(folder, 'epoch.json'), now: monotonicMs, handler });

  const follower = oneAtATime();
  let supersededBy = 0;
  const leaveTraffic = async (record: ClusterRecord): Promise<void> => {
    const epoch = epochOf(record);
    if (record.activeRegion === zone.region || epoch <= supersededBy) return;
    if (await supersede(services, epoch)) supersededBy = Math.max(supersededBy, epoch);
  };
  const facts = async () => ({
    zone: zone.name,
    ready: state.ready,
    epoch: verbs.highestEpoch(),
    members: await Promise.all(members.map(memberFacts)),
    fileStores: files.map((file) => ({ component: file.store.component, ...factsOf(file) })),
    services: workloads.status(),
  });

  return {
    zone,
    routes: {
      ...voter.routes,
      ...Object.assign({}, ...files.map((file) => file.store.routes)),
      ...Object.assign({}, ...members.map(databaseRoutes)),
      'GET /readyz': () => ({ ready: state.ready }),
      'GET /state': facts,
      'POST /verbs/:verb': ({ body }) => {
        const { action, context } = body as { action: Action; context: PerformContext };
        return verbs.perform(action, context);
      },
    },
    async start() {
      let record = await view.refresh();
      while (record === null) {
        await new Promise((resolve) => setTimeout(resolve, recordRetryMs));
        record = await view.refresh();
      }
      for (const file of files) file.follow(record);
      const first = record;
      await Promise.all(members.map((member) => bootUntilDone(member, first, view)));
      const started = workloads.start(scaled, comesBack);
      view.onRecord((latest) => {
        for (const file of files) file.follow(latest);
        for (const member of members) follower(member, latest);
        void leaveTraffic(latest);
      });
      await started;
      await workloads.warmUp();
      state.ready = true;
    },
    async stop() {
      view.stop();
      await Promise.all(members.map((member) => member.stop()));
      for (const file of files) file.store.close();
    },
  };
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
  view: ReturnType<typeof createClusterView>,
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

async function createMembers(
  layout: LabLayout,
  zone: ZoneLayout,
  folder: string,
  token: string,
  clients: Clients,
  view: ReturnType<typeof createClusterView>,
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
        onProcess: (identity) =>
          recordZoneChild(stateFolder, zone.name, database.component, identity),
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
