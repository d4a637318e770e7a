// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEksAccessEntry {
  readonly cluster_name: Needed<string>;
  readonly kubernetes_groups?: Of<readonly Needed<string>[]>;
  readonly principal_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly type?: Of<string>;
  readonly user_name?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsEksAccessEntry;
  readonly read:
    | keyof AwsEksAccessEntry
    | 'access_entry_arn'
    | 'created_at'
    | 'id'
    | 'modified_at'
    | 'tags_all';
}
