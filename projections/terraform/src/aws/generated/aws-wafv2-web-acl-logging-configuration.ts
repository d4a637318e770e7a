// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsWafv2WebAclLoggingConfiguration {
  readonly log_destination_configs: Needed<readonly Needed<string>[]>;
  readonly region?: Of<string>;
  readonly resource_arn: Needed<string>;
  readonly logging_filter?: Inner<LoggingFilter>;
  readonly redacted_fields?: Inners<RedactedFields>;
}

interface LoggingFilter {
  readonly default_behavior: Needed<string>;
  readonly filter: Several<Filter>;
}

interface Filter {
  readonly behavior: Needed<string>;
  readonly requirement: Needed<string>;
  readonly condition: Several<Condition>;
}

interface Condition {
  readonly action_condition?: Inner<ActionCondition>;
  readonly label_name_condition?: Inner<LabelNameCondition>;
}

interface ActionCondition {
  readonly action: Needed<string>;
}

interface LabelNameCondition {
  readonly label_name: Needed<string>;
}

interface RedactedFields {
  readonly method?: Inner<Method>;
  readonly query_string?: Inner<QueryString>;
  readonly single_header?: Inner<SingleHeader>;
  readonly uri_path?: Inner<UriPath>;
}

interface Method {

}

interface QueryString {

}

interface SingleHeader {
  readonly name: Needed<string>;
}

interface UriPath {

}

export interface Binding {
  readonly written: AwsWafv2WebAclLoggingConfiguration;
  readonly read:
    | keyof AwsWafv2WebAclLoggingConfiguration
    | 'id';
}
