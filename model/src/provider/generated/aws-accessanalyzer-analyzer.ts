// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Value } from '../of.ts';

export interface AwsAccessanalyzerAnalyzer<E> {
  readonly analyzer_name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly type?: Of<string, E>;
  readonly configuration?: Inner<Configuration<E>>;
}

interface Configuration<E> {
  readonly internal_access?: Inner<InternalAccess<E>>;
  readonly unused_access?: Inner<UnusedAccess<E>>;
}

interface InternalAccess<E> {
  readonly analysis_rule?: Inner<AnalysisRule<E>>;
}

interface AnalysisRule<E> {
  readonly inclusion?: Inners<Inclusion<E>>;
}

interface Inclusion<E> {
  readonly account_ids?: Of<readonly Needed<string, E>[], E>;
  readonly resource_arns?: Of<readonly Needed<string, E>[], E>;
  readonly resource_types?: Of<readonly Needed<string, E>[], E>;
}

interface UnusedAccess<E> {
  readonly unused_access_age?: Of<number, E>;
  readonly analysis_rule?: Inner<UnusedAccessAnalysisRule<E>>;
}

interface UnusedAccessAnalysisRule<E> {
  readonly exclusion?: Inners<Exclusion<E>>;
}

interface Exclusion<E> {
  readonly account_ids?: Of<readonly Needed<string, E>[], E>;
  readonly resource_tags?: Of<readonly Needed<Value<E>, E>[], E>;
}

export interface Binding<E> {
  readonly written: AwsAccessanalyzerAnalyzer<E>;
  readonly read:
    | keyof AwsAccessanalyzerAnalyzer<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
