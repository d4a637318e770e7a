import type { Documentdb, Platform } from '@outrigger/model';
import {
  type Addressed,
  type Expression,
  type LayerFragment,
  labelOf,
  published,
  type RegionInput,
  ref,
  resource,
  type TerraformFacet,
  type TerraformInput,
  type WideFragment,
} from '@outrigger/terraform';
import {
  administrator,
  type Credentials,
  credentialsOf,
  managedSecret,
  passwordRemark,
} from '../database-credentials.ts';
import {
  authority,
  backupDays,
  closedGroup,
  keyServices,
  logGroups,
  peerEndpoints,
  privateSubnets,
  sizeRemark,
} from '../database-terraform.ts';
import { ingressOf, keyOf, nameOf } from '../terraform.ts';

type Input = RegionInput<'documentdb'>;

/**
 * A cluster in each region, joined by a global cluster where regions follow. A managed failover
 * turns the roles round and keeps every name: nothing but the password says who writes.
 */
export const terraform: TerraformFacet<'documentdb'> = {
  global: (input) => (input.component.replicaIn.length === 0 ? [] : [globalCluster(input)]),
  region: (input) => {
    const { component, platform, region } = input;
    const services = keyServices(platform, component, region.name);
    const key = keyOf(platform, component, region.name, services);
    const { group, subnets } = surroundings(input);
    const credentials = credentialsOf(input, key.arn);
    const cluster = clusterOf(input, key.arn, credentials);
    const managed = managedSecret(component, cluster);
    return [
      {
        layer: 'data',
        file: component.name,
        blocks: [
          ...key.blocks,
          group,
          subnets,
          parametersOf(platform, component),
          ...logsOf(input, key.arn),
          cluster,
          ...instancesOf(input, cluster, key.arn),
        ],
        publishes: {
          'security-group-id': ref(group, 'id'),
          'key-arn': key.arn,
          endpoint: ref(cluster, 'endpoint'),
          'reader-endpoint': ref(cluster, 'reader_endpoint'),
          identifier: ref(cluster, 'cluster_identifier'),
          ...managed.publishes,
        },
      },
      ...credentials.files,
      ...managed.files,
      ...ingressOf(platform, component, component.port, region.name),
    ];
  },
  peering: (input) => peerEndpoints(input),
  // The provider reads no cluster of DocumentDB: a person is asked for what others need of it.
  existing: ({ component, platform, region }, found) => [
    ...(found.by === 'id' ? [identified(component, found.id)] : []),
    ...ingressOf(platform, component, component.port, region.name),
  ],
};

/** The id is the identifier, as it is written: nobody is asked for that again. */
function identified({ name }: Documentdb, identifier: string): LayerFragment {
  return { layer: 'data', file: name, blocks: [], publishes: { identifier } };
}

/** DocumentDB counts its versions in full: 5.0 is 5.0.0. */
function versionOf({ version }: Documentdb): string {
  return `${version}.0`;
}

function globalCluster({ component, platform }: TerraformInput<'documentdb'>): WideFragment {
  const whole = resource(
    'aws_docdb_global_cluster',
    labelOf(component.name),
    {
      global_cluster_identifier: nameOf(platform, component),
      engine: 'docdb',
      engine_version: versionOf(component),
      storage_encrypted: true,
      deletion_protection: true,
      lifecycle: { ignore_changes: ['database_name', 'engine_version'] },
    },
    {
      comment:
        'The clusters of all regions are its members; a failover only turns the roles round.',
      remarks: { 'lifecycle.ignore_changes': 'A change of these would replace all of it.' },
    },
  );
  return {
    file: component.name,
    blocks: [whole],
    publishes: { 'global-cluster-id': ref(whole, 'id') },
  };
}

function surroundings({ component, platform }: Input) {
  const subnets = resource(
    'aws_docdb_subnet_group',
    labelOf(component.name),
    privateSubnets(platform, component),
  );
  return { group: closedGroup(platform, component), subnets };
}

function parametersOf(platform: Platform, component: Documentdb) {
  return resource('aws_docdb_cluster_parameter_group', labelOf(component.name), {
    name: `${nameOf(platform, component)}-${component.version.replace('.', '-')}`,
    family: `docdb${component.version}`,
    description: `${component.name}: TLS only, audited`,
    parameter: [
      { name: 'tls', value: 'enabled' },
      { name: 'audit_logs', value: 'enabled' },
    ],
    lifecycle: { create_before_destroy: true },
  });
}

/** What differs between the clusters: which was first, and which writes. */
function ownBody({ component, region }: Input, { password }: Credentials) {
  const { replicaIn, credentials, writerIn } = component;
  const first = region.name === writerIn ? { master_username: administrator } : {};
  if (replicaIn.length === 0) return { ...first, manage_master_user_password: true };
  if (password === null) return first;
  return {
    ...first,
    master_password_wo: password,
    master_password_wo_version: credentials.version,
  };
}

const exportedLogs = ['audit', 'profiler'] as const;

function logsOf({ component, platform, region }: Input, keyArn: Expression) {
  const place = `/aws/docdb/${nameOf(platform, component)}-${region.name}` as const;
  return logGroups(component.name, place, exportedLogs, keyArn);
}

function clusterOf(input: Input, keyArn: Expression, credentials: Credentials) {
  const { component, platform, region } = input;
  const { group, subnets } = surroundings(input);
  const identifier = `${nameOf(platform, component)}-${region.name}`;
  const isGlobal = component.replicaIn.length > 0;
  return resource(
    'aws_docdb_cluster',
    labelOf(component.name),
    {
      cluster_identifier: identifier,
      ...(isGlobal
        ? { global_cluster_identifier: published(component.name, 'global-cluster-id') }
        : {}),
      engine: 'docdb',
      engine_version: versionOf(component),
      ...ownBody(input, credentials),
      port: component.port,
      storage_encrypted: true,
      kms_key_id: keyArn,
      db_subnet_group_name: ref(subnets, 'name'),
      vpc_security_group_ids: [ref(group, 'id')],
      db_cluster_parameter_group_name: ref(parametersOf(platform, component), 'name'),
      backup_retention_period: backupDays(component),
      preferred_backup_window: component.backupWindow,
      preferred_maintenance_window: component.maintenanceWindow,
      enabled_cloudwatch_logs_exports: exportedLogs,
      depends_on: logsOf(input, keyArn),
      deletion_protection: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: `${identifier}-final`,
      lifecycle: {
        ignore_changes: [
          'global_cluster_identifier',
          'engine_version',
          'master_username',
          ...(credentials.follows ? ['master_password_wo_version'] : []),
        ],
      },
    },
    {
      remarks: {
        'lifecycle.ignore_changes':
          'While it has failed over, a cluster may be out of the global one for a time: an apply ' +
          'must neither detach nor replace it. Versions are raised for the global cluster.' +
          (credentials.follows ? ` ${passwordRemark}` : ''),
      },
    },
  );
}

function instancesOf(
  { component, platform, region }: Input,
  cluster: Addressed<'id'>,
  keyArn: Expression,
) {
  const isFirst = component.writerIn === region.name;
  const count = isFirst ? component.instances : component.replicaInstances;
  return Array.from({ length: count }, (_, index) =>
    resource(
      'aws_docdb_cluster_instance',
      `${labelOf(component.name)}_${index + 1}`,
      {
        identifier: `${nameOf(platform, component)}-${region.name}-${index + 1}`,
        cluster_identifier: ref(cluster, 'id'),
        instance_class: component.size,
        promotion_tier: Math.min(index, 15),
        ca_cert_identifier: authority,
        auto_minor_version_upgrade: true,
        preferred_maintenance_window: component.maintenanceWindow,
        enable_performance_insights: true,
        performance_insights_kms_key_id: keyArn,
        copy_tags_to_snapshot: true,
      },
      { remarks: sizeRemark(component) },
    ),
  );
}
