// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsRdsClusterParameterGroup {
  readonly description?: Of<string>;
  readonly family: Needed<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly parameter?: Inners<Parameter>;
}

interface Parameter {
  readonly apply_method?: Of<string>;
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

export interface Binding {
  readonly written: AwsRdsClusterParameterGroup;
  readonly read:
    | keyof AwsRdsClusterParameterGroup
    | 'arn'
    | 'id'
    | 'tags_all';
}
