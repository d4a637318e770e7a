// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsWafv2WebAclData<E> {
  readonly name?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly resource_arn?: Of<string, E>;
  readonly scope: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsWafv2WebAclData<E>;
  readonly read:
    | keyof AwsWafv2WebAclData<E>
    | 'arn'
    | 'description'
    | 'id';
}
