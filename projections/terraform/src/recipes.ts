/** What several kinds need in the same way: keys, logs, roles. */
import type { Block } from './hcl/block.ts';
import { template } from './hcl/value.ts';
import { accountId, arnOf, partition } from './lookups.ts';
import {
  allow,
  assumedBy,
  keyPolicy,
  type Principals,
  policyDocument,
  type Statement,
} from './policy.ts';
import { type Addressed, ref, resource } from './resource.ts';

const DAY_MS = 86_400_000;

/** Days that CloudWatch Logs offers (PutRetentionPolicy, API reference). */
const retentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;

/** The shortest that CloudWatch Logs offers and that is not shorter than asked. */
export function retentionInDays(keptMs: number): number {
  const asked = keptMs / DAY_MS;
  return retentionDays.find((days) => days >= asked) ?? 3653;
}

/** A key of ours with its policy and its name; AWS turns it over every year. */
export function encryptionKey(
  name: string,
  {
    alias,
    description,
    services = [],
    region = null,
  }: {
    readonly alias: string;
    readonly description: string;
    /** Where it is, if not where the module's provider is. */
    readonly region?: string | null;
    /** What services of AWS may do with it; the account's roles are told by their own policies. */
    readonly services?: readonly Statement[];
  },
): { readonly key: Addressed<'arn' | 'id'>; readonly blocks: readonly Block[] } {
  const place = region === null ? {} : { region };
  const policy = keyPolicy(`${name}_key`, services);
  const key = resource('aws_kms_key', name, {
    ...place,
    description,
    enable_key_rotation: true,
    policy: ref(policy, 'json'),
  });
  const named = resource('aws_kms_alias', name, {
    ...place,
    name: `alias/${alias}`,
    target_key_id: ref(key, 'id'),
  });
  return { key, blocks: [policy, key, named] };
}

/** CloudWatch Logs of one region may encrypt this account's log groups, and nothing else. */
export function forLogs(region: string): Statement {
  return allow('CloudWatchLogs', {
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:Describe*',
    ],
    resources: ['*'],
    principals: { type: 'Service', identifiers: [`logs.${region}.amazonaws.com`] },
    condition: {
      test: 'ArnLike',
      variable: 'kms:EncryptionContext:aws:logs:arn',
      values: [arnOf('logs', region, '*')],
    },
  });
}

/** A service of AWS may use the key for this account. */
export function forService(sid: string, service: string): Statement {
  return allow(sid, {
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    principals: { type: 'Service', identifiers: [service] },
    condition: { test: 'StringEquals', variable: 'aws:SourceAccount', values: [accountId] },
  });
}

/**
 * EventBridge may use the key. It tells KMS neither account nor source, so a condition on them
 * would silently drop every message (SNS developer guide, encrypted topics).
 */
export function forEventBridge(): Statement {
  return allow('EventBridge', {
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    principals: { type: 'Service', identifiers: ['events.amazonaws.com'] },
  });
}

/**
 * Auto Scaling may start machines from what the key encrypts (EC2 Auto Scaling user guide, key
 * policy). Its role is there once an account has had a group.
 */
export function forAutoScaling(): readonly Statement[] {
  const path = 'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
  const principals: Principals = {
    type: 'AWS',
    identifiers: [template`arn:${partition}:iam::${accountId}:role/${path}`],
  };
  return [
    allow('AutoScaling', {
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey*',
        'kms:ReEncrypt*',
      ],
      resources: ['*'],
      principals,
    }),
    allow('AutoScalingDisks', {
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      principals,
      condition: { test: 'Bool', variable: 'kms:GrantIsForAWSResource', values: ['true'] },
    }),
  ];
}

/** A role that a service of AWS takes, and what it may do, in one policy of its own. */
export function serviceRole(
  label: string,
  {
    name,
    service,
    statements,
    actions,
  }: {
    readonly name: string;
    readonly service: string;
    readonly statements: readonly Statement[];
    /** How it is taken; `sts:AssumeRole`, unless said. */
    readonly actions?: readonly string[];
  },
): { readonly role: Addressed<'arn' | 'name' | 'id'>; readonly blocks: readonly Block[] } {
  const assume = assumedBy(`${label}_assume`, service, actions);
  const role = resource('aws_iam_role', label, {
    name,
    assume_role_policy: ref(assume, 'json'),
  });
  if (statements.length === 0) return { role, blocks: [assume, role] };
  const policy = policyDocument(label, statements);
  const attached = resource('aws_iam_role_policy', label, {
    name: label.replaceAll('_', '-'),
    role: ref(role, 'id'),
    policy: ref(policy, 'json'),
  });
  return { role, blocks: [assume, role, policy, attached] };
}

/** A policy that AWS keeps: `AmazonEKSClusterPolicy`. */
export function managedPolicy(
  label: string,
  role: Addressed<'name'>,
  path: string,
): Addressed<'id'> {
  return resource('aws_iam_role_policy_attachment', label, {
    role: ref(role, 'name'),
    policy_arn: template`arn:${partition}:iam::aws:policy/${path}`,
  });
}
