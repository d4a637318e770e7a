/** What several kinds ask of a platform when they write Terraform. */
import {
  componentsOf,
  type DatabaseComponent,
  type Events,
  type Firewall,
  type Keys,
  type Platform,
  type Region,
  type ResolvedComponent,
  repositoryOf,
  Unchecked,
} from '@outrigger/model';
import {
  type Addressed,
  accountId,
  allow,
  type Block,
  type Expression,
  encryptionKey,
  forEventBridge,
  forService,
  foundIn,
  hcl,
  type LayerFragment,
  labelOf,
  managedPolicy,
  type PolicyCondition,
  policyDocument,
  published,
  ref,
  resource,
  type Statement,
  template,
  variable,
} from '@outrigger/terraform';

export const DAY_MS = 86_400_000;

/** A platform has exactly one network; what it publishes is `published(networkOf(platform), …)`. */
export function networkOf(platform: Platform): string {
  const [network] = componentsOf(platform, 'network');
  if (network === undefined) throw new Unchecked('the platform has no network');
  return network.name;
}

/** `eks-failover-orders-db`: what is named on AWS begins with the platform. */
export function nameOf(platform: Platform, component: { readonly name: string }): string {
  return `${platform.name}-${component.name}`;
}

/**
 * A name beside one that leads by geography, which each region answers. No host may have an
 * underscore in its name, so nobody's own name is in the way.
 */
export function anyRegionName({ record }: { readonly record: string }): string {
  return `_any-region.${record}`;
}

/** Clusters and groups of machines that run something which needs this component. */
export function usersOf(platform: Platform, name: string): readonly string[] {
  const clusters = componentsOf(platform, 'service')
    .filter(({ needs }) => needs.includes(name))
    .map((service) => service.in);
  const machines = componentsOf(platform, 'virtual-machines')
    .filter(({ needs }) => needs.includes(name))
    .map((group) => group.name);
  return [...new Set([...clusters, ...machines])];
}

/**
 * Who reaches a store: the security group of everybody that needs it, on its port, and nobody
 * else. The group of a cluster is made with the cluster, so the rule lies in that layer. Where both
 * stand already, so does the rule. Regions that serve at the same time reach each other's stores
 * as well, since only one of those takes writes.
 */
export function ingressOf(
  platform: Platform,
  component: ResolvedComponent,
  port: number,
  region: string,
): LayerFragment[] {
  const rules = usersOf(platform, component.name)
    .filter((user) => {
      const own = platform.components[user];
      const isThere = own !== undefined && foundIn(own, region) !== null;
      return own?.regions.includes(region) && !(isThere && foundIn(component, region) !== null);
    })
    .map((user) =>
      resource('aws_vpc_security_group_ingress_rule', labelOf(`${component.name}_from_${user}`), {
        description: `${component.name} from ${user}`,
        security_group_id: published(component.name, 'security-group-id'),
        referenced_security_group_id: published(user, 'security-group-id'),
        ip_protocol: 'tcp',
        from_port: port,
        to_port: port,
      }),
    );
  const all = [...rules, ...ingressOfPeers(platform, component, port, region)];
  return all.length === 0 ? [] : [{ layer: 'cluster', file: 'security-group-rules', blocks: all }];
}

/** Other regions that serve at the same time as this one, and are joined to it. */
export function peersOf(platform: Platform, region: string): readonly Region[] {
  const [network] = componentsOf(platform, 'network');
  if (network?.peering !== 'all regions' || platform.regions[region]?.role !== 'peer') return [];
  return Object.values(platform.regions).filter(
    ({ name, role }) => name !== region && role === 'peer',
  );
}

/** By their range: no security group is known in another region (VPC peering guide). */
function ingressOfPeers(
  platform: Platform,
  component: ResolvedComponent,
  port: number,
  region: string,
): readonly Block[] {
  const isMade = foundIn(component, region) === null;
  const needIt = (other: string) =>
    usersOf(platform, component.name).some((name) => {
      const user = platform.components[name];
      return user?.regions.includes(other) && (isMade || foundIn(user, other) === null);
    });
  return peersOf(platform, region)
    .filter(({ name }) => needIt(name))
    .map(({ name, cidr }) =>
      resource(
        'aws_vpc_security_group_ingress_rule',
        labelOf(`${component.name}_from_${name}`),
        {
          description: `${component.name} from ${name}`,
          security_group_id: published(component.name, 'security-group-id'),
          cidr_ipv4: cidr,
          ip_protocol: 'tcp',
          from_port: port,
          to_port: port,
        },
        { comment: `What serves in ${name} writes here while the writer is here.` },
      ),
    );
}

/** The `keys` component whose key encrypts a component in a region; undefined: none does. */
export function sharedKeyOf(
  platform: Platform,
  { name }: { readonly name: string },
  region: string,
): Keys | undefined {
  return componentsOf(platform, 'keys').find(
    ({ encrypts, regions }) => encrypts.includes(name) && regions.includes(region),
  );
}

/** The key that a component is encrypted with in a region: a shared one, or one of its own. */
export function keyOf(
  platform: Platform,
  component: { readonly name: string },
  region: string,
  services: readonly Statement[] = [],
): { readonly arn: Expression; readonly blocks: readonly Block[] } {
  const shared = sharedKeyOf(platform, component, region);
  if (shared !== undefined) return { arn: published(shared.name, 'key-arn'), blocks: [] };
  const { key, blocks } = encryptionKey(labelOf(component.name), {
    alias: nameOf(platform, component),
    description: `${component.name} of ${platform.name} in ${region}`,
    services,
  });
  return { arn: ref(key, 'arn'), blocks };
}

/** Whether an `alarms` component looks after it: then its own facet writes no alarms. */
export function isWatched(platform: Platform, { name }: DatabaseComponent): boolean {
  return componentsOf(platform, 'alarms').some(({ watches }) => watches.includes(name));
}

/**
 * The events component whose EventBridge tells of every database in a region, the instances of
 * clusters too; undefined: none does. Where one does, no subscription of RDS tells it once more.
 */
export function databaseTeller(platform: Platform, region: string): Events | undefined {
  return componentsOf(platform, 'events').find(
    (events) => foundIn(events, region) === null && events.sources.includes('aws.rds'),
  );
}

/** Who is told of alarms; goes to `variables`. */
export const alarmEmails = variable('alarm_emails', {
  type: 'list(string)',
  description: 'Who is told of alarms. Each address has to confirm a message of AWS once.',
  default: [],
});

/** Where alarms of a component go, and the people who are told. */
export function alarmTopic(
  platform: Platform,
  component: { readonly name: string },
  keyArn: Expression,
  tellers: readonly Teller[],
): { readonly topic: Addressed<'arn' | 'id'>; readonly blocks: readonly Block[] } {
  const label = labelOf(`${component.name}_alarms`);
  const topic = resource('aws_sns_topic', label, {
    name: `${nameOf(platform, component)}-alarms`,
    kms_master_key_id: keyArn,
  });
  const told = resource('aws_sns_topic_subscription', label, {
    for_each: hcl(`toset(${alarmEmails.address})`),
    topic_arn: ref(topic, 'arn'),
    protocol: 'email',
    endpoint: hcl('each.value'),
  });
  const open = topicPolicy(label, topic, tellers);
  return { topic, blocks: [topic, ...open, told] };
}

/** Repositories of what these services run, but for images of other registries: `shop/web`. */
export function repositoriesOf(platform: Platform, services: readonly string[]): readonly string[] {
  const images = services.flatMap((name) => {
    const service = platform.components[name];
    const repository = service?.kind === 'service' ? repositoryOf(service.image) : null;
    return repository === null ? [] : [repository];
  });
  return [...new Set(images)];
}

/** Whose registry it is in a region: one that stands already may be another account's. */
export function registryAccount(
  registry: ResolvedComponent | undefined,
  region: string,
): string | Expression {
  const found = registry === undefined ? null : foundIn(registry, region);
  return found?.by === 'id' ? found.id : accountId;
}

/** The firewall in front of a balancer or a CDN; undefined: none. */
export function firewallOf(
  platform: Platform,
  { name }: { readonly name: string },
): Firewall | undefined {
  return componentsOf(platform, 'firewall').find(({ protects }) => protects.includes(name));
}

/** Checkov asks for two rule groups against Log4j; the second one is about something else. */
export function acceptedRules(
  { rules }: Firewall,
  rule: 'CKV2_AWS_47' | 'CKV2_AWS_76',
): { readonly [rule: string]: string } {
  const isSafe = rules.includes('AWSManagedRulesKnownBadInputsRuleSet');
  if (!isSafe || rules.includes('AWSManagedRulesAnonymousIpList')) return {};
  return { [rule]: 'Log4j is among the bad inputs that are turned away; users of VPNs are not' };
}

/** What tells a topic of ours something: alarms, EventBridge, RDS. */
export type Teller = 'cloudwatch' | 'events' | 'events.rds';

/** What those need of the key that a topic is encrypted with. */
export function tellerKeys(tellers: readonly Teller[]): readonly Statement[] {
  const all: { readonly [T in Teller]: Statement } = {
    cloudwatch: forService('Alarms', 'cloudwatch.amazonaws.com'),
    events: forEventBridge(),
    'events.rds': forService('DatabaseEvents', 'events.rds.amazonaws.com'),
  };
  return tellers.map((teller) => all[teller]);
}

/** Who may tell a topic, besides roles of the account. */
export function topicPolicy(
  label: string,
  topic: Addressed<'arn'>,
  tellers: readonly Teller[],
): readonly Block[] {
  const own = { test: 'StringEquals', variable: 'aws:SourceAccount', values: [accountId] };
  const statements = tellers.map((teller) =>
    allow(tellerNames[teller], {
      actions: ['sns:Publish'],
      resources: [ref(topic, 'arn')],
      principals: { type: 'Service', identifiers: [`${teller}.amazonaws.com`] },
      // EventBridge knows no condition in a topic's policy (EventBridge user guide).
      condition: teller === 'events' ? undefined : own,
    }),
  );
  const policy = policyDocument(label, statements);
  const open = resource('aws_sns_topic_policy', label, {
    arn: ref(topic, 'arn'),
    policy: ref(policy, 'json'),
  });
  return [policy, open];
}

const tellerNames: { readonly [T in Teller]: string } = {
  cloudwatch: 'Alarms',
  events: 'EventBridge',
  'events.rds': 'DatabaseEvents',
};

/** A role that one service account of a cluster takes, and nothing else (IRSA). */
export function accountRole(
  label: string,
  account: {
    readonly cluster: string;
    readonly namespace: string;
    readonly name: string;
  },
  role: {
    readonly name: string;
    readonly statements: readonly Statement[];
    /** Policies that AWS keeps, by their path. */
    readonly managed?: readonly string[];
    readonly comment?: string;
  },
): { readonly role: Addressed<'arn' | 'name' | 'id'>; readonly blocks: readonly Block[] } {
  const issuer = published(account.cluster, 'oidc-issuer');
  const provider = published(account.cluster, 'oidc-provider-arn');
  const subject = `system:serviceaccount:${account.namespace}:${account.name}`;
  const assume = policyDocument(`${label}_assume`, [
    allow('ServiceAccount', {
      actions: ['sts:AssumeRoleWithWebIdentity'],
      principals: { type: 'Federated', identifiers: [provider] },
      condition: [
        { test: 'StringEquals', variable: template`${issuer}:sub`, values: [subject] },
        { test: 'StringEquals', variable: template`${issuer}:aud`, values: ['sts.amazonaws.com'] },
      ],
    }),
  ]);
  const taken = resource(
    'aws_iam_role',
    label,
    { name: role.name, assume_role_policy: ref(assume, 'json') },
    role.comment === undefined ? {} : { comment: role.comment },
  );
  const policy = policyDocument(label, role.statements);
  const own = resource('aws_iam_role_policy', label, {
    name: label.replaceAll('_', '-'),
    role: ref(taken, 'id'),
    policy: ref(policy, 'json'),
  });
  const managed = (role.managed ?? []).map((path) => managedPolicy(label, taken, path));
  return {
    role: taken,
    blocks: [assume, taken, ...(role.statements.length > 0 ? [policy, own] : []), ...managed],
  };
}

/** A statement about a component: `Password` of `orders-db` is `PasswordOrdersDb`. */
export function sidOf(verb: string, name: string): string {
  const words = name.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${verb}${words.join('')}`;
}

/** CDNs in front of these buckets may decrypt what they hand out, each as its own distribution. */
export function cdnStatements(platform: Platform, stores: readonly string[]): readonly Statement[] {
  return componentsOf(platform, 'cdn')
    .filter(({ from }) => stores.includes(from))
    .map((cdn) =>
      allow(sidOf('Cdn', cdn.name), {
        actions: ['kms:Decrypt'],
        resources: ['*'],
        principals: { type: 'Service', identifiers: ['cloudfront.amazonaws.com'] },
        condition: {
          test: 'StringEquals',
          variable: 'aws:SourceArn',
          values: [published(cdn.name, 'arn')],
        },
      }),
    );
}

/** A key that is used to read secrets is used by Secrets Manager, and by nobody directly. */
export function viaSecretsManager(region: string): PolicyCondition {
  return {
    test: 'StringEquals',
    variable: 'kms:ViaService',
    values: [`secretsmanager.${region}.amazonaws.com`],
  };
}
