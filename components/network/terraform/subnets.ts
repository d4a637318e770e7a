import type { Platform, Region, Zone } from '@outrigger/model';
import { data, hcl, type LayerFragment, ref, resource } from '@outrigger/terraform';
import { vpcOf } from './vpc.ts';

export type Side = 'public' | 'private';

/** `private_a`: by the zone's letter, which is all that differs within a region. */
export function subnetOf(platform: Platform, region: Region, zone: Zone, side: Side) {
  const letter = letterOf(region, zone);
  const isPublic = side === 'public';
  return resource('aws_subnet', `${side}_${letter}`, {
    vpc_id: ref(vpcOf(platform, region), 'id'),
    availability_zone: zone.name,
    cidr_block: isPublic ? zone.publicCidr : zone.privateCidr,
    tags: {
      Name: `${platform.name}-${side}-${letter}`,
      // By these the load balancer controller finds where balancers may stand.
      [isPublic ? 'kubernetes.io/role/elb' : 'kubernetes.io/role/internal-elb']: '1',
    },
    lifecycle: {
      precondition: {
        condition: hcl(
          `contains(data.aws_availability_zones.available.names, ${JSON.stringify(zone.name)})`,
        ),
        error_message: `This account has no zone ${zone.name}: name other zones in the platform.`,
      },
    },
  });
}

export function letterOf(region: Region, zone: Zone): string {
  return zone.name.slice(region.name.length).replaceAll('-', '_');
}

export function subnets(platform: Platform, region: Region): LayerFragment {
  const available = data(
    'aws_availability_zones',
    'available',
    {
      state: 'available',
      filter: { name: 'zone-name', values: region.zones.map(({ name }) => name) },
    },
    { comment: "Letters of zones differ from account to account: this account's own are asked." },
  );
  const of = (side: Side) => region.zones.map((zone) => subnetOf(platform, region, zone, side));
  const [open, closed] = [of('public'), of('private')];
  const ids = (zones: readonly Zone[], side: Side) =>
    zones.map((zone) => ref(subnetOf(platform, region, zone, side), 'id'));
  const working = region.zones.filter(({ name }) => region.workloadZones.includes(name));
  return {
    layer: 'network',
    file: 'subnets',
    blocks: [available, ...open, ...closed],
    publishes: {
      'public-subnet-ids': ids(region.zones, 'public'),
      'private-subnet-ids': ids(region.zones, 'private'),
      'workload-subnet-ids': ids(working, 'private'),
    },
  };
}
