// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsGlobalacceleratorEndpointGroup {
  readonly endpoint_group_region?: Of<string>;
  readonly health_check_interval_seconds?: Of<number>;
  readonly health_check_path?: Of<string>;
  readonly health_check_port?: Of<number>;
  readonly health_check_protocol?: Of<string>;
  readonly listener_arn: Needed<string>;
  readonly threshold_count?: Of<number>;
  readonly traffic_dial_percentage?: Of<number>;
  readonly endpoint_configuration?: Inners<EndpointConfiguration>;
  readonly port_override?: Inners<PortOverride>;
  readonly timeouts?: Inner<Timeouts>;
}

interface EndpointConfiguration {
  readonly attachment_arn?: Of<string>;
  readonly client_ip_preservation_enabled?: Of<boolean>;
  readonly endpoint_id?: Of<string>;
  readonly weight?: Of<number>;
}

interface PortOverride {
  readonly endpoint_port: Needed<number>;
  readonly listener_port: Needed<number>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsGlobalacceleratorEndpointGroup;
  readonly read:
    | keyof AwsGlobalacceleratorEndpointGroup
    | 'arn'
    | 'id';
}
