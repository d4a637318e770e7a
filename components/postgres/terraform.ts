import type { Platform, Postgres } from '@outrigger/model';
import type { CopyState, DataState } from '@outrigger/recovery';
import {
  type Addressed,
  arnOf,
  type Block,
  data,
  type Expression,
  type Found,
  foundIn,
  imported,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  refInto,
  removed,
  resource,
  type TerraformFacet,
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
 * A writer with its standby in a second zone, and a read replica in each region that follows. What
 * a failover changes is ignored; what can't be demoted is made anew under a name of its own.
 */
export const terraform: TerraformFacet<'postgres'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const services = keyServices(platform, component, region.name);
    const key = keyOf(platform, component, region.name, services);
    const credentials = credentialsOf(input, key.arn);
    const instance = instanceOf(input, key.arn, credentials);
    const managed = managedSecret(component, instance.current);
    const { group, subnets } = surroundings(platform, component);
    const monitoring = monitoringRole(platform, component, region.name);
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
          ...instance.blocks,
        ],
        publishes: {
          'security-group-id': ref(group, 'id'),
          'key-arn': key.arn,
          endpoint: ref(instance.current, 'address'),
          identifier: ref(instance.current, 'identifier'),
          ...managed.publishes,
        },
      },
      ...credentials.files,
      ...managed.files,
      ...ingressOf(platform, component, component.port, region.name),
      ...(isWatched(platform, component) ? [] : alarmsOf(input, instance.current, key.arn)),
    ];
  },
  peering: (input) => peerEndpoints(input),
  existing: (input, found) => [
    existing(input, found),
    ...ingressOf(input.platform, input.component, input.component.port, input.region.name),
  ],
};

/**
 * After a recovery that is the instance which it has made: the one before can follow nobody, is
 * kept, and nobody may be sent there.
 */
function existing(input: RegionInput<'postgres'>, found: Found): LayerFragment {
  const { component, platform, region, state } = input;
  const generation = state.data[component.name]?.copies[region.name]?.generation ?? 1;
  const first = found.by === 'id' ? { db_instance_identifier: found.id } : { tags: found.tags };
  const made = identifierOf(platform, component, region.name, generation);
  const instance = data(
    'aws_db_instance',
    labelOf(component.name),
    generation === 1 ? first : { db_instance_identifier: made },
  );
  return {
    layer: 'data',
    file: component.name,
    blocks: [instance],
    publishes: {
      'security-group-id': refInto(instance, 'vpc_security_groups', '[0]'),
      'key-arn': ref(instance, 'kms_key_id'),
      endpoint: ref(instance, 'address'),
      identifier: ref(instance, 'db_instance_identifier'),
    },
  };
}

function parametersOf(platform: Platform, component: Postgres) {
  const major = component.version.split('.')[0];
  return resource('aws_db_parameter_group', labelOf(component.name), {
    name: `${nameOf(platform, component)}-${major}`,
    family: `postgres${major}`,
    description: `${component.name}: TLS only, slow statements are logged`,
    parameter: [
      { name: 'rds.force_ssl', value: '1' },
      { name: 'log_statement', value: 'ddl' },
      { name: 'log_min_duration_statement', value: '1000' },
    ],
    lifecycle: { create_before_destroy: true },
  });
}

/** Its identifier says the region, never the role; from the second generation on, which one. */
function identifierOf(platform: Platform, component: Postgres, region: string, generation: number) {
  const base = `${nameOf(platform, component)}-${region}`;
  return generation === 1 ? base : `${base}-${generation}`;
}

function labelIn(component: Postgres, generation: number): string {
  const label = labelOf(component.name);
  return generation === 1 ? label : `${label}_${generation}`;
}

function instanceOf(
  input: RegionInput<'postgres'>,
  keyArn: Expression,
  credentials: Credentials,
): {
  readonly current: Addressed<'address' | 'identifier' | 'master_user_secret'>;
  readonly blocks: readonly Block[];
} {
  const { component, region, state } = input;
  const store = state.data[component.name];
  const copy = store?.copies[region.name];
  if (store === undefined || copy === undefined) {
    throw new Error(`${component.name} has no copy in ${region.name} by the recovery state`);
  }
  const current = resource(
    'aws_db_instance',
    labelIn(component, copy.generation),
    {
      ...bodyOf(input, copy, keyArn),
      ...passwordOf(component, credentials),
      ...sharedBody(input, store, copy, keyArn),
      lifecycle: { ignore_changes: ignoredOf(credentials) },
    },
    {
      remarks: remarksOf(component, store, copy, region.name, credentials),
      ...(isTwice(component, store, region.name)
        ? {}
        : {
            accepted: { CKV_AWS_157: 'Only the copy that writes has a standby in a second zone' },
          }),
    },
  );
  return {
    current,
    blocks: [
      ...released(component, copy),
      ...allLogs(input, copy, keyArn),
      current,
      ...taken(input, copy, current),
    ],
  };
}

const exportedLogs = ['postgresql', 'upgrade'] as const;

function logsOf(
  platform: Platform,
  component: Postgres,
  region: string,
  generation: number,
  keyArn: Expression,
) {
  const identifier = identifierOf(platform, component, region, generation);
  const label = labelIn(component, generation);
  return logGroups(label, `/aws/rds/instance/${identifier}`, exportedLogs, keyArn);
}

/**
 * Of every copy that was here, and of the one that a recovery would make next: its logs are to
 * have a key from the first line on.
 */
function allLogs(
  { component, platform, region }: RegionInput<'postgres'>,
  { generation }: CopyState,
  keyArn: Expression,
): readonly Block[] {
  const last = component.replicaIn.length === 0 ? generation : generation + 1;
  return Array.from({ length: last }, (_, index) =>
    logsOf(platform, component, region.name, index + 1, keyArn),
  ).flat();
}

/** Whether the copy in a region has a standby in a second zone. */
function isTwice(component: Postgres, { writerIn }: DataState, region: string): boolean {
  return writerIn === region ? component.multiZone : component.replicaMultiZone;
}

/** A copy that was promoted writes; one that wrote when its region was lost follows nobody yet. */
function isFollowing({ writerIn }: DataState, { madeFrom }: CopyState, region: string): boolean {
  return madeFrom !== null && writerIn !== region;
}

/** What only a source has, or only a replica. */
function bodyOf(input: RegionInput<'postgres'>, copy: CopyState, keyArn: Expression) {
  const { component, platform, region } = input;
  const identifier = identifierOf(platform, component, region.name, copy.generation);
  if (copy.madeFrom !== null) {
    const { region: from, generation } = copy.madeFrom;
    const standing = foundIn(component, from);
    const made = identifierOf(platform, component, from, generation);
    const source = standing?.by === 'id' && generation === 1 ? standing.id : made;
    return { identifier, replicate_source_db: arnOf('rds', from, `db:${source}`) };
  }
  return {
    identifier,
    engine: 'postgres',
    engine_version: component.version,
    db_name: component.database,
    username: administrator,
    ...(component.replicaIn.length === 0
      ? { manage_master_user_password: true, master_user_secret_kms_key_id: keyArn }
      : {}),
  };
}

function passwordOf({ credentials }: Postgres, { password }: Credentials) {
  return password === null
    ? {}
    : { password_wo: password, password_wo_version: credentials.version };
}

function ignoredOf({ follows }: Credentials): readonly string[] {
  return ['replicate_source_db', ...(follows ? ['password_wo_version'] : [])];
}

function sharedBody(
  { component, platform, region }: RegionInput<'postgres'>,
  store: DataState,
  copy: CopyState,
  keyArn: Expression,
) {
  const { group, subnets } = surroundings(platform, component);
  const gib = component.storageBytes / 2 ** 30;
  const identifier = identifierOf(platform, component, region.name, copy.generation);
  return {
    instance_class: component.size,
    port: component.port,
    storage_type: 'gp3',
    ...(copy.madeFrom === null ? { allocated_storage: gib } : {}),
    max_allocated_storage: 2 * gib,
    storage_encrypted: true,
    kms_key_id: keyArn,
    multi_az: isTwice(component, store, region.name),
    ...(store.moves > 0 ? { apply_immediately: true } : {}),
    db_subnet_group_name: ref(subnets, 'name'),
    vpc_security_group_ids: [ref(group, 'id')],
    publicly_accessible: false,
    parameter_group_name: ref(parametersOf(platform, component), 'name'),
    ca_cert_identifier: authority,
    iam_database_authentication_enabled: true,
    backup_retention_period: backupDays(component),
    backup_window: component.backupWindow,
    maintenance_window: component.maintenanceWindow,
    auto_minor_version_upgrade: true,
    copy_tags_to_snapshot: true,
    deletion_protection: true,
    ...(isFollowing(store, copy, region.name)
      ? { skip_final_snapshot: true }
      : { skip_final_snapshot: false, final_snapshot_identifier: `${identifier}-final` }),
    enabled_cloudwatch_logs_exports: exportedLogs,
    depends_on: logsOf(platform, component, region.name, copy.generation, keyArn),
    performance_insights_enabled: true,
    performance_insights_kms_key_id: keyArn,
    monitoring_interval: 60,
    monitoring_role_arn: ref(monitoringRole(platform, component, region.name).role, 'arn'),
  };
}

function remarksOf(
  component: Postgres,
  store: DataState,
  copy: CopyState,
  region: string,
  { follows }: Credentials,
) {
  const promotion =
    copy.madeFrom === null
      ? 'A copy that was promoted follows nobody.'
      : 'A promotion ends the replication: the next apply must not start it again.';
  const twoZones =
    component.multiZone && !component.replicaMultiZone
      ? { multi_az: 'The copy that writes has a standby in a second zone; others have none.' }
      : {};
  return {
    ...sizeRemark(component),
    ...twoZones,
    ...(store.moves === 0
      ? {}
      : {
          apply_immediately:
            'It has moved: a standby in a second zone must not wait for the next maintenance ' +
            'window. Every other change comes at once as well.',
        }),
    ...(copy.madeFrom === null
      ? {}
      : { replicate_source_db: 'By its name: no region reads another.' }),
    ...(isFollowing(store, copy, region)
      ? { skip_final_snapshot: 'RDS refuses to take one of a copy that follows.' }
      : {}),
    max_allocated_storage: 'The disk grows by itself up to here.',
    'lifecycle.ignore_changes': follows ? `${promotion} ${passwordRemark}` : promotion,
  };
}

/** What stood here before can't follow: it is kept, and Terraform forgets it. */
function released(component: Postgres, { generation }: CopyState): readonly Block[] {
  return Array.from({ length: generation - 1 }, (_, index) =>
    removed(
      `aws_db_instance.${labelIn(component, index + 1)}`,
      'Another region writes now, and this copy can follow nobody. It stays until a person ' +
        'deletes it: it may hold the only copy of a lost write.',
    ),
  );
}

/** A later generation was made by a recovery: Terraform takes it over as it stands. */
function taken(
  { component, platform, region }: RegionInput<'postgres'>,
  { generation }: CopyState,
  current: Addressed<never>,
): readonly Block[] {
  if (generation === 1) return [];
  const id = identifierOf(platform, component, region.name, generation);
  return [imported(current, id, 'The recovery made it; once it is taken over, this does nothing.')];
}

function alarmsOf(
  { component, platform, region }: RegionInput<'postgres'>,
  current: Addressed<'identifier'>,
  keyArn: Expression,
): LayerFragment[] {
  const lagSeconds = component.alarms.replicationLagMs / 1000;
  return databaseAlarms(platform, component, {
    keyArn,
    dimension: 'DBInstanceIdentifier',
    identifier: ref(current, 'identifier'),
    lag: { metric: 'ReplicaLag', threshold: lagSeconds, unit: `${lagSeconds} s` },
    stoppedBelow: 0,
    source: 'db-instance',
    region: region.name,
  });
}
