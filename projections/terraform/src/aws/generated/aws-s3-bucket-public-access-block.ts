// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsS3BucketPublicAccessBlock {
  readonly block_public_acls?: Of<boolean>;
  readonly block_public_policy?: Of<boolean>;
  readonly bucket: Needed<string>;
  readonly ignore_public_acls?: Of<boolean>;
  readonly region?: Of<string>;
  readonly restrict_public_buckets?: Of<boolean>;
  readonly skip_destroy?: Of<boolean>;
}

export interface Binding {
  readonly written: AwsS3BucketPublicAccessBlock;
  readonly read:
    | keyof AwsS3BucketPublicAccessBlock
    | 'id';
}
