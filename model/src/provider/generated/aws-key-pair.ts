// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKeyPair<E> {
  readonly key_name?: Of<string, E>;
  readonly key_name_prefix?: Of<string, E>;
  readonly public_key: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsKeyPair<E>;
  readonly read:
    | keyof AwsKeyPair<E>
    | 'arn'
    | 'fingerprint'
    | 'id'
    | 'key_pair_id'
    | 'key_type'
    | 'tags_all';
}
