// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSsmParameterData<E> {
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly with_decryption?: Of<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsSsmParameterData<E>;
  readonly read:
    | keyof AwsSsmParameterData<E>
    | 'arn'
    | 'id'
    | 'insecure_value'
    | 'type'
    | 'value'
    | 'version';
}
