// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEksAccessPolicyAssociation {
  readonly cluster_name: Needed<string>;
  readonly policy_arn: Needed<string>;
  readonly principal_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly access_scope: AccessScope;
  readonly timeouts?: Inner<Timeouts>;
}

interface AccessScope {
  readonly namespaces?: Of<readonly Needed<string>[]>;
  readonly type: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsEksAccessPolicyAssociation;
  readonly read:
    | keyof AwsEksAccessPolicyAssociation
    | 'associated_at'
    | 'id'
    | 'modified_at';
}
