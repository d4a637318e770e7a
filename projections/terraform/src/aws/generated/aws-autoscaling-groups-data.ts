// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsAutoscalingGroupsData {
  readonly names?: Of<readonly Needed<string>[]>;
  readonly region?: Of<string>;
  readonly filter?: Inners<Filter>;
}

interface Filter {
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

export interface Binding {
  readonly written: AwsAutoscalingGroupsData;
  readonly read:
    | keyof AwsAutoscalingGroupsData
    | 'arns'
    | 'id';
}
