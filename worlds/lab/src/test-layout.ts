import type { LabLayout, LabTiming, TunnelLayout, ZoneLayout } from './layout.ts';

export interface TestZone {
  readonly name: string;
  readonly loadBalancerPort: number;
  readonly servicePort: number;
}

/** A layout for tests: regions of zones with one gateway each, no databases. */
export function testLayout(options: {
  readonly stateFolder: string;
  readonly regions: { readonly [region: string]: readonly TestZone[] };
  readonly entryPort: number;
  readonly entryControlPort: number;
  readonly linksControlPort: number;
  readonly tunnels?: readonly TunnelLayout[];
  readonly timing?: Partial<LabTiming>;
}): LabLayout {
  return {
    schemaVersion: 1,
    platform: 'test',
    platformDigest: 'none',
    seed: 1,
    stateFolder: options.stateFolder,
    folded: [],
    regions: Object.entries(options.regions).map(([name, zones]) => ({
      name,
      zones: zones.map((zone) => testZone(name, zone)),
    })),
    databases: [],
    fileStores: [],
    witness: { port: 0 },
    entry: { port: options.entryPort, controlPort: options.entryControlPort },
    links: { controlPort: options.linksControlPort, tunnels: options.tunnels ?? [] },
    timing: {
      leaseMs: 500,
      leaseMarginMs: 50,
      leaseRenewMs: 100,
      probeIntervalMs: 50,
      probeTimeoutMs: 250,
      probeThreshold: 3,
      heartbeatMs: 20,
      entryCheckIntervalMs: 10,
      entryCheckTimeoutMs: 5_000,
      entryUnhealthyThreshold: 2,
      syncStandbyTimeoutMs: 300,
      ...options.timing,
    },
  };
}

function testZone(region: string, zone: TestZone): ZoneLayout {
  return {
    name: zone.name,
    region,
    agentPort: 0,
    loadBalancer: { port: zone.loadBalancerPort, component: 'load-balancer' },
    services: [
      {
        component: 'gateway',
        port: zone.servicePort,
        run: ['none'],
        environment: {},
        replicasAtStart: 1,
        replicas: 1,
        standIn: false,
        holdsWrites: true,
        paths: ['/'],
        healthPath: '/healthz',
        readyPath: '/readyz',
      },
    ],
  };
}
