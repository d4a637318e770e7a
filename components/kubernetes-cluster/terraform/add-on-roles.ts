import { componentsOf, databaseComponents, type Platform, type Secrets } from '@outrigger/model';
import {
  allow,
  arnOf,
  deny,
  type Expression,
  foundIn,
  type LayerFragment,
  labelOf,
  partition,
  published,
  type RegionInput,
  type Statement,
  template,
} from '@outrigger/terraform';
import { decrypt, passwordIn } from '../../database-credentials.ts';
import { accountRole, anyRegionName, viaSecretsManager } from '../../terraform.ts';
import { clusterName, roleName } from './cluster.ts';

type Input = RegionInput<'kubernetes-cluster'>;

/** What a chart's service account is called, and what it may do. */
interface Controller {
  readonly namespace: string;
  readonly account: string;
  readonly comment: string;
  readonly statements: (input: Input) => readonly Statement[];
}

const controllers: { readonly [addOn: string]: Controller } = {
  'aws-load-balancer-controller': {
    namespace: 'kube-system',
    account: 'aws-load-balancer-controller',
    comment: 'It puts pods into target groups and takes them out: it makes no load balancer.',
    statements: targets,
  },
  'cert-manager': {
    namespace: 'cert-manager',
    account: 'cert-manager',
    comment: 'It proves that a name is ours by a record in the hosted zone.',
    statements: challenges,
  },
  'cluster-autoscaler': {
    namespace: 'kube-system',
    account: 'cluster-autoscaler',
    comment: 'It scales the node groups of this cluster, found by their tags, and no other.',
    statements: scaling,
  },
  'external-dns': {
    namespace: 'external-dns',
    account: 'external-dns',
    comment: 'It writes names of the zone, but never those by which a region fails over.',
    statements: names,
  },
  'external-secrets': {
    namespace: 'external-secrets',
    account: 'external-secrets',
    comment: "It reads this platform's secrets, and writes none.",
    statements: reading,
  },
  'fluent-bit': {
    namespace: 'logging',
    account: 'fluent-bit',
    comment: "It writes to the log groups of this cluster's pods.",
    statements: logging,
  },
  'cloudwatch-agent': {
    namespace: 'amazon-cloudwatch',
    account: 'cloudwatch-agent',
    comment: "It writes the metrics of this cluster's nodes and pods.",
    statements: metrics,
  },
};

/** A role for each controller in the cluster that calls AWS. */
export function addOnRoles(input: Input): LayerFragment[] {
  return input.component.addOns.flatMap((addOn): LayerFragment[] => {
    const controller = controllers[addOn];
    const statements = controller?.statements(input) ?? [];
    if (controller === undefined || statements.length === 0) return [];
    const { blocks } = accountRole(
      labelOf(addOn),
      {
        cluster: input.component.name,
        namespace: controller.namespace,
        name: controller.account,
      },
      { name: roleName(input, addOn), statements, comment: controller.comment },
    );
    return [{ layer: 'add-ons', file: addOn, blocks }];
  });
}

/** The cluster's own name, which is another one where it stands already. */
function nameIn(input: Input): string | Expression {
  const { component, region } = input;
  const isMade = foundIn(component, region.name) === null;
  return isMade ? clusterName(input) : published(component.name, 'name');
}

/** Target groups that Terraform makes are known by their names; those that stand, by their ARNs. */
function targetGroups({ platform, component, region }: Input): Expression[] {
  const standing = componentsOf(platform, 'load-balancer').filter(
    (balancer) => balancer.in === component.name && foundIn(balancer, region.name) !== null,
  );
  return [
    arnOf('elasticloadbalancing', region.name, `targetgroup/${platform.name}-*`),
    ...standing.flatMap(({ name, routes }) =>
      [...new Set(routes.map(({ to }) => to))].map((to) =>
        published(name, `target-group-arn-${to}`),
      ),
    ),
  ];
}

function targets(input: Input): Statement[] {
  return [
    allow('Look', {
      actions: [
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeInstances',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      resources: ['*'],
    }),
    allow('Targets', {
      actions: ['elasticloadbalancing:RegisterTargets', 'elasticloadbalancing:DeregisterTargets'],
      resources: targetGroups(input),
    }),
  ];
}

/** Hosted zones of the platform, without doubles: several names may lie in one. */
function zones(platform: Platform): Expression[] {
  const found = new Map(componentsOf(platform, 'dns').map((dns) => [dns.zone, dns.name]));
  return [...found.values()].map(
    (name) => template`arn:${partition}:route53:::hostedzone/${published(name, 'zone-id')}`,
  );
}

function challenges({ platform }: Input): Statement[] {
  const resources = zones(platform);
  if (resources.length === 0) return [];
  return [
    allow('Change', { actions: ['route53:GetChange'], resources: [anyChange()] }),
    allow('Challenge', {
      actions: ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'],
      resources,
      condition: {
        test: 'ForAllValues:StringEquals',
        variable: 'route53:ChangeResourceRecordSetsRecordTypes',
        values: ['TXT'],
      },
    }),
    allow('Look', { actions: ['route53:ListHostedZonesByName'], resources: ['*'] }),
  ];
}

function anyChange(): Expression {
  return template`arn:${partition}:route53:::change/*`;
}

function names({ platform }: Input): Statement[] {
  const resources = zones(platform);
  if (resources.length === 0) return [];
  return [
    allow('Names', {
      actions: ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'],
      resources,
    }),
    deny('NeverTheFailover', {
      actions: ['route53:ChangeResourceRecordSets'],
      resources,
      condition: {
        test: 'ForAnyValue:StringEquals',
        variable: 'route53:ChangeResourceRecordSetsNormalizedRecordNames',
        values: componentsOf(platform, 'dns').flatMap((dns) =>
          dns.routing === 'geo' ? [dns.record, anyRegionName(dns)] : [dns.record],
        ),
      },
    }),
    allow('Look', { actions: ['route53:ListHostedZones'], resources: ['*'] }),
  ];
}

function scaling(input: Input): Statement[] {
  const { region } = input;
  const tag = template`aws:ResourceTag/k8s.io/cluster-autoscaler/${nameIn(input)}`;
  return [
    allow('Look', {
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'autoscaling:DescribeTags',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:GetInstanceTypesFromInstanceRequirements',
      ],
      resources: ['*'],
    }),
    allow('Nodegroups', {
      actions: ['eks:DescribeNodegroup'],
      resources: [arnOf('eks', region.name, template`nodegroup/${nameIn(input)}/*`)],
    }),
    allow('Scale', {
      actions: [
        'autoscaling:SetDesiredCapacity',
        'autoscaling:TerminateInstanceInAutoScalingGroup',
      ],
      resources: [arnOf('autoscaling', region.name, 'autoScalingGroup:*:autoScalingGroupName/*')],
      condition: { test: 'StringEquals', variable: tag, values: ['owned'] },
    }),
  ];
}

function reading({ platform, region }: Input): Statement[] {
  const secrets = componentsOf(platform, 'secrets');
  const isStanding = (secret: Secrets) => foundIn(secret, region.name) !== null;
  const standing = secrets
    .filter(isStanding)
    .flatMap(({ name, entries }) =>
      entries.map((entry) => published(name, `arn-${labelOf(entry)}`)),
    );
  const passwords = databaseComponents(platform).flatMap(
    (database) => passwordIn(platform, database, region.name) ?? [],
  );
  const own = [
    arnOf('secretsmanager', region.name, `secret:${platform.name}-*`),
    ...passwords.flatMap(({ arn, isManaged }) => (isManaged ? [arn] : [])),
    ...standing,
  ];
  // A copy of a secret in another region has a key of that region's own Secrets Manager.
  const written = secrets.filter(
    (secret) => secret.writerIn === region.name && !isStanding(secret),
  );
  const keys = [
    ...passwords.flatMap(({ keyArn }) => keyArn ?? []),
    ...written.map(({ name }) => published(name, 'key-arn')),
  ];
  return [
    allow('Read', {
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: own,
    }),
    ...(keys.length === 0 ? [] : [decrypt('Decrypt', region.name, keys)]),
    ...(standing.length === 0 ? [] : [decryptStanding(region.name, standing)]),
  ];
}

/**
 * A secret that stands already has a key that nobody told us: any of this account, but through
 * Secrets Manager and for these secrets only (its user guide, encryption context).
 */
function decryptStanding(region: string, secrets: readonly Expression[]): Statement {
  return allow('DecryptStanding', {
    actions: ['kms:Decrypt'],
    resources: [arnOf('kms', region, 'key/*')],
    condition: [
      viaSecretsManager(region),
      {
        test: 'StringEquals',
        variable: 'kms:EncryptionContext:SecretARN',
        values: secrets,
      },
    ],
  });
}

function logging(input: Input): Statement[] {
  const group = template`log-group:/${nameIn(input)}/*`;
  return [
    allow('Write', {
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        'logs:PutRetentionPolicy',
      ],
      resources: [arnOf('logs', input.region.name, group)],
    }),
  ];
}

function metrics(input: Input): Statement[] {
  return [
    allow('Metrics', {
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      condition: {
        test: 'StringEquals',
        variable: 'cloudwatch:namespace',
        values: ['ContainerInsights', 'CWAgent'],
      },
    }),
    allow('Logs', {
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [
        arnOf(
          'logs',
          input.region.name,
          template`log-group:/aws/containerinsights/${nameIn(input)}/*`,
        ),
      ],
    }),
    allow('Look', {
      actions: ['ec2:DescribeVolumes', 'ec2:DescribeTags', 'logs:DescribeLogGroups'],
      resources: ['*'],
    }),
  ];
}
