/** What Terraform looks up in any account, so that no account's number stands in a file. */
import type { Block } from './hcl/block.ts';
import { type Expression, hcl, template } from './hcl/value.ts';
import { data } from './resource.ts';

/** The account's number. */
export const accountId: Expression = hcl('data.aws_caller_identity.current.account_id');
/** `aws`; `aws-cn` in China. */
export const partition: Expression = hcl('data.aws_partition.current.partition');

const lookups: readonly Block[] = [
  data('aws_caller_identity', 'current', {}),
  data('aws_partition', 'current', {}),
];

/** Those that the texts of a module refer to. */
export function account(texts: readonly string[]): readonly Block[] {
  return lookups.filter(({ labels }) =>
    texts.some((text) => text.includes(`data.${labels.join('.')}.`)),
  );
}

/** An ARN of this account, of something that is named and not yet there, or elsewhere. */
export function arnOf(service: string, region: string, path: string | Expression): Expression {
  return template`arn:${partition}:${service}:${region}:${accountId}:${path}`;
}
