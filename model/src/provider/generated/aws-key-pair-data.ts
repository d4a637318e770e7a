// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsKeyPairData<E> {
  readonly include_public_key?: Of<boolean, E>;
  readonly key_name?: Of<string, E>;
  readonly key_pair_id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly filter?: Inners<Filter<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Filter<E> {
  readonly name: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface Timeouts<E> {
  readonly read?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsKeyPairData<E>;
  readonly read:
    | keyof AwsKeyPairData<E>
    | 'arn'
    | 'create_time'
    | 'fingerprint'
    | 'id'
    | 'key_type'
    | 'public_key';
}
