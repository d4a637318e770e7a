// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSsoadminInstancesData<E> {
  readonly region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSsoadminInstancesData<E>;
  readonly read:
    | keyof AwsSsoadminInstancesData<E>
    | 'arns'
    | 'id'
    | 'identity_store_ids';
}
