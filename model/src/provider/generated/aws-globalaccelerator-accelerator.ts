// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsGlobalacceleratorAccelerator<E> {
  readonly enabled?: Of<boolean, E>;
  readonly ip_address_type?: Of<string, E>;
  readonly ip_addresses?: Of<readonly Needed<string, E>[], E>;
  readonly name: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly attributes?: Inner<Attributes<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Attributes<E> {
  readonly flow_logs_enabled?: Of<boolean, E>;
  readonly flow_logs_s3_bucket?: Of<string, E>;
  readonly flow_logs_s3_prefix?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsGlobalacceleratorAccelerator<E>;
  readonly read:
    | keyof AwsGlobalacceleratorAccelerator<E>
    | 'arn'
    | 'dns_name'
    | 'dual_stack_dns_name'
    | 'hosted_zone_id'
    | 'id'
    | 'ip_sets'
    | 'tags_all';
}
