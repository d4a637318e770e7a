/** Roles and policies: what each needs is allowed, and nothing is allowed to everybody. */
import { listOf, mapOf, type ParsedMap } from './hcl.ts';
import { blocksOf, type Modules, type Rule } from './module-rules.ts';

/** Whose statement it is, what it has to allow at least, and what has to narrow it. */
type Need = readonly [RegExp, readonly string[], RegExp?];

/**
 * Each from the page where its owner says what a role needs. Held against that page on 2026-11-22:
 * Cluster Autoscaler and cert-manager; against copies of it: flow logs and S3's replication. The
 * other rows are not verified.
 */
const needs: readonly Need[] = [
  // AWS Load Balancer Controller, IAM policy; of it, what TargetGroupBindings use.
  [
    /^aws_load_balancer_controller Look$/,
    [
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
  ],
  [
    /^aws_load_balancer_controller Targets$/,
    ['elasticloadbalancing:RegisterTargets', 'elasticloadbalancing:DeregisterTargets'],
  ],
  // Cluster Autoscaler, cloud provider AWS: full features.
  [
    /^cluster_autoscaler Look$/,
    [
      'autoscaling:DescribeAutoScalingGroups',
      'autoscaling:DescribeAutoScalingInstances',
      'autoscaling:DescribeLaunchConfigurations',
      'autoscaling:DescribeScalingActivities',
      'ec2:DescribeImages',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeLaunchTemplateVersions',
      'ec2:GetInstanceTypesFromInstanceRequirements',
    ],
  ],
  [/^cluster_autoscaler Nodegroups$/, ['eks:DescribeNodegroup']],
  [
    /^cluster_autoscaler Scale$/,
    ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
    /ResourceTag\/k8s\.io\/cluster-autoscaler/,
  ],
  // cert-manager, ACME with Route 53.
  [/^cert_manager Change$/, ['route53:GetChange']],
  [
    /^cert_manager Challenge$/,
    ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'],
    /TXT/,
  ],
  [/^cert_manager Look$/, ['route53:ListHostedZonesByName']],
  // ExternalDNS, tutorial for AWS.
  [/^external_dns Names$/, ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets']],
  [/^external_dns Look$/, ['route53:ListHostedZones']],
  // External Secrets, provider AWS Secrets Manager.
  [/^external_secrets Read$/, ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret']],
  [/^external_secrets Decrypt\w*$/, ['kms:Decrypt'], /kms:ViaService/],
  // Fluent Bit, output cloudwatch_logs; CloudWatch agent, CloudWatchAgentServerPolicy.
  [
    /^fluent_bit Write$/,
    ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  ],
  [/^cloudwatch_agent Logs$/, ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents']],
  [/^cloudwatch_agent Look$/, ['ec2:DescribeVolumes', 'ec2:DescribeTags']],
  [/^cloudwatch_agent Metrics$/, ['cloudwatch:PutMetricData'], /cloudwatch:namespace/],
  // VPC user guide, flow logs to CloudWatch Logs.
  [/^flow_logs Write$/, ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams']],
  [/^flow_logs Look$/, ['logs:DescribeLogGroups']],
  // S3 user guide, permissions for live replication.
  [/^\w+_from_\w+ ReadBucket$/, ['s3:GetReplicationConfiguration', 's3:ListBucket']],
  [
    /^\w+_from_\w+ ReadObjects$/,
    ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
  ],
  [/^\w+_from_\w+ WriteCopies$/, ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags']],
  [/^\w+_from_\w+ Decrypt$/, ['kms:Decrypt']],
  [/^\w+_from_\w+ Encrypt$/, ['kms:Encrypt']],
  // CodePipeline user guide, service role; CodeBuild user guide, service role.
  [/^delivery(_builds)? Artifacts$/, ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject']],
  [/^delivery(_builds)? Bucket$/, ['s3:GetBucketAcl', 's3:GetBucketLocation']],
  [/^delivery(_builds)? ArtifactsKey$/, ['kms:Decrypt', 'kms:GenerateDataKey']],
  [/^delivery(_builds)? LogIn$/, ['ecr:GetAuthorizationToken']],
  [
    /^delivery(_builds)? Push$/,
    [
      'ecr:BatchCheckLayerAvailability',
      'ecr:CompleteLayerUpload',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
      'ecr:UploadLayerPart',
    ],
  ],
  [/^delivery Builds$/, ['codebuild:BatchGetBuilds', 'codebuild:StartBuild']],
  [/^delivery Source$/, ['codestar-connections:UseConnection']],
  [/^delivery_builds Logs$/, ['logs:CreateLogStream', 'logs:PutLogEvents']],
  // EFS user guide, IAM for clients; by a service, and by whoever comes by a mount target.
  [/^\w+ Mount\w+$/, ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite']],
  [
    /^\w+ ByMountTarget$/,
    ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    /elasticfilesystem:AccessedViaMountTarget/,
  ],
  // DynamoDB developer guide, reading and writing items.
  [
    /^\w+ Items\w+$/,
    ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
  ],
  // Secrets Manager user guide, IAM policies; KMS developer guide, kms:ViaService.
  [/^\w+ Password\w+$/, ['secretsmanager:GetSecretValue']],
  [/^\w+ Unlock\w+$/, ['kms:Decrypt'], /kms:ViaService/],
  // SNS developer guide: CloudWatch and RDS name their account, EventBridge can't.
  [/^\w+ (Alarms|DatabaseEvents)$/, [], /aws:SourceAccount/],
  [/^\w+ EventBridge$/, []],
  // KMS developer guide: without the account's own statement nobody may change a key again.
  [/^\w+_key(_\w+)? Account$|^states_\w+ Account$/, ['kms:*']],
  [
    /^\w+ CloudWatchLogs$/,
    ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
    /kms:EncryptionContext:aws:logs:arn/,
  ],
  [/^\w+ AutoScaling$/, ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey']],
  [/^\w+ AutoScalingDisks$/, ['kms:CreateGrant'], /kms:GrantIsForAWSResource/],
  [/^\w+ Cdn\w+$/, [], /aws:SourceArn/],
];

/** A statement of the account's own that nobody has to narrow: it looks, and changes nothing. */
const looks = /^[\w-]+:(Describe|List|Get)\w+$/;

export interface Statement {
  readonly place: string;
  /** `cert_manager Challenge` */
  readonly name: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly hasPrincipals: boolean;
  readonly condition: string;
}

export function statementsIn(modules: Modules): readonly Statement[] {
  return blocksOf(modules, 'data.aws_iam_policy_document.').flatMap(({ folder, address, body }) =>
    listOf(body.statement)
      .map(mapOf)
      .map((statement: ParsedMap): Statement => {
        const label = address.slice(address.lastIndexOf('.') + 1);
        return {
          place: `${folder} ${address}`,
          name: `${label} ${String(statement.sid)}`,
          effect: String(statement.effect ?? 'Allow'),
          actions: listOf(statement.actions).map(String),
          resources: listOf(statement.resources).map(String),
          hasPrincipals: statement.principals !== undefined,
          condition: JSON.stringify(statement.condition ?? null),
        };
      }),
  );
}

const isTrust = ({ actions }: Statement) => actions.some((action) => action.startsWith('sts:'));

/** Every statement does what its owner needs, and is as narrow as it has to be. */
export const policiesAllowWhatIsNeeded: Rule = (modules) =>
  statementsIn(modules)
    .filter((statement) => statement.effect === 'Allow' && !isTrust(statement))
    .flatMap(({ place, name, actions, condition }) => {
      const need = needs.find(([whose]) => whose.test(name));
      if (need === undefined) return [`${place}: nobody says what ${name} is for`];
      const [, needed, narrowed] = need;
      const missing = needed.filter((action) => !actions.includes(action));
      return [
        ...missing.map((action) => `${place}: ${name} lacks ${action}`),
        ...(narrowed === undefined || narrowed.test(condition)
          ? []
          : [`${place}: ${name} is not narrowed by ${narrowed.source}`]),
      ];
    });

/** Nothing but looking is allowed on everything, and no action is a wildcard save on a key. */
export const policiesAreNarrow: Rule = (modules) =>
  statementsIn(modules)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ place, name, actions, resources, hasPrincipals, condition }) => {
      const wild = actions.filter((action) => action.includes('*') && !action.startsWith('kms:'));
      const wide =
        resources.includes('*') && !hasPrincipals && condition === 'null'
          ? actions.filter((action) => !looks.test(action))
          : [];
      return [...wild, ...wide].map((action) => `${place}: ${name} allows ${action} too widely`);
    });

/** Nobody comes to files as root, as whom a pod would read those of every other. */
export const nobodyIsRootOfFiles: Rule = (modules) =>
  statementsIn(modules)
    .filter(({ effect }) => effect === 'Allow')
    .filter(({ actions }) => actions.includes('elasticfilesystem:ClientRootAccess'))
    .map(({ place, name }) => `${place}: ${name} lets root in`);

const driverPolicy = /:iam::aws:policy\/service-role\/AmazonEFSCSIDriverPolicy$/;

/** The driver makes access points, and by AWS's own policy only those with its tag. */
export const fileDriversMakeAccessPoints: Rule = (modules) =>
  blocksOf(modules, 'aws_eks_addon.')
    .filter(({ body }) => body.addon_name === 'aws-efs-csi-driver')
    .filter(({ folder, body }) => {
      const role = /aws_iam_role\.\w+/.exec(String(body.service_account_role_arn))?.[0];
      const given = blocksOf(modules, 'aws_iam_role_policy')
        .filter((one) => one.folder === folder && String(one.body.role).includes(`${role}.`))
        .map((one) => String(one.body.policy_arn));
      return given.length !== 1 || !driverPolicy.test(given[0] ?? '');
    })
    .map(({ folder, address }) => `${folder} ${address} has another policy than AWS's own for it`);

/** A statement about a component has its words, each with its capital. */
export const statementsHaveWords: Rule = (modules) =>
  statementsIn(modules)
    .filter(({ name }) => / (?:Cdn|Items|Password|Unlock)[a-z]/.test(name))
    .map(({ place, name }) => `${place}: ${name} is called in one word`);

/** What a statement is worth nothing without: another one of the same role. */
const halves: readonly (readonly [RegExp, string])[] = [
  [/^aws_load_balancer_controller Targets$/, 'Look'],
  [/^cluster_autoscaler Scale$/, 'Look'],
  [/^cert_manager Challenge$/, 'Change'],
  [/^flow_logs Write$/, 'Look'],
  [/^delivery(_builds)? Push$/, 'LogIn'],
];

/** Who has one half of what a task needs has the other one too. */
export const statementsComeTogether: Rule = (modules) => {
  const all = statementsIn(modules);
  return all.flatMap(({ place, name }) => {
    const [, other] = halves.find(([whose]) => whose.test(name)) ?? [];
    if (other === undefined) return [];
    const wanted = `${name.slice(0, name.indexOf(' '))} ${other}`;
    const isThere = all.some((one) => one.place === place && one.name === wanted);
    return isThere ? [] : [`${place}: ${name} is worth nothing without ${wanted}`];
  });
};

/** A pod takes a role as its own service account only; a service of AWS by its own name. */
export const rolesAreTakenByOne: Rule = (modules) =>
  blocksOf(modules, 'data.aws_iam_policy_document.')
    .filter(({ address }) => address.endsWith('_assume'))
    .flatMap(({ folder, address, body }) =>
      listOf(body.statement).flatMap((one) => {
        const { actions, principals, condition } = mapOf(one);
        const who = mapOf(listOf(principals)[0]);
        const isEqual = (claim: string, wanted: RegExp) =>
          listOf(condition)
            .map(mapOf)
            .some(
              ({ test, variable, values }) =>
                test === 'StringEquals' &&
                String(variable).endsWith(claim) &&
                listOf(values).every((value) => wanted.test(String(value))),
            );
        const isPod = listOf(actions).includes('sts:AssumeRoleWithWebIdentity');
        const isSafe = isPod
          ? who.type === 'Federated' &&
            isEqual(':sub', /^system:serviceaccount:[\w-]+:[\w-]+$/) &&
            isEqual(':aud', /^sts\.amazonaws\.com$/)
          : who.type === 'Service' &&
            listOf(who.identifiers).every((name) =>
              /^[a-z0-9.-]+\.amazonaws\.com$/.test(String(name)),
            );
        return isSafe ? [] : [`${folder} ${address} is taken by more than one`];
      }),
    );

/** Whoever comes in clear text is turned away by every bucket and file system. */
export const storesTakeTlsOnly: Rule = (modules) =>
  blocksOf(modules, '')
    .filter(({ address }) => /^aws_(s3_bucket_policy|efs_file_system_policy)\./.test(address))
    .flatMap(({ folder, address, body }) => {
      const named = /data\.aws_iam_policy_document\.\w+/.exec(String(body.policy))?.[0] ?? '';
      const document = modules.get(folder)?.blocks.get(named);
      const isSafe = listOf(document?.statement).some((one) => {
        const { effect, condition, principals } = mapOf(one);
        const isAll = listOf(mapOf(listOf(principals)[0]).identifiers).includes('*');
        const text = JSON.stringify(condition ?? null);
        return effect === 'Deny' && isAll && /aws:SecureTransport/.test(text) && /false/.test(text);
      });
      return isSafe ? [] : [`${folder} ${address} takes clear text`];
    });
