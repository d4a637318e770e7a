// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsIamPolicyDocumentData {
  readonly override_json?: Of<string>;
  readonly override_policy_documents?: Of<readonly Needed<string>[]>;
  readonly policy_id?: Of<string>;
  readonly source_json?: Of<string>;
  readonly source_policy_documents?: Of<readonly Needed<string>[]>;
  readonly version?: Of<string>;
  readonly statement?: Inners<Statement>;
}

interface Statement {
  readonly actions?: Of<readonly Needed<string>[]>;
  readonly effect?: Of<string>;
  readonly not_actions?: Of<readonly Needed<string>[]>;
  readonly not_resources?: Of<readonly Needed<string>[]>;
  readonly resources?: Of<readonly Needed<string>[]>;
  readonly sid?: Of<string>;
  readonly condition?: Inners<Condition>;
  readonly not_principals?: Inners<NotPrincipals>;
  readonly principals?: Inners<Principals>;
}

interface Condition {
  readonly test: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
  readonly variable: Needed<string>;
}

interface NotPrincipals {
  readonly identifiers: Needed<readonly Needed<string>[]>;
  readonly type: Needed<string>;
}

interface Principals {
  readonly identifiers: Needed<readonly Needed<string>[]>;
  readonly type: Needed<string>;
}

export interface Binding {
  readonly written: AwsIamPolicyDocumentData;
  readonly read:
    | keyof AwsIamPolicyDocumentData
    | 'id'
    | 'json'
    | 'minified_json';
}
