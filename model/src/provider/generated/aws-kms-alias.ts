// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKmsAlias<E> {
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly target_key_id: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsKmsAlias<E>;
  readonly read:
    | keyof AwsKmsAlias<E>
    | 'arn'
    | 'id'
    | 'target_key_arn';
}
