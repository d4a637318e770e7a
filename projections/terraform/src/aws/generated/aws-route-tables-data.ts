// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsRouteTablesData {
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id?: Of<string>;
  readonly filter?: Inners<Filter>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Filter {
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface Timeouts {
  readonly read?: Of<string>;
}

export interface Binding {
  readonly written: AwsRouteTablesData;
  readonly read:
    | keyof AwsRouteTablesData
    | 'id'
    | 'ids';
}
