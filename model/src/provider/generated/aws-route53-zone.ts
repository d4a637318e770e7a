// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsRoute53Zone<E> {
  readonly comment?: Of<string, E>;
  readonly delegation_set_id?: Of<string, E>;
  readonly enable_accelerated_recovery?: Of<boolean, E>;
  readonly force_destroy?: Of<boolean, E>;
  readonly name: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly vpc?: Inners<Vpc<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface Vpc<E> {
  readonly vpc_id: Needed<string, E>;
  readonly vpc_region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRoute53Zone<E>;
  readonly read:
    | keyof AwsRoute53Zone<E>
    | 'arn'
    | 'id'
    | 'name_servers'
    | 'primary_name_server'
    | 'tags_all'
    | 'zone_id';
}
