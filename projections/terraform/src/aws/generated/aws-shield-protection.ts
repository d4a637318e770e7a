// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsShieldProtection {
  readonly name: Needed<string>;
  readonly resource_arn: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsShieldProtection;
  readonly read:
    | keyof AwsShieldProtection
    | 'arn'
    | 'id'
    | 'tags_all';
}
