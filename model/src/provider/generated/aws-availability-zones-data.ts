// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAvailabilityZonesData<E> {
  readonly all_availability_zones?: Of<boolean, E>;
  readonly exclude_names?: Of<readonly Needed<string, E>[], E>;
  readonly exclude_zone_ids?: Of<readonly Needed<string, E>[], E>;
  readonly region?: Of<string, E>;
  readonly state?: Of<string, E>;
  readonly filter?: Inners<Filter<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Filter<E> {
  readonly name: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface Timeouts<E> {
  readonly read?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAvailabilityZonesData<E>;
  readonly read:
    | keyof AwsAvailabilityZonesData<E>
    | 'group_names'
    | 'id'
    | 'names'
    | 'zone_ids';
}
