// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLb<E> {
  readonly client_keep_alive?: Of<number, E>;
  readonly customer_owned_ipv4_pool?: Of<string, E>;
  readonly desync_mitigation_mode?: Of<string, E>;
  readonly dns_record_client_routing_policy?: Of<string, E>;
  readonly drop_invalid_header_fields?: Of<boolean, E>;
  readonly enable_cross_zone_load_balancing?: Of<boolean, E>;
  readonly enable_deletion_protection?: Of<boolean, E>;
  readonly enable_http2?: Of<boolean, E>;
  readonly enable_prefix_for_ipv6_source_nat?: Of<string, E>;
  readonly enable_tls_version_and_cipher_suite_headers?: Of<boolean, E>;
  readonly enable_waf_fail_open?: Of<boolean, E>;
  readonly enable_xff_client_port?: Of<boolean, E>;
  readonly enable_zonal_shift?: Of<boolean, E>;
  readonly enforce_security_group_inbound_rules_on_private_link_traffic?: Of<string, E>;
  readonly idle_timeout?: Of<number, E>;
  readonly internal?: Of<boolean, E>;
  readonly ip_address_type?: Of<string, E>;
  readonly load_balancer_type?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly preserve_host_header?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly secondary_ips_auto_assigned_per_subnet?: Of<number, E>;
  readonly security_groups?: Of<readonly Needed<string, E>[], E>;
  readonly subnets?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly xff_header_processing_mode?: Of<string, E>;
  readonly access_logs?: Inner<AccessLogs<E>>;
  readonly connection_logs?: Inner<ConnectionLogs<E>>;
  readonly health_check_logs?: Inner<HealthCheckLogs<E>>;
  readonly ipam_pools?: Inner<IpamPools<E>>;
  readonly minimum_load_balancer_capacity?: Inner<MinimumLoadBalancerCapacity<E>>;
  readonly subnet_mapping?: Inners<SubnetMapping<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface AccessLogs<E> {
  readonly bucket: Needed<string, E>;
  readonly enabled?: Of<boolean, E>;
  readonly prefix?: Of<string, E>;
}

interface ConnectionLogs<E> {
  readonly bucket: Needed<string, E>;
  readonly enabled?: Of<boolean, E>;
  readonly prefix?: Of<string, E>;
}

interface HealthCheckLogs<E> {
  readonly bucket: Needed<string, E>;
  readonly enabled?: Of<boolean, E>;
  readonly prefix?: Of<string, E>;
}

interface IpamPools<E> {
  readonly ipv4_ipam_pool_id: Needed<string, E>;
}

interface MinimumLoadBalancerCapacity<E> {
  readonly capacity_units: Needed<number, E>;
}

interface SubnetMapping<E> {
  readonly allocation_id?: Of<string, E>;
  readonly ipv6_address?: Of<string, E>;
  readonly private_ipv4_address?: Of<string, E>;
  readonly subnet_id: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsLb<E>;
  readonly read:
    | keyof AwsLb<E>
    | 'arn'
    | 'arn_suffix'
    | 'dns_name'
    | 'id'
    | 'tags_all'
    | 'vpc_id'
    | 'zone_id';
}
