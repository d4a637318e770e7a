// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKeyPair {
  readonly key_name?: Of<string>;
  readonly key_name_prefix?: Of<string>;
  readonly public_key: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsKeyPair;
  readonly read:
    | keyof AwsKeyPair
    | 'arn'
    | 'fingerprint'
    | 'id'
    | 'key_pair_id'
    | 'key_type'
    | 'tags_all';
}
