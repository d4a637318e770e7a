// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsDefaultSecurityGroup {
  readonly egress?: Inners<Egress>;
  readonly ingress?: Inners<Ingress>;
  readonly region?: Of<string>;
  readonly revoke_rules_on_delete?: Of<boolean>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id?: Of<string>;
}

interface Egress {
  readonly cidr_blocks?: Of<readonly Needed<string>[]>;
  readonly description?: Of<string>;
  readonly from_port?: Of<number>;
  readonly ipv6_cidr_blocks?: Of<readonly Needed<string>[]>;
  readonly prefix_list_ids?: Of<readonly Needed<string>[]>;
  readonly protocol?: Of<string>;
  readonly security_groups?: Of<readonly Needed<string>[]>;
  readonly self?: Of<boolean>;
  readonly to_port?: Of<number>;
}

interface Ingress {
  readonly cidr_blocks?: Of<readonly Needed<string>[]>;
  readonly description?: Of<string>;
  readonly from_port?: Of<number>;
  readonly ipv6_cidr_blocks?: Of<readonly Needed<string>[]>;
  readonly prefix_list_ids?: Of<readonly Needed<string>[]>;
  readonly protocol?: Of<string>;
  readonly security_groups?: Of<readonly Needed<string>[]>;
  readonly self?: Of<boolean>;
  readonly to_port?: Of<number>;
}

export interface Binding {
  readonly written: AwsDefaultSecurityGroup;
  readonly read:
    | keyof AwsDefaultSecurityGroup
    | 'arn'
    | 'description'
    | 'id'
    | 'name'
    | 'name_prefix'
    | 'owner_id'
    | 'tags_all';
}
