import {
  componentsOf,
  databaseComponents,
  type Platform,
  type VirtualMachines,
} from '@outrigger/model';
import {
  allow,
  call,
  data,
  type Found,
  forAutoScaling,
  foundIn,
  hcl,
  type LayerFragment,
  labelOf,
  managedPolicy,
  published,
  type RegionInput,
  ref,
  refInto,
  resource,
  type Statement,
  serviceRole,
  type TerraformFacet,
  tagFilters,
  template,
} from '@outrigger/terraform';
import { passwordReads } from '../database-credentials.ts';
import { keyOf, nameOf, networkOf, sidOf } from '../terraform.ts';

type Input = RegionInput<'virtual-machines'>;

/**
 * What a machine is stands in `cluster`, where stores let it in; how many there are stands in
 * `edge`, beside the load balancers that they answer.
 */
export const terraform: TerraformFacet<'virtual-machines'> = {
  region: (input) => [machine(input), group(input)],
  existing: (input, found) => [existing(input, found), ...attachments(input)],
};

/** A group that stands already: its machines are in the security group of their template. */
function existing({ component }: Input, found: Found): LayerFragment {
  const label = labelOf(component.name);
  const tagged =
    found.by === 'id'
      ? null
      : data('aws_autoscaling_groups', label, { filter: tagFilters(found.tags) });
  const made = data('aws_autoscaling_group', label, {
    name: found.by === 'id' ? found.id : hcl(`one(${tagged?.address}.names)`),
  });
  const mixed = '[0].launch_template[0].launch_template_specification[0].launch_template_id';
  const start = data('aws_launch_template', label, {
    // A group of several instance types names its template inside its policy.
    id: call(
      'try',
      refInto(made, 'launch_template', '[0].id'),
      refInto(made, 'mixed_instances_policy', mixed),
    ),
  });
  return {
    layer: 'cluster',
    file: component.name,
    blocks: [...(tagged === null ? [] : [tagged]), made, start],
    publishes: {
      'security-group-id': hcl(`tolist(${start.address}.vpc_security_group_ids)[0]`),
      'group-name': ref(made, 'name'),
    },
  };
}

/** Load balancers that are made here send to it as well. */
function attachments({ component, platform, region }: Input): LayerFragment[] {
  const fresh = balancersOf(component, platform, region.name).filter(
    (balancer) => foundIn(balancer, region.name) === null,
  );
  const made = fresh.map(({ name }) =>
    resource('aws_autoscaling_attachment', labelOf(`${component.name}_to_${name}`), {
      autoscaling_group_name: published(component.name, 'group-name'),
      lb_target_group_arn: published(name, `target-group-arn-${component.name}`),
    }),
  );
  return made.length === 0 ? [] : [{ layer: 'edge', file: component.name, blocks: made }];
}

function balancersOf(component: VirtualMachines, platform: Platform, region: string) {
  return componentsOf(platform, 'load-balancer').filter(
    (balancer) =>
      balancer.regions.includes(region) && balancer.routes.some(({ to }) => to === component.name),
  );
}

function securityGroup({ component, platform }: Input) {
  const name = nameOf(platform, component);
  return resource('aws_security_group', labelOf(component.name), {
    name,
    description: `Who reaches ${component.name}; its rules come with those who ask it`,
    vpc_id: published(networkOf(platform), 'vpc-id'),
    tags: { Name: name },
  });
}

/** The key of its disks, with which Auto Scaling starts machines. */
function keyFor({ component, platform, region }: Input) {
  return keyOf(platform, component, region.name, forAutoScaling());
}

function templateOf(input: Input) {
  const { component, platform } = input;
  const label = labelOf(component.name);
  const { profile } = roleOf(input);
  return resource(
    'aws_launch_template',
    label,
    {
      name: nameOf(platform, component),
      description: `${component.name} of ${platform.name}`,
      image_id: published(component.image, 'image-id'),
      instance_type: component.size,
      ...(component.keyPair === null ? {} : { key_name: published(component.keyPair, 'key-name') }),
      vpc_security_group_ids: [ref(securityGroup(input), 'id')],
      iam_instance_profile: { arn: ref(profile, 'arn') },
      metadata_options: {
        http_endpoint: 'enabled',
        http_tokens: 'required',
        http_put_response_hop_limit: 1,
      },
      monitoring: { enabled: true },
      block_device_mappings: {
        device_name: published(component.image, 'root-device-name'),
        ebs: {
          encrypted: 'true',
          kms_key_id: keyFor(input).arn,
          volume_type: 'gp3',
          volume_size: Math.ceil(component.diskBytes / 2 ** 30),
          delete_on_termination: 'true',
        },
      },
      ...(component.userData === null
        ? {}
        : { user_data: call('base64encode', component.userData) }),
      update_default_version: true,
    },
    {
      remarks: {
        'metadata_options.http_tokens': 'Version 2 of the metadata service alone.',
        'block_device_mappings.device_name': 'By any other name it would be a second disk.',
      },
    },
  );
}

function roleOf(input: Input) {
  const { component, platform, region } = input;
  const label = labelOf(component.name);
  const name = `${nameOf(platform, component)}-${region.name}`;
  const { role, blocks } = serviceRole(label, {
    name,
    service: 'ec2.amazonaws.com',
    statements: [
      ...tablesOf(component, platform),
      ...databaseComponents(platform)
        .filter((database) => component.needs.includes(database.name))
        .flatMap((database) => passwordReads(platform, database, region.name)),
    ],
  });
  const reach = managedPolicy(label, role, 'AmazonSSMManagedInstanceCore');
  const profile = resource('aws_iam_instance_profile', label, { name, role: ref(role, 'name') });
  return { profile, blocks: [...blocks, reach, profile] };
}

/** What a machine does by itself: it reads and writes the tables that it needs. */
function tablesOf({ needs }: VirtualMachines, platform: Platform): Statement[] {
  const tables = componentsOf(platform, 'dynamodb').filter(({ name }) => needs.includes(name));
  return tables.map(({ name }) =>
    allow(sidOf('Items', name), {
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
      resources: [published(name, 'arn'), template`${published(name, 'arn')}/index/*`],
    }),
  );
}

function machine(input: Input): LayerFragment {
  const { component } = input;
  const label = labelOf(component.name);
  const own = securityGroup(input);
  const out = resource('aws_vpc_security_group_egress_rule', label, {
    description: 'To stores, and to AWS by way of the NAT gateways',
    security_group_id: ref(own, 'id'),
    cidr_ipv4: '0.0.0.0/0',
    ip_protocol: '-1',
  });
  return {
    layer: 'cluster',
    file: component.name,
    blocks: [own, out, ...keyFor(input).blocks, ...roleOf(input).blocks, templateOf(input)],
    publishes: {
      'security-group-id': ref(own, 'id'),
      'launch-template-id': ref(templateOf(input), 'id'),
      'launch-template-version': ref(templateOf(input), 'latest_version'),
    },
  };
}

function group({ component, platform, region }: Input): LayerFragment {
  const size = region.role === 'standby' ? component.standby : component.active;
  const balancers = balancersOf(component, platform, region.name);
  const name = nameOf(platform, component);
  return {
    layer: 'edge',
    file: component.name,
    publishes: { 'group-name': name },
    blocks: [
      resource(
        'aws_autoscaling_group',
        labelOf(component.name),
        {
          name,
          min_size: size.min,
          max_size: size.max,
          desired_capacity: size.desired,
          vpc_zone_identifier: published(networkOf(platform), 'workload-subnet-ids'),
          target_group_arns: balancers.map((balancer) =>
            published(balancer.name, `target-group-arn-${component.name}`),
          ),
          health_check_type: balancers.length > 0 ? 'ELB' : 'EC2',
          health_check_grace_period: 120,
          launch_template: {
            id: published(component.name, 'launch-template-id'),
            version: published(component.name, 'launch-template-version'),
          },
          instance_refresh: {
            strategy: 'Rolling',
            preferences: { min_healthy_percentage: 66 },
          },
          tag: { key: 'Name', value: name, propagate_at_launch: true },
          lifecycle: {
            ignore_changes: [
              'desired_capacity',
              'min_size',
              // A recovery gives it the size of one that serves.
              ...(size.max === component.active.max ? [] : ['max_size']),
            ],
          },
        },
        {
          remarks: {
            'lifecycle.ignore_changes':
              'A recovery scales it up: an apply in the middle of it must not scale it down.',
          },
        },
      ),
    ],
  };
}
