// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRouteTableAssociation {
  readonly gateway_id?: Of<string>;
  readonly region?: Of<string>;
  readonly route_table_id: Needed<string>;
  readonly subnet_id?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsRouteTableAssociation;
  readonly read:
    | keyof AwsRouteTableAssociation
    | 'id';
}
