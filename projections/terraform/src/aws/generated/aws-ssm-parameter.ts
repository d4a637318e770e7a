// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSsmParameter {
  readonly allowed_pattern?: Of<string>;
  readonly arn?: Of<string>;
  readonly data_type?: Of<string>;
  readonly description?: Of<string>;
  readonly insecure_value?: Of<string>;
  readonly key_id?: Of<string>;
  readonly name: Needed<string>;
  readonly overwrite?: Of<boolean>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly tier?: Of<string>;
  readonly type: Needed<string>;
  readonly value?: Of<string>;
  readonly value_wo?: Of<string>;
  readonly value_wo_version?: Of<number>;
}

export interface Binding {
  readonly written: AwsSsmParameter;
  readonly read:
    | keyof AwsSsmParameter
    | 'has_value_wo'
    | 'id'
    | 'tags_all'
    | 'version';
}
