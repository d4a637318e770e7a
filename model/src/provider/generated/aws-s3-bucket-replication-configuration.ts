// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of, Several } from '../of.ts';

export interface AwsS3BucketReplicationConfiguration<E> {
  readonly bucket: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly role: Needed<string, E>;
  readonly token?: Of<string, E>;
  readonly rule: Several<Rule<E>>;
}

interface Rule<E> {
  readonly id?: Of<string, E>;
  readonly prefix?: Of<string, E>;
  readonly priority?: Of<number, E>;
  readonly status: Needed<string, E>;
  readonly delete_marker_replication?: Inner<DeleteMarkerReplication<E>>;
  readonly destination: Destination<E>;
  readonly existing_object_replication?: Inner<ExistingObjectReplication<E>>;
  readonly filter?: Inner<Filter<E>>;
  readonly source_selection_criteria?: Inner<SourceSelectionCriteria<E>>;
}

interface DeleteMarkerReplication<E> {
  readonly status: Needed<string, E>;
}

interface Destination<E> {
  readonly account?: Of<string, E>;
  readonly bucket: Needed<string, E>;
  readonly storage_class?: Of<string, E>;
  readonly access_control_translation?: Inner<AccessControlTranslation<E>>;
  readonly encryption_configuration?: Inner<EncryptionConfiguration<E>>;
  readonly metrics?: Inner<Metrics<E>>;
  readonly replication_time?: Inner<ReplicationTime<E>>;
}

interface AccessControlTranslation<E> {
  readonly owner: Needed<string, E>;
}

interface EncryptionConfiguration<E> {
  readonly replica_kms_key_id: Needed<string, E>;
}

interface Metrics<E> {
  readonly status: Needed<string, E>;
  readonly event_threshold?: Inner<EventThreshold<E>>;
}

interface EventThreshold<E> {
  readonly minutes: Needed<number, E>;
}

interface ReplicationTime<E> {
  readonly status: Needed<string, E>;
  readonly time: Time<E>;
}

interface Time<E> {
  readonly minutes: Needed<number, E>;
}

interface ExistingObjectReplication<E> {
  readonly status: Needed<string, E>;
}

interface Filter<E> {
  readonly prefix?: Of<string, E>;
  readonly and?: Inner<And<E>>;
  readonly tag?: Inner<Tag<E>>;
}

interface And<E> {
  readonly prefix?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

interface Tag<E> {
  readonly key: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface SourceSelectionCriteria<E> {
  readonly replica_modifications?: Inner<ReplicaModifications<E>>;
  readonly sse_kms_encrypted_objects?: Inner<SseKmsEncryptedObjects<E>>;
}

interface ReplicaModifications<E> {
  readonly status: Needed<string, E>;
}

interface SseKmsEncryptedObjects<E> {
  readonly status: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsS3BucketReplicationConfiguration<E>;
  readonly read:
    | keyof AwsS3BucketReplicationConfiguration<E>
    | 'id';
}
