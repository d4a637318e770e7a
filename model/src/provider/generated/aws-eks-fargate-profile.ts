// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsEksFargateProfile<E> {
  readonly cluster_name: Needed<string, E>;
  readonly fargate_profile_name: Needed<string, E>;
  readonly pod_execution_role_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly subnet_ids?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly selector: Several<Selector<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Selector<E> {
  readonly labels?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly namespace: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEksFargateProfile<E>;
  readonly read:
    | keyof AwsEksFargateProfile<E>
    | 'arn'
    | 'id'
    | 'status'
    | 'tags_all';
}
