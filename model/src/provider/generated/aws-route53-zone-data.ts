// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsRoute53ZoneData<E> {
  readonly enable_accelerated_recovery?: Of<boolean, E>;
  readonly name?: Of<string, E>;
  readonly private_zone?: Of<boolean, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id?: Of<string, E>;
  readonly zone_id?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRoute53ZoneData<E>;
  readonly read:
    | keyof AwsRoute53ZoneData<E>
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
