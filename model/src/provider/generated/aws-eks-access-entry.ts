// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEksAccessEntry<E> {
  readonly cluster_name: Needed<string, E>;
  readonly kubernetes_groups?: Of<readonly Needed<string, E>[], E>;
  readonly principal_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly type?: Of<string, E>;
  readonly user_name?: Of<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEksAccessEntry<E>;
  readonly read:
    | keyof AwsEksAccessEntry<E>
    | 'access_entry_arn'
    | 'created_at'
    | 'id'
    | 'modified_at'
    | 'tags_all';
}
