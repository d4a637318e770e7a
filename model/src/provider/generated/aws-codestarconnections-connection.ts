// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsCodestarconnectionsConnection<E> {
  readonly host_arn?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly provider_type?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsCodestarconnectionsConnection<E>;
  readonly read:
    | keyof AwsCodestarconnectionsConnection<E>
    | 'arn'
    | 'connection_status'
    | 'id'
    | 'tags_all';
}
