// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSnsTopicData {
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsSnsTopicData;
  readonly read:
    | keyof AwsSnsTopicData
    | 'arn'
    | 'id';
}
