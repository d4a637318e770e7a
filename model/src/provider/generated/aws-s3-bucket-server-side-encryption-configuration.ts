// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsS3BucketServerSideEncryptionConfiguration<E> {
  readonly bucket: Needed<string, E>;
  readonly expected_bucket_owner?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly rule: Several<Rule<E>>;
}

interface Rule<E> {
  readonly blocked_encryption_types?: Of<readonly Needed<string, E>[], E>;
  readonly bucket_key_enabled?: Of<boolean, E>;
  readonly apply_server_side_encryption_by_default?: Inner<ApplyServerSideEncryptionByDefault<E>>;
}

interface ApplyServerSideEncryptionByDefault<E> {
  readonly kms_master_key_id?: Of<string, E>;
  readonly sse_algorithm: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsS3BucketServerSideEncryptionConfiguration<E>;
  readonly read:
    | keyof AwsS3BucketServerSideEncryptionConfiguration<E>
    | 'id';
}
