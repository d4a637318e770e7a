// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSsmParameterData {
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly with_decryption?: Of<boolean>;
}

export interface Binding {
  readonly written: AwsSsmParameterData;
  readonly read:
    | keyof AwsSsmParameterData
    | 'arn'
    | 'id'
    | 'insecure_value'
    | 'type'
    | 'value'
    | 'version';
}
