// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRoute53KeySigningKey {
  readonly hosted_zone_id: Needed<string>;
  readonly key_management_service_arn: Needed<string>;
  readonly name: Needed<string>;
  readonly status?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsRoute53KeySigningKey;
  readonly read:
    | keyof AwsRoute53KeySigningKey
    | 'digest_algorithm_mnemonic'
    | 'digest_algorithm_type'
    | 'digest_value'
    | 'dnskey_record'
    | 'ds_record'
    | 'flag'
    | 'id'
    | 'key_tag'
    | 'public_key'
    | 'signing_algorithm_mnemonic'
    | 'signing_algorithm_type';
}
