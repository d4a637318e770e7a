import type { Region } from '@outrigger/model';
import {
  data,
  type Expression,
  type Found,
  hcl,
  type LayerFragment,
  type RegionInput,
  ref,
} from '@outrigger/terraform';

/** By these tags load balancers find their subnets in any VPC (EKS guide, network requirements). */
const roleTags = { public: 'kubernetes.io/role/elb', private: 'kubernetes.io/role/internal-elb' };

/** A VPC that stands already: itself, its subnets by what they are for, and its route tables. */
export function existing({ region }: RegionInput<'network'>, found: Found): LayerFragment[] {
  const vpc = data('aws_vpc', 'main', {
    ...(found.by === 'id' ? { id: found.id } : { tags: found.tags }),
    lifecycle: {
      postcondition: {
        condition: hcl(`self.cidr_block == "${region.cidr}"`),
        error_message: `Write the range of this VPC as the cidr of ${region.name} in the platform.`,
      },
    },
  });
  const id = ref(vpc, 'id');
  const open = subnets('public', id);
  const closed = subnets('private', id);
  const working = workloadSubnets(region, id);
  const tables = data('aws_route_tables', 'all', { vpc_id: id });
  return [
    {
      layer: 'network',
      file: 'vpc',
      blocks: [vpc, open, closed, working, tables],
      publishes: {
        'vpc-id': id,
        'public-subnet-ids': { list: ref(open, 'ids') },
        'private-subnet-ids': { list: ref(closed, 'ids') },
        'workload-subnet-ids': { list: ref(working, 'ids') },
        'route-table-ids': { list: ref(tables, 'ids') },
      },
    },
  ];
}

function subnets(side: keyof typeof roleTags, vpcId: Expression) {
  const tag = roleTags[side];
  return data(
    'aws_subnets',
    side,
    { filter: { name: 'vpc-id', values: [vpcId] }, tags: { [tag]: '1' } },
    { comment: `Its ${side} subnets, which are tagged for load balancers.` },
  );
}

function workloadSubnets({ workloadZones }: Region, vpcId: Expression) {
  return data(
    'aws_subnets',
    'workload',
    {
      filter: [
        { name: 'vpc-id', values: [vpcId] },
        { name: 'availability-zone', values: workloadZones },
      ],
      tags: { [roleTags.private]: '1' },
    },
    { comment: 'Those of them where nodes run.' },
  );
}
