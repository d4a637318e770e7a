// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsKeyPairData {
  readonly include_public_key?: Of<boolean>;
  readonly key_name?: Of<string>;
  readonly key_pair_id?: Of<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly filter?: Inners<Filter>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Filter {
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface Timeouts {
  readonly read?: Of<string>;
}

export interface Binding {
  readonly written: AwsKeyPairData;
  readonly read:
    | keyof AwsKeyPairData
    | 'arn'
    | 'create_time'
    | 'fingerprint'
    | 'id'
    | 'key_type'
    | 'public_key';
}
