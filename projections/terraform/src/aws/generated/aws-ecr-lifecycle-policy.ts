// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEcrLifecyclePolicy {
  readonly policy: Needed<string>;
  readonly region?: Of<string>;
  readonly repository: Needed<string>;
}

export interface Binding {
  readonly written: AwsEcrLifecyclePolicy;
  readonly read:
    | keyof AwsEcrLifecyclePolicy
    | 'id'
    | 'registry_id';
}
