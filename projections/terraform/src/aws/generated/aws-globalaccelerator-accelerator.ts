// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsGlobalacceleratorAccelerator {
  readonly enabled?: Of<boolean>;
  readonly ip_address_type?: Of<string>;
  readonly ip_addresses?: Of<readonly Needed<string>[]>;
  readonly name: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly attributes?: Inner<Attributes>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Attributes {
  readonly flow_logs_enabled?: Of<boolean>;
  readonly flow_logs_s3_bucket?: Of<string>;
  readonly flow_logs_s3_prefix?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsGlobalacceleratorAccelerator;
  readonly read:
    | keyof AwsGlobalacceleratorAccelerator
    | 'arn'
    | 'dns_name'
    | 'dual_stack_dns_name'
    | 'hosted_zone_id'
    | 'id'
    | 'ip_sets'
    | 'tags_all';
}
