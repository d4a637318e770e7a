// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAutoscalingGroup {
  readonly availability_zones?: Of<readonly Needed<string>[]>;
  readonly capacity_rebalance?: Of<boolean>;
  readonly context?: Of<string>;
  readonly default_cooldown?: Of<number>;
  readonly default_instance_warmup?: Of<number>;
  readonly desired_capacity?: Of<number>;
  readonly desired_capacity_type?: Of<string>;
  readonly enabled_metrics?: Of<readonly Needed<string>[]>;
  readonly force_delete?: Of<boolean>;
  readonly force_delete_warm_pool?: Of<boolean>;
  readonly health_check_grace_period?: Of<number>;
  readonly health_check_type?: Of<string>;
  readonly ignore_failed_scaling_activities?: Of<boolean>;
  readonly launch_configuration?: Of<string>;
  readonly load_balancers?: Of<readonly Needed<string>[]>;
  readonly max_instance_lifetime?: Of<number>;
  readonly max_size: Needed<number>;
  readonly metrics_granularity?: Of<string>;
  readonly min_elb_capacity?: Of<number>;
  readonly min_size: Needed<number>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly placement_group?: Of<string>;
  readonly protect_from_scale_in?: Of<boolean>;
  readonly region?: Of<string>;
  readonly service_linked_role_arn?: Of<string>;
  readonly suspended_processes?: Of<readonly Needed<string>[]>;
  readonly target_group_arns?: Of<readonly Needed<string>[]>;
  readonly termination_policies?: Of<readonly Needed<string>[]>;
  readonly vpc_zone_identifier?: Of<readonly Needed<string>[]>;
  readonly wait_for_capacity_timeout?: Of<string>;
  readonly wait_for_elb_capacity?: Of<number>;
  readonly availability_zone_distribution?: Inner<AvailabilityZoneDistribution>;
  readonly capacity_reservation_specification?: Inner<CapacityReservationSpecification>;
  readonly initial_lifecycle_hook?: Inners<InitialLifecycleHook>;
  readonly instance_lifecycle_policy?: Inner<InstanceLifecyclePolicy>;
  readonly instance_maintenance_policy?: Inner<InstanceMaintenancePolicy>;
  readonly instance_refresh?: Inner<InstanceRefresh>;
  readonly launch_template?: Inner<LaunchTemplate>;
  readonly mixed_instances_policy?: Inner<MixedInstancesPolicy>;
  readonly tag?: Inners<Tag>;
  readonly timeouts?: Inner<Timeouts>;
  readonly traffic_source?: Inners<TrafficSource>;
  readonly warm_pool?: Inner<WarmPool>;
}

interface AvailabilityZoneDistribution {
  readonly capacity_distribution_strategy?: Of<string>;
}

interface CapacityReservationSpecification {
  readonly capacity_reservation_preference?: Of<string>;
  readonly capacity_reservation_target?: Inner<CapacityReservationTarget>;
}

interface CapacityReservationTarget {
  readonly capacity_reservation_ids?: Of<readonly Needed<string>[]>;
  readonly capacity_reservation_resource_group_arns?: Of<readonly Needed<string>[]>;
}

interface InitialLifecycleHook {
  readonly default_result?: Of<string>;
  readonly heartbeat_timeout?: Of<number>;
  readonly lifecycle_transition: Needed<string>;
  readonly name: Needed<string>;
  readonly notification_metadata?: Of<string>;
  readonly notification_target_arn?: Of<string>;
  readonly role_arn?: Of<string>;
}

interface InstanceLifecyclePolicy {
  readonly retention_triggers?: Inner<RetentionTriggers>;
}

interface RetentionTriggers {
  readonly terminate_hook_abandon?: Of<string>;
}

interface InstanceMaintenancePolicy {
  readonly max_healthy_percentage: Needed<number>;
  readonly min_healthy_percentage: Needed<number>;
}

interface InstanceRefresh {
  readonly strategy: Needed<string>;
  readonly triggers?: Of<readonly Needed<string>[]>;
  readonly preferences?: Inner<Preferences>;
}

interface Preferences {
  readonly auto_rollback?: Of<boolean>;
  readonly checkpoint_delay?: Of<string>;
  readonly checkpoint_percentages?: Of<readonly Needed<number>[]>;
  readonly instance_warmup?: Of<string>;
  readonly max_healthy_percentage?: Of<number>;
  readonly min_healthy_percentage?: Of<number>;
  readonly scale_in_protected_instances?: Of<string>;
  readonly skip_matching?: Of<boolean>;
  readonly standby_instances?: Of<string>;
  readonly alarm_specification?: Inner<AlarmSpecification>;
}

interface AlarmSpecification {
  readonly alarms?: Of<readonly Needed<string>[]>;
}

interface LaunchTemplate {
  readonly id?: Of<string>;
  readonly name?: Of<string>;
  readonly version?: Of<string>;
}

interface MixedInstancesPolicy {
  readonly instances_distribution?: Inner<InstancesDistribution>;
  readonly launch_template: MixedInstancesPolicyLaunchTemplate;
}

interface InstancesDistribution {
  readonly on_demand_allocation_strategy?: Of<string>;
  readonly on_demand_base_capacity?: Of<number>;
  readonly on_demand_percentage_above_base_capacity?: Of<number>;
  readonly spot_allocation_strategy?: Of<string>;
  readonly spot_instance_pools?: Of<number>;
  readonly spot_max_price?: Of<string>;
}

interface MixedInstancesPolicyLaunchTemplate {
  readonly launch_template_specification: LaunchTemplateSpecification;
  readonly override?: Inners<Override>;
}

interface LaunchTemplateSpecification {
  readonly launch_template_id?: Of<string>;
  readonly launch_template_name?: Of<string>;
  readonly version?: Of<string>;
}

interface Override {
  readonly instance_type?: Of<string>;
  readonly weighted_capacity?: Of<string>;
  readonly instance_requirements?: Inner<InstanceRequirements>;
  readonly launch_template_specification?: Inner<OverrideLaunchTemplateSpecification>;
}

interface InstanceRequirements {
  readonly accelerator_manufacturers?: Of<readonly Needed<string>[]>;
  readonly accelerator_names?: Of<readonly Needed<string>[]>;
  readonly accelerator_types?: Of<readonly Needed<string>[]>;
  readonly allowed_instance_types?: Of<readonly Needed<string>[]>;
  readonly bare_metal?: Of<string>;
  readonly burstable_performance?: Of<string>;
  readonly cpu_manufacturers?: Of<readonly Needed<string>[]>;
  readonly excluded_instance_types?: Of<readonly Needed<string>[]>;
  readonly instance_generations?: Of<readonly Needed<string>[]>;
  readonly local_storage?: Of<string>;
  readonly local_storage_types?: Of<readonly Needed<string>[]>;
  readonly max_spot_price_as_percentage_of_optimal_on_demand_price?: Of<number>;
  readonly on_demand_max_price_percentage_over_lowest_price?: Of<number>;
  readonly require_hibernate_support?: Of<boolean>;
  readonly spot_max_price_percentage_over_lowest_price?: Of<number>;
  readonly accelerator_count?: Inner<AcceleratorCount>;
  readonly accelerator_total_memory_mib?: Inner<AcceleratorTotalMemoryMib>;
  readonly baseline_ebs_bandwidth_mbps?: Inner<BaselineEbsBandwidthMbps>;
  readonly memory_gib_per_vcpu?: Inner<MemoryGibPerVcpu>;
  readonly memory_mib?: Inner<MemoryMib>;
  readonly network_bandwidth_gbps?: Inner<NetworkBandwidthGbps>;
  readonly network_interface_count?: Inner<NetworkInterfaceCount>;
  readonly total_local_storage_gb?: Inner<TotalLocalStorageGb>;
  readonly vcpu_count?: Inner<VcpuCount>;
}

interface AcceleratorCount {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface AcceleratorTotalMemoryMib {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface BaselineEbsBandwidthMbps {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface MemoryGibPerVcpu {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface MemoryMib {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface NetworkBandwidthGbps {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface NetworkInterfaceCount {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface TotalLocalStorageGb {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface VcpuCount {
  readonly max?: Of<number>;
  readonly min?: Of<number>;
}

interface OverrideLaunchTemplateSpecification {
  readonly launch_template_id?: Of<string>;
  readonly launch_template_name?: Of<string>;
  readonly version?: Of<string>;
}

interface Tag {
  readonly key: Needed<string>;
  readonly propagate_at_launch: Needed<boolean>;
  readonly value: Needed<string>;
}

interface Timeouts {
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

interface TrafficSource {
  readonly identifier: Needed<string>;
  readonly type?: Of<string>;
}

interface WarmPool {
  readonly max_group_prepared_capacity?: Of<number>;
  readonly min_size?: Of<number>;
  readonly pool_state?: Of<string>;
  readonly instance_reuse_policy?: Inner<InstanceReusePolicy>;
}

interface InstanceReusePolicy {
  readonly reuse_on_scale_in?: Of<boolean>;
}

export interface Binding {
  readonly written: AwsAutoscalingGroup;
  readonly read:
    | keyof AwsAutoscalingGroup
    | 'arn'
    | 'id'
    | 'predicted_capacity'
    | 'warm_pool_size';
}
