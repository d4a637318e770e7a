// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsS3Bucket<E> {
  readonly acceleration_status?: Of<string, E>;
  readonly acl?: Of<string, E>;
  readonly bucket?: Of<string, E>;
  readonly bucket_namespace?: Of<string, E>;
  readonly bucket_prefix?: Of<string, E>;
  readonly force_destroy?: Of<boolean, E>;
  readonly object_lock_enabled?: Of<boolean, E>;
  readonly policy?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly request_payer?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly cors_rule?: Inners<CorsRule<E>>;
  readonly grant?: Inners<Grant<E>>;
  readonly lifecycle_rule?: Inners<LifecycleRule<E>>;
  readonly logging?: Inner<Logging<E>>;
  readonly object_lock_configuration?: Inner<ObjectLockConfiguration<E>>;
  readonly replication_configuration?: Inner<ReplicationConfiguration<E>>;
  readonly server_side_encryption_configuration?: Inner<ServerSideEncryptionConfiguration<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly versioning?: Inner<Versioning<E>>;
  readonly website?: Inner<Website<E>>;
}

interface CorsRule<E> {
  readonly allowed_headers?: Of<readonly Needed<string, E>[], E>;
  readonly allowed_methods: Needed<readonly Needed<string, E>[], E>;
  readonly allowed_origins: Needed<readonly Needed<string, E>[], E>;
  readonly expose_headers?: Of<readonly Needed<string, E>[], E>;
  readonly max_age_seconds?: Of<number, E>;
}

interface Grant<E> {
  readonly id?: Of<string, E>;
  readonly permissions: Needed<readonly Needed<string, E>[], E>;
  readonly type: Needed<string, E>;
  readonly uri?: Of<string, E>;
}

interface LifecycleRule<E> {
  readonly abort_incomplete_multipart_upload_days?: Of<number, E>;
  readonly enabled: Needed<boolean, E>;
  readonly id?: Of<string, E>;
  readonly prefix?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly expiration?: Inner<Expiration<E>>;
  readonly noncurrent_version_expiration?: Inner<NoncurrentVersionExpiration<E>>;
  readonly noncurrent_version_transition?: Inners<NoncurrentVersionTransition<E>>;
  readonly transition?: Inners<Transition<E>>;
}

interface Expiration<E> {
  readonly date?: Of<string, E>;
  readonly days?: Of<number, E>;
  readonly expired_object_delete_marker?: Of<boolean, E>;
}

interface NoncurrentVersionExpiration<E> {
  readonly days?: Of<number, E>;
}

interface NoncurrentVersionTransition<E> {
  readonly days?: Of<number, E>;
  readonly storage_class: Needed<string, E>;
}

interface Transition<E> {
  readonly date?: Of<string, E>;
  readonly days?: Of<number, E>;
  readonly storage_class: Needed<string, E>;
}

interface Logging<E> {
  readonly target_bucket: Needed<string, E>;
  readonly target_prefix?: Of<string, E>;
}

interface ObjectLockConfiguration<E> {
  readonly object_lock_enabled?: Of<string, E>;
  readonly rule?: Inner<Rule<E>>;
}

interface Rule<E> {
  readonly default_retention: DefaultRetention<E>;
}

interface DefaultRetention<E> {
  readonly days?: Of<number, E>;
  readonly mode: Needed<string, E>;
  readonly years?: Of<number, E>;
}

interface ReplicationConfiguration<E> {
  readonly role: Needed<string, E>;
  readonly rules: Several<Rules<E>>;
}

interface Rules<E> {
  readonly delete_marker_replication_status?: Of<string, E>;
  readonly id?: Of<string, E>;
  readonly prefix?: Of<string, E>;
  readonly priority?: Of<number, E>;
  readonly status: Needed<string, E>;
  readonly destination: Destination<E>;
  readonly filter?: Inner<Filter<E>>;
  readonly source_selection_criteria?: Inner<SourceSelectionCriteria<E>>;
}

interface Destination<E> {
  readonly account_id?: Of<string, E>;
  readonly bucket: Needed<string, E>;
  readonly replica_kms_key_id?: Of<string, E>;
  readonly storage_class?: Of<string, E>;
  readonly access_control_translation?: Inner<AccessControlTranslation<E>>;
  readonly metrics?: Inner<Metrics<E>>;
  readonly replication_time?: Inner<ReplicationTime<E>>;
}

interface AccessControlTranslation<E> {
  readonly owner: Needed<string, E>;
}

interface Metrics<E> {
  readonly minutes?: Of<number, E>;
  readonly status?: Of<string, E>;
}

interface ReplicationTime<E> {
  readonly minutes?: Of<number, E>;
  readonly status?: Of<string, E>;
}

interface Filter<E> {
  readonly prefix?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

interface SourceSelectionCriteria<E> {
  readonly sse_kms_encrypted_objects?: Inner<SseKmsEncryptedObjects<E>>;
}

interface SseKmsEncryptedObjects<E> {
  readonly enabled: Needed<boolean, E>;
}

interface ServerSideEncryptionConfiguration<E> {
  readonly rule: ServerSideEncryptionConfigurationRule<E>;
}

interface ServerSideEncryptionConfigurationRule<E> {
  readonly bucket_key_enabled?: Of<boolean, E>;
  readonly apply_server_side_encryption_by_default: ApplyServerSideEncryptionByDefault<E>;
}

interface ApplyServerSideEncryptionByDefault<E> {
  readonly kms_master_key_id?: Of<string, E>;
  readonly sse_algorithm: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly read?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface Versioning<E> {
  readonly enabled?: Of<boolean, E>;
  readonly mfa_delete?: Of<boolean, E>;
}

interface Website<E> {
  readonly error_document?: Of<string, E>;
  readonly index_document?: Of<string, E>;
  readonly redirect_all_requests_to?: Of<string, E>;
  readonly routing_rules?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsS3Bucket<E>;
  readonly read:
    | keyof AwsS3Bucket<E>
    | 'arn'
    | 'bucket_domain_name'
    | 'bucket_region'
    | 'bucket_regional_domain_name'
    | 'hosted_zone_id'
    | 'id'
    | 'tags_all'
    | 'website_domain'
    | 'website_endpoint';
}
