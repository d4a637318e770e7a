// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Value } from '../of.ts';

export interface AwsAccessanalyzerAnalyzer {
  readonly analyzer_name: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly type?: Of<string>;
  readonly configuration?: Inner<Configuration>;
}

interface Configuration {
  readonly internal_access?: Inner<InternalAccess>;
  readonly unused_access?: Inner<UnusedAccess>;
}

interface InternalAccess {
  readonly analysis_rule?: Inner<AnalysisRule>;
}

interface AnalysisRule {
  readonly inclusion?: Inners<Inclusion>;
}

interface Inclusion {
  readonly account_ids?: Of<readonly Needed<string>[]>;
  readonly resource_arns?: Of<readonly Needed<string>[]>;
  readonly resource_types?: Of<readonly Needed<string>[]>;
}

interface UnusedAccess {
  readonly unused_access_age?: Of<number>;
  readonly analysis_rule?: Inner<UnusedAccessAnalysisRule>;
}

interface UnusedAccessAnalysisRule {
  readonly exclusion?: Inners<Exclusion>;
}

interface Exclusion {
  readonly account_ids?: Of<readonly Needed<string>[]>;
  readonly resource_tags?: Of<readonly Needed<Value>[]>;
}

export interface Binding {
  readonly written: AwsAccessanalyzerAnalyzer;
  readonly read:
    | keyof AwsAccessanalyzerAnalyzer
    | 'arn'
    | 'id'
    | 'tags_all';
}
