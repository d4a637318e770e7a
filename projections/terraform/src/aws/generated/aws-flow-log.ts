// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsFlowLog {
  readonly deliver_cross_account_role?: Of<string>;
  readonly eni_id?: Of<string>;
  readonly iam_role_arn?: Of<string>;
  readonly log_destination?: Of<string>;
  readonly log_destination_type?: Of<string>;
  readonly log_format?: Of<string>;
  readonly max_aggregation_interval?: Of<number>;
  readonly region?: Of<string>;
  readonly regional_nat_gateway_id?: Of<string>;
  readonly subnet_id?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly traffic_type?: Of<string>;
  readonly transit_gateway_attachment_id?: Of<string>;
  readonly transit_gateway_id?: Of<string>;
  readonly vpc_id?: Of<string>;
  readonly destination_options?: Inner<DestinationOptions>;
  readonly tag_field_specification?: Inners<TagFieldSpecification>;
}

interface DestinationOptions {
  readonly file_format?: Of<string>;
  readonly hive_compatible_partitions?: Of<boolean>;
  readonly per_hour_partition?: Of<boolean>;
}

interface TagFieldSpecification {
  readonly resource_type: Needed<string>;
  readonly tag_keys: Needed<readonly Needed<string>[]>;
}

export interface Binding {
  readonly written: AwsFlowLog;
  readonly read:
    | keyof AwsFlowLog
    | 'arn'
    | 'id'
    | 'tags_all';
}
