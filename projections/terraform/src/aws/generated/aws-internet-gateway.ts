// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Of } from '../of.ts';

export interface AwsInternetGateway {
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsInternetGateway;
  readonly read:
    | keyof AwsInternetGateway
    | 'arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
