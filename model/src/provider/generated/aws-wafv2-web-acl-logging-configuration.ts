// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsWafv2WebAclLoggingConfiguration<E> {
  readonly log_destination_configs: Needed<readonly Needed<string, E>[], E>;
  readonly region?: Of<string, E>;
  readonly resource_arn: Needed<string, E>;
  readonly logging_filter?: Inner<LoggingFilter<E>>;
  readonly redacted_fields?: Inners<RedactedFields<E>>;
}

interface LoggingFilter<E> {
  readonly default_behavior: Needed<string, E>;
  readonly filter: Several<Filter<E>>;
}

interface Filter<E> {
  readonly behavior: Needed<string, E>;
  readonly requirement: Needed<string, E>;
  readonly condition: Several<Condition<E>>;
}

interface Condition<E> {
  readonly action_condition?: Inner<ActionCondition<E>>;
  readonly label_name_condition?: Inner<LabelNameCondition<E>>;
}

interface ActionCondition<E> {
  readonly action: Needed<string, E>;
}

interface LabelNameCondition<E> {
  readonly label_name: Needed<string, E>;
}

interface RedactedFields<E> {
  readonly method?: Inner<Method>;
  readonly query_string?: Inner<QueryString>;
  readonly single_header?: Inner<SingleHeader<E>>;
  readonly uri_path?: Inner<UriPath>;
}

interface Method {

}

interface QueryString {

}

interface SingleHeader<E> {
  readonly name: Needed<string, E>;
}

interface UriPath {

}

export interface Binding<E> {
  readonly written: AwsWafv2WebAclLoggingConfiguration<E>;
  readonly read:
    | keyof AwsWafv2WebAclLoggingConfiguration<E>
    | 'id';
}
