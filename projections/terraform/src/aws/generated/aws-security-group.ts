// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsSecurityGroup {
  readonly description?: Of<string>;
  readonly egress?: Inners<Egress>;
  readonly ingress?: Inners<Ingress>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly revoke_rules_on_delete?: Of<boolean>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
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

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsSecurityGroup;
  readonly read:
    | keyof AwsSecurityGroup
    | 'arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
