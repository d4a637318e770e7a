// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsCloudfrontDistributionData<E> {
  readonly id: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudfrontDistributionData<E>;
  readonly read:
    | keyof AwsCloudfrontDistributionData<E>
    | 'aliases'
    | 'anycast_ip_list_id'
    | 'arn'
    | 'domain_name'
    | 'enabled'
    | 'etag'
    | 'hosted_zone_id'
    | 'in_progress_validation_batches'
    | 'last_modified_time'
    | 'status'
    | 'web_acl_id';
}
