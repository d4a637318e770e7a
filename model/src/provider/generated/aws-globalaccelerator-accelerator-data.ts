// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsGlobalacceleratorAcceleratorData<E> {
  readonly arn?: Of<string, E>;
  readonly name?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsGlobalacceleratorAcceleratorData<E>;
  readonly read:
    | keyof AwsGlobalacceleratorAcceleratorData<E>
    | 'attributes'
    | 'dns_name'
    | 'dual_stack_dns_name'
    | 'enabled'
    | 'hosted_zone_id'
    | 'id'
    | 'ip_address_type'
    | 'ip_sets';
}
