// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsShieldProtection<E> {
  readonly name: Needed<string, E>;
  readonly resource_arn: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsShieldProtection<E>;
  readonly read:
    | keyof AwsShieldProtection<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
