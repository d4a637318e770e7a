// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsAutoscalingAttachment<E> {
  readonly autoscaling_group_name: Needed<string, E>;
  readonly elb?: Of<string, E>;
  readonly lb_target_group_arn?: Of<string, E>;
  readonly region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAutoscalingAttachment<E>;
  readonly read:
    | keyof AwsAutoscalingAttachment<E>
    | 'id';
}
