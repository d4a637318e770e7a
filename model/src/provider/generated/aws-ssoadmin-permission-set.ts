// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSsoadminPermissionSet<E> {
  readonly description?: Of<string, E>;
  readonly instance_arn: Needed<string, E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly relay_state?: Of<string, E>;
  readonly session_duration?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSsoadminPermissionSet<E>;
  readonly read:
    | keyof AwsSsoadminPermissionSet<E>
    | 'arn'
    | 'created_date'
    | 'id'
    | 'tags_all';
}
