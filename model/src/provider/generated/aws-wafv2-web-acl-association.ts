// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsWafv2WebAclAssociation<E> {
  readonly id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly resource_arn: Needed<string, E>;
  readonly web_acl_arn: Needed<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsWafv2WebAclAssociation<E>;
  readonly read:
    | keyof AwsWafv2WebAclAssociation<E>;
}
