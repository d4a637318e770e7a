import { readFileSync } from 'node:fs';
import { isKind, kinds, type Platform, resolve } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import eksFailover from '../examples/eks-failover/platform.ts';
import peccy from '../examples/peccy/platform.ts';
import { components, costUnits, quantitiesFor, usedAtRest } from './index.ts';

function resolved(written: unknown): Platform {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

const east = 'us-east-1';
const west = 'us-west-2';
const warm = resolved(eksFailover);
const pilot = resolved(peccy);

/** `ec2/m6i.large 2190 hour`; `?` where the platform doesn't say how much. */
function lines(platform: Platform, region: string, component: string, use = usedAtRest) {
  const found = quantitiesFor(platform, region, use(platform, region)).find(
    (each) => each.component === component,
  );
  return (found?.quantities ?? []).map(
    ({ sku, amount, unit, region: at }) =>
      `${sku} ${amount ?? '?'} ${unit}${at === region ? '' : ` in ${at}`}`,
  );
}

describe('what each kind takes in a month', () => {
  test('network: a NAT gateway a zone, each with an address', () => {
    expect(lines(warm, east, 'network')).toEqual([
      'vpc/nat-gateway 2190 hour',
      'vpc/public-ipv4 2190 hour',
      'vpc/nat-data ? GiB',
    ]);
    expect(lines(warm, west, 'network')[0]).toBe('vpc/nat-gateway 1460 hour');
  });

  test('kubernetes-cluster: nodes of each group at the size of the region’s role', () => {
    expect(lines(warm, east, 'cluster')).toEqual([
      'eks/cluster 730 hour',
      'ec2/m6i.large 2190 hour',
      'ebs/gp3 60 GiB-month',
      'ec2/m6i.large 1460 hour',
      'ebs/gp3 40 GiB-month',
      'kms/key 1 month',
      'cloudwatch/logs ? GiB',
    ]);
    expect(lines(warm, west, 'cluster')[1]).toBe('ec2/m6i.large 730 hour');
    // A pilot light: the controllers' nodes, no others.
    expect(lines(pilot, 'ap-northeast-1', 'cluster').slice(1, 3)).toEqual([
      'ec2/t3.medium 1460 hour',
      'ebs/gp3 40 GiB-month',
    ]);
  });

  test('postgres: two zones where it writes, one where it follows', () => {
    expect(lines(warm, east, 'orders-db')).toEqual([
      'rds-postgres-multi-az/db.r6g.large 730 hour',
      'rds/gp3-multi-az 100 GiB-month',
      'secrets-manager/secret 1 month',
      'rds/backup ? GiB-month',
    ]);
    expect(lines(warm, west, 'orders-db')).toEqual([
      'rds-postgres/db.r6g.large 730 hour',
      'rds/gp3 100 GiB-month',
      'data-transfer/between-regions ? GiB in us-east-1',
    ]);
  });

  test('postgres: a replica over two zones costs as much as the writer', () => {
    const written = structuredClone(eksFailover);
    Object.assign(written.components['orders-db'], { replicaMultiZone: true });
    expect(lines(resolved(written), west, 'orders-db').slice(0, 2)).toEqual([
      'rds-postgres-multi-az/db.r6g.large 730 hour',
      'rds/gp3-multi-az 100 GiB-month',
    ]);
  });

  test('aurora: writer and readers, a reader that follows, storage by use', () => {
    expect(lines(pilot, 'ap-northeast-2', 'records')).toEqual([
      'aurora-mysql/db.r6g.large 1460 hour',
      'aurora/storage ? GiB-month',
      'aurora/io ? million',
      'secrets-manager/secret 1 month',
    ]);
    expect(lines(pilot, 'ap-northeast-1', 'records')).toEqual([
      'aurora-mysql/db.r6g.large 730 hour',
      'aurora/storage ? GiB-month',
      'aurora/io ? million',
      'aurora/replicated-io ? million',
    ]);
  });

  test('stores whose size a platform does not say: billed, but not how much', () => {
    expect(lines(warm, east, 'pictures-store')).toEqual([
      'efs/standard ? GiB-month',
      'efs/elastic-throughput ? GiB',
      'efs/backup ? GiB-month',
    ]);
    expect(lines(warm, west, 'images')).toEqual(['ecr/storage ? GiB-month']);
  });

  test('ways in: the accelerator and the zone once, a load balancer a region', () => {
    expect(lines(warm, east, 'edge')[0]).toBe('global-accelerator/accelerator 730 hour in global');
    expect(lines(warm, west, 'edge')).toEqual(['global-accelerator/premium ? GiB']);
    expect(lines(warm, east, 'web-alb')).toEqual([
      'elb/alb 730 hour',
      'vpc/public-ipv4 2190 hour',
      'elb/alb-lcu ? LCU-hour',
    ]);
    expect(lines(pilot, 'ap-northeast-2', 'domain')).toEqual([
      'route53/hosted-zone 1 month in global',
      'route53/health-check 2 month in global',
      'route53/health-check-feature 4 month in global',
      'route53/queries ? million in global',
    ]);
    expect(lines(pilot, 'ap-northeast-1', 'domain')).toEqual([]);
  });

  test('a service says that it is billed as nodes', () => {
    expect(components.service.cost).toHaveProperty('none');
    expect(lines(warm, east, 'web')).toEqual([]);
  });
});

test('under backup-restore a standby region keeps copies of backups, and nothing that runs', () => {
  const { 'orders-db': database, cluster, ...others } = eksFailover.components;
  const restored = resolved({
    ...eksFailover,
    strategy: 'backup-restore',
    objectives: { ...eksFailover.objectives, 'region-loss': { rpo: '1d', rto: '1d' } },
    components: { ...others, cluster, 'orders-db': { ...database, replicaIn: [] } },
  });
  const kept = quantitiesFor(restored, west, 'standby').flatMap(({ quantities }) => quantities);
  expect(kept.filter(({ unit }) => unit === 'hour')).toEqual([]);
  expect(kept.map(({ sku }) => sku)).toContain('rds/backup');
});

test('every quantity has a unit that a price can be given in, and is not negative', () => {
  for (const platform of [warm, pilot]) {
    for (const region of Object.keys(platform.regions)) {
      for (const use of ['active', 'standby'] as const) {
        for (const { quantities } of quantitiesFor(platform, region, use)) {
          for (const { unit, amount } of quantities) {
            expect(costUnits).toContain(unit);
            expect(amount ?? 0).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  }
});

test('every kind has the facet, or says why not', () => {
  for (const kind of Object.keys(kinds).filter(isKind)) {
    expect(components[kind].cost).toBeDefined();
    const source = readFileSync(new URL(`${kind}/cost.ts`, import.meta.url), 'utf8');
    expect(source).toContain('export const cost');
  }
});
