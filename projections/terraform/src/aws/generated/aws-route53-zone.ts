// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsRoute53Zone {
  readonly comment?: Of<string>;
  readonly delegation_set_id?: Of<string>;
  readonly enable_accelerated_recovery?: Of<boolean>;
  readonly force_destroy?: Of<boolean>;
  readonly name: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
  readonly vpc?: Inners<Vpc>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

interface Vpc {
  readonly vpc_id: Needed<string>;
  readonly vpc_region?: Of<string>;
}

export interface Binding {
  readonly written: AwsRoute53Zone;
  readonly read:
    | keyof AwsRoute53Zone
    | 'arn'
    | 'id'
    | 'name_servers'
    | 'primary_name_server'
    | 'tags_all'
    | 'zone_id';
}
