// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsIamInstanceProfile<E> {
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly path?: Of<string, E>;
  readonly role?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsIamInstanceProfile<E>;
  readonly read:
    | keyof AwsIamInstanceProfile<E>
    | 'arn'
    | 'create_date'
    | 'id'
    | 'tags_all'
    | 'unique_id';
}
