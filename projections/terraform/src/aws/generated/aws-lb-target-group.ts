// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLbTargetGroup {
  readonly connection_termination?: Of<boolean>;
  readonly deregistration_delay?: Of<string>;
  readonly ip_address_type?: Of<string>;
  readonly lambda_multi_value_headers_enabled?: Of<boolean>;
  readonly load_balancing_algorithm_type?: Of<string>;
  readonly load_balancing_anomaly_mitigation?: Of<string>;
  readonly load_balancing_cross_zone_enabled?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly port?: Of<number>;
  readonly preserve_client_ip?: Of<string>;
  readonly protocol?: Of<string>;
  readonly protocol_version?: Of<string>;
  readonly proxy_protocol_v2?: Of<boolean>;
  readonly region?: Of<string>;
  readonly slow_start?: Of<number>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly target_control_port?: Of<number>;
  readonly target_type?: Of<string>;
  readonly vpc_id?: Of<string>;
  readonly health_check?: Inner<HealthCheck>;
  readonly stickiness?: Inner<Stickiness>;
  readonly target_failover?: Inners<TargetFailover>;
  readonly target_group_health?: Inner<TargetGroupHealth>;
  readonly target_health_state?: Inners<TargetHealthState>;
}

interface HealthCheck {
  readonly enabled?: Of<boolean>;
  readonly healthy_threshold?: Of<number>;
  readonly interval?: Of<number>;
  readonly matcher?: Of<string>;
  readonly path?: Of<string>;
  readonly port?: Of<string>;
  readonly protocol?: Of<string>;
  readonly timeout?: Of<number>;
  readonly unhealthy_threshold?: Of<number>;
}

interface Stickiness {
  readonly cookie_duration?: Of<number>;
  readonly cookie_name?: Of<string>;
  readonly enabled?: Of<boolean>;
  readonly type: Needed<string>;
}

interface TargetFailover {
  readonly on_deregistration: Needed<string>;
  readonly on_unhealthy: Needed<string>;
}

interface TargetGroupHealth {
  readonly dns_failover?: Inner<DnsFailover>;
  readonly unhealthy_state_routing?: Inner<UnhealthyStateRouting>;
}

interface DnsFailover {
  readonly minimum_healthy_targets_count?: Of<string>;
  readonly minimum_healthy_targets_percentage?: Of<string>;
}

interface UnhealthyStateRouting {
  readonly minimum_healthy_targets_count?: Of<number>;
  readonly minimum_healthy_targets_percentage?: Of<string>;
}

interface TargetHealthState {
  readonly enable_unhealthy_connection_termination: Needed<boolean>;
  readonly unhealthy_draining_interval?: Of<number>;
}

export interface Binding {
  readonly written: AwsLbTargetGroup;
  readonly read:
    | keyof AwsLbTargetGroup
    | 'arn'
    | 'arn_suffix'
    | 'id'
    | 'load_balancer_arns'
    | 'tags_all';
}
