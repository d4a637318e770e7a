// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsWafv2WebAclData {
  readonly name?: Of<string>;
  readonly region?: Of<string>;
  readonly resource_arn?: Of<string>;
  readonly scope: Needed<string>;
}

export interface Binding {
  readonly written: AwsWafv2WebAclData;
  readonly read:
    | keyof AwsWafv2WebAclData
    | 'arn'
    | 'description'
    | 'id';
}
