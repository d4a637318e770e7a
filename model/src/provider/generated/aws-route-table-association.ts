// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRouteTableAssociation<E> {
  readonly gateway_id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly route_table_id: Needed<string, E>;
  readonly subnet_id?: Of<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRouteTableAssociation<E>;
  readonly read:
    | keyof AwsRouteTableAssociation<E>
    | 'id';
}
