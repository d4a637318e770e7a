// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAutoscalingGroup<E> {
  readonly availability_zones?: Of<readonly Needed<string, E>[], E>;
  readonly capacity_rebalance?: Of<boolean, E>;
  readonly context?: Of<string, E>;
  readonly default_cooldown?: Of<number, E>;
  readonly default_instance_warmup?: Of<number, E>;
  readonly desired_capacity?: Of<number, E>;
  readonly desired_capacity_type?: Of<string, E>;
  readonly enabled_metrics?: Of<readonly Needed<string, E>[], E>;
  readonly force_delete?: Of<boolean, E>;
  readonly force_delete_warm_pool?: Of<boolean, E>;
  readonly health_check_grace_period?: Of<number, E>;
  readonly health_check_type?: Of<string, E>;
  readonly ignore_failed_scaling_activities?: Of<boolean, E>;
  readonly launch_configuration?: Of<string, E>;
  readonly load_balancers?: Of<readonly Needed<string, E>[], E>;
  readonly max_instance_lifetime?: Of<number, E>;
  readonly max_size: Needed<number, E>;
  readonly metrics_granularity?: Of<string, E>;
  readonly min_elb_capacity?: Of<number, E>;
  readonly min_size: Needed<number, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly placement_group?: Of<string, E>;
  readonly protect_from_scale_in?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly service_linked_role_arn?: Of<string, E>;
  readonly suspended_processes?: Of<readonly Needed<string, E>[], E>;
  readonly target_group_arns?: Of<readonly Needed<string, E>[], E>;
  readonly termination_policies?: Of<readonly Needed<string, E>[], E>;
  readonly vpc_zone_identifier?: Of<readonly Needed<string, E>[], E>;
  readonly wait_for_capacity_timeout?: Of<string, E>;
  readonly wait_for_elb_capacity?: Of<number, E>;
  readonly availability_zone_distribution?: Inner<AvailabilityZoneDistribution<E>>;
  readonly capacity_reservation_specification?: Inner<CapacityReservationSpecification<E>>;
  readonly initial_lifecycle_hook?: Inners<InitialLifecycleHook<E>>;
  readonly instance_lifecycle_policy?: Inner<InstanceLifecyclePolicy<E>>;
  readonly instance_maintenance_policy?: Inner<InstanceMaintenancePolicy<E>>;
  readonly instance_refresh?: Inner<InstanceRefresh<E>>;
  readonly launch_template?: Inner<LaunchTemplate<E>>;
  readonly mixed_instances_policy?: Inner<MixedInstancesPolicy<E>>;
  readonly tag?: Inners<Tag<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly traffic_source?: Inners<TrafficSource<E>>;
  readonly warm_pool?: Inner<WarmPool<E>>;
}

interface AvailabilityZoneDistribution<E> {
  readonly capacity_distribution_strategy?: Of<string, E>;
}

interface CapacityReservationSpecification<E> {
  readonly capacity_reservation_preference?: Of<string, E>;
  readonly capacity_reservation_target?: Inner<CapacityReservationTarget<E>>;
}

interface CapacityReservationTarget<E> {
  readonly capacity_reservation_ids?: Of<readonly Needed<string, E>[], E>;
  readonly capacity_reservation_resource_group_arns?: Of<readonly Needed<string, E>[], E>;
}

interface InitialLifecycleHook<E> {
  readonly default_result?: Of<string, E>;
  readonly heartbeat_timeout?: Of<number, E>;
  readonly lifecycle_transition: Needed<string, E>;
  readonly name: Needed<string, E>;
  readonly notification_metadata?: Of<string, E>;
  readonly notification_target_arn?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
}

interface InstanceLifecyclePolicy<E> {
  readonly retention_triggers?: Inner<RetentionTriggers<E>>;
}

interface RetentionTriggers<E> {
  readonly terminate_hook_abandon?: Of<string, E>;
}

interface InstanceMaintenancePolicy<E> {
  readonly max_healthy_percentage: Needed<number, E>;
  readonly min_healthy_percentage: Needed<number, E>;
}

interface InstanceRefresh<E> {
  readonly strategy: Needed<string, E>;
  readonly triggers?: Of<readonly Needed<string, E>[], E>;
  readonly preferences?: Inner<Preferences<E>>;
}

interface Preferences<E> {
  readonly auto_rollback?: Of<boolean, E>;
  readonly checkpoint_delay?: Of<string, E>;
  readonly checkpoint_percentages?: Of<readonly Needed<number, E>[], E>;
  readonly instance_warmup?: Of<string, E>;
  readonly max_healthy_percentage?: Of<number, E>;
  readonly min_healthy_percentage?: Of<number, E>;
  readonly scale_in_protected_instances?: Of<string, E>;
  readonly skip_matching?: Of<boolean, E>;
  readonly standby_instances?: Of<string, E>;
  readonly alarm_specification?: Inner<AlarmSpecification<E>>;
}

interface AlarmSpecification<E> {
  readonly alarms?: Of<readonly Needed<string, E>[], E>;
}

interface LaunchTemplate<E> {
  readonly id?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly version?: Of<string, E>;
}

interface MixedInstancesPolicy<E> {
  readonly instances_distribution?: Inner<InstancesDistribution<E>>;
  readonly launch_template: MixedInstancesPolicyLaunchTemplate<E>;
}

interface InstancesDistribution<E> {
  readonly on_demand_allocation_strategy?: Of<string, E>;
  readonly on_demand_base_capacity?: Of<number, E>;
  readonly on_demand_percentage_above_base_capacity?: Of<number, E>;
  readonly spot_allocation_strategy?: Of<string, E>;
  readonly spot_instance_pools?: Of<number, E>;
  readonly spot_max_price?: Of<string, E>;
}

interface MixedInstancesPolicyLaunchTemplate<E> {
  readonly launch_template_specification: LaunchTemplateSpecification<E>;
  readonly override?: Inners<Override<E>>;
}

interface LaunchTemplateSpecification<E> {
  readonly launch_template_id?: Of<string, E>;
  readonly launch_template_name?: Of<string, E>;
  readonly version?: Of<string, E>;
}

interface Override<E> {
  readonly instance_type?: Of<string, E>;
  readonly weighted_capacity?: Of<string, E>;
  readonly instance_requirements?: Inner<InstanceRequirements<E>>;
  readonly launch_template_specification?: Inner<OverrideLaunchTemplateSpecification<E>>;
}

interface InstanceRequirements<E> {
  readonly accelerator_manufacturers?: Of<readonly Needed<string, E>[], E>;
  readonly accelerator_names?: Of<readonly Needed<string, E>[], E>;
  readonly accelerator_types?: Of<readonly Needed<string, E>[], E>;
  readonly allowed_instance_types?: Of<readonly Needed<string, E>[], E>;
  readonly bare_metal?: Of<string, E>;
  readonly burstable_performance?: Of<string, E>;
  readonly cpu_manufacturers?: Of<readonly Needed<string, E>[], E>;
  readonly excluded_instance_types?: Of<readonly Needed<string, E>[], E>;
  readonly instance_generations?: Of<readonly Needed<string, E>[], E>;
  readonly local_storage?: Of<string, E>;
  readonly local_storage_types?: Of<readonly Needed<string, E>[], E>;
  readonly max_spot_price_as_percentage_of_optimal_on_demand_price?: Of<number, E>;
  readonly on_demand_max_price_percentage_over_lowest_price?: Of<number, E>;
  readonly require_hibernate_support?: Of<boolean, E>;
  readonly spot_max_price_percentage_over_lowest_price?: Of<number, E>;
  readonly accelerator_count?: Inner<AcceleratorCount<E>>;
  readonly accelerator_total_memory_mib?: Inner<AcceleratorTotalMemoryMib<E>>;
  readonly baseline_ebs_bandwidth_mbps?: Inner<BaselineEbsBandwidthMbps<E>>;
  readonly memory_gib_per_vcpu?: Inner<MemoryGibPerVcpu<E>>;
  readonly memory_mib?: Inner<MemoryMib<E>>;
  readonly network_bandwidth_gbps?: Inner<NetworkBandwidthGbps<E>>;
  readonly network_interface_count?: Inner<NetworkInterfaceCount<E>>;
  readonly total_local_storage_gb?: Inner<TotalLocalStorageGb<E>>;
  readonly vcpu_count?: Inner<VcpuCount<E>>;
}

interface AcceleratorCount<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface AcceleratorTotalMemoryMib<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface BaselineEbsBandwidthMbps<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface MemoryGibPerVcpu<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface MemoryMib<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface NetworkBandwidthGbps<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface NetworkInterfaceCount<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface TotalLocalStorageGb<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface VcpuCount<E> {
  readonly max?: Of<number, E>;
  readonly min?: Of<number, E>;
}

interface OverrideLaunchTemplateSpecification<E> {
  readonly launch_template_id?: Of<string, E>;
  readonly launch_template_name?: Of<string, E>;
  readonly version?: Of<string, E>;
}

interface Tag<E> {
  readonly key: Needed<string, E>;
  readonly propagate_at_launch: Needed<boolean, E>;
  readonly value: Needed<string, E>;
}

interface Timeouts<E> {
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface TrafficSource<E> {
  readonly identifier: Needed<string, E>;
  readonly type?: Of<string, E>;
}

interface WarmPool<E> {
  readonly max_group_prepared_capacity?: Of<number, E>;
  readonly min_size?: Of<number, E>;
  readonly pool_state?: Of<string, E>;
  readonly instance_reuse_policy?: Inner<InstanceReusePolicy<E>>;
}

interface InstanceReusePolicy<E> {
  readonly reuse_on_scale_in?: Of<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsAutoscalingGroup<E>;
  readonly read:
    | keyof AwsAutoscalingGroup<E>
    | 'arn'
    | 'id'
    | 'predicted_capacity'
    | 'warm_pool_size';
}
