/** What AWS would open, refuse or forget by itself when Terraform of ours is applied. */
import { bare, listOf, mapOf, type Parsed, type ParsedMap } from './hcl.ts';
import { blocksOf, type Modules, type Rule } from './module-rules.ts';
import { referencesIn } from './references.ts';

/** Ranges that make an endpoint one of the whole world, alone or a few of them together. */
const worlds = [
  ['0.0.0.0/0', '0.0.0.0/00', '::/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/7', '10.0.0.0/08'],
  ['203.0.113.0', '203.0.113.0/33', 'anywhere'],
].flat();
const own = ['203.0.113.0/24', '198.51.100.7/32', '10.0.0.0/8'];

/** Whom a cluster answers is asked for: at least one range, and none that is mostly others'. */
export const endpointsAreClosed: Rule = (modules) =>
  blocksOf(modules, 'aws_eks_cluster.').flatMap(({ folder, address, body }) => {
    const access = mapOf(listOf(body.vpc_config)[0]);
    if (access.endpoint_public_access !== true) return [];
    const asked = bare(String(access.public_access_cidrs));
    const variable = modules.get(folder)?.blocks.get(asked);
    const condition = bare(String(mapOf(listOf(variable?.validation)[0]).condition));
    const form =
      /^length\((.+?)\) > 0 && alltrue\(\[for range in (.+?) : (.+?) && can\(regex\("(.+)", range\)\)\]\)$/;
    const [, counted, each, isRange, pattern = ''] = form.exec(condition) ?? [];
    const isAsked = counted === asked && each === asked && isRange === 'can(cidrhost(range, 0))';
    const narrow = new RegExp(pattern);
    const isClosed =
      isAsked &&
      own.every((range) => narrow.test(range)) &&
      !worlds.some((range) => narrow.test(range));
    return isClosed ? [] : [`${folder} ${address} may be open to the world`];
  });

/** Nothing of it refers to the internet gateway, without which it can't be made (VPC guide). */
export const gatewaysWait: Rule = (modules) =>
  blocksOf(modules, 'aws_nat_gateway.')
    .filter(({ body }) => {
      const awaited = referencesIn(body.depends_on);
      return !awaited.some((address) => address.startsWith('aws_internet_gateway.'));
    })
    .map(({ folder, address }) => `${folder} ${address} doesn't wait for the way out`);

/** Metrics of which AWS tells no zero (ELB user guides, CloudWatch metrics; read 2026-11-22). */
const nonZero = /^HTTPCode_|_Error_?Count$|^RejectedConnectionCount$|^TargetConnectionErrorCount$/;

/** A count that is told only above 0 is no news while it is silent. */
export const countsAreSilentAtNone: Rule = (modules) =>
  blocksOf(modules, 'aws_cloudwatch_metric_alarm.')
    .filter(({ body }) => nonZero.test(String(body.metric_name)))
    .filter(({ body }) => body.treat_missing_data !== 'notBreaching')
    .map(({ folder, address }) => `${folder} ${address} takes none for unknown`);

/** They are told by the cluster and what it follows, which a failover turns round. */
export const globalLagsAreFound: Rule = (modules) =>
  blocksOf(modules, 'aws_cloudwatch_metric_alarm.')
    .filter(({ body }) => /^(AuroraGlobalDB|GlobalCluster)/.test(String(body.metric_name)))
    .map(({ folder, address }) => `${folder} ${address} looks where nothing is told`);

/** Where a database writes its logs, by its type and the argument that names it (user guides). */
const logPlaces: readonly (readonly [string, string, string])[] = [
  ['aws_db_instance.', '/aws/rds/instance/', 'identifier'],
  ['aws_rds_cluster.', '/aws/rds/cluster/', 'cluster_identifier'],
  ['aws_docdb_cluster.', '/aws/docdb/', 'cluster_identifier'],
];

/** Each log that is written has a group of ours, which the database waits for. */
export const logsHaveGroups: Rule = (modules) =>
  logPlaces.flatMap(([type, place, identifier]) =>
    blocksOf(modules, type).flatMap(({ folder, address, body }) => {
      const awaited = referencesIn(body.depends_on).map((one) =>
        String(modules.get(folder)?.blocks.get(one)?.name),
      );
      return listOf(body.enabled_cloudwatch_logs_exports)
        .map((log) => `${place}${String(body[identifier])}/${String(log)}`)
        .filter((name) => !awaited.includes(name))
        .map((name) => `${folder} ${address} makes ${name} itself`);
    }),
  );

/** What tells a topic something, by the service that does it, and where it names the topic. */
const tellers: readonly (readonly [string, string, string])[] = [
  ['cloudwatch.amazonaws.com', 'aws_cloudwatch_metric_alarm', 'alarm_actions'],
  ['events.amazonaws.com', 'aws_cloudwatch_event_target', 'arn'],
  ['events.rds.amazonaws.com', 'aws_db_event_subscription', 'sns_topic'],
];

/** Of these services, those that a policy lets in. */
function letIn(policy: ParsedMap | undefined): readonly string[] {
  const all = listOf(policy?.statement).flatMap((statement) =>
    listOf(mapOf(statement).principals).flatMap((one) => listOf(mapOf(one).identifiers)),
  );
  return tellers.map(([service]) => service).filter((service) => all.includes(service));
}

interface Topic {
  readonly folder: string;
  readonly address: string;
  readonly body: ParsedMap;
}

/** In its own module by its address; elsewhere by the parameter that has it. */
function names(topic: Topic, folder: string, value: Parsed | undefined): boolean {
  const region = topic.folder.split('/')[0] ?? '';
  const label = topic.address.replace(/^.*\./, '');
  const text = JSON.stringify(value ?? null);
  if (folder === topic.folder) return text.includes(`${topic.address}.arn`);
  if (folder === 'peering') {
    return text.includes(`${region.replaceAll('-', '_')}_${label}_topic_arn`);
  }
  return folder.startsWith(`${region}/`) && text.includes(`local.${label}_topic_arn`);
}

function tellersOf(modules: Modules, topic: Topic): readonly string[] {
  return tellers
    .filter(([, type, argument]) =>
      blocksOf(modules, `${type}.`).some(({ folder, body }) =>
        names(topic, folder, body[argument]),
      ),
    )
    .map(([service]) => service);
}

/** Of a module, the policy document that an argument names. */
function policyOf(modules: Modules, folder: string, value: Parsed | undefined) {
  const [address = ''] = referencesIn(value).filter((one) =>
    one.startsWith('data.aws_iam_policy_document.'),
  );
  return modules.get(folder)?.blocks.get(address);
}

/** Keys that a topic may be encrypted with: of its module, or of `global/` in its region. */
function encrypts(key: Topic, topic: Topic): boolean {
  const value = JSON.stringify(topic.body.kms_master_key_id ?? null);
  if (key.folder === topic.folder && value.includes(`${key.address}.arn`)) return true;
  const region = String(key.body.region ?? key.folder.split('/')[0]);
  const end = `_${region.replaceAll('-', '_')}`;
  const label = key.address.replace(/^.*\./, '');
  const name = label.endsWith(end) ? label.slice(0, -end.length) : label;
  return topic.folder.startsWith(`${region}/`) && value.includes(`local.${name}_key_arn`);
}

/** Whoever tells a topic may, and nobody else: neither publish to it, nor use its key. */
export const onlyTellersAreLetIn: Rule = (modules) => {
  const topics = blocksOf(modules, 'aws_sns_topic.');
  const published = topics.flatMap((topic) => {
    const policy = blocksOf(modules, 'aws_sns_topic_policy.').find(
      ({ folder, body }) => names(topic, folder, body.arn) && folder === topic.folder,
    );
    const allowed = letIn(policyOf(modules, topic.folder, policy?.body.policy));
    return unequal(`${topic.folder} ${topic.address}`, allowed, tellersOf(modules, topic));
  });
  const keys = ['aws_kms_key.', 'aws_kms_replica_key.'].flatMap((type) => blocksOf(modules, type));
  const used = keys.flatMap((key) => {
    const own = topics.filter((topic) => encrypts(key, topic));
    const wanted = own.flatMap((topic) => tellersOf(modules, topic));
    const allowed = letIn(policyOf(modules, key.folder, key.body.policy));
    return unequal(`${key.folder} ${key.address}`, allowed, wanted);
  });
  return [...published, ...used];
};

function unequal(what: string, allowed: readonly string[], wanted: readonly string[]): string[] {
  return [
    ...allowed.filter((one) => !wanted.includes(one)).map((one) => `${what} lets in ${one}`),
    ...[...new Set(wanted)]
      .filter((one) => !allowed.includes(one))
      .map((one) => `${what} keeps out ${one}`),
  ];
}
