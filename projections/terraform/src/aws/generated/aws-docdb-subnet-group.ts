// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsDocdbSubnetGroup {
  readonly description?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly subnet_ids: Needed<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsDocdbSubnetGroup;
  readonly read:
    | keyof AwsDocdbSubnetGroup
    | 'arn'
    | 'id'
    | 'supported_network_types'
    | 'tags_all';
}
