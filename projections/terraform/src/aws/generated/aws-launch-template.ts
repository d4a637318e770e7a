// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLaunchTemplate {
  readonly default_version?: Of<number>;
  readonly description?: Of<string>;
  readonly disable_api_stop?: Of<boolean>;
  readonly disable_api_termination?: Of<boolean>;
  readonly ebs_optimized?: Of<string>;
  readonly image_id?: Of<string>;
  readonly instance_initiated_shutdown_behavior?: Of<string>;
  readonly instance_type?: Of<string>;
  readonly kernel_id?: Of<string>;
  readonly key_name?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly ram_disk_id?: Of<string>;
  readonly region?: Of<string>;
  readonly security_group_names?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly update_default_version?: Of<boolean>;
  readonly user_data?: Of<string>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string>[]>;
  readonly block_device_mappings?: Inners<BlockDeviceMappings>;
  readonly capacity_reservation_specification?: Inner<CapacityReservationSpecification>;
  readonly cpu_options?: Inner<CpuOptions>;
  readonly credit_specification?: Inner<CreditSpecification>;
  readonly enclave_options?: Inner<EnclaveOptions>;
  readonly hibernation_options?: Inner<HibernationOptions>;
  readonly iam_instance_profile?: Inner<IamInstanceProfile>;
  readonly instance_market_options?: Inner<InstanceMarketOptions>;
  readonly instance_requirements?: Inner<InstanceRequirements>;
  readonly license_specification?: Inners<LicenseSpecification>;
  readonly maintenance_options?: Inner<MaintenanceOptions>;
  readonly metadata_options?: Inner<MetadataOptions>;
  readonly monitoring?: Inner<Monitoring>;
  readonly network_interfaces?: Inners<NetworkInterfaces>;
  readonly network_performance_options?: Inner<NetworkPerformanceOptions>;
  readonly placement?: Inner<Placement>;
  readonly private_dns_name_options?: Inner<PrivateDnsNameOptions>;
  readonly secondary_interfaces?: Inners<SecondaryInterfaces>;
  readonly tag_specifications?: Inners<TagSpecifications>;
}

interface BlockDeviceMappings {
  readonly device_name?: Of<string>;
  readonly no_device?: Of<string>;
  readonly virtual_name?: Of<string>;
  readonly ebs?: Inner<Ebs>;
}

interface Ebs {
  readonly delete_on_termination?: Of<string>;
  readonly encrypted?: Of<string>;
  readonly iops?: Of<number>;
  readonly kms_key_id?: Of<string>;
  readonly snapshot_id?: Of<string>;
  readonly throughput?: Of<number>;
  readonly volume_initialization_rate?: Of<number>;
  readonly volume_size?: Of<number>;
  readonly volume_type?: Of<string>;
}

interface CapacityReservationSpecification {
  readonly capacity_reservation_preference?: Of<string>;
  readonly capacity_reservation_target?: Inner<CapacityReservationTarget>;
}

interface CapacityReservationTarget {
  readonly capacity_reservation_id?: Of<string>;
  readonly capacity_reservation_resource_group_arn?: Of<string>;
}

interface CpuOptions {
  readonly amd_sev_snp?: Of<string>;
  readonly core_count?: Of<number>;
  readonly nested_virtualization?: Of<string>;
  readonly threads_per_core?: Of<number>;
}

interface CreditSpecification {
  readonly cpu_credits?: Of<string>;
}

interface EnclaveOptions {
  readonly enabled?: Of<boolean>;
}

interface HibernationOptions {
  readonly configured: Needed<boolean>;
}

interface IamInstanceProfile {
  readonly arn?: Of<string>;
  readonly name?: Of<string>;
}

interface InstanceMarketOptions {
  readonly market_type?: Of<string>;
  readonly spot_options?: Inner<SpotOptions>;
}

interface SpotOptions {
  readonly block_duration_minutes?: Of<number>;
  readonly instance_interruption_behavior?: Of<string>;
  readonly max_price?: Of<string>;
  readonly spot_instance_type?: Of<string>;
  readonly valid_until?: Of<string>;
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
  readonly memory_mib: MemoryMib;
  readonly network_bandwidth_gbps?: Inner<NetworkBandwidthGbps>;
  readonly network_interface_count?: Inner<NetworkInterfaceCount>;
  readonly total_local_storage_gb?: Inner<TotalLocalStorageGb>;
  readonly vcpu_count: VcpuCount;
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
  readonly min: Needed<number>;
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
  readonly min: Needed<number>;
}

interface LicenseSpecification {
  readonly license_configuration_arn: Needed<string>;
}

interface MaintenanceOptions {
  readonly auto_recovery?: Of<string>;
}

interface MetadataOptions {
  readonly http_endpoint?: Of<string>;
  readonly http_protocol_ipv6?: Of<string>;
  readonly http_put_response_hop_limit?: Of<number>;
  readonly http_tokens?: Of<string>;
  readonly instance_metadata_tags?: Of<string>;
}

interface Monitoring {
  readonly enabled?: Of<boolean>;
}

interface NetworkInterfaces {
  readonly associate_carrier_ip_address?: Of<string>;
  readonly associate_public_ip_address?: Of<string>;
  readonly delete_on_termination?: Of<string>;
  readonly description?: Of<string>;
  readonly device_index?: Of<number>;
  readonly ena_queue_count?: Of<number>;
  readonly interface_type?: Of<string>;
  readonly ipv4_address_count?: Of<number>;
  readonly ipv4_addresses?: Of<readonly Needed<string>[]>;
  readonly ipv4_prefix_count?: Of<number>;
  readonly ipv4_prefixes?: Of<readonly Needed<string>[]>;
  readonly ipv6_address_count?: Of<number>;
  readonly ipv6_addresses?: Of<readonly Needed<string>[]>;
  readonly ipv6_prefix_count?: Of<number>;
  readonly ipv6_prefixes?: Of<readonly Needed<string>[]>;
  readonly network_card_index?: Of<number>;
  readonly network_interface_id?: Of<string>;
  readonly primary_ipv6?: Of<string>;
  readonly private_ip_address?: Of<string>;
  readonly security_groups?: Of<readonly Needed<string>[]>;
  readonly subnet_id?: Of<string>;
  readonly connection_tracking_specification?: Inner<ConnectionTrackingSpecification>;
  readonly ena_srd_specification?: Inner<EnaSrdSpecification>;
}

interface ConnectionTrackingSpecification {
  readonly tcp_established_timeout?: Of<number>;
  readonly udp_stream_timeout?: Of<number>;
  readonly udp_timeout?: Of<number>;
}

interface EnaSrdSpecification {
  readonly ena_srd_enabled?: Of<boolean>;
  readonly ena_srd_udp_specification?: Inner<EnaSrdUdpSpecification>;
}

interface EnaSrdUdpSpecification {
  readonly ena_srd_udp_enabled?: Of<boolean>;
}

interface NetworkPerformanceOptions {
  readonly bandwidth_weighting?: Of<string>;
}

interface Placement {
  readonly affinity?: Of<string>;
  readonly availability_zone?: Of<string>;
  readonly group_id?: Of<string>;
  readonly group_name?: Of<string>;
  readonly host_id?: Of<string>;
  readonly host_resource_group_arn?: Of<string>;
  readonly partition_number?: Of<number>;
  readonly spread_domain?: Of<string>;
  readonly tenancy?: Of<string>;
}

interface PrivateDnsNameOptions {
  readonly enable_resource_name_dns_a_record?: Of<boolean>;
  readonly enable_resource_name_dns_aaaa_record?: Of<boolean>;
  readonly hostname_type?: Of<string>;
}

interface SecondaryInterfaces {
  readonly delete_on_termination?: Of<boolean>;
  readonly device_index?: Of<number>;
  readonly interface_type?: Of<string>;
  readonly network_card_index?: Of<number>;
  readonly private_ip_address_count?: Of<number>;
  readonly private_ip_addresses?: Of<readonly Needed<string>[]>;
  readonly secondary_subnet_id?: Of<string>;
}

interface TagSpecifications {
  readonly resource_type?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsLaunchTemplate;
  readonly read:
    | keyof AwsLaunchTemplate
    | 'arn'
    | 'id'
    | 'latest_version'
    | 'tags_all';
}
