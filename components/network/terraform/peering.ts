import type { Network, Platform, Region } from '@outrigger/model';
import {
  type Addressed,
  call,
  foundIn,
  hcl,
  publishedIn,
  ref,
  resource,
  type WideFragment,
} from '@outrigger/terraform';

/**
 * One peering for each pair of regions, accepted at once, and a route in every table of both. Two
 * VPCs that both stand already are left as they are.
 */
export function peering(network: Network, platform: Platform): WideFragment[] {
  if (network.peering === 'none') return [];
  const regions = Object.values(platform.regions);
  const isMade = ({ name }: Region) => foundIn(network, name) === null;
  return regions.flatMap((one, index) =>
    regions
      .slice(index + 1)
      .filter((other) => isMade(one) || isMade(other))
      .map((other) => pair(network, platform, one, other)),
  );
}

function pair(network: Network, platform: Platform, one: Region, other: Region): WideFragment {
  const label = `${one.name}_${other.name}`.replaceAll('-', '_');
  const name = `${platform.name}-${one.name}-${other.name}`;
  const asked = resource('aws_vpc_peering_connection', label, {
    region: one.name,
    vpc_id: publishedIn(one.name, network.name, 'vpc-id'),
    peer_vpc_id: publishedIn(other.name, network.name, 'vpc-id'),
    peer_region: other.name,
    tags: { Name: name },
  });
  const accepted = resource('aws_vpc_peering_connection_accepter', label, {
    region: other.name,
    vpc_peering_connection_id: ref(asked, 'id'),
    auto_accept: true,
    tags: { Name: name },
  });
  return {
    file: 'vpc-peering',
    blocks: [
      asked,
      accepted,
      routesTo(network, one, other, accepted),
      routesTo(network, other, one, accepted),
    ],
    publishesIn: {
      [one.name]: { [`peering-with-${other.name}`]: ref(asked, 'id') },
      [other.name]: { [`peering-with-${one.name}`]: ref(asked, 'id') },
    },
  };
}

function routesTo({ name }: Network, from: Region, to: Region, accepted: Addressed<'id'>) {
  const label = `${from.name}_to_${to.name}`.replaceAll('-', '_');
  const tables = publishedIn(from.name, name, 'route-table-ids');
  return resource('aws_route', label, {
    count: call('length', tables),
    region: from.name,
    route_table_id: call('element', tables, hcl('count.index')),
    destination_cidr_block: to.cidr,
    vpc_peering_connection_id: ref(accepted, 'id'),
  });
}
