// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsAutoscalingAttachment {
  readonly autoscaling_group_name: Needed<string>;
  readonly elb?: Of<string>;
  readonly lb_target_group_arn?: Of<string>;
  readonly region?: Of<string>;
}

export interface Binding {
  readonly written: AwsAutoscalingAttachment;
  readonly read:
    | keyof AwsAutoscalingAttachment
    | 'id';
}
