// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsCloudfrontCachePolicyData<E> {
  readonly name?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudfrontCachePolicyData<E>;
  readonly read:
    | keyof AwsCloudfrontCachePolicyData<E>
    | 'arn'
    | 'comment'
    | 'default_ttl'
    | 'etag'
    | 'id'
    | 'max_ttl'
    | 'min_ttl'
    | 'parameters_in_cache_key_and_forwarded_to_origin';
}
