// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsRoute53ZoneData {
  readonly enable_accelerated_recovery?: Of<boolean>;
  readonly name?: Of<string>;
  readonly private_zone?: Of<boolean>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id?: Of<string>;
  readonly zone_id?: Of<string>;
}

export interface Binding {
  readonly written: AwsRoute53ZoneData;
  readonly read:
    | keyof AwsRoute53ZoneData
    | 'arn'
    | 'caller_reference'
    | 'comment'
    | 'id'
    | 'linked_service_description'
    | 'linked_service_principal'
    | 'name_servers'
    | 'primary_name_server'
    | 'resource_record_set_count';
}
