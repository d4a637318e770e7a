// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsWafv2WebAclAssociation {
  readonly id?: Of<string>;
  readonly region?: Of<string>;
  readonly resource_arn: Needed<string>;
  readonly web_acl_arn: Needed<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
}

export interface Binding {
  readonly written: AwsWafv2WebAclAssociation;
  readonly read:
    | keyof AwsWafv2WebAclAssociation;
}
