import { join } from 'node:path';
import {
  type ComponentOf,
  componentsOf,
  databaseComponents,
  type Platform,
  primaryRegion,
  servicesOf,
} from '@outrigger/model';
import { secretFile } from './control/environment.ts';
import { labTiming, linkBandwidthBytesPerSecond, linkDelayMs } from './lab-timing.ts';
import type {
  DatabaseLayout,
  FileStoreLayout,
  LabLayout,
  RegionLayout,
  ServiceLayout,
  TunnelLayout,
  ZoneLayout,
} from './layout.ts';
import { runWords } from './run-words.ts';
import { entranceOf, standInEnvironment } from './stand-in.ts';

export interface LayoutOptions {
  readonly platform: Platform;
  /** Paths in `lab.run` are relative to it. */
  readonly platformFolder: string;
  readonly platformDigest: string;
  readonly stateFolder: string;
  readonly seed: number;
  /** The lab takes the ports from here on, one after the other. */
  readonly firstPort: number;
  /** Plays a service that does not say how it runs in the lab; the report labels it. */
  readonly standInRun: readonly string[];
  /** What of the platform the lab does not play, in sentences. */
  readonly unplayed: readonly string[];
  /** Every link's delay, ms each way; null: regions and the witness as far away as in life. */
  readonly linkDelayMs: number | null;
  /** How much services log. With `debug` each request is a line; left out: `info`. */
  readonly logLevel?: LogLevel;
}

/** Of the storefront's services, and of whoever else reads LOG_LEVEL. */
export type LogLevel = 'debug' | 'info' | 'warn';

/** A laptop has room for two zones a region: a writer and its synchronous standby need no more. */
const zonesMax = 2;
/**
 * A standby region's services run in one zone: with a second one, two regions take more of two
 * cores than they have, and what is measured is the machine. Its databases have both zones all the
 * same.
 */
const standbyWorkloadZonesMax = 1;

/** Where everything of a lab for this platform is, and how many ports from `firstPort` it takes. */
export function buildLayout(options: LayoutOptions): {
  readonly layout: LabLayout;
  readonly ports: number;
} {
  let next = options.firstPort;
  const port = (): number => next++;
  const folded: string[] = [];
  const regions = foldRegions(options.platform, port, folded);
  const databases = layDatabases(options.platform, regions, port);
  const fileStores = layFileStores(options.platform, options.stateFolder);
  const fixed = {
    witness: { port: port() },
    entry: { port: port(), controlPort: port() },
    controlPort: port(),
  };
  const withServices = layServices(options, regions, databases, fileStores, port, folded);
  const tunnels = layTunnels(withServices, databases, fixed.witness.port, port);
  const layout: LabLayout = {
    schemaVersion: 1,
    platform: options.platform.name,
    platformDigest: options.platformDigest,
    seed: options.seed,
    stateFolder: options.stateFolder,
    folded: [...folded, ...options.unplayed],
    regions: connect(withServices, tunnels),
    databases,
    fileStores,
    witness: fixed.witness,
    entry: fixed.entry,
    links: { controlPort: fixed.controlPort, tunnels, calm: calmLinks(options.linkDelayMs) },
    timing: labTiming,
  };
  return { layout, ports: next - options.firstPort };
}

function calmLinks(delayMs: number | null): NonNullable<LabLayout['links']['calm']> {
  return {
    regionDelayMs: delayMs ?? linkDelayMs.regionToRegion,
    witnessDelayMs: delayMs ?? linkDelayMs.witnessToRegion,
    bandwidthBytesPerSecond: linkBandwidthBytesPerSecond,
  };
}

function foldRegions(platform: Platform, port: () => number, folded: string[]): RegionLayout[] {
  const loadBalancer = componentsOf(platform, 'load-balancer')[0];
  return Object.values(platform.regions).map((region) => {
    const kept = region.zones.slice(0, zonesMax);
    if (kept.length < region.zones.length) {
      const left = region.zones.slice(zonesMax).map((zone) => zone.name);
      folded.push(
        `${region.name} runs ${zonesMax} of its ${region.zones.length} zones; left out: ` +
          `${left.join(', ')}`,
      );
    }
    const wanted = kept.filter((zone) => region.workloadZones.includes(zone.name));
    const workloads = region.role === 'standby' ? wanted.slice(0, standbyWorkloadZonesMax) : wanted;
    if (workloads.length < wanted.length) {
      folded.push(
        `${region.name} runs services in ${workloads.length} of its ${wanted.length} zones`,
      );
    }
    return {
      name: region.name,
      zones: kept.map((zone) => ({
        name: zone.name,
        region: region.name,
        agentPort: port(),
        loadBalancer:
          loadBalancer !== undefined && workloads.includes(zone)
            ? { port: port(), component: loadBalancer.name }
            : null,
        services: [],
      })),
    };
  });
}

function layDatabases(
  platform: Platform,
  regions: readonly RegionLayout[],
  port: () => number,
): DatabaseLayout[] {
  return databaseComponents(platform).map((database) => {
    const members = regions
      .filter((region) => database.regions.includes(region.name))
      .flatMap((region) =>
        region.zones.map((zone, index) => ({
          id: `${database.name}@${zone.name}`,
          region: region.name,
          zone: zone.name,
          proxyPort: port(),
          postgresPort: port(),
          atStart: index === 0 || (region.name === database.writerIn && database.multiZone),
        })),
      );
    const atHome = members.filter((member) => member.region === database.writerIn);
    const writer = atHome[0];
    if (writer === undefined)
      throw new Error(`${database.name} has no zone in ${database.writerIn}`);
    return {
      component: database.name,
      kind: database.kind,
      members,
      writerAtStart: writer.id,
      standbyAtStart: database.multiZone ? (atHome[1]?.id ?? null) : null,
    };
  });
}

function layFileStores(platform: Platform, stateFolder: string): FileStoreLayout[] {
  return componentsOf(platform, 'file-store').map((fileStore) => ({
    component: fileStore.name,
    regions: fileStore.regions.map((region) => ({
      region,
      folder: join(stateFolder, 'regions', region, fileStore.name),
    })),
  }));
}

function layServices(
  options: LayoutOptions,
  regions: readonly RegionLayout[],
  databases: readonly DatabaseLayout[],
  fileStores: readonly FileStoreLayout[],
  port: () => number,
  folded: string[],
): RegionLayout[] {
  const { platform } = options;
  const services = servicesOf(platform);
  const wanted = services.reduce((sum, service) => sum + service.replicas.min, 0);
  const active = primaryRegion(platform).name;
  const withPorts = regions.map((region) => ({
    ...region,
    zones: region.zones.map((zone) => ({
      ...zone,
      services:
        zone.loadBalancer === null ? [] : services.map((service) => ({ service, port: port() })),
    })),
  }));
  const running = withPorts.find((region) => region.name === active);
  const processes = running?.zones.reduce((sum, zone) => sum + zone.services.length, 0) ?? 0;
  if (wanted !== processes) {
    folded.push(
      `In ${active} the platform asks for ${wanted} pods; the lab runs ${processes}, one for ` +
        'each service in each zone',
    );
  }
  return withPorts.map((region) => ({
    name: region.name,
    zones: region.zones.map(
      (zone): ZoneLayout => ({
        ...zone,
        services: zone.services.map(({ service, port: servicePort }) =>
          layService({
            options,
            service,
            port: servicePort,
            zone: zone.name,
            region: region.name,
            urls: (name) => urlsOf(region.zones, zone.name, name),
            databases,
            fileStores,
          }),
        ),
      }),
    ),
  }));
}

type PortedZone = {
  readonly name: string;
  readonly services: readonly {
    readonly service: { readonly name: string };
    readonly port: number;
  }[];
};

/** A service's addresses in a region, the asking zone's own first. */
function urlsOf(zones: readonly PortedZone[], own: string, component: string): string {
  return [...zones]
    .sort((left, right) => Number(right.name === own) - Number(left.name === own))
    .flatMap((zone) => zone.services.filter((each) => each.service.name === component))
    .map((each) => `http://127.0.0.1:${each.port}`)
    .join(',');
}

function layService(given: {
  readonly options: LayoutOptions;
  readonly service: ComponentOf<'service'>;
  readonly port: number;
  readonly zone: string;
  readonly region: string;
  readonly urls: (component: string) => string;
  readonly databases: readonly DatabaseLayout[];
  readonly fileStores: readonly FileStoreLayout[];
}): ServiceLayout {
  const { service, region, zone, options } = given;
  const isActive = region === primaryRegion(options.platform).name;
  const atStart = isActive ? service.replicas.min : service.standby.min;
  const run = service.lab && runWords(service.lab.run, options.platformFolder);
  const standIn = run === null;
  // A stand-in can do it, and a region that clients come to without it is never out of traffic.
  const holdsWrites =
    service.holdsWrites || (standIn && entranceOf(options.platform)?.name === service.name);
  return {
    component: service.name,
    port: given.port,
    run: run ?? options.standInRun,
    replicasAtStart: Math.min(1, atStart),
    replicas: 1,
    standIn,
    holdsWrites,
    paths: service.lab?.paths ?? service.paths,
    // The storefront's own, where it stands in.
    healthPath: standIn ? '/healthz' : service.healthPath,
    readyPath: standIn ? '/readyz' : service.readyPath,
    environment: {
      HOST: '127.0.0.1',
      PORT: String(given.port),
      SERVICE: service.name,
      REGION: region,
      ZONE: zone,
      ADMITTED_AT_START: String(isActive),
      CONTROL_TOKEN_FILE: secretFile(options.stateFolder, 'control-token'),
      LOG_LEVEL: options.logLevel ?? 'info',
      ...(standIn && standInEnvironment(options.platform, service, given.urls, holdsWrites)),
      ...needsEnvironment(given),
      ...expand(service.lab?.environment ?? {}, given.urls),
    },
  };
}

/** What a service needs becomes its environment: `orders` → ORDERS_URLS, a store → where it is. */
function needsEnvironment(given: {
  readonly options: LayoutOptions;
  readonly service: ComponentOf<'service'>;
  readonly zone: string;
  readonly region: string;
  readonly urls: (component: string) => string;
  readonly databases: readonly DatabaseLayout[];
  readonly fileStores: readonly FileStoreLayout[];
}): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const need of given.service.needs) {
    const urls = given.urls(need);
    if (urls !== '') environment[`${need.toUpperCase().replaceAll('-', '_')}_URLS`] = urls;
    const database = given.databases.find((each) => each.component === need);
    if (database !== undefined) {
      environment.DATABASE_URLS = database.members
        .filter((member) => member.region === given.region)
        .sort((left, right) => Number(right.zone === given.zone) - Number(left.zone === given.zone))
        .map((member) => `postgres://storefront@127.0.0.1:${member.proxyPort}/storefront`)
        .join(',');
      environment.DATABASE_PASSWORD_FILE = secretFile(
        given.options.stateFolder,
        'postgres-application',
      );
    }
    const fileStore = given.fileStores.find((each) => each.component === need);
    const folder = fileStore?.regions.find((each) => each.region === given.region)?.folder;
    if (folder !== undefined) environment.FILE_STORE_FOLDER = folder;
  }
  return environment;
}

/** In `lab.environment`, `{orders.urls}` stands for the addresses of a service. */
function expand(
  environment: Readonly<Record<string, string>>,
  urls: (component: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\{([a-z0-9-]+)\.urls\}/g, (_, component: string) => urls(component)),
    ]),
  );
}

/** A tunnel for every endpoint that another site may call: agents, databases, load balancers. */
function layTunnels(
  regions: readonly RegionLayout[],
  databases: readonly DatabaseLayout[],
  witnessPort: number,
  port: () => number,
): TunnelLayout[] {
  const endpoints = regions.flatMap((region) =>
    region.zones.flatMap((zone) => {
      const members = databases
        .flatMap((database) => database.members)
        .filter((member) => member.zone === zone.name);
      const ports = [
        zone.agentPort,
        ...(zone.loadBalancer === null ? [] : [zone.loadBalancer.port]),
        ...members.flatMap((member) => [member.proxyPort, member.postgresPort]),
      ];
      return ports.map((targetPort) => ({
        to: region.name,
        zone: zone.name as string | null,
        targetPort,
      }));
    }),
  );
  const sites = [...regions.map((region) => region.name), 'witness'];
  return [...endpoints, { to: 'witness', zone: null, targetPort: witnessPort }].flatMap(
    (endpoint) =>
      sites
        .filter((site) => site !== endpoint.to)
        .map((from) => ({ from, ...endpoint, listenPort: port() })),
  );
}

/** Gives each service the load balancers of the other regions, through the link. */
function connect(
  regions: readonly RegionLayout[],
  tunnels: readonly TunnelLayout[],
): RegionLayout[] {
  return regions.map((region) => {
    const remote = tunnels
      .filter((tunnel) => tunnel.from === region.name && tunnel.to !== region.name)
      .filter((tunnel) =>
        regions.some((other) =>
          other.zones.some((zone) => zone.loadBalancer?.port === tunnel.targetPort),
        ),
      )
      .map((tunnel) => `${tunnel.to}=http://127.0.0.1:${tunnel.listenPort}`)
      .join(',');
    return {
      ...region,
      zones: region.zones.map((zone) => ({
        ...zone,
        services: zone.services.map((service) => ({
          ...service,
          environment: { REMOTE_GATEWAY_URLS: remote, ...service.environment },
        })),
      })),
    };
  });
}
