// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export interface AwsCallerIdentityData {

}

export interface Binding {
  readonly written: AwsCallerIdentityData;
  readonly read:
    | keyof AwsCallerIdentityData
    | 'account_id'
    | 'arn'
    | 'id'
    | 'user_id';
}
