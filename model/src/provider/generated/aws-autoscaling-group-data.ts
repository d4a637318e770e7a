// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsAutoscalingGroupData<E> {
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAutoscalingGroupData<E>;
  readonly read:
    | keyof AwsAutoscalingGroupData<E>
    | 'arn'
    | 'availability_zones'
    | 'default_cooldown'
    | 'desired_capacity'
    | 'desired_capacity_type'
    | 'enabled_metrics'
    | 'health_check_grace_period'
    | 'health_check_type'
    | 'id'
    | 'instance_maintenance_policy'
    | 'launch_configuration'
    | 'launch_template'
    | 'load_balancers'
    | 'max_instance_lifetime'
    | 'max_size'
    | 'min_size'
    | 'mixed_instances_policy'
    | 'new_instances_protected_from_scale_in'
    | 'placement_group'
    | 'predicted_capacity'
    | 'service_linked_role_arn'
    | 'status'
    | 'suspended_processes'
    | 'tag'
    | 'target_group_arns'
    | 'termination_policies'
    | 'traffic_source'
    | 'vpc_zone_identifier'
    | 'warm_pool'
    | 'warm_pool_size';
}
