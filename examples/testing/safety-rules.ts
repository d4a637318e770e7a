/** What keeps data and doors safe in any Terraform of ours: each rule says what does not hold. */
import { always, type Said } from './always.ts';
import { bare, listOf, mapOf, type Parsed, type ParsedMap } from './hcl.ts';
import { blocksOf, type Rule } from './module-rules.ts';
import { referencesIn } from './references.ts';

/** Every value under a path, by way of each of the blocks inside. */
function valuesAt(value: Parsed | undefined, path: string): readonly Parsed[] {
  const [first, ...rest] = path === '' ? [] : path.split('.');
  if (first === undefined) return listOf(value);
  return listOf(value).flatMap((inner) => valuesAt(mapOf(inner)[first], rest.join('.')));
}

/** By its path: what stands in a block and refers to nothing. */
function literalsIn(value: Parsed, path: string): readonly (readonly [string, Parsed])[] {
  if (Array.isArray(value)) return value.flatMap((inner) => literalsIn(inner, path));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      literalsIn(inner, path === '' ? key : `${path}.${key}`),
    );
  }
  return [[path, value]];
}

function fits(value: Parsed, said: Said): boolean {
  if (said instanceof RegExp) return said.test(String(value));
  if (Array.isArray(said)) return said.includes(value);
  return value === said;
}

function unfit(found: readonly Parsed[], said: Said): boolean {
  if (typeof said !== 'object' || !('holds' in said)) {
    return found.some((value) => !fits(value, said));
  }
  const texts = found.map((value) => bare(String(value)));
  return said.holds.some((text) => !texts.includes(text));
}

function typeOf(address: string): string {
  return address.slice(0, address.lastIndexOf('.'));
}

/** Every row of `always` holds for every resource of its type. */
export const alwaysSaid: Rule = (modules) =>
  blocksOf(modules, '').flatMap(({ folder, address, body }) =>
    Object.entries(always[typeOf(address)] ?? {}).flatMap(([written, said]) => {
      const path = written.replace(/\?$/, '');
      const found = valuesAt(body, path);
      if (found.length === 0) {
        return path === written ? [`${folder} ${address} says no ${path}`] : [];
      }
      return unfit(found, said)
        ? [`${folder} ${address}: ${path} is ${JSON.stringify(found)}`]
        : [];
    }),
  );

const switches = /^[A-Z][A-Z0-9_]+$/;

/** No switch is written that no row of `always` knows: a new one needs its row. */
export const everySwitchIsKnown: Rule = (modules) => {
  const unknown = blocksOf(modules, 'aws_').flatMap(({ address, body }) => {
    const type = typeOf(address);
    const known = Object.keys(always[type] ?? {}).map((path) => path.replace(/\?$/, ''));
    return literalsIn(body, '')
      .filter(([path]) => !path.startsWith('tags.') && !known.includes(path))
      .filter(([, value]) => typeof value === 'boolean' || switches.test(String(value)))
      .map(([path, value]) => `${type}.${path} is ${String(value)}`);
  });
  return [...new Set(unknown)].sort();
};

/** Parameters by which a server refuses whoever comes in clear text, by the family's engine. */
const tlsOnly: readonly (readonly [RegExp, string, string])[] = [
  [/^postgres|^aurora-postgresql/, 'rds.force_ssl', '1'],
  [/^aurora-mysql/, 'require_secure_transport', 'ON'],
  [/^docdb/, 'tls', 'enabled'],
];

const parameterGroup = /\b(aws_(?:db|rds_cluster|docdb_cluster)_parameter_group\.\w+)/;

/** Every database names a parameter group, and it lets nobody in without TLS. */
export const databasesTakeTlsOnly: Rule = (modules) => {
  const all = ['aws_db_instance.', 'aws_rds_cluster.', 'aws_docdb_cluster.'];
  return all
    .flatMap((type) => blocksOf(modules, type))
    .flatMap(({ folder, address, body }) => {
      const named = body.parameter_group_name ?? body.db_cluster_parameter_group_name;
      const group = modules.get(folder)?.blocks.get(parameterGroup.exec(String(named))?.[1] ?? '');
      const [, name, value] = tlsOnly.find(([family]) => family.test(String(group?.family))) ?? [];
      const set = listOf(group?.parameter).map(mapOf);
      const isSafe =
        name !== undefined && set.some((one) => one.name === name && one.value === value);
      return isSafe ? [] : [`${folder} ${address} takes clear text`];
    });
};

/**
 * Each state is encrypted with the key that `bootstrap/` makes where its bucket is. Without the
 * name of a key the backend asks S3 for a key of S3's own, whatever the bucket says.
 */
export const statesHaveOurKey: Rule = (modules) => {
  const aliases = blocksOf(modules, 'aws_kms_alias.')
    .filter(({ folder }) => folder === 'bootstrap')
    .map(({ body }) => `${String(body.region)} ${String(body.name)}`);
  return [...modules.values()]
    .filter(({ folder }) => folder !== 'bootstrap')
    .filter(({ backend }) => {
      const key = `${String(backend.region)} ${String(backend.kms_key_id)}`;
      return backend.encrypt !== true || !aliases.includes(key);
    })
    .map(({ folder }) => `${folder} has its state under another key than ours`);
};

/** A database leaves a snapshot, but for a replica, of which RDS refuses to take one. */
export const onlyReplicasLeaveNoSnapshot: Rule = (modules) =>
  blocksOf(modules, 'aws_db_instance.')
    .filter(({ body }) => {
      const isReplica = body.replicate_source_db !== undefined;
      const isNamed = body.final_snapshot_identifier !== undefined;
      return body.skip_final_snapshot !== isReplica || isNamed === isReplica;
    })
    .map(({ folder, address }) => `${folder} ${address} can't be deleted, or leaves nothing`);

/** What has to stand beside a resource, and by which argument it says so. */
const companions: readonly (readonly [string, string, string])[] = [
  ['aws_s3_bucket', 'aws_s3_bucket_public_access_block', 'bucket'],
  ['aws_s3_bucket', 'aws_s3_bucket_server_side_encryption_configuration', 'bucket'],
  ['aws_s3_bucket', 'aws_s3_bucket_versioning', 'bucket'],
  ['aws_s3_bucket', 'aws_s3_bucket_policy', 'bucket'],
  ['aws_s3_bucket', 'aws_s3_bucket_lifecycle_configuration', 'bucket'],
  ['aws_efs_file_system', 'aws_efs_backup_policy', 'file_system_id'],
  ['aws_efs_file_system', 'aws_efs_file_system_policy', 'file_system_id'],
  ['aws_efs_file_system', 'aws_efs_mount_target', 'file_system_id'],
  ['aws_ecr_repository', 'aws_ecr_lifecycle_policy', 'repository'],
  ['aws_vpc', 'aws_flow_log', 'vpc_id'],
  ['aws_vpc', 'aws_default_security_group', 'vpc_id'],
  ['aws_subnet', 'aws_route_table_association', 'subnet_id'],
  ['aws_subnet', 'aws_network_acl', 'subnet_ids'],
  ['aws_eks_cluster', 'aws_iam_openid_connect_provider', 'url'],
  ['aws_kms_key', 'aws_kms_alias', 'target_key_id'],
  ['aws_sns_topic', 'aws_sns_topic_policy', 'arn'],
  ['aws_rds_cluster', 'aws_rds_cluster_instance', 'cluster_identifier'],
  ['aws_docdb_cluster', 'aws_docdb_cluster_instance', 'cluster_identifier'],
  ['aws_lb', 'aws_lb_listener', 'load_balancer_arn'],
  ['aws_wafv2_web_acl', 'aws_wafv2_web_acl_logging_configuration', 'resource_arn'],
];

/** Nothing stands without what closes, keeps or watches it. */
export const nothingStandsAlone: Rule = (modules) =>
  companions.flatMap(([type, other, argument]) =>
    blocksOf(modules, `${type}.`)
      .filter(({ folder, address }) => {
        const beside = [...(modules.get(folder)?.blocks ?? [])].filter(([each]) =>
          each.startsWith(`${other}.`),
        );
        return !beside.some(([, body]) => referencesIn(body[argument]).includes(address));
      })
      .map(({ folder, address }) => `${folder} ${address} has no ${other}`),
  );

/** Who is told of something that is wrong: a topic that the teller may publish to. */
export const alarmsAreHeard: Rule = (modules) =>
  blocksOf(modules, 'aws_sns_topic.').flatMap(({ folder, address }) => {
    const own = [...(modules.get(folder)?.blocks ?? [])];
    const refers = (body: ParsedMap, argument: string) =>
      referencesIn(body[argument]).includes(address);
    const heard = own.some(
      ([each, body]) =>
        (each.startsWith('aws_sns_topic_subscription.') && refers(body, 'topic_arn')) ||
        (each.startsWith('aws_chatbot_') && refers(body, 'sns_topic_arns')),
    );
    return heard ? [] : [`${folder} ${address} is heard by nobody`];
  });

/** What tells something by itself, and the source by which EventBridge would tell it once more. */
const tellers: readonly (readonly [string, RegExp, string])[] = [
  ['aws_cloudwatch_metric_alarm', /"aws\.cloudwatch"/, 'alarms'],
  ['aws_db_event_subscription', /"aws\.rds"/, 'events of databases'],
];

const isOfDocuments = (address: string) => address.includes('aws_docdb_cluster.');

/** What calls a topic by itself is sent there by no rule of EventBridge once more. */
export const alarmsAreToldOnce: Rule = (modules) =>
  tellers.flatMap(([type, source, what]) => {
    const calling = blocksOf(modules, `${type}.`)
      .filter(({ body }) => listOf(body.alarm_actions ?? body.sns_topic).length > 0)
      // EventBridge is not said to have what DocumentDB tells.
      .filter(({ body }) => !listOf(body.source_ids).some((id) => isOfDocuments(String(id))))
      .map(({ folder }) => folder.split('/')[0]);
    return blocksOf(modules, 'aws_cloudwatch_event_rule.')
      .filter(({ body }) => source.test(String(body.event_pattern)))
      .filter(({ folder }) => calling.includes(folder.split('/')[0]))
      .map(({ folder, address }) => `${folder} ${address} tells ${what} a second time`);
  });

/**
 * Of each database somebody is told that it fails: by RDS itself, or by EventBridge; of DocumentDB
 * by itself alone.
 */
export const databasesTell: Rule = (modules) =>
  ['aws_db_instance.', 'aws_rds_cluster.', 'aws_docdb_cluster.']
    .flatMap((type) => blocksOf(modules, type))
    .filter(({ folder, address }) => {
      const [region] = folder.split('/');
      const here = (type: string) =>
        blocksOf(modules, `${type}.`).filter((one) => one.folder.startsWith(`${region}/`));
      const label = address.slice(address.lastIndexOf('.') + 1).replace(/_\d$/, '');
      const isTold =
        here('aws_db_event_subscription').some((one) => one.address.endsWith(`.${label}`)) ||
        (!isOfDocuments(address) &&
          here('aws_cloudwatch_event_rule').some(({ body }) =>
            /"aws\.rds"/.test(String(body.event_pattern)),
          ));
      return !isTold;
    })
    .map(({ folder, address }) => `${folder} ${address} fails, and nobody is told`);

/** What is published is in step with the ports: one port, and the same at both ends. */
export const rulesNameOnePort: Rule = (modules) =>
  blocksOf(modules, 'aws_vpc_security_group_')
    .filter(({ body }) => body.ip_protocol !== '-1' && body.from_port !== body.to_port)
    .map(({ folder, address }) => `${folder} ${address} lets in more than one port`);

/** From anywhere come clients to a load balancer, by 80 and 443, and nobody else. */
export const onlyClientsComeFromAnywhere: Rule = (modules) =>
  blocksOf(modules, 'aws_vpc_security_group_ingress_rule.')
    .filter(({ body }) => body.cidr_ipv4 === '0.0.0.0/0')
    .filter(({ folder, body }) => {
      const group = bare(String(body.security_group_id)).replace(/\.id$/, '');
      const guarded = [...(modules.get(folder)?.blocks ?? [])].filter(([, other]) =>
        referencesIn(other.security_groups ?? other.vpc_security_group_ids).includes(group),
      );
      const isEntrance =
        guarded.length > 0 && guarded.every(([each]) => each.startsWith('aws_lb.'));
      return !isEntrance || ![80, 443].includes(Number(body.from_port));
    })
    .map(({ folder, address }) => `${folder} ${address} is open to anybody`);

/** What services send of themselves (EventBridge events reference; read 2026-11-22). */
const sent: { readonly [source: string]: readonly RegExp[] } = {
  'aws.access-analyzer': [/^Access Analyzer Finding$/, /^Unused Access Finding for IAM entities$/],
  'aws.autoscaling': [/^EC2 Instance (Launch|Terminate) (Uns|S)uccessful$/],
  'aws.cloudwatch': [/^CloudWatch Alarm State Change$/],
  'aws.codepipeline': [/^CodePipeline Pipeline Execution State Change$/],
  'aws.ecr': [/^ECR Image (Action|Scan)$/, /^ECR Replication Action$/],
  'aws.eks': [
    /^EKS Addon (Creation|Update|Deletion) (Failed|Succeeded)$/,
    /^EKS Addon Health (Degraded|Restored)$/,
    /^EKS Fargate Pod Scheduled Termination$/,
  ],
  'aws.health': [/^AWS Health (Abuse )?Event$/],
  'aws.rds': [/^RDS DB (Cluster|Instance) Event$/],
};

/**
 * A rule of EventBridge says of what it tells: else it tells every call of an API. And what it says
 * is sent: of a type that there is not it would tell nothing, ever.
 */
export const rulesSayWhatTheyTell: Rule = (modules) =>
  blocksOf(modules, 'aws_cloudwatch_event_rule.')
    .filter(({ body }) => body.event_pattern !== undefined)
    .flatMap(({ folder, address, body }) => {
      const pattern = String(body.event_pattern);
      const source = /\bsource"? *[=:] *\["([^"]+)"\]/.exec(pattern)?.[1] ?? '';
      const types =
        /\bdetail-type"? *[=:] *\[([^\]]*)\]/.exec(pattern)?.[1]?.match(/[^",]+/g) ?? [];
      const named = types.map((type) => type.trim()).filter((type) => type !== '');
      if (named.length === 0) return [`${folder} ${address} tells everything`];
      return named
        .filter((type) => sent[source]?.some((name) => name.test(type)) !== true)
        .map((type) => `${folder} ${address} waits for ${type}, which ${source} doesn't send`);
    });

/** Every alarm that calls somebody is summed up in its region. */
export const alarmsAreSummedUp: Rule = (modules) => {
  const sums = blocksOf(modules, 'aws_cloudwatch_composite_alarm.');
  return blocksOf(modules, 'aws_cloudwatch_metric_alarm.')
    .filter(({ body }) => body.actions_enabled !== false)
    .flatMap(({ folder, address, body }) => {
      const region = body.region ?? folder.split('/')[0];
      const own = sums.find((sum) => sum.folder.startsWith(`${String(region)}/`));
      if (own === undefined) return [];
      const named = `ALARM("${String(body.alarm_name)}")`;
      const isIn = String(own.body.alarm_rule).includes(named);
      return isIn ? [] : [`${folder} ${address} is not summed up`];
    });
};
