/** What AWS would refuse when it is applied, found before: names, and what has the same one. */
import type { Problem, ResolvedComponent } from '@outrigger/model';
import type { Block } from './hcl/block.ts';
import { expression, isExpression } from './hcl/value.ts';

interface NameLimit {
  readonly lengthMax: number;
  readonly pattern?: RegExp;
  /** What a name has to be like, where it has a pattern. */
  readonly words?: string;
  /** Whether an account has it once, whatever the region, as a role or a bucket. */
  readonly isWide?: boolean;
}

const plain = 'letters, digits and hyphens, none at an end';
const database = {
  lengthMax: 63,
  pattern: /^[a-z](?:-?[a-z0-9])*$/,
  words: 'lower-case letters, digits and single hyphens, a letter first',
} as const;
const role = {
  pattern: /^[\w+=,.@-]+$/,
  words: 'letters, digits and _+=,.@-',
  isWide: true,
} as const;

/** By resource and argument, from the API reference of each service. */
const nameLimits: { readonly [argument: string]: NameLimit } = {
  'aws_lb.name': {
    lengthMax: 32,
    pattern: /^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
    words: `${plain}, and another beginning than internal-`,
  },
  'aws_lb_target_group.name': {
    lengthMax: 32,
    pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
    words: plain,
  },
  'aws_iam_role.name': { lengthMax: 64, ...role },
  'aws_iam_instance_profile.name': { lengthMax: 128, ...role },
  'aws_s3_bucket.bucket': {
    lengthMax: 63,
    pattern: /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
    words: 'lower-case letters, digits and hyphens, and none of the beginnings that S3 keeps',
    isWide: true,
  },
  'aws_db_instance.identifier': database,
  'aws_rds_cluster.cluster_identifier': database,
  'aws_rds_cluster_instance.identifier': database,
  'aws_rds_global_cluster.global_cluster_identifier': { ...database, isWide: true },
  'aws_docdb_cluster.cluster_identifier': database,
  'aws_docdb_cluster_instance.identifier': database,
  'aws_docdb_global_cluster.global_cluster_identifier': { ...database, isWide: true },
  'aws_db_subnet_group.name': { lengthMax: 255 },
  'aws_docdb_subnet_group.name': { lengthMax: 255 },
  'aws_db_parameter_group.name': { lengthMax: 255 },
  'aws_rds_cluster_parameter_group.name': { lengthMax: 255 },
  'aws_docdb_cluster_parameter_group.name': { lengthMax: 255 },
  'aws_db_event_subscription.name': { lengthMax: 255 },
  'aws_dynamodb_table.name': { lengthMax: 255 },
  'aws_eks_cluster.name': { lengthMax: 100 },
  'aws_eks_fargate_profile.fargate_profile_name': { lengthMax: 100 },
  'aws_efs_file_system.creation_token': { lengthMax: 64 },
  'aws_ecr_repository.name': {
    lengthMax: 256,
    pattern: /^(?=.{2})[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/,
    words: 'lower-case letters and digits, two at least, and ._-/ between them',
  },
  'aws_globalaccelerator_accelerator.name': { lengthMax: 64, isWide: true },
  'aws_launch_template.name': { lengthMax: 125 },
  'aws_autoscaling_group.name': { lengthMax: 255 },
  'aws_key_pair.key_name': { lengthMax: 255 },
  'aws_ami_copy.name': { lengthMax: 128 },
  'aws_sns_topic.name': { lengthMax: 256 },
  'aws_cloudwatch_event_rule.name': { lengthMax: 64 },
  'aws_cloudwatch_metric_alarm.alarm_name': { lengthMax: 255 },
  'aws_cloudwatch_composite_alarm.alarm_name': { lengthMax: 255 },
  'aws_cloudwatch_log_group.name': { lengthMax: 512 },
  'aws_cloudfront_origin_access_control.name': { lengthMax: 64, isWide: true },
  'aws_cloudfront_response_headers_policy.name': { lengthMax: 128, isWide: true },
  'aws_codebuild_project.name': { lengthMax: 255 },
  'aws_codepipeline.name': { lengthMax: 100 },
  'aws_codestarconnections_connection.name': { lengthMax: 32 },
  'aws_chatbot_slack_channel_configuration.configuration_name': { lengthMax: 128, isWide: true },
  'aws_accessanalyzer_analyzer.analyzer_name': { lengthMax: 255 },
  'aws_kms_alias.name': { lengthMax: 256 },
  'aws_secretsmanager_secret.name': { lengthMax: 512 },
  'aws_ssoadmin_permission_set.name': { lengthMax: 32, isWide: true },
  'aws_wafv2_web_acl.name': { lengthMax: 128 },
  'aws_security_group.name': {
    lengthMax: 255,
    pattern: /^(?!sg-)/,
    words: 'another beginning than sg-',
  },
};

/** Digits of an account's number, which stands in a template for it. */
const accountDigits = '123456789012';

/** As long and as it will be; null where only Terraform knows it. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isExpression(value) || value[expression] !== 'template') return null;
  const parts = value.parts.map((part) => {
    if (typeof part === 'string') return part;
    const isAccount = part[expression] === 'text' && part.text.endsWith('.account_id');
    return isAccount ? accountDigits : null;
  });
  return parts.includes(null) ? null : parts.join('');
}

interface Named {
  /** `aws_lb.name` */
  readonly what: string;
  readonly name: string;
  readonly limit: NameLimit;
}

function namesIn({ type, labels, body }: Block): readonly Named[] {
  if (type !== 'resource') return [];
  return Object.entries(body).flatMap(([argument, value]): Named[] => {
    const what = `${labels[0]}.${argument}`;
    const limit = nameLimits[what];
    const name = limit === undefined ? null : nameOf(value);
    return limit === undefined || name === null ? [] : [{ what, name, limit }];
  });
}

export function nameProblems(component: ResolvedComponent, block: Block): readonly Problem[] {
  return namesIn(block).flatMap(({ what, name, limit }): Problem[] => {
    const excess = name.length - limit.lengthMax;
    if (excess > 0) {
      const wrong =
        `makes the name ${name} (${what}) of ${name.length} characters; ` +
        `AWS takes ${limit.lengthMax}`;
      return [problemOf(component, wrong, `give it, or the platform, a name ${excess} shorter`)];
    }
    if (limit.pattern?.test(name) ?? true) return [];
    const wrong = `makes the name ${name} (${what}), which AWS does not take`;
    return [problemOf(component, wrong, `it has to have ${limit.words ?? plain}`)];
  });
}

/**
 * Two components that make one name, or one address: `orders` and `orders-monitoring` may meet in
 * `orders_monitoring`. `taken` holds whose is whose, and grows.
 */
export function sameNameProblems(
  component: ResolvedComponent,
  block: Block,
  place: { readonly folder: string; readonly region: string },
  taken: Map<string, string>,
): readonly Problem[] {
  const address = [block.type === 'resource' ? '' : block.type, ...block.labels];
  const own = typeof block.body.region === 'string' ? block.body.region : place.region;
  // `removed` and `import` have no address of their own: a module may have any number of them.
  const addressed =
    block.labels.length === 0
      ? []
      : [{ key: `${place.folder} ${address.join(' ')}`, shown: block.labels.join('.') }];
  const all = [
    ...addressed,
    ...namesIn(block).map(({ what, name, limit }) => ({
      key: `${limit.isWide === true ? '' : own} ${what} ${name}`,
      shown: `the name ${name} (${what})`,
    })),
  ];
  return all.flatMap(({ key, shown }): Problem[] => {
    const other = taken.get(key);
    taken.set(key, other ?? component.name);
    if (other === undefined) return [];
    if (other === component.name) {
      const mend = 'two names in it differ in punctuation only: give one of them another name';
      return [problemOf(component, `makes ${shown} twice`, mend)];
    }
    const wrong = `makes ${shown}, and so does ${other}`;
    return [problemOf(component, wrong, `give it, or ${other}, another name`)];
  });
}

function problemOf({ name }: ResolvedComponent, wrong: string, mend: string): Problem {
  return { path: `components.${name}`, value: name, wrong, mend, line: null };
}
