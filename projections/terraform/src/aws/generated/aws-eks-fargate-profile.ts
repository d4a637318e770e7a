// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsEksFargateProfile {
  readonly cluster_name: Needed<string>;
  readonly fargate_profile_name: Needed<string>;
  readonly pod_execution_role_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly subnet_ids?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly selector: Several<Selector>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Selector {
  readonly labels?: Of<{ readonly [key: string]: Of<string> }>;
  readonly namespace: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsEksFargateProfile;
  readonly read:
    | keyof AwsEksFargateProfile
    | 'arn'
    | 'id'
    | 'status'
    | 'tags_all';
}
