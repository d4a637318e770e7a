// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsS3BucketPublicAccessBlock<E> {
  readonly block_public_acls?: Of<boolean, E>;
  readonly block_public_policy?: Of<boolean, E>;
  readonly bucket: Needed<string, E>;
  readonly ignore_public_acls?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly restrict_public_buckets?: Of<boolean, E>;
  readonly skip_destroy?: Of<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsS3BucketPublicAccessBlock<E>;
  readonly read:
    | keyof AwsS3BucketPublicAccessBlock<E>
    | 'id';
}
