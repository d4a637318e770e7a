// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsIamOpenidConnectProvider {
  readonly client_id_list: Needed<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly thumbprint_list?: Of<readonly Needed<string>[]>;
  readonly url: Needed<string>;
}

export interface Binding {
  readonly written: AwsIamOpenidConnectProvider;
  readonly read:
    | keyof AwsIamOpenidConnectProvider
    | 'arn'
    | 'id'
    | 'tags_all';
}
