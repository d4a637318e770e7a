// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsS3Bucket {
  readonly acceleration_status?: Of<string>;
  readonly acl?: Of<string>;
  readonly bucket?: Of<string>;
  readonly bucket_namespace?: Of<string>;
  readonly bucket_prefix?: Of<string>;
  readonly force_destroy?: Of<boolean>;
  readonly object_lock_enabled?: Of<boolean>;
  readonly policy?: Of<string>;
  readonly region?: Of<string>;
  readonly request_payer?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly cors_rule?: Inners<CorsRule>;
  readonly grant?: Inners<Grant>;
  readonly lifecycle_rule?: Inners<LifecycleRule>;
  readonly logging?: Inner<Logging>;
  readonly object_lock_configuration?: Inner<ObjectLockConfiguration>;
  readonly replication_configuration?: Inner<ReplicationConfiguration>;
  readonly server_side_encryption_configuration?: Inner<ServerSideEncryptionConfiguration>;
  readonly timeouts?: Inner<Timeouts>;
  readonly versioning?: Inner<Versioning>;
  readonly website?: Inner<Website>;
}

interface CorsRule {
  readonly allowed_headers?: Of<readonly Needed<string>[]>;
  readonly allowed_methods: Needed<readonly Needed<string>[]>;
  readonly allowed_origins: Needed<readonly Needed<string>[]>;
  readonly expose_headers?: Of<readonly Needed<string>[]>;
  readonly max_age_seconds?: Of<number>;
}

interface Grant {
  readonly id?: Of<string>;
  readonly permissions: Needed<readonly Needed<string>[]>;
  readonly type: Needed<string>;
  readonly uri?: Of<string>;
}

interface LifecycleRule {
  readonly abort_incomplete_multipart_upload_days?: Of<number>;
  readonly enabled: Needed<boolean>;
  readonly id?: Of<string>;
  readonly prefix?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly expiration?: Inner<Expiration>;
  readonly noncurrent_version_expiration?: Inner<NoncurrentVersionExpiration>;
  readonly noncurrent_version_transition?: Inners<NoncurrentVersionTransition>;
  readonly transition?: Inners<Transition>;
}

interface Expiration {
  readonly date?: Of<string>;
  readonly days?: Of<number>;
  readonly expired_object_delete_marker?: Of<boolean>;
}

interface NoncurrentVersionExpiration {
  readonly days?: Of<number>;
}

interface NoncurrentVersionTransition {
  readonly days?: Of<number>;
  readonly storage_class: Needed<string>;
}

interface Transition {
  readonly date?: Of<string>;
  readonly days?: Of<number>;
  readonly storage_class: Needed<string>;
}

interface Logging {
  readonly target_bucket: Needed<string>;
  readonly target_prefix?: Of<string>;
}

interface ObjectLockConfiguration {
  readonly object_lock_enabled?: Of<string>;
  readonly rule?: Inner<Rule>;
}

interface Rule {
  readonly default_retention: DefaultRetention;
}

interface DefaultRetention {
  readonly days?: Of<number>;
  readonly mode: Needed<string>;
  readonly years?: Of<number>;
}

interface ReplicationConfiguration {
  readonly role: Needed<string>;
  readonly rules: Several<Rules>;
}

interface Rules {
  readonly delete_marker_replication_status?: Of<string>;
  readonly id?: Of<string>;
  readonly prefix?: Of<string>;
  readonly priority?: Of<number>;
  readonly status: Needed<string>;
  readonly destination: Destination;
  readonly filter?: Inner<Filter>;
  readonly source_selection_criteria?: Inner<SourceSelectionCriteria>;
}

interface Destination {
  readonly account_id?: Of<string>;
  readonly bucket: Needed<string>;
  readonly replica_kms_key_id?: Of<string>;
  readonly storage_class?: Of<string>;
  readonly access_control_translation?: Inner<AccessControlTranslation>;
  readonly metrics?: Inner<Metrics>;
  readonly replication_time?: Inner<ReplicationTime>;
}

interface AccessControlTranslation {
  readonly owner: Needed<string>;
}

interface Metrics {
  readonly minutes?: Of<number>;
  readonly status?: Of<string>;
}

interface ReplicationTime {
  readonly minutes?: Of<number>;
  readonly status?: Of<string>;
}

interface Filter {
  readonly prefix?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

interface SourceSelectionCriteria {
  readonly sse_kms_encrypted_objects?: Inner<SseKmsEncryptedObjects>;
}

interface SseKmsEncryptedObjects {
  readonly enabled: Needed<boolean>;
}

interface ServerSideEncryptionConfiguration {
  readonly rule: ServerSideEncryptionConfigurationRule;
}

interface ServerSideEncryptionConfigurationRule {
  readonly bucket_key_enabled?: Of<boolean>;
  readonly apply_server_side_encryption_by_default: ApplyServerSideEncryptionByDefault;
}

interface ApplyServerSideEncryptionByDefault {
  readonly kms_master_key_id?: Of<string>;
  readonly sse_algorithm: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly read?: Of<string>;
  readonly update?: Of<string>;
}

interface Versioning {
  readonly enabled?: Of<boolean>;
  readonly mfa_delete?: Of<boolean>;
}

interface Website {
  readonly error_document?: Of<string>;
  readonly index_document?: Of<string>;
  readonly redirect_all_requests_to?: Of<string>;
  readonly routing_rules?: Of<string>;
}

export interface Binding {
  readonly written: AwsS3Bucket;
  readonly read:
    | keyof AwsS3Bucket
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
