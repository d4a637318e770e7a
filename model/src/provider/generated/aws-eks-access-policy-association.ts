// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEksAccessPolicyAssociation<E> {
  readonly cluster_name: Needed<string, E>;
  readonly policy_arn: Needed<string, E>;
  readonly principal_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly access_scope: AccessScope<E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface AccessScope<E> {
  readonly namespaces?: Of<readonly Needed<string, E>[], E>;
  readonly type: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEksAccessPolicyAssociation<E>;
  readonly read:
    | keyof AwsEksAccessPolicyAssociation<E>
    | 'associated_at'
    | 'id'
    | 'modified_at';
}
