// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Of } from '../of.ts';

export interface AwsLbData<E> {
  readonly arn?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly read?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsLbData<E>;
  readonly read:
    | keyof AwsLbData<E>
    | 'access_logs'
    | 'arn_suffix'
    | 'client_keep_alive'
    | 'connection_logs'
    | 'customer_owned_ipv4_pool'
    | 'desync_mitigation_mode'
    | 'dns_name'
    | 'dns_record_client_routing_policy'
    | 'drop_invalid_header_fields'
    | 'enable_cross_zone_load_balancing'
    | 'enable_deletion_protection'
    | 'enable_http2'
    | 'enable_prefix_for_ipv6_source_nat'
    | 'enable_tls_version_and_cipher_suite_headers'
    | 'enable_waf_fail_open'
    | 'enable_xff_client_port'
    | 'enable_zonal_shift'
    | 'enforce_security_group_inbound_rules_on_private_link_traffic'
    | 'health_check_logs'
    | 'id'
    | 'idle_timeout'
    | 'internal'
    | 'ip_address_type'
    | 'ipam_pools'
    | 'load_balancer_type'
    | 'preserve_host_header'
    | 'secondary_ips_auto_assigned_per_subnet'
    | 'security_groups'
    | 'subnet_mapping'
    | 'subnets'
    | 'vpc_id'
    | 'xff_header_processing_mode'
    | 'zone_id';
}
