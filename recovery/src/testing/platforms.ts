import type {
  Objectives,
  Platform,
  Region,
  ResolvedComponent,
  Role,
  Strategy,
} from '@outrigger/model';

/** Platforms for tests of recovery, small and complete, without the model's resolver. */
export interface TestPlatformOptions {
  readonly name: string;
  readonly strategy?: Strategy;
  readonly regions?: readonly (readonly [name: string, role: Role, zones: number])[];
  /** Databases by name; the first region writes. */
  readonly databases?: readonly string[];
  readonly databaseKind?: 'postgres' | 'aurora';
  readonly fileStores?: readonly string[];
  /** Besides the gateway, which holds writes. */
  readonly services?: readonly string[];
  /** Pods of each service in a standby region; 0 is a pilot light. */
  readonly standbyReplicas?: number;
  readonly objectives?: Partial<Objectives>;
}

const minute = 60_000;

export function testPlatform(options: TestPlatformOptions): Platform {
  const list = options.regions ?? [
    ['us-east-1', 'primary', 3],
    ['us-west-2', 'standby', 2],
  ];
  const regions = Object.fromEntries(
    list.map(([name, role, zones], index): [string, Region] => [
      name,
      regionOf(name, role, zones, index),
    ]),
  );
  const names = list.map(([name]) => name);
  // Where there are only backups, nothing runs and nothing follows.
  const running = options.strategy === 'backup-restore' ? names.slice(0, 1) : names;
  const components: ResolvedComponent[] = [
    ...edge(running),
    clusterOf(running, options.standbyReplicas ?? 1),
    ...(options.databases ?? ['orders-db']).map((name) =>
      databaseOf(name, options.databaseKind ?? 'postgres', running),
    ),
    ...(options.fileStores ?? []).map((name) => fileStoreOf(name, running)),
    serviceOf('gateway', running, options.standbyReplicas ?? 1, true),
    ...(options.services ?? ['orders']).map((name) =>
      serviceOf(name, running, options.standbyReplicas ?? 1, false),
    ),
    networkOf(names),
  ];
  return {
    schemaVersion: 1,
    name: options.name,
    strategy: options.strategy ?? 'warm-standby',
    objectives: {
      'zone-loss': { rpoMs: 0, rtoMs: 10 * minute, approval: 'when data may be lost' },
      'region-loss': {
        rpoMs: 10 * minute,
        rtoMs: 30 * minute,
        approval: 'when data may be lost',
      },
      partition: { rpoMs: 10 * minute, rtoMs: 30 * minute, approval: 'always' },
      switchover: { rpoMs: 0, rtoMs: 5000, approval: 'always' },
      ...options.objectives,
    },
    regions,
    components: Object.fromEntries(components.map((component) => [component.name, component])),
  };
}

function regionOf(name: string, role: Role, zones: number, index: number): Region {
  const list = [...'abcdef'].slice(0, zones).map((letter, zone) => ({
    name: `${name}${letter}`,
    publicCidr: `10.${index}.${zone * 8}.0/21`,
    privateCidr: `10.${index}.${64 + zone * 64}.0/18`,
  }));
  const cidr = `10.${index}.0.0/16`;
  return { name, role, cidr, zones: list, workloadZones: list.map((zone) => zone.name) };
}

/** Created, with no patches. */
const created = { existing: null, terraform: {} } as const;
const healthCheck = { path: '/readyz', intervalMs: 10_000, threshold: 3 };

function edge(regions: readonly string[]): ResolvedComponent[] {
  return [
    {
      kind: 'global-accelerator',
      name: 'edge',
      ...created,
      regions,
      to: 'web-alb',
      dial: Object.fromEntries(regions.map((region, index) => [region, index === 0 ? 100 : 0])),
      healthCheck,
    },
    {
      kind: 'dns',
      name: 'domain',
      ...created,
      regions,
      zone: 'example.com',
      record: 'shop.example.com',
      to: 'edge',
      routing: 'simple',
      ttlMs: minute,
      healthCheck: null,
      geo: null,
    },
    {
      kind: 'load-balancer',
      name: 'web-alb',
      ...created,
      regions,
      layer: 7,
      in: 'cluster',
      routes: [{ path: '/', to: 'gateway' }],
      healthCheck,
      scheme: 'internet-facing',
      tls: true,
      certificate: null,
    },
  ];
}

function clusterOf(regions: readonly string[], standby: number): ResolvedComponent {
  return {
    kind: 'kubernetes-cluster',
    name: 'cluster',
    regions,
    ...created,
    version: '1.34',
    nodeGroups: {
      apps: {
        name: 'apps',
        instances: ['m6i.large'],
        active: { min: 3, max: 12, desired: 3 },
        standby: { min: standby, max: 12, desired: standby },
        dedicated: false,
        capacity: 'on-demand',
        ami: 'AL2023_x86_64_STANDARD',
        userData: null,
        diskBytes: 50 * 2 ** 30,
        subnets: 'private',
      },
    },
    addOns: [],
    controlPlaneLogs: [],
    secretsEncryption: true,
    serviceAccountRoles: true,
    endpoint: 'private',
    fargateProfiles: {},
  };
}

const encryption = { atRest: true, inTransit: true };

function databaseOf(
  name: string,
  kind: 'postgres' | 'aurora',
  regions: readonly string[],
): ResolvedComponent {
  const base = {
    name,
    regions,
    ...created,
    writerIn: regions[0] ?? '',
    replicaIn: regions.slice(1),
    multiZone: true,
    encryption,
    size: 'db.r6g.large',
    sizeAsked: null,
    port: 5432,
    database: 'storefront',
    backupRetentionMs: 14 * 24 * 60 * minute,
    backupWindow: '03:00-04:00',
    maintenanceWindow: 'sun:04:30-sun:05:30',
    credentials: {
      managedBy: 'secrets-manager',
      rotationMs: 1,
      passwordLengthMin: 32,
      version: 1,
    } as const,
    alarms: { replicationLagMs: minute, cpuPercent: 80, replicationFaults: true },
  };
  if (kind === 'postgres') {
    return { ...base, kind, version: '17', storageBytes: 2 ** 37, replicaMultiZone: false };
  }
  return { ...base, kind, version: '3', engine: 'mysql', instances: 2, replicaInstances: 1 };
}

function fileStoreOf(name: string, regions: readonly string[]): ResolvedComponent {
  return {
    kind: 'file-store',
    name,
    regions,
    ...created,
    writerIn: regions[0] ?? '',
    replicaIn: regions.slice(1),
    multiZone: true,
    encryption,
    throughput: 'elastic',
    coldAfterMs: null,
    backups: true,
  };
}

function serviceOf(
  name: string,
  regions: readonly string[],
  standby: number,
  holdsWrites: boolean,
): ResolvedComponent {
  return {
    kind: 'service',
    name,
    regions,
    ...created,
    in: 'cluster',
    nodeGroup: 'apps',
    namespace: 'shop',
    image: name,
    port: 8080,
    needs: [],
    replicas: { min: 2, max: 10, on: { cpuPercent: 70, memoryPercent: null } },
    standby: { min: standby, max: 10 },
    resources: {
      requests: { cpuMillicores: 100, memoryBytes: 2 ** 27 },
      limits: { cpuMillicores: 500, memoryBytes: 2 ** 28 },
    },
    healthPath: '/healthz',
    readyPath: '/readyz',
    metricsPath: '/metrics',
    paths: ['/'],
    holdsWrites,
    rollout: { maxUnavailablePercent: 25 },
    disruption: { maxUnavailablePercent: 25 },
    spread: { over: 'zones', weight: 100 },
    lab: null,
  };
}

function networkOf(regions: readonly string[]): ResolvedComponent {
  return {
    kind: 'network',
    name: 'network',
    regions,
    ...created,
    peering: 'all regions',
    nat: 'one per zone',
    networkAcls: true,
    flowLogs: { retentionMs: 365 * 86_400_000 },
  };
}
