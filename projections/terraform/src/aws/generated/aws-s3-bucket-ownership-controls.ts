// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsS3BucketOwnershipControls {
  readonly bucket: Needed<string>;
  readonly region?: Of<string>;
  readonly rule: Rule;
}

interface Rule {
  readonly object_ownership: Needed<string>;
}

export interface Binding {
  readonly written: AwsS3BucketOwnershipControls;
  readonly read:
    | keyof AwsS3BucketOwnershipControls
    | 'id';
}
