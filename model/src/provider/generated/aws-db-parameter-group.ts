// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsDbParameterGroup<E> {
  readonly description?: Of<string, E>;
  readonly family: Needed<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly skip_destroy?: Of<boolean, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly parameter?: Inners<Parameter<E>>;
}

interface Parameter<E> {
  readonly apply_method?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsDbParameterGroup<E>;
  readonly read:
    | keyof AwsDbParameterGroup<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
