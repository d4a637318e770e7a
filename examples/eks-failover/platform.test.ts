/** Each figure of the design that the model can hold, on the resolved platform. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { componentsOf, dataComponents, type Platform, resolve, servicesOf } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import written from './platform.ts';

const source = readFileSync(fileURLToPath(new URL('./platform.ts', import.meta.url)), 'utf8');

function sound(): Platform {
  const resolution = resolve(written, { source });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

const platform = sound();
const cluster = componentsOf(platform, 'kubernetes-cluster')[0];
const database = componentsOf(platform, 'postgres')[0];

describe('network', () => {
  test('10.0.0.0/16 with three private /18 and three public /21; the rest is free', () => {
    expect(platform.regions['us-east-1']).toEqual({
      name: 'us-east-1',
      role: 'primary',
      cidr: '10.0.0.0/16',
      zones: [
        { name: 'us-east-1a', publicCidr: '10.0.0.0/21', privateCidr: '10.0.64.0/18' },
        { name: 'us-east-1b', publicCidr: '10.0.8.0/21', privateCidr: '10.0.128.0/18' },
        { name: 'us-east-1c', publicCidr: '10.0.16.0/21', privateCidr: '10.0.192.0/18' },
      ],
      workloadZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    });
  });

  test('a second region with another range, nodes in a single zone', () => {
    expect(platform.regions['us-west-2']).toMatchObject({
      role: 'standby',
      cidr: '10.1.0.0/16',
      workloadZones: ['us-west-2a'],
    });
  });

  test('peering, NAT and network ACLs', () => {
    expect(platform.components.network).toMatchObject({
      peering: 'all regions',
      nat: 'one per zone',
      networkAcls: true,
    });
  });
});

test('PostgreSQL: Multi-AZ, a replica in the other region, encrypted, backed up, watched', () => {
  expect(database).toMatchObject({
    kind: 'postgres',
    multiZone: true,
    writerIn: 'us-east-1',
    replicaIn: ['us-west-2'],
    regions: ['us-east-1', 'us-west-2'],
    encryption: { atRest: true, inTransit: true },
    backupRetentionMs: 14 * 86_400_000,
    maintenanceWindow: 'sun:04:30-sun:05:30',
    credentials: { managedBy: 'secrets-manager' },
    alarms: { replicationLagMs: 60_000, cpuPercent: 80, replicationFaults: true },
  });
});

describe('Kubernetes', () => {
  test('a cluster in each region: audit logs, encrypted secrets, service account roles', () => {
    expect(cluster?.regions).toEqual(['us-east-1', 'us-west-2']);
    expect(cluster?.controlPlaneLogs).toContain('audit');
    expect(cluster).toMatchObject({ secretsEncryption: true, serviceAccountRoles: true });
  });

  test('managed node groups: sizes, types, image, user data; private workers', () => {
    expect(cluster?.nodeGroups.apps).toEqual({
      name: 'apps',
      instances: ['m6i.large', 'm6a.large'],
      active: { min: 3, max: 12, desired: 3 },
      standby: { min: 1, max: 12, desired: 1 },
      dedicated: false,
      capacity: 'on-demand',
      ami: 'AL2023_x86_64_STANDARD',
      userData: null,
      diskBytes: 20 * 2 ** 30,
      subnets: 'private',
    });
  });

  test('a dedicated node group for monitoring, in both clusters', () => {
    expect(cluster?.nodeGroups.monitoring).toMatchObject({
      dedicated: true,
      active: { min: 2 },
      standby: { min: 1 },
    });
  });

  test('add-ons of EKS and of the second layer', () => {
    expect(cluster?.addOns).toEqual(
      expect.arrayContaining([
        'kube-proxy',
        'vpc-cni',
        'coredns',
        'aws-load-balancer-controller',
        'cert-manager',
        'cluster-autoscaler',
      ]),
    );
  });

  test('each service: metrics, limits, spread by 100, scaled on CPU and memory, 25 %', () => {
    for (const service of servicesOf(platform)) {
      expect(service).toMatchObject({
        metricsPath: '/metrics',
        spread: { over: 'zones', weight: 100 },
        replicas: { on: { cpuPercent: 70, memoryPercent: 80 } },
        rollout: { maxUnavailablePercent: 25 },
        regions: ['us-east-1', 'us-west-2'],
      });
      expect(service.resources.requests.cpuMillicores).toBeGreaterThan(0);
      expect(service.resources.limits.memoryBytes).toBeGreaterThan(0);
    }
  });
});

test('Global Accelerator with the second region at 0 percent, behind a name in Route 53', () => {
  expect(platform.components.edge).toMatchObject({
    to: 'web-alb',
    dial: { 'us-east-1': 100, 'us-west-2': 0 },
    healthCheck: { path: '/readyz', intervalMs: 10_000, threshold: 3 },
  });
  expect(platform.components.domain).toMatchObject({ to: 'edge', routing: 'simple' });
});

test('ours: the storefront plays the services in the lab, and pictures have a file store', () => {
  const runs = servicesOf(platform).map(({ name, lab }) => [name, lab?.run, lab?.paths]);
  const main = (name: string) => [`../../apps/storefront/src/${name}/main.ts`];
  expect(runs).toEqual([
    ['web', main('web'), ['/']],
    ['gateway', main('gateway'), ['/api']],
    ['orders', main('orders'), []],
    ['catalog', main('catalog'), ['/api/catalog']],
    ['pictures', main('pictures'), []],
  ]);
  expect(dataComponents(platform).map((store) => [store.name, store.replicaIn])).toEqual([
    ['orders-db', ['us-west-2']],
    ['pictures-store', ['us-west-2']],
  ]);
});
