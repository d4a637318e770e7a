// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsIamOpenidConnectProviderData {
  readonly arn?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly url?: Of<string>;
}

export interface Binding {
  readonly written: AwsIamOpenidConnectProviderData;
  readonly read:
    | keyof AwsIamOpenidConnectProviderData
    | 'client_id_list'
    | 'id'
    | 'thumbprint_list';
}
