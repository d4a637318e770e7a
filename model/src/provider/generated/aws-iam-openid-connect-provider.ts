// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsIamOpenidConnectProvider<E> {
  readonly client_id_list: Needed<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly thumbprint_list?: Of<readonly Needed<string, E>[], E>;
  readonly url: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIamOpenidConnectProvider<E>;
  readonly read:
    | keyof AwsIamOpenidConnectProvider<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
