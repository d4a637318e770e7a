// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLaunchTemplate<E> {
  readonly default_version?: Of<number, E>;
  readonly description?: Of<string, E>;
  readonly disable_api_stop?: Of<boolean, E>;
  readonly disable_api_termination?: Of<boolean, E>;
  readonly ebs_optimized?: Of<string, E>;
  readonly image_id?: Of<string, E>;
  readonly instance_initiated_shutdown_behavior?: Of<string, E>;
  readonly instance_type?: Of<string, E>;
  readonly kernel_id?: Of<string, E>;
  readonly key_name?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly ram_disk_id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly security_group_names?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly update_default_version?: Of<boolean, E>;
  readonly user_data?: Of<string, E>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string, E>[], E>;
  readonly block_device_mappings?: Inners<BlockDeviceMappings<E>>;
  readonly capacity_reservation_specification?: Inner<CapacityReservationSpecification<E>>;
  readonly cpu_options?: Inner<CpuOptions<E>>;
  readonly credit_specification?: Inner<CreditSpecification<E>>;
  readonly enclave_options?: Inner<EnclaveOptions<E>>;
  readonly hibernation_options?: Inner<HibernationOptions<E>>;
  readonly iam_instance_profile?: Inner<IamInstanceProfile<E>>;
  readonly instance_market_options?: Inner<InstanceMarketOptions<E>>;
  readonly instance_requirements?: Inner<InstanceRequirements<E>>;
  readonly license_specification?: Inners<LicenseSpecification<E>>;
  readonly maintenance_options?: Inner<MaintenanceOptions<E>>;
  readonly metadata_options?: Inner<MetadataOptions<E>>;
  readonly monitoring?: Inner<Monitoring<E>>;
  readonly network_interfaces?: Inners<NetworkInterfaces<E>>;
  readonly network_performance_options?: Inner<NetworkPerformanceOptions<E>>;
  readonly placement?: Inner<Placement<E>>;
  readonly private_dns_name_options?: Inner<PrivateDnsNameOptions<E>>;
  readonly secondary_interfaces?: Inners<SecondaryInterfaces<E>>;
  readonly tag_specifications?: Inners<TagSpecifications<E>>;
}

interface BlockDeviceMappings<E> {
  readonly device_name?: Of<string, E>;
  readonly no_device?: Of<string, E>;
  readonly virtual_name?: Of<string, E>;
  readonly ebs?: Inner<Ebs<E>>;
}

interface Ebs<E> {
  readonly delete_on_termination?: Of<string, E>;
  readonly encrypted?: Of<string, E>;
  readonly iops?: Of<number, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly snapshot_id?: Of<string, E>;
  readonly throughput?: Of<number, E>;
  readonly volume_initialization_rate?: Of<number, E>;
  readonly volume_size?: Of<number, E>;
  readonly volume_type?: Of<string, E>;
}

interface CapacityReservationSpecification<E> {
  readonly capacity_reservation_preference?: Of<string, E>;
  readonly capacity_reservation_target?: Inner<CapacityReservationTarget<E>>;
}

interface CapacityReservationTarget<E> {
  readonly capacity_reservation_id?: Of<string, E>;
  readonly capacity_reservation_resource_group_arn?: Of<string, E>;
}

interface CpuOptions<E> {
  readonly amd_sev_snp?: Of<string, E>;
  readonly core_count?: Of<number, E>;
  readonly nested_virtualization?: Of<string, E>;
  readonly threads_per_core?: Of<number, E>;
}

interface CreditSpecification<E> {
  readonly cpu_credits?: Of<string, E>;
}

interface EnclaveOptions<E> {
  readonly enabled?: Of<boolean, E>;
}

interface HibernationOptions<E> {
  readonly configured: Needed<boolean, E>;
}

interface IamInstanceProfile<E> {
  readonly arn?: Of<string, E>;
  readonly name?: Of<string, E>;
}

interface InstanceMarketOptions<E> {
  readonly market_type?: Of<string, E>;
  readonly spot_options?: Inner<SpotOptions<E>>;
}

interface SpotOptions<E> {
  readonly block_duration_minutes?: Of<number, E>;
  readonly instance_interruption_behavior?: Of<string, E>;
  readonly max_price?: Of<string, E>;
  readonly spot_instance_type?: Of<string, E>;
  readonly valid_until?: Of<string, E>;
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
  readonly memory_mib: MemoryMib<E>;
  readonly network_bandwidth_gbps?: Inner<NetworkBandwidthGbps<E>>;
  readonly network_interface_count?: Inner<NetworkInterfaceCount<E>>;
  readonly total_local_storage_gb?: Inner<TotalLocalStorageGb<E>>;
  readonly vcpu_count: VcpuCount<E>;
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
  readonly min: Needed<number, E>;
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
  readonly min: Needed<number, E>;
}

interface LicenseSpecification<E> {
  readonly license_configuration_arn: Needed<string, E>;
}

interface MaintenanceOptions<E> {
  readonly auto_recovery?: Of<string, E>;
}

interface MetadataOptions<E> {
  readonly http_endpoint?: Of<string, E>;
  readonly http_protocol_ipv6?: Of<string, E>;
  readonly http_put_response_hop_limit?: Of<number, E>;
  readonly http_tokens?: Of<string, E>;
  readonly instance_metadata_tags?: Of<string, E>;
}

interface Monitoring<E> {
  readonly enabled?: Of<boolean, E>;
}

interface NetworkInterfaces<E> {
  readonly associate_carrier_ip_address?: Of<string, E>;
  readonly associate_public_ip_address?: Of<string, E>;
  readonly delete_on_termination?: Of<string, E>;
  readonly description?: Of<string, E>;
  readonly device_index?: Of<number, E>;
  readonly ena_queue_count?: Of<number, E>;
  readonly interface_type?: Of<string, E>;
  readonly ipv4_address_count?: Of<number, E>;
  readonly ipv4_addresses?: Of<readonly Needed<string, E>[], E>;
  readonly ipv4_prefix_count?: Of<number, E>;
  readonly ipv4_prefixes?: Of<readonly Needed<string, E>[], E>;
  readonly ipv6_address_count?: Of<number, E>;
  readonly ipv6_addresses?: Of<readonly Needed<string, E>[], E>;
  readonly ipv6_prefix_count?: Of<number, E>;
  readonly ipv6_prefixes?: Of<readonly Needed<string, E>[], E>;
  readonly network_card_index?: Of<number, E>;
  readonly network_interface_id?: Of<string, E>;
  readonly primary_ipv6?: Of<string, E>;
  readonly private_ip_address?: Of<string, E>;
  readonly security_groups?: Of<readonly Needed<string, E>[], E>;
  readonly subnet_id?: Of<string, E>;
  readonly connection_tracking_specification?: Inner<ConnectionTrackingSpecification<E>>;
  readonly ena_srd_specification?: Inner<EnaSrdSpecification<E>>;
}

interface ConnectionTrackingSpecification<E> {
  readonly tcp_established_timeout?: Of<number, E>;
  readonly udp_stream_timeout?: Of<number, E>;
  readonly udp_timeout?: Of<number, E>;
}

interface EnaSrdSpecification<E> {
  readonly ena_srd_enabled?: Of<boolean, E>;
  readonly ena_srd_udp_specification?: Inner<EnaSrdUdpSpecification<E>>;
}

interface EnaSrdUdpSpecification<E> {
  readonly ena_srd_udp_enabled?: Of<boolean, E>;
}

interface NetworkPerformanceOptions<E> {
  readonly bandwidth_weighting?: Of<string, E>;
}

interface Placement<E> {
  readonly affinity?: Of<string, E>;
  readonly availability_zone?: Of<string, E>;
  readonly group_id?: Of<string, E>;
  readonly group_name?: Of<string, E>;
  readonly host_id?: Of<string, E>;
  readonly host_resource_group_arn?: Of<string, E>;
  readonly partition_number?: Of<number, E>;
  readonly spread_domain?: Of<string, E>;
  readonly tenancy?: Of<string, E>;
}

interface PrivateDnsNameOptions<E> {
  readonly enable_resource_name_dns_a_record?: Of<boolean, E>;
  readonly enable_resource_name_dns_aaaa_record?: Of<boolean, E>;
  readonly hostname_type?: Of<string, E>;
}

interface SecondaryInterfaces<E> {
  readonly delete_on_termination?: Of<boolean, E>;
  readonly device_index?: Of<number, E>;
  readonly interface_type?: Of<string, E>;
  readonly network_card_index?: Of<number, E>;
  readonly private_ip_address_count?: Of<number, E>;
  readonly private_ip_addresses?: Of<readonly Needed<string, E>[], E>;
  readonly secondary_subnet_id?: Of<string, E>;
}

interface TagSpecifications<E> {
  readonly resource_type?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsLaunchTemplate<E>;
  readonly read:
    | keyof AwsLaunchTemplate<E>
    | 'arn'
    | 'id'
    | 'latest_version'
    | 'tags_all';
}
