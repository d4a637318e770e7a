// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsRoute53HealthCheck {
  readonly child_health_threshold?: Of<number>;
  readonly child_healthchecks?: Of<readonly Needed<string>[]>;
  readonly cloudwatch_alarm_name?: Of<string>;
  readonly cloudwatch_alarm_region?: Of<string>;
  readonly disabled?: Of<boolean>;
  readonly enable_sni?: Of<boolean>;
  readonly failure_threshold?: Of<number>;
  readonly fqdn?: Of<string>;
  readonly insufficient_data_health_status?: Of<string>;
  readonly invert_healthcheck?: Of<boolean>;
  readonly ip_address?: Of<string>;
  readonly measure_latency?: Of<boolean>;
  readonly port?: Of<number>;
  readonly reference_name?: Of<string>;
  readonly regions?: Of<readonly Needed<string>[]>;
  readonly request_interval?: Of<number>;
  readonly resource_path?: Of<string>;
  readonly routing_control_arn?: Of<string>;
  readonly search_string?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly triggers?: Of<{ readonly [key: string]: Of<string> }>;
  readonly type: Needed<string>;
}

export interface Binding {
  readonly written: AwsRoute53HealthCheck;
  readonly read:
    | keyof AwsRoute53HealthCheck
    | 'arn'
    | 'id'
    | 'tags_all';
}
