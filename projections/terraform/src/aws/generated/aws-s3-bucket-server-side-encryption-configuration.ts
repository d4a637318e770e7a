// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsS3BucketServerSideEncryptionConfiguration {
  readonly bucket: Needed<string>;
  readonly expected_bucket_owner?: Of<string>;
  readonly region?: Of<string>;
  readonly rule: Several<Rule>;
}

interface Rule {
  readonly blocked_encryption_types?: Of<readonly Needed<string>[]>;
  readonly bucket_key_enabled?: Of<boolean>;
  readonly apply_server_side_encryption_by_default?: Inner<ApplyServerSideEncryptionByDefault>;
}

interface ApplyServerSideEncryptionByDefault {
  readonly kms_master_key_id?: Of<string>;
  readonly sse_algorithm: Needed<string>;
}

export interface Binding {
  readonly written: AwsS3BucketServerSideEncryptionConfiguration;
  readonly read:
    | keyof AwsS3BucketServerSideEncryptionConfiguration
    | 'id';
}
