// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsS3BucketLifecycleConfiguration<E> {
  readonly bucket: Needed<string, E>;
  readonly expected_bucket_owner?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly transition_default_minimum_object_size?: Of<string, E>;
  readonly rule?: Inners<Rule<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Rule<E> {
  readonly id: Needed<string, E>;
  readonly prefix?: Of<string, E>;
  readonly status: Needed<string, E>;
  readonly abort_incomplete_multipart_upload?: Inners<AbortIncompleteMultipartUpload<E>>;
  readonly expiration?: Inners<Expiration<E>>;
  readonly filter?: Inners<Filter<E>>;
  readonly noncurrent_version_expiration?: Inners<NoncurrentVersionExpiration<E>>;
  readonly noncurrent_version_transition?: Inners<NoncurrentVersionTransition<E>>;
  readonly transition?: Inners<Transition<E>>;
}

interface AbortIncompleteMultipartUpload<E> {
  readonly days_after_initiation?: Of<number, E>;
}

interface Expiration<E> {
  readonly date?: Of<string, E>;
  readonly days?: Of<number, E>;
  readonly expired_object_delete_marker?: Of<boolean, E>;
}

interface Filter<E> {
  readonly object_size_greater_than?: Of<number, E>;
  readonly object_size_less_than?: Of<number, E>;
  readonly prefix?: Of<string, E>;
  readonly and?: Inners<And<E>>;
  readonly tag?: Inners<Tag<E>>;
}

interface And<E> {
  readonly object_size_greater_than?: Of<number, E>;
  readonly object_size_less_than?: Of<number, E>;
  readonly prefix?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

interface Tag<E> {
  readonly key: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface NoncurrentVersionExpiration<E> {
  readonly newer_noncurrent_versions?: Of<number, E>;
  readonly noncurrent_days: Needed<number, E>;
}

interface NoncurrentVersionTransition<E> {
  readonly newer_noncurrent_versions?: Of<number, E>;
  readonly noncurrent_days: Needed<number, E>;
  readonly storage_class: Needed<string, E>;
}

interface Transition<E> {
  readonly date?: Of<string, E>;
  readonly days?: Of<number, E>;
  readonly storage_class: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsS3BucketLifecycleConfiguration<E>;
  readonly read:
    | keyof AwsS3BucketLifecycleConfiguration<E>
    | 'id';
}
