// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsS3BucketLogging {
  readonly bucket: Needed<string>;
  readonly expected_bucket_owner?: Of<string>;
  readonly region?: Of<string>;
  readonly target_bucket: Needed<string>;
  readonly target_prefix: Needed<string>;
  readonly target_grant?: Inners<TargetGrant>;
  readonly target_object_key_format?: Inner<TargetObjectKeyFormat>;
}

interface TargetGrant {
  readonly permission: Needed<string>;
  readonly grantee: Grantee;
}

interface Grantee {
  readonly email_address?: Of<string>;
  readonly id?: Of<string>;
  readonly type: Needed<string>;
  readonly uri?: Of<string>;
}

interface TargetObjectKeyFormat {
  readonly partitioned_prefix?: Inner<PartitionedPrefix>;
  readonly simple_prefix?: Inner<SimplePrefix>;
}

interface PartitionedPrefix {
  readonly partition_date_source: Needed<string>;
}

interface SimplePrefix {

}

export interface Binding {
  readonly written: AwsS3BucketLogging;
  readonly read:
    | keyof AwsS3BucketLogging
    | 'id';
}
