// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsDbSubnetGroup<E> {
  readonly description?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly subnet_ids: Needed<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsDbSubnetGroup<E>;
  readonly read:
    | keyof AwsDbSubnetGroup<E>
    | 'arn'
    | 'id'
    | 'supported_network_types'
    | 'tags_all'
    | 'vpc_id';
}
