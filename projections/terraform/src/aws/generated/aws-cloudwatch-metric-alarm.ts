// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCloudwatchMetricAlarm {
  readonly actions_enabled?: Of<boolean>;
  readonly alarm_actions?: Of<readonly Needed<string>[]>;
  readonly alarm_description?: Of<string>;
  readonly alarm_name: Needed<string>;
  readonly comparison_operator?: Of<string>;
  readonly datapoints_to_alarm?: Of<number>;
  readonly dimensions?: Of<{ readonly [key: string]: Of<string> }>;
  readonly evaluate_low_sample_count_percentiles?: Of<string>;
  readonly evaluation_interval?: Of<number>;
  readonly evaluation_periods?: Of<number>;
  readonly extended_statistic?: Of<string>;
  readonly insufficient_data_actions?: Of<readonly Needed<string>[]>;
  readonly metric_name?: Of<string>;
  readonly namespace?: Of<string>;
  readonly ok_actions?: Of<readonly Needed<string>[]>;
  readonly period?: Of<number>;
  readonly region?: Of<string>;
  readonly statistic?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly threshold?: Of<number>;
  readonly threshold_metric_id?: Of<string>;
  readonly treat_missing_data?: Of<string>;
  readonly unit?: Of<string>;
  readonly evaluation_criteria?: Inner<EvaluationCriteria>;
  readonly metric_query?: Inners<MetricQuery>;
  readonly warm_up_configuration?: Inner<WarmUpConfiguration>;
}

interface EvaluationCriteria {
  readonly promql_criteria: PromqlCriteria;
}

interface PromqlCriteria {
  readonly pending_period?: Of<number>;
  readonly query: Needed<string>;
  readonly recovery_period?: Of<number>;
}

interface MetricQuery {
  readonly account_id?: Of<string>;
  readonly expression?: Of<string>;
  readonly id: Needed<string>;
  readonly label?: Of<string>;
  readonly period?: Of<number>;
  readonly return_data?: Of<boolean>;
  readonly metric?: Inner<Metric>;
}

interface Metric {
  readonly dimensions?: Of<{ readonly [key: string]: Of<string> }>;
  readonly metric_name: Needed<string>;
  readonly namespace?: Of<string>;
  readonly period: Needed<number>;
  readonly stat: Needed<string>;
  readonly unit?: Of<string>;
}

interface WarmUpConfiguration {
  readonly only_start_evaluating_after_warm_up_period_ends?: Of<boolean>;
  readonly warm_up_period_duration_in_minutes: Needed<number>;
}

export interface Binding {
  readonly written: AwsCloudwatchMetricAlarm;
  readonly read:
    | keyof AwsCloudwatchMetricAlarm
    | 'arn'
    | 'id'
    | 'tags_all';
}
