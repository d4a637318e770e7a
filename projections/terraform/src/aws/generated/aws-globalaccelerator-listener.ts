// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsGlobalacceleratorListener {
  readonly accelerator_arn: Needed<string>;
  readonly client_affinity?: Of<string>;
  readonly protocol: Needed<string>;
  readonly port_range: Several<PortRange>;
  readonly timeouts?: Inner<Timeouts>;
}

interface PortRange {
  readonly from_port?: Of<number>;
  readonly to_port?: Of<number>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsGlobalacceleratorListener;
  readonly read:
    | keyof AwsGlobalacceleratorListener
    | 'arn'
    | 'id';
}
