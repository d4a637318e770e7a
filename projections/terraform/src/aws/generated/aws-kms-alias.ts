// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKmsAlias {
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly target_key_id: Needed<string>;
}

export interface Binding {
  readonly written: AwsKmsAlias;
  readonly read:
    | keyof AwsKmsAlias
    | 'arn'
    | 'id'
    | 'target_key_arn';
}
