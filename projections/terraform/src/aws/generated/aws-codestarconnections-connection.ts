// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsCodestarconnectionsConnection {
  readonly host_arn?: Of<string>;
  readonly name: Needed<string>;
  readonly provider_type?: Of<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsCodestarconnectionsConnection;
  readonly read:
    | keyof AwsCodestarconnectionsConnection
    | 'arn'
    | 'connection_status'
    | 'id'
    | 'tags_all';
}
