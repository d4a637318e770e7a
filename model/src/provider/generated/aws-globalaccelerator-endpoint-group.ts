// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsGlobalacceleratorEndpointGroup<E> {
  readonly endpoint_group_region?: Of<string, E>;
  readonly health_check_interval_seconds?: Of<number, E>;
  readonly health_check_path?: Of<string, E>;
  readonly health_check_port?: Of<number, E>;
  readonly health_check_protocol?: Of<string, E>;
  readonly listener_arn: Needed<string, E>;
  readonly threshold_count?: Of<number, E>;
  readonly traffic_dial_percentage?: Of<number, E>;
  readonly endpoint_configuration?: Inners<EndpointConfiguration<E>>;
  readonly port_override?: Inners<PortOverride<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface EndpointConfiguration<E> {
  readonly attachment_arn?: Of<string, E>;
  readonly client_ip_preservation_enabled?: Of<boolean, E>;
  readonly endpoint_id?: Of<string, E>;
  readonly weight?: Of<number, E>;
}

interface PortOverride<E> {
  readonly endpoint_port: Needed<number, E>;
  readonly listener_port: Needed<number, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsGlobalacceleratorEndpointGroup<E>;
  readonly read:
    | keyof AwsGlobalacceleratorEndpointGroup<E>
    | 'arn'
    | 'id';
}
