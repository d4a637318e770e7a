// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsS3BucketData<E> {
  readonly bucket: Needed<string, E>;
  readonly region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsS3BucketData<E>;
  readonly read:
    | keyof AwsS3BucketData<E>
    | 'arn'
    | 'bucket_domain_name'
    | 'bucket_region'
    | 'bucket_regional_domain_name'
    | 'hosted_zone_id'
    | 'id'
    | 'website_domain'
    | 'website_endpoint';
}
