import type { Aurora, Platform } from '@outrigger/model';
import {
  type Addressed,
  data,
  type Expression,
  type Found,
  hcl,
  identified,
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
  databaseAlarms,
  keyServices,
  logGroups,
  monitoringRole,
  peerEndpoints,
  sizeRemark,
  surroundings,
} from '../database-terraform.ts';
import { ingressOf, isWatched, keyOf, nameOf } from '../terraform.ts';

/**
 * A cluster in each region, joined by a global cluster where regions follow. A managed failover
 * turns the roles round and keeps every name: nothing but the password says who writes.
 */
export const terraform: TerraformFacet<'aurora'> = {
  global: (input) => (input.component.replicaIn.length === 0 ? [] : [globalCluster(input)]),
  region: (input) => {
    const { component, platform, region } = input;
    const services = keyServices(platform, component, region.name);
    const key = keyOf(platform, component, region.name, services);
    const { group, subnets } = surroundings(platform, component);
    const monitoring = monitoringRole(platform, component, region.name);
    const credentials = credentialsOf(input, key.arn);
    const cluster = clusterOf(input, key.arn, credentials);
    const managed = managedSecret(component, cluster);
    const instances = instancesOf(input, cluster, key.arn);
    return [
      {
        layer: 'data',
        file: component.name,
        blocks: [
          ...key.blocks,
          group,
          subnets,
          parametersOf(platform, component),
          ...monitoring.blocks,
          ...logsOf(input, key.arn),
          cluster,
          ...instances,
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
      ...(isWatched(platform, component) ? [] : alarmsOf(input, cluster, key.arn)),
    ];
  },
  peering: (input) => peerEndpoints(input),
  existing: (input, found) => [
    existing(input, found),
    ...ingressOf(input.platform, input.component, input.component.port, input.region.name),
  ],
};

function existing({ component }: RegionInput<'aurora'>, found: Found): LayerFragment {
  const label = labelOf(component.name);
  const { id, blocks } = identified(label, found, { type: 'rds:cluster', by: 'last part' });
  const cluster = data('aws_rds_cluster', label, { cluster_identifier: id });
  return {
    layer: 'data',
    file: component.name,
    blocks: [...blocks, cluster],
    publishes: {
      'security-group-id': hcl(`tolist(${cluster.address}.vpc_security_group_ids)[0]`),
      'key-arn': ref(cluster, 'kms_key_id'),
      endpoint: ref(cluster, 'endpoint'),
      'reader-endpoint': ref(cluster, 'reader_endpoint'),
      identifier: ref(cluster, 'cluster_identifier'),
    },
  };
}

/**
 * The newest long-term release of Aurora MySQL that is MySQL 8.0 (Aurora MySQL release notes,
 * versions and support): a platform says which MySQL it wants, Aurora has numbers of its own.
 */
const mysqlVersions: { readonly [version: string]: string } = { '8.0': '8.0.mysql_aurora.3.10.0' };

function engineOf({ engine, version }: Aurora) {
  const isMysql = engine === 'mysql';
  return {
    engine: isMysql ? 'aurora-mysql' : 'aurora-postgresql',
    engine_version: isMysql ? (mysqlVersions[version] ?? version) : version,
  };
}

function globalCluster({ component, platform }: TerraformInput<'aurora'>): WideFragment {
  const whole = resource(
    'aws_rds_global_cluster',
    labelOf(component.name),
    {
      global_cluster_identifier: nameOf(platform, component),
      ...engineOf(component),
      database_name: component.database,
      storage_encrypted: true,
      deletion_protection: true,
      lifecycle: { ignore_changes: ['database_name', 'engine_version'] },
    },
    {
      comment:
        'The clusters of all regions are its members; a failover only turns the roles round.',
      remarks: {
        'lifecycle.ignore_changes':
          'It takes the name from the cluster that writes, and a change would replace all of it.',
      },
    },
  );
  return {
    file: component.name,
    blocks: [whole],
    publishes: { 'global-cluster-id': ref(whole, 'id') },
  };
}

function parametersOf(platform: Platform, component: Aurora) {
  const isMysql = component.engine === 'mysql';
  const major = isMysql ? component.version : (component.version.split('.')[0] ?? '');
  const mysql = [
    { name: 'require_secure_transport', value: 'ON' },
    { name: 'server_audit_logging', value: '1' },
    { name: 'server_audit_events', value: 'CONNECT,QUERY_DDL,QUERY_DCL' },
  ];
  const postgresql = [
    { name: 'rds.force_ssl', value: '1' },
    { name: 'log_statement', value: 'ddl' },
    { name: 'log_min_duration_statement', value: '1000' },
  ];
  return resource('aws_rds_cluster_parameter_group', labelOf(component.name), {
    name: `${nameOf(platform, component)}-${major.replaceAll('.', '-')}`,
    family: isMysql ? `aurora-mysql${major}` : `aurora-postgresql${major}`,
    description: `${component.name}: TLS only, audited`,
    parameter: isMysql ? mysql : postgresql,
    lifecycle: { create_before_destroy: true },
  });
}

/** What differs between the clusters: which was first, and which writes. */
function ownBody(
  { component, region }: RegionInput<'aurora'>,
  keyArn: Expression,
  { password }: Credentials,
) {
  const { replicaIn, credentials, database, writerIn } = component;
  const first =
    region.name === writerIn
      ? { database_name: database, master_username: administrator }
      : { source_region: writerIn };
  if (replicaIn.length === 0) {
    return { ...first, manage_master_user_password: true, master_user_secret_kms_key_id: keyArn };
  }
  if (password === null) return first;
  return {
    ...first,
    master_password_wo: password,
    master_password_wo_version: credentials.version,
  };
}

function exportedLogs({ engine }: Aurora): readonly string[] {
  return engine === 'mysql' ? ['audit', 'error', 'slowquery'] : ['postgresql'];
}

function logsOf({ component, platform, region }: RegionInput<'aurora'>, keyArn: Expression) {
  const place = `/aws/rds/cluster/${nameOf(platform, component)}-${region.name}` as const;
  return logGroups(component.name, place, exportedLogs(component), keyArn);
}

function clusterOf(input: RegionInput<'aurora'>, keyArn: Expression, credentials: Credentials) {
  const { component, platform, region } = input;
  const { group, subnets } = surroundings(platform, component);
  const isGlobal = component.replicaIn.length > 0;
  const identifier = `${nameOf(platform, component)}-${region.name}`;
  return resource(
    'aws_rds_cluster',
    labelOf(component.name),
    {
      cluster_identifier: identifier,
      ...(isGlobal
        ? { global_cluster_identifier: published(component.name, 'global-cluster-id') }
        : {}),
      ...engineOf(component),
      ...ownBody(input, keyArn, credentials),
      port: component.port,
      storage_encrypted: true,
      kms_key_id: keyArn,
      db_subnet_group_name: ref(subnets, 'name'),
      vpc_security_group_ids: [ref(group, 'id')],
      db_cluster_parameter_group_name: ref(parametersOf(platform, component), 'name'),
      iam_database_authentication_enabled: true,
      backup_retention_period: backupDays(component),
      preferred_backup_window: component.backupWindow,
      preferred_maintenance_window: component.maintenanceWindow,
      copy_tags_to_snapshot: true,
      deletion_protection: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: `${identifier}-final`,
      enabled_cloudwatch_logs_exports: exportedLogs(component),
      depends_on: logsOf(input, keyArn),
      lifecycle: {
        ignore_changes: [
          'global_cluster_identifier',
          'replication_source_identifier',
          'engine_version',
          'master_username',
          'database_name',
          ...(credentials.follows ? ['master_password_wo_version'] : []),
        ],
      },
    },
    {
      accepted: {
        CKV2_AWS_8: `Its own backups are kept for ${backupDays(component)} days`,
        ...(component.engine === 'mysql'
          ? { CKV_AWS_326: 'A global database cannot be set back in time; a backup is restored' }
          : {}),
      },
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
  { component, platform, region }: RegionInput<'aurora'>,
  cluster: Addressed<'id' | 'engine' | 'engine_version'>,
  keyArn: Expression,
) {
  const isFirst = component.writerIn === region.name;
  const count = isFirst ? component.instances : component.replicaInstances;
  const { role } = monitoringRole(platform, component, region.name);
  return Array.from({ length: count }, (_, index) =>
    resource(
      'aws_rds_cluster_instance',
      `${labelOf(component.name)}_${index + 1}`,
      {
        identifier: `${nameOf(platform, component)}-${region.name}-${index + 1}`,
        cluster_identifier: ref(cluster, 'id'),
        engine: ref(cluster, 'engine'),
        engine_version: ref(cluster, 'engine_version'),
        instance_class: component.size,
        promotion_tier: Math.min(index, 15),
        publicly_accessible: false,
        ca_cert_identifier: authority,
        auto_minor_version_upgrade: true,
        preferred_maintenance_window: component.maintenanceWindow,
        performance_insights_enabled: true,
        performance_insights_kms_key_id: keyArn,
        monitoring_interval: 60,
        monitoring_role_arn: ref(role, 'arn'),
        copy_tags_to_snapshot: true,
      },
      { remarks: sizeRemark(component) },
    ),
  );
}

function alarmsOf(
  { component, platform, region }: RegionInput<'aurora'>,
  cluster: Addressed<'cluster_identifier'>,
  keyArn: Expression,
): LayerFragment[] {
  const { replicationLagMs } = component.alarms;
  return databaseAlarms(platform, component, {
    keyArn,
    dimension: 'DBClusterIdentifier',
    identifier: ref(cluster, 'cluster_identifier'),
    lag: {
      metric: 'AuroraGlobalDBReplicationLag',
      threshold: replicationLagMs,
      unit: `${replicationLagMs / 1000} s`,
    },
    stoppedBelow: null,
    source: 'db-cluster',
    region: region.name,
  });
}
