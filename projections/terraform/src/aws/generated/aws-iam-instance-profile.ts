// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsIamInstanceProfile {
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly path?: Of<string>;
  readonly role?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsIamInstanceProfile;
  readonly read:
    | keyof AwsIamInstanceProfile
    | 'arn'
    | 'create_date'
    | 'id'
    | 'tags_all'
    | 'unique_id';
}
