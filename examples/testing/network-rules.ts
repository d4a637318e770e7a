/** What has to hold for packets and names in any Terraform of ours: each says what does not. */
import { listOf, mapOf, type ParsedMap } from './hcl.ts';
import { blocksOf, type Rule } from './module-rules.ts';
import { textsIn } from './references.ts';

/** From where NAT gateways, balancers and the VPC CNI ask; 3389 is closed on purpose. */
const answerPorts = Array.from({ length: 65_535 - 1024 + 1 }, (_, index) => 1024 + index).filter(
  (port) => port !== 3389,
);

/** Network ACLs know no connections: what comes back has to be let in like anything else. */
export const answersComeBack: Rule = (modules) =>
  blocksOf(modules, 'aws_network_acl.').flatMap(({ folder, address, body }) => {
    const rules = listOf(body.ingress)
      .map((rule) => mapOf(rule))
      .filter(({ action, cidr_block }) => action === 'allow' && cidr_block === '0.0.0.0/0');
    const spans = rules.filter(({ protocol }) => protocol === 'tcp').map(spanOf);
    const closed = answerPorts.find(
      (port) => !spans.some(({ first, last }) => first <= port && port <= last),
    );
    const isTold = rules.some(
      ({ protocol, icmp_type, icmp_code }) =>
        protocol === 'icmp' && icmp_type === 3 && icmp_code === 4,
    );
    return [
      ...(closed === undefined ? [] : [`${folder} ${address} keeps out answers to port ${closed}`]),
      ...(isTold ? [] : [`${folder} ${address} keeps out that a packet is too large`]),
    ];
  });

function spanOf({ from_port, to_port }: ParsedMap) {
  return { first: Number(from_port), last: Number(to_port) };
}

/** A record that two modules write is gone for both when one of them is destroyed. */
export const recordsHaveOneOwner: Rule = (modules) => {
  const owners = new Map<string, string>();
  return blocksOf(modules, 'aws_route53_record.').flatMap(({ folder, address, body }) => {
    const { for_each = null, name = null, type = null, set_identifier = null } = body;
    const key = JSON.stringify([for_each, name, type, set_identifier]);
    const other = owners.get(key);
    owners.set(key, `${folder} ${address}`);
    return other === undefined ? [] : [`${folder} ${address} is written by ${other} as well`];
  });
};

/** `aws` is one of three partitions: what names it applies nowhere else. */
export const noPartition: Rule = (modules) =>
  blocksOf(modules, '')
    .filter(({ body }) => textsIn(body).some((text) => /arn:aws(?:-cn|-us-gov)?:/.test(text)))
    .map(({ folder, address }) => `${folder} ${address} names a partition`);
