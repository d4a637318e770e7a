// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDbEventSubscription<E> {
  readonly enabled?: Of<boolean, E>;
  readonly event_categories?: Of<readonly Needed<string, E>[], E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly sns_topic: Needed<string, E>;
  readonly source_ids?: Of<readonly Needed<string, E>[], E>;
  readonly source_type?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsDbEventSubscription<E>;
  readonly read:
    | keyof AwsDbEventSubscription<E>
    | 'arn'
    | 'customer_aws_id'
    | 'id'
    | 'tags_all';
}
