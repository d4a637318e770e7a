// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEksPodIdentityAssociation {
  readonly cluster_name: Needed<string>;
  readonly disable_session_tags?: Of<boolean>;
  readonly namespace: Needed<string>;
  readonly policy?: Of<string>;
  readonly region?: Of<string>;
  readonly role_arn: Needed<string>;
  readonly service_account: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly target_role_arn?: Of<string>;
}

export interface Binding {
  readonly written: AwsEksPodIdentityAssociation;
  readonly read:
    | keyof AwsEksPodIdentityAssociation
    | 'association_arn'
    | 'association_id'
    | 'external_id'
    | 'id';
}
