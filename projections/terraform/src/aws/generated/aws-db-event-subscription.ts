// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDbEventSubscription {
  readonly enabled?: Of<boolean>;
  readonly event_categories?: Of<readonly Needed<string>[]>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly sns_topic: Needed<string>;
  readonly source_ids?: Of<readonly Needed<string>[]>;
  readonly source_type?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsDbEventSubscription;
  readonly read:
    | keyof AwsDbEventSubscription
    | 'arn'
    | 'customer_aws_id'
    | 'id'
    | 'tags_all';
}
