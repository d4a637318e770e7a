// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsAutoscalingGroupsData<E> {
  readonly names?: Of<readonly Needed<string, E>[], E>;
  readonly region?: Of<string, E>;
  readonly filter?: Inners<Filter<E>>;
}

interface Filter<E> {
  readonly name: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

export interface Binding<E> {
  readonly written: AwsAutoscalingGroupsData<E>;
  readonly read:
    | keyof AwsAutoscalingGroupsData<E>
    | 'arns'
    | 'id';
}
