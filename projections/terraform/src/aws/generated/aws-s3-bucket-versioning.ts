// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsS3BucketVersioning {
  readonly bucket: Needed<string>;
  readonly expected_bucket_owner?: Of<string>;
  readonly mfa?: Of<string>;
  readonly region?: Of<string>;
  readonly versioning_configuration: VersioningConfiguration;
}

interface VersioningConfiguration {
  readonly mfa_delete?: Of<string>;
  readonly status: Needed<string>;
}

export interface Binding {
  readonly written: AwsS3BucketVersioning;
  readonly read:
    | keyof AwsS3BucketVersioning
    | 'id';
}
