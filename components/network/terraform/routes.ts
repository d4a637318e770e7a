import type { Network, Platform, Region, Zone } from '@outrigger/model';
import { type Addressed, type LayerFragment, ref, resource } from '@outrigger/terraform';
import { letterOf, type Side, subnetOf } from './subnets.ts';
import { vpcOf } from './vpc.ts';

/** The way out: public subnets by the internet gateway, private ones by NAT. */
export function routes(network: Network, platform: Platform, region: Region): LayerFragment[] {
  const gateway = internetGateway(platform, region);
  const nat = natZones(network, region);
  return [
    { layer: 'network', file: 'internet-gateway', blocks: [gateway] },
    ...(nat.length === 0 ? [] : [natFile(network, platform, region, nat)]),
    routeFile(network, platform, region, gateway),
    endpointFile(platform, region),
  ];
}

function internetGateway(platform: Platform, region: Region) {
  return resource('aws_internet_gateway', 'main', {
    vpc_id: ref(vpcOf(platform, region), 'id'),
    tags: { Name: platform.name },
  });
}

function natZones({ nat }: Network, region: Region): readonly Zone[] {
  if (nat === 'none') return [];
  return nat === 'one per zone' ? region.zones : region.zones.slice(0, 1);
}

function natOf(platform: Platform, region: Region, zone: Zone) {
  const letter = letterOf(region, zone);
  const tags = { Name: `${platform.name}-nat-${letter}` };
  const address = resource('aws_eip', `nat_${letter}`, { domain: 'vpc', tags });
  const gateway = resource('aws_nat_gateway', letter, {
    allocation_id: ref(address, 'id'),
    subnet_id: ref(subnetOf(platform, region, zone, 'public'), 'id'),
    tags,
    // Nothing that it refers to leads there: without a way out it would be made, and fail.
    depends_on: [internetGateway(platform, region)],
  });
  return { address, gateway };
}

function natFile(
  { nat }: Network,
  platform: Platform,
  region: Region,
  zones: readonly Zone[],
): LayerFragment {
  const blocks = zones.flatMap((zone) => {
    const { address, gateway } = natOf(platform, region, zone);
    return [address, gateway];
  });
  const [first, ...others] = blocks;
  const comment =
    nat === 'one per zone'
      ? 'One in each zone: a lost zone does not take the way out of the others with it.'
      : 'One for all zones, to save cost: without its zone nothing gets out.';
  const all = first === undefined ? [] : [{ ...first, comment }, ...others];
  return { layer: 'network', file: 'nat', blocks: all };
}

/** One table for the public subnets; one for each private subnet, since its NAT may differ. */
function publicTable(platform: Platform, region: Region) {
  return resource('aws_route_table', 'public', {
    vpc_id: ref(vpcOf(platform, region), 'id'),
    tags: { Name: `${platform.name}-public` },
  });
}

function privateTable(platform: Platform, region: Region, zone: Zone) {
  const letter = letterOf(region, zone);
  return resource('aws_route_table', `private_${letter}`, {
    vpc_id: ref(vpcOf(platform, region), 'id'),
    tags: { Name: `${platform.name}-private-${letter}` },
  });
}

function routeFile(
  network: Network,
  platform: Platform,
  region: Region,
  gateway: Addressed<'id'>,
): LayerFragment {
  const open = publicTable(platform, region);
  const associate = (zone: Zone, side: Side, table: Addressed<'id'>) =>
    resource('aws_route_table_association', `${side}_${letterOf(region, zone)}`, {
      subnet_id: ref(subnetOf(platform, region, zone, side), 'id'),
      route_table_id: ref(table, 'id'),
    });
  const out = resource('aws_route', 'public_internet', {
    route_table_id: ref(open, 'id'),
    destination_cidr_block: '0.0.0.0/0',
    gateway_id: ref(gateway, 'id'),
  });
  const nats = natZones(network, region);
  const closed = region.zones.flatMap((zone) => {
    const table = privateTable(platform, region, zone);
    const nat = nats.find(({ name }) => name === zone.name) ?? nats[0];
    if (nat === undefined) return [table, associate(zone, 'private', table)];
    const way = resource('aws_route', `private_${letterOf(region, zone)}_internet`, {
      route_table_id: ref(table, 'id'),
      destination_cidr_block: '0.0.0.0/0',
      nat_gateway_id: ref(natOf(platform, region, nat).gateway, 'id'),
    });
    return [table, way, associate(zone, 'private', table)];
  });
  return {
    layer: 'network',
    file: 'routes',
    blocks: [open, out, ...region.zones.map((zone) => associate(zone, 'public', open)), ...closed],
    publishes: { 'route-table-ids': tableIds(platform, region) },
  };
}

export function tableIds(platform: Platform, region: Region) {
  const tables = region.zones.map((zone) => privateTable(platform, region, zone));
  return [publicTable(platform, region), ...tables].map((table) => ref(table, 'id'));
}

function endpointFile(platform: Platform, region: Region): LayerFragment {
  const s3 = resource(
    'aws_vpc_endpoint',
    's3',
    {
      vpc_id: ref(vpcOf(platform, region), 'id'),
      service_name: `com.amazonaws.${region.name}.s3`,
      vpc_endpoint_type: 'Gateway',
      route_table_ids: tableIds(platform, region),
      tags: { Name: `${platform.name}-s3` },
    },
    { comment: 'It costs nothing, and keeps layers of images and backups off the NAT gateways.' },
  );
  return { layer: 'network', file: 'endpoints', blocks: [s3] };
}
