// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLbTargetGroup<E> {
  readonly connection_termination?: Of<boolean, E>;
  readonly deregistration_delay?: Of<string, E>;
  readonly ip_address_type?: Of<string, E>;
  readonly lambda_multi_value_headers_enabled?: Of<boolean, E>;
  readonly load_balancing_algorithm_type?: Of<string, E>;
  readonly load_balancing_anomaly_mitigation?: Of<string, E>;
  readonly load_balancing_cross_zone_enabled?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly port?: Of<number, E>;
  readonly preserve_client_ip?: Of<string, E>;
  readonly protocol?: Of<string, E>;
  readonly protocol_version?: Of<string, E>;
  readonly proxy_protocol_v2?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly slow_start?: Of<number, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly target_control_port?: Of<number, E>;
  readonly target_type?: Of<string, E>;
  readonly vpc_id?: Of<string, E>;
  readonly health_check?: Inner<HealthCheck<E>>;
  readonly stickiness?: Inner<Stickiness<E>>;
  readonly target_failover?: Inners<TargetFailover<E>>;
  readonly target_group_health?: Inner<TargetGroupHealth<E>>;
  readonly target_health_state?: Inners<TargetHealthState<E>>;
}

interface HealthCheck<E> {
  readonly enabled?: Of<boolean, E>;
  readonly healthy_threshold?: Of<number, E>;
  readonly interval?: Of<number, E>;
  readonly matcher?: Of<string, E>;
  readonly path?: Of<string, E>;
  readonly port?: Of<string, E>;
  readonly protocol?: Of<string, E>;
  readonly timeout?: Of<number, E>;
  readonly unhealthy_threshold?: Of<number, E>;
}

interface Stickiness<E> {
  readonly cookie_duration?: Of<number, E>;
  readonly cookie_name?: Of<string, E>;
  readonly enabled?: Of<boolean, E>;
  readonly type: Needed<string, E>;
}

interface TargetFailover<E> {
  readonly on_deregistration: Needed<string, E>;
  readonly on_unhealthy: Needed<string, E>;
}

interface TargetGroupHealth<E> {
  readonly dns_failover?: Inner<DnsFailover<E>>;
  readonly unhealthy_state_routing?: Inner<UnhealthyStateRouting<E>>;
}

interface DnsFailover<E> {
  readonly minimum_healthy_targets_count?: Of<string, E>;
  readonly minimum_healthy_targets_percentage?: Of<string, E>;
}

interface UnhealthyStateRouting<E> {
  readonly minimum_healthy_targets_count?: Of<number, E>;
  readonly minimum_healthy_targets_percentage?: Of<string, E>;
}

interface TargetHealthState<E> {
  readonly enable_unhealthy_connection_termination: Needed<boolean, E>;
  readonly unhealthy_draining_interval?: Of<number, E>;
}

export interface Binding<E> {
  readonly written: AwsLbTargetGroup<E>;
  readonly read:
    | keyof AwsLbTargetGroup<E>
    | 'arn'
    | 'arn_suffix'
    | 'id'
    | 'load_balancer_arns'
    | 'tags_all';
}
