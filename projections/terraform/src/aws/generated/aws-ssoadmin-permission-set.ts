// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSsoadminPermissionSet {
  readonly description?: Of<string>;
  readonly instance_arn: Needed<string>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly relay_state?: Of<string>;
  readonly session_duration?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsSsoadminPermissionSet;
  readonly read:
    | keyof AwsSsoadminPermissionSet
    | 'arn'
    | 'created_date'
    | 'id'
    | 'tags_all';
}
