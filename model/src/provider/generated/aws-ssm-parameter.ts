// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSsmParameter<E> {
  readonly allowed_pattern?: Of<string, E>;
  readonly arn?: Of<string, E>;
  readonly data_type?: Of<string, E>;
  readonly description?: Of<string, E>;
  readonly insecure_value?: Of<string, E>;
  readonly key_id?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly overwrite?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly tier?: Of<string, E>;
  readonly type: Needed<string, E>;
  readonly value?: Of<string, E>;
  readonly value_wo?: Of<string, E>;
  readonly value_wo_version?: Of<number, E>;
}

export interface Binding<E> {
  readonly written: AwsSsmParameter<E>;
  readonly read:
    | keyof AwsSsmParameter<E>
    | 'has_value_wo'
    | 'id'
    | 'tags_all'
    | 'version';
}
