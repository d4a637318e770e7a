// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLb {
  readonly client_keep_alive?: Of<number>;
  readonly customer_owned_ipv4_pool?: Of<string>;
  readonly desync_mitigation_mode?: Of<string>;
  readonly dns_record_client_routing_policy?: Of<string>;
  readonly drop_invalid_header_fields?: Of<boolean>;
  readonly enable_cross_zone_load_balancing?: Of<boolean>;
  readonly enable_deletion_protection?: Of<boolean>;
  readonly enable_http2?: Of<boolean>;
  readonly enable_prefix_for_ipv6_source_nat?: Of<string>;
  readonly enable_tls_version_and_cipher_suite_headers?: Of<boolean>;
  readonly enable_waf_fail_open?: Of<boolean>;
  readonly enable_xff_client_port?: Of<boolean>;
  readonly enable_zonal_shift?: Of<boolean>;
  readonly enforce_security_group_inbound_rules_on_private_link_traffic?: Of<string>;
  readonly idle_timeout?: Of<number>;
  readonly internal?: Of<boolean>;
  readonly ip_address_type?: Of<string>;
  readonly load_balancer_type?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly preserve_host_header?: Of<boolean>;
  readonly region?: Of<string>;
  readonly secondary_ips_auto_assigned_per_subnet?: Of<number>;
  readonly security_groups?: Of<readonly Needed<string>[]>;
  readonly subnets?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly xff_header_processing_mode?: Of<string>;
  readonly access_logs?: Inner<AccessLogs>;
  readonly connection_logs?: Inner<ConnectionLogs>;
  readonly health_check_logs?: Inner<HealthCheckLogs>;
  readonly ipam_pools?: Inner<IpamPools>;
  readonly minimum_load_balancer_capacity?: Inner<MinimumLoadBalancerCapacity>;
  readonly subnet_mapping?: Inners<SubnetMapping>;
  readonly timeouts?: Inner<Timeouts>;
}

interface AccessLogs {
  readonly bucket: Needed<string>;
  readonly enabled?: Of<boolean>;
  readonly prefix?: Of<string>;
}

interface ConnectionLogs {
  readonly bucket: Needed<string>;
  readonly enabled?: Of<boolean>;
  readonly prefix?: Of<string>;
}

interface HealthCheckLogs {
  readonly bucket: Needed<string>;
  readonly enabled?: Of<boolean>;
  readonly prefix?: Of<string>;
}

interface IpamPools {
  readonly ipv4_ipam_pool_id: Needed<string>;
}

interface MinimumLoadBalancerCapacity {
  readonly capacity_units: Needed<number>;
}

interface SubnetMapping {
  readonly allocation_id?: Of<string>;
  readonly ipv6_address?: Of<string>;
  readonly private_ipv4_address?: Of<string>;
  readonly subnet_id: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsLb;
  readonly read:
    | keyof AwsLb
    | 'arn'
    | 'arn_suffix'
    | 'dns_name'
    | 'id'
    | 'tags_all'
    | 'vpc_id'
    | 'zone_id';
}
