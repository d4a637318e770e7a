// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsNetworkAclAssociation {
  readonly network_acl_id: Needed<string>;
  readonly region?: Of<string>;
  readonly subnet_id: Needed<string>;
}

export interface Binding {
  readonly written: AwsNetworkAclAssociation;
  readonly read:
    | keyof AwsNetworkAclAssociation
    | 'id';
}
