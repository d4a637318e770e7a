// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsIamOpenidConnectProviderData<E> {
  readonly arn?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly url?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIamOpenidConnectProviderData<E>;
  readonly read:
    | keyof AwsIamOpenidConnectProviderData<E>
    | 'client_id_list'
    | 'id'
    | 'thumbprint_list';
}
