// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsGlobalacceleratorListener<E> {
  readonly accelerator_arn: Needed<string, E>;
  readonly client_affinity?: Of<string, E>;
  readonly protocol: Needed<string, E>;
  readonly port_range: Several<PortRange<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface PortRange<E> {
  readonly from_port?: Of<number, E>;
  readonly to_port?: Of<number, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsGlobalacceleratorListener<E>;
  readonly read:
    | keyof AwsGlobalacceleratorListener<E>
    | 'arn'
    | 'id';
}
