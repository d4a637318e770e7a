/** Policies as people read them: one statement each, with who, what and where. */

import { type Expression, template } from './hcl/value.ts';
import { accountId, partition } from './lookups.ts';
import { type Addressed, data } from './resource.ts';

export interface Principals {
  readonly type: 'AWS' | 'Service' | 'Federated' | '*';
  readonly identifiers: readonly (string | Expression)[];
}

export interface PolicyCondition {
  readonly test: string;
  readonly variable: string | Expression;
  readonly values: readonly (string | Expression)[];
}

export interface Statement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources?: readonly (string | Expression)[] | undefined;
  readonly principals?: Principals | undefined;
  readonly condition?: PolicyCondition | readonly PolicyCondition[] | undefined;
}

type Said = Omit<Statement, 'sid' | 'effect'>;

export function allow(sid: string, said: Said): Statement {
  return { sid, effect: 'Allow', ...said };
}

export function deny(sid: string, said: Said): Statement {
  return { sid, effect: 'Deny', ...said };
}

/** `data "aws_iam_policy_document"`; refer to its `json`. */
export function policyDocument(
  name: string,
  statements: readonly Statement[],
  comment?: string,
): Addressed<'json'> {
  return data(
    'aws_iam_policy_document',
    name,
    { statement: statements.map((statement) => ({ ...statement })) },
    comment === undefined ? {} : { comment },
  );
}

/** Who a role may be taken by: a service of AWS, for this account only. */
export function assumedBy(
  name: string,
  service: string,
  actions: readonly string[] = ['sts:AssumeRole'],
) {
  return policyDocument(name, [
    allow('Assume', { actions, principals: { type: 'Service', identifiers: [service] } }),
  ]);
}

/** The account itself: who of it may use a key is then said by the policies of its roles. */
export function accountRoot(): Expression {
  return template`arn:${partition}:iam::${accountId}:root`;
}

/** A key's own policy: the account, and the services that use it for us. */
export function keyPolicy(name: string, services: readonly Statement[] = []): Addressed<'json'> {
  const reason = 'A key policy: its resource is the key itself';
  const policy = policyDocument(name, [
    allow('Account', {
      actions: ['kms:*'],
      resources: ['*'],
      principals: { type: 'AWS', identifiers: [accountRoot()] },
    }),
    ...services,
  ]);
  const accepted = { CKV_AWS_109: reason, CKV_AWS_111: reason, CKV_AWS_356: reason };
  return { ...policy, accepted };
}
