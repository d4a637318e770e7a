// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsFlowLog<E> {
  readonly deliver_cross_account_role?: Of<string, E>;
  readonly eni_id?: Of<string, E>;
  readonly iam_role_arn?: Of<string, E>;
  readonly log_destination?: Of<string, E>;
  readonly log_destination_type?: Of<string, E>;
  readonly log_format?: Of<string, E>;
  readonly max_aggregation_interval?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly regional_nat_gateway_id?: Of<string, E>;
  readonly subnet_id?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly traffic_type?: Of<string, E>;
  readonly transit_gateway_attachment_id?: Of<string, E>;
  readonly transit_gateway_id?: Of<string, E>;
  readonly vpc_id?: Of<string, E>;
  readonly destination_options?: Inner<DestinationOptions<E>>;
  readonly tag_field_specification?: Inners<TagFieldSpecification<E>>;
}

interface DestinationOptions<E> {
  readonly file_format?: Of<string, E>;
  readonly hive_compatible_partitions?: Of<boolean, E>;
  readonly per_hour_partition?: Of<boolean, E>;
}

interface TagFieldSpecification<E> {
  readonly resource_type: Needed<string, E>;
  readonly tag_keys: Needed<readonly Needed<string, E>[], E>;
}

export interface Binding<E> {
  readonly written: AwsFlowLog<E>;
  readonly read:
    | keyof AwsFlowLog<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
