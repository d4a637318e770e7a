// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export interface AwsPartitionData {

}

export interface Binding {
  readonly written: AwsPartitionData;
  readonly read:
    | keyof AwsPartitionData
    | 'dns_suffix'
    | 'id'
    | 'partition'
    | 'reverse_dns_prefix';
}
