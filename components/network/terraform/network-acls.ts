import type { Network, Platform, Region } from '@outrigger/model';
import { type LayerFragment, ref, resource } from '@outrigger/terraform';
import { type Side, subnetOf } from './subnets.ts';
import { vpcOf } from './vpc.ts';

interface Rule {
  readonly protocol: 'tcp' | 'icmp' | '-1';
  readonly from: string;
  readonly ports?: readonly [number, number];
}

const anywhere = '0.0.0.0/0';

/**
 * Ports that answers come back to. NAT gateways and load balancers ask from any of 1024-65535 (VPC
 * guide, ephemeral ports). So do nodes: the VPC CNI hides pods behind a random one, whatever the
 * range of the kernel is (amazon-vpc-cni-k8s, AWS_VPC_K8S_CNI_RANDOMIZESNAT and issue 509). 3389 is
 * left out, since scanners look for it: of 64,000 connections one gets it, and is tried again.
 */
const answers = [
  [1024, 3388],
  [3390, 65_535],
] as const;

/** That a packet was too large for the way: without it a connection hangs (VPC guide, path MTU). */
const tooLarge: Rule = { protocol: 'icmp', from: anywhere };

/** A second fence: it knows addresses and ports, and holds when a security group is too wide. */
export function networkAcls(network: Network, platform: Platform, region: Region): LayerFragment[] {
  if (!network.networkAcls) return [];
  const near = [region.cidr, ...peerCidrs(network, platform, region)];
  const inside = near.map((from): Rule => ({ protocol: '-1', from }));
  const back = [
    ...answers.map((ports): Rule => ({ protocol: 'tcp', from: anywhere, ports })),
    tooLarge,
  ];
  const open = acl(platform, region, 'public', [
    ...inside,
    { protocol: 'tcp', from: anywhere, ports: [80, 80] },
    { protocol: 'tcp', from: anywhere, ports: [443, 443] },
    ...back,
  ]);
  const closed = acl(platform, region, 'private', [...inside, ...back]);
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
          comment:
            `The ${peers} pass. No address here is reached from outside, so the rest is answers: ` +
            'nodes ask from any high port, since the VPC CNI hides pods behind a random one.',
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

const fragmentationNeeded = { icmp_type: 3, icmp_code: 4 };

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
      ...(protocol === 'icmp' ? fragmentationNeeded : {}),
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
