import { addresses, allocateSubnets, type Cidr, parseCidr } from '../cidr.ts';
import { replicaRegions, writerRegion } from '../data.ts';
import type { Surroundings } from '../kind.ts';
import {
  clusterRegions,
  isWrittenCluster,
  type WrittenCluster,
} from '../kinds/kubernetes-cluster.ts';
import { balancerRegions, isWrittenLoadBalancer } from '../kinds/load-balancer.ts';
import { isWrittenData } from '../kinds.ts';
import { albSubnetBitsMax, eksAddresses, reservedAddresses, zonesMin } from '../offers.ts';
import type { Path } from '../problem.ts';
import type { TellAt } from '../read.ts';
import { type WrittenRegions, zoneNames } from '../regions.ts';
import type { WrittenRegion } from '../schema.ts';

/** What stands in a region's subnets has to fit in them, and asks for two zones. */
export function checkSubnetsFit(regions: WrittenRegions, around: Surroundings, tell: TellAt): void {
  for (const [name, region] of regions) {
    checkZoneCount(name, region, around, tell);
    const subnets = subnetsOf(name, region);
    checkBalancers(name, subnets, around, tell);
    checkClusters(name, region, subnets, around, tell);
  }
}

interface Subnet {
  /** Where its range is written: itself, or the region's that it is cut from. */
  readonly path: Path;
  readonly side: 'public' | 'private';
  readonly zone: string;
  readonly range: Cidr;
}

function subnetsOf(name: string, region: WrittenRegion): Subnet[] {
  const { zones } = region;
  const names = zoneNames(name, zones);
  if (typeof zones !== 'number' && !Array.isArray(zones)) {
    return Object.entries(zones).flatMap(([zone, written]) =>
      (['public', 'private'] as const).flatMap((side) => {
        const range = parseCidr(written[side]);
        return range === null
          ? []
          : [{ path: ['regions', name, 'zones', zone, side], side, zone, range }];
      }),
    );
  }
  const range = parseCidr(region.cidr);
  const path = ['regions', name, 'cidr'];
  const cut = range === null ? null : allocateSubnets(range, names.length);
  return (cut ?? []).flatMap(({ publicCidr, privateCidr }, index) => {
    const zone = names[index] ?? '';
    return [
      { path, side: 'public' as const, zone, range: publicCidr },
      { path, side: 'private' as const, zone, range: privateCidr },
    ];
  });
}

/** Who asks for subnets in two zones of the region; the first of them is named. */
function asksForZones(region: string, around: Surroundings): string | null {
  for (const [name, component] of around.components) {
    if ('existing' in component && component.existing !== undefined) continue;
    if (isWrittenCluster(component) && clusterRegions(component, around).includes(region)) {
      return `EKS takes no cluster (${name}) with subnets in one zone`;
    }
    if (isWrittenLoadBalancer(component) && component.layer === 7) {
      if (balancerRegions(component, around).includes(region)) {
        return `an ALB (${name}) takes subnets in two zones or more`;
      }
    }
    if (!isWrittenData(component) || !('size' in component)) continue;
    const held = [writerRegion(component, around), ...replicaRegions(component, around)];
    if (held.includes(region)) return `the subnet group of ${name} takes two zones or more`;
  }
  return null;
}

function checkZoneCount(
  name: string,
  { zones }: WrittenRegion,
  around: Surroundings,
  tell: TellAt,
): void {
  const count = zoneNames(name, zones).length;
  const why = count > 0 && count < zonesMin ? asksForZones(name, around) : null;
  if (why === null) return;
  tell(
    ['regions', name, 'zones'],
    `is one zone, and ${why}`,
    'write zones: 2 or more; to run in one of them, add workloadZones: 1',
  );
}

function checkBalancers(
  region: string,
  subnets: readonly Subnet[],
  around: Surroundings,
  tell: TellAt,
): void {
  const told = new Set<string>();
  for (const [name, component] of around.components) {
    if (!isWrittenLoadBalancer(component) || component.layer !== 7) continue;
    if (!balancerRegions(component, around).includes(region)) continue;
    const side = component.scheme === 'internal' ? 'private' : 'public';
    for (const subnet of subnets) {
      const place = subnet.path.join('.');
      if (subnet.side !== side || subnet.range.bits <= albSubnetBitsMax || told.has(place))
        continue;
      told.add(place);
      const isOwn = subnet.path.at(-1) === side;
      const bits = subnet.range.bits;
      tell(
        subnet.path,
        isOwn
          ? `is a /${bits}: the ALB ${name} takes a /${albSubnetBitsMax} or larger (ELB user guide)`
          : `leaves a /${bits} for ${subnet.zone}'s ${side} subnet: the ALB ${name} takes a ` +
              `/${albSubnetBitsMax} or larger (ELB user guide)`,
        isOwn ? `write a /${albSubnetBitsMax} or larger` : 'write a larger range',
      );
    }
  }
}

/** Each node takes an address at least, besides those of the control plane. */
function checkClusters(
  name: string,
  region: WrittenRegion,
  subnets: readonly Subnet[],
  around: Surroundings,
  tell: TellAt,
): void {
  const workload = workloadZones(name, region);
  const own = subnets.filter(({ side, zone }) => side === 'private' && workload.includes(zone));
  const [first] = own;
  if (first === undefined) return;
  const free = own.reduce(
    (sum, { range }) => sum + Math.max(0, addresses(range) - reservedAddresses - eksAddresses),
    0,
  );
  for (const [cluster, component] of around.components) {
    if (!isWrittenCluster(component)) continue;
    const nodes = nodesMax(component);
    if (!clusterRegions(component, around).includes(name) || nodes <= free) continue;
    tell(
      first.path,
      `leaves ${free} addresses for nodes in ${name}'s private subnets: ${cluster} may have ` +
        `${nodes}, and each takes one at least (EKS user guide, subnet requirements)`,
      'write a larger range, or a smaller max',
    );
    return;
  }
}

function workloadZones(name: string, region: WrittenRegion): readonly string[] {
  const names = zoneNames(name, region.zones);
  const { workloadZones: written } = region;
  if (typeof written === 'number') return names.slice(0, written);
  return written === undefined ? names : names.filter((zone) => written.includes(zone));
}

function nodesMax(cluster: WrittenCluster): number {
  return Object.values(cluster.nodeGroups).reduce((sum, { max }) => sum + max, 0);
}
