import {
  type Addressed,
  forAutoScaling,
  forLogs,
  hcl,
  type LayerFragment,
  labelOf,
  managedPolicy,
  partition,
  published,
  type RegionInput,
  ref,
  refInto,
  resource,
  serviceRole,
  template,
  variable,
} from '@outrigger/terraform';
import { keyOf, nameOf, networkOf } from '../../terraform.ts';

type Input = RegionInput<'kubernetes-cluster'>;

/** Logs of a control plane are kept for a year: an audit looks back that far. */
const logDays = 365;

/** EKS keeps no name of a region: the same in both, so that manifests are the same too. */
export function clusterName({ platform, component }: Input): string {
  return nameOf(platform, component);
}

export function roleName(input: Input, what: string): string {
  return `${clusterName(input)}-${what}-${input.region.name}`;
}

/**
 * Without any range EKS opens its endpoint to the world. One holder is given an IPv4 /8 at most
 * (IANA's registry): what is wider is mostly others', and two halves of the world are the world.
 */
function areOwnRanges(ranges: string): string {
  const isRange = 'can(cidrhost(range, 0))';
  const isNarrow = 'can(regex("^[0-9.]+/([89]|[12][0-9]|3[0-2])$", range))';
  return `length(${ranges}) > 0 && alltrue([for range in ${ranges} : ${isRange} && ${isNarrow}])`;
}

/** What a person says who applies it: who reaches the cluster, and who administers it. */
function variables({ component }: Input) {
  const label = labelOf(component.name);
  const ranges = variable(`${label}_endpoint_cidrs`, {
    type: 'list(string)',
    description: `Addresses that reach the API of ${component.name} from outside.`,
    validation: {
      condition: hcl(areOwnRanges(`var.${label}_endpoint_cidrs`)),
      error_message:
        'Name at least one IPv4 range of your own, like 203.0.113.0/24, and none wider than /8.',
    },
  });
  const administrators = variable(`${label}_administrators`, {
    type: 'list(string)',
    description: `Roles that administer ${component.name}: whoever deploys, and who recovers.`,
    validation: {
      condition: hcl(`length(var.${label}_administrators) > 0`),
      error_message: 'Name one role at least: without one, nobody reaches the cluster.',
    },
  });
  return { ranges, administrators };
}

/** It encrypts secrets and logs, and the disks that Auto Scaling starts nodes with. */
export function keyFor({ platform, component, region }: Input) {
  const services = [forLogs(region.name), ...forAutoScaling()];
  return keyOf(platform, component, region.name, services);
}

function controlPlaneRole(input: Input) {
  const label = labelOf(input.component.name);
  const { role, blocks } = serviceRole(label, {
    name: roleName(input, 'control-plane'),
    service: 'eks.amazonaws.com',
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    statements: [],
  });
  const policy = managedPolicy(label, role, 'AmazonEKSClusterPolicy');
  return { role, policy, blocks: [...blocks, policy] };
}

function logGroup(input: Input) {
  return resource('aws_cloudwatch_log_group', labelOf(input.component.name), {
    // The name that EKS writes to, whatever we call it.
    name: `/aws/eks/${clusterName(input)}/cluster`,
    retention_in_days: logDays,
    kms_key_id: keyFor(input).arn,
  });
}

export function clusterOf(input: Input) {
  const { component, platform } = input;
  const { role, policy } = controlPlaneRole(input);
  const isPublic = component.endpoint !== 'private';
  const { ranges } = variables(input);
  return resource(
    'aws_eks_cluster',
    labelOf(component.name),
    {
      name: clusterName(input),
      version: component.version,
      role_arn: ref(role, 'arn'),
      deletion_protection: true,
      enabled_cluster_log_types: component.controlPlaneLogs,
      bootstrap_self_managed_addons: false,
      access_config: {
        authentication_mode: 'API',
        bootstrap_cluster_creator_admin_permissions: false,
      },
      ...(component.secretsEncryption
        ? {
            encryption_config: {
              resources: ['secrets'],
              provider: { key_arn: keyFor(input).arn },
            },
          }
        : {}),
      vpc_config: {
        subnet_ids: published(networkOf(platform), 'private-subnet-ids'),
        endpoint_private_access: true,
        endpoint_public_access: isPublic,
        ...(isPublic ? { public_access_cidrs: hcl(ranges.address) } : {}),
      },
      upgrade_policy: { support_type: 'STANDARD' },
      zonal_shift_config: { enabled: true },
      depends_on: [logGroup(input), policy],
    },
    {
      accepted: isPublic
        ? {
            CKV_AWS_38:
              'Reached from ranges that whoever applies it names; the whole world is refused',
            CKV_AWS_39: 'A recovery has to reach it from outside the region; IAM guards it',
          }
        : {},
      remarks: {
        bootstrap_self_managed_addons: 'All add-ons are in add-ons.tf, none comes by itself.',
        'access_config.bootstrap_cluster_creator_admin_permissions':
          'Who administers it is said in access.tf, not by who happened to create it.',
        zonal_shift_config: 'Traffic can be moved out of a zone before its nodes are lost.',
      },
    },
  );
}

export function clusterFile(input: Input): LayerFragment {
  const cluster = clusterOf(input);
  const { blocks } = controlPlaneRole(input);
  return {
    layer: 'cluster',
    file: 'cluster',
    blocks: [...keyFor(input).blocks, logGroup(input), ...blocks, cluster],
    publishes: {
      name: ref(cluster, 'name'),
      'security-group-id': refInto(cluster, 'vpc_config', '[0].cluster_security_group_id'),
      'key-arn': keyFor(input).arn,
      endpoint: ref(cluster, 'endpoint'),
      'certificate-authority': refInto(cluster, 'certificate_authority', '[0].data'),
    },
  };
}

/** Of EKS's own policies the one that allows everything in the cluster. */
const administratorPolicy = 'AmazonEKSClusterAdminPolicy';

/** Who administers the cluster: an entry for each role, and nobody by another way. */
export function access(input: Input): LayerFragment[] {
  const { component } = input;
  const { ranges, administrators } = variables(input);
  const label = labelOf(component.name);
  const cluster: Addressed<'name'> = clusterOf(input);
  const each = hcl(`toset(${administrators.address})`);
  const entry = resource('aws_eks_access_entry', `${label}_administrators`, {
    for_each: each,
    cluster_name: ref(cluster, 'name'),
    principal_arn: hcl('each.value'),
  });
  const policy = resource('aws_eks_access_policy_association', `${label}_administrators`, {
    for_each: each,
    cluster_name: ref(cluster, 'name'),
    principal_arn: hcl(`${entry.address}[each.key].principal_arn`),
    policy_arn: template`arn:${partition}:eks::aws:cluster-access-policy/${administratorPolicy}`,
    access_scope: { type: 'cluster' },
  });
  const isPublic = component.endpoint !== 'private';
  return [
    {
      layer: 'cluster',
      file: 'variables',
      blocks: [...(isPublic ? [ranges] : []), administrators],
    },
    { layer: 'cluster', file: 'access', blocks: [entry, policy] },
  ];
}
