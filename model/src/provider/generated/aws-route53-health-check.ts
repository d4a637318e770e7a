// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsRoute53HealthCheck<E> {
  readonly child_health_threshold?: Of<number, E>;
  readonly child_healthchecks?: Of<readonly Needed<string, E>[], E>;
  readonly cloudwatch_alarm_name?: Of<string, E>;
  readonly cloudwatch_alarm_region?: Of<string, E>;
  readonly disabled?: Of<boolean, E>;
  readonly enable_sni?: Of<boolean, E>;
  readonly failure_threshold?: Of<number, E>;
  readonly fqdn?: Of<string, E>;
  readonly insufficient_data_health_status?: Of<string, E>;
  readonly invert_healthcheck?: Of<boolean, E>;
  readonly ip_address?: Of<string, E>;
  readonly measure_latency?: Of<boolean, E>;
  readonly port?: Of<number, E>;
  readonly reference_name?: Of<string, E>;
  readonly regions?: Of<readonly Needed<string, E>[], E>;
  readonly request_interval?: Of<number, E>;
  readonly resource_path?: Of<string, E>;
  readonly routing_control_arn?: Of<string, E>;
  readonly search_string?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly triggers?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly type: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRoute53HealthCheck<E>;
  readonly read:
    | keyof AwsRoute53HealthCheck<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
