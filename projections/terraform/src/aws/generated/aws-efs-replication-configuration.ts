// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEfsReplicationConfiguration {
  readonly region?: Of<string>;
  readonly source_file_system_id: Needed<string>;
  readonly destination: Destination;
  readonly timeouts?: Inner<Timeouts>;
}

interface Destination {
  readonly availability_zone_name?: Of<string>;
  readonly file_system_id?: Of<string>;
  readonly kms_key_id?: Of<string>;
  readonly region?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsEfsReplicationConfiguration;
  readonly read:
    | keyof AwsEfsReplicationConfiguration
    | 'creation_time'
    | 'id'
    | 'original_source_file_system_arn'
    | 'source_file_system_arn'
    | 'source_file_system_region';
}
