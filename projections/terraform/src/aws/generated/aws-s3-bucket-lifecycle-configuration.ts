// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsS3BucketLifecycleConfiguration {
  readonly bucket: Needed<string>;
  readonly expected_bucket_owner?: Of<string>;
  readonly region?: Of<string>;
  readonly transition_default_minimum_object_size?: Of<string>;
  readonly rule?: Inners<Rule>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Rule {
  readonly id: Needed<string>;
  readonly prefix?: Of<string>;
  readonly status: Needed<string>;
  readonly abort_incomplete_multipart_upload?: Inners<AbortIncompleteMultipartUpload>;
  readonly expiration?: Inners<Expiration>;
  readonly filter?: Inners<Filter>;
  readonly noncurrent_version_expiration?: Inners<NoncurrentVersionExpiration>;
  readonly noncurrent_version_transition?: Inners<NoncurrentVersionTransition>;
  readonly transition?: Inners<Transition>;
}

interface AbortIncompleteMultipartUpload {
  readonly days_after_initiation?: Of<number>;
}

interface Expiration {
  readonly date?: Of<string>;
  readonly days?: Of<number>;
  readonly expired_object_delete_marker?: Of<boolean>;
}

interface Filter {
  readonly object_size_greater_than?: Of<number>;
  readonly object_size_less_than?: Of<number>;
  readonly prefix?: Of<string>;
  readonly and?: Inners<And>;
  readonly tag?: Inners<Tag>;
}

interface And {
  readonly object_size_greater_than?: Of<number>;
  readonly object_size_less_than?: Of<number>;
  readonly prefix?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

interface Tag {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface NoncurrentVersionExpiration {
  readonly newer_noncurrent_versions?: Of<number>;
  readonly noncurrent_days: Needed<number>;
}

interface NoncurrentVersionTransition {
  readonly newer_noncurrent_versions?: Of<number>;
  readonly noncurrent_days: Needed<number>;
  readonly storage_class: Needed<string>;
}

interface Transition {
  readonly date?: Of<string>;
  readonly days?: Of<number>;
  readonly storage_class: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsS3BucketLifecycleConfiguration;
  readonly read:
    | keyof AwsS3BucketLifecycleConfiguration
    | 'id';
}
