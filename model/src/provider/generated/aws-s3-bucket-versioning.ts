// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsS3BucketVersioning<E> {
  readonly bucket: Needed<string, E>;
  readonly expected_bucket_owner?: Of<string, E>;
  readonly mfa?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly versioning_configuration: VersioningConfiguration<E>;
}

interface VersioningConfiguration<E> {
  readonly mfa_delete?: Of<string, E>;
  readonly status: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsS3BucketVersioning<E>;
  readonly read:
    | keyof AwsS3BucketVersioning<E>
    | 'id';
}
