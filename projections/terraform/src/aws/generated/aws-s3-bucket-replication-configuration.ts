// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsS3BucketReplicationConfiguration {
  readonly bucket: Needed<string>;
  readonly region?: Of<string>;
  readonly role: Needed<string>;
  readonly token?: Of<string>;
  readonly rule: Several<Rule>;
}

interface Rule {
  readonly id?: Of<string>;
  readonly prefix?: Of<string>;
  readonly priority?: Of<number>;
  readonly status: Needed<string>;
  readonly delete_marker_replication?: Inner<DeleteMarkerReplication>;
  readonly destination: Destination;
  readonly existing_object_replication?: Inner<ExistingObjectReplication>;
  readonly filter?: Inner<Filter>;
  readonly source_selection_criteria?: Inner<SourceSelectionCriteria>;
}

interface DeleteMarkerReplication {
  readonly status: Needed<string>;
}

interface Destination {
  readonly account?: Of<string>;
  readonly bucket: Needed<string>;
  readonly storage_class?: Of<string>;
  readonly access_control_translation?: Inner<AccessControlTranslation>;
  readonly encryption_configuration?: Inner<EncryptionConfiguration>;
  readonly metrics?: Inner<Metrics>;
  readonly replication_time?: Inner<ReplicationTime>;
}

interface AccessControlTranslation {
  readonly owner: Needed<string>;
}

interface EncryptionConfiguration {
  readonly replica_kms_key_id: Needed<string>;
}

interface Metrics {
  readonly status: Needed<string>;
  readonly event_threshold?: Inner<EventThreshold>;
}

interface EventThreshold {
  readonly minutes: Needed<number>;
}

interface ReplicationTime {
  readonly status: Needed<string>;
  readonly time: Time;
}

interface Time {
  readonly minutes: Needed<number>;
}

interface ExistingObjectReplication {
  readonly status: Needed<string>;
}

interface Filter {
  readonly prefix?: Of<string>;
  readonly and?: Inner<And>;
  readonly tag?: Inner<Tag>;
}

interface And {
  readonly prefix?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

interface Tag {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface SourceSelectionCriteria {
  readonly replica_modifications?: Inner<ReplicaModifications>;
  readonly sse_kms_encrypted_objects?: Inner<SseKmsEncryptedObjects>;
}

interface ReplicaModifications {
  readonly status: Needed<string>;
}

interface SseKmsEncryptedObjects {
  readonly status: Needed<string>;
}

export interface Binding {
  readonly written: AwsS3BucketReplicationConfiguration;
  readonly read:
    | keyof AwsS3BucketReplicationConfiguration
    | 'id';
}
