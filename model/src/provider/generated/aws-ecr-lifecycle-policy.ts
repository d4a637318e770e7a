// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEcrLifecyclePolicy<E> {
  readonly policy: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly repository: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEcrLifecyclePolicy<E>;
  readonly read:
    | keyof AwsEcrLifecyclePolicy<E>
    | 'id'
    | 'registry_id';
}
