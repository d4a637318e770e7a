import type { Network, Platform, Region } from '@outrigger/model';
import { type LayerFragment, ref, resource } from '@outrigger/terraform';
import { type Side, subnetOf } from './subnets.ts';
import { vpcOf } from './vpc.ts';

interface Rule {
  readonly protocol: 'tcp' | '-1';
  readonly from: string;
  readonly ports?: readonly [number, number];
}

const anywhere = '0.0.0.0/0';

/** Ports that Linux answers from: what a node has asked for comes back to one of them. */
const linuxPorts = [32_768, 60_999] as const;

/**
 * Ports that NAT gateways and load balancers answer from (VPC guide, ephemeral ports), without
 * 3389: it is what scanners look for, and a client that is given it tries another.
 */
const gatewayPorts = [
  [1024, 3388],
  [3390, 65_535],
] as const;

/** A second fence: it knows addresses and ports, and holds when a security group is too wide. */
export function networkAcls(network: Network, platform: Platform, region: Region): LayerFragment[] {
  if (!network.networkAcls) return [];
  const near = [region.cidr, ...peerCidrs(network, platform, region)];
  const inside = near.map((from): Rule => ({ protocol: '-1', from }));
  const open = acl(platform, region, 'public', [
    ...inside,
    { protocol: 'tcp', from: anywhere, ports: [80, 80] },
    { protocol: 'tcp', from: anywhere, ports: [443, 443] },
    ...gatewayPorts.map((ports): Rule => ({ protocol: 'tcp', from: anywhere, ports })),
  ]);
  const closed = acl(platform, region, 'private', [
    ...inside,
    { protocol: 'tcp', from: anywhere, ports: linuxPorts },
  ]);
  const peers = near.length > 1 ? 'VPC and its peers' : 'VPC';
  return [
    {
      layer: 'network',
      file: 'network-acls',
      blocks: [
        {
          ...open,
          comment:
            `Clients reach the balancers on 80 and 443. The ${peers} pass. The high ports are ` +
            'answers to what went out; 3389 is left out of them.',
        },
        {
          ...closed,
          comment: `Nobody outside begins a connection to a node or a database. The ${peers} pass.`,
        },
      ],
    },
  ];
}

export function peerCidrs({ peering }: Network, platform: Platform, region: Region): string[] {
  if (peering === 'none') return [];
  return Object.values(platform.regions)
    .filter(({ name }) => name !== region.name)
    .map(({ cidr }) => cidr);
}

function acl(platform: Platform, region: Region, side: Side, rules: readonly Rule[]) {
  return resource('aws_network_acl', side, {
    vpc_id: ref(vpcOf(platform, region), 'id'),
    subnet_ids: region.zones.map((zone) => ref(subnetOf(platform, region, zone, side), 'id')),
    ingress: rules.map(({ protocol, from, ports: [first, last] = [0, 0] }, index) => ({
      rule_no: 100 + 10 * index,
      action: 'allow',
      protocol,
      cidr_block: from,
      from_port: first,
      to_port: last,
    })),
    egress: {
      rule_no: 100,
      action: 'allow',
      protocol: '-1',
      cidr_block: anywhere,
      from_port: 0,
      to_port: 0,
    },
    tags: { Name: `${platform.name}-${side}` },
  });
}
