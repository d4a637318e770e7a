// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEfsReplicationConfiguration<E> {
  readonly region?: Of<string, E>;
  readonly source_file_system_id: Needed<string, E>;
  readonly destination: Destination<E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Destination<E> {
  readonly availability_zone_name?: Of<string, E>;
  readonly file_system_id?: Of<string, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly region?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEfsReplicationConfiguration<E>;
  readonly read:
    | keyof AwsEfsReplicationConfiguration<E>
    | 'creation_time'
    | 'id'
    | 'original_source_file_system_arn'
    | 'source_file_system_arn'
    | 'source_file_system_region';
}
