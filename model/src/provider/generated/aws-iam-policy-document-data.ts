// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsIamPolicyDocumentData<E> {
  readonly override_json?: Of<string, E>;
  readonly override_policy_documents?: Of<readonly Needed<string, E>[], E>;
  readonly policy_id?: Of<string, E>;
  readonly source_json?: Of<string, E>;
  readonly source_policy_documents?: Of<readonly Needed<string, E>[], E>;
  readonly version?: Of<string, E>;
  readonly statement?: Inners<Statement<E>>;
}

interface Statement<E> {
  readonly actions?: Of<readonly Needed<string, E>[], E>;
  readonly effect?: Of<string, E>;
  readonly not_actions?: Of<readonly Needed<string, E>[], E>;
  readonly not_resources?: Of<readonly Needed<string, E>[], E>;
  readonly resources?: Of<readonly Needed<string, E>[], E>;
  readonly sid?: Of<string, E>;
  readonly condition?: Inners<Condition<E>>;
  readonly not_principals?: Inners<NotPrincipals<E>>;
  readonly principals?: Inners<Principals<E>>;
}

interface Condition<E> {
  readonly test: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
  readonly variable: Needed<string, E>;
}

interface NotPrincipals<E> {
  readonly identifiers: Needed<readonly Needed<string, E>[], E>;
  readonly type: Needed<string, E>;
}

interface Principals<E> {
  readonly identifiers: Needed<readonly Needed<string, E>[], E>;
  readonly type: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIamPolicyDocumentData<E>;
  readonly read:
    | keyof AwsIamPolicyDocumentData<E>
    | 'id'
    | 'json'
    | 'minified_json';
}
