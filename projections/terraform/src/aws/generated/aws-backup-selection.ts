// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsBackupSelection {
  readonly iam_role_arn: Needed<string>;
  readonly name: Needed<string>;
  readonly not_resources?: Of<readonly Needed<string>[]>;
  readonly plan_id: Needed<string>;
  readonly region?: Of<string>;
  readonly resources?: Of<readonly Needed<string>[]>;
  readonly condition?: Inners<Condition>;
  readonly selection_tag?: Inners<SelectionTag>;
}

interface Condition {
  readonly string_equals?: Inners<StringEquals>;
  readonly string_like?: Inners<StringLike>;
  readonly string_not_equals?: Inners<StringNotEquals>;
  readonly string_not_like?: Inners<StringNotLike>;
}

interface StringEquals {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface StringLike {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface StringNotEquals {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface StringNotLike {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface SelectionTag {
  readonly key: Needed<string>;
  readonly type: Needed<string>;
  readonly value: Needed<string>;
}

export interface Binding {
  readonly written: AwsBackupSelection;
  readonly read:
    | keyof AwsBackupSelection
    | 'id';
}
