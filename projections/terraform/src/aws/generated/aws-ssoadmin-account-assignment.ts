// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSsoadminAccountAssignment {
  readonly instance_arn: Needed<string>;
  readonly permission_set_arn: Needed<string>;
  readonly principal_id: Needed<string>;
  readonly principal_type: Needed<string>;
  readonly region?: Of<string>;
  readonly target_id: Needed<string>;
  readonly target_type: Needed<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsSsoadminAccountAssignment;
  readonly read:
    | keyof AwsSsoadminAccountAssignment
    | 'id';
}
