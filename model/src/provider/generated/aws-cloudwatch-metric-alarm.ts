// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCloudwatchMetricAlarm<E> {
  readonly actions_enabled?: Of<boolean, E>;
  readonly alarm_actions?: Of<readonly Needed<string, E>[], E>;
  readonly alarm_description?: Of<string, E>;
  readonly alarm_name: Needed<string, E>;
  readonly comparison_operator?: Of<string, E>;
  readonly datapoints_to_alarm?: Of<number, E>;
  readonly dimensions?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly evaluate_low_sample_count_percentiles?: Of<string, E>;
  readonly evaluation_interval?: Of<number, E>;
  readonly evaluation_periods?: Of<number, E>;
  readonly extended_statistic?: Of<string, E>;
  readonly insufficient_data_actions?: Of<readonly Needed<string, E>[], E>;
  readonly metric_name?: Of<string, E>;
  readonly namespace?: Of<string, E>;
  readonly ok_actions?: Of<readonly Needed<string, E>[], E>;
  readonly period?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly statistic?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly threshold?: Of<number, E>;
  readonly threshold_metric_id?: Of<string, E>;
  readonly treat_missing_data?: Of<string, E>;
  readonly unit?: Of<string, E>;
  readonly evaluation_criteria?: Inner<EvaluationCriteria<E>>;
  readonly metric_query?: Inners<MetricQuery<E>>;
  readonly warm_up_configuration?: Inner<WarmUpConfiguration<E>>;
}

interface EvaluationCriteria<E> {
  readonly promql_criteria: PromqlCriteria<E>;
}

interface PromqlCriteria<E> {
  readonly pending_period?: Of<number, E>;
  readonly query: Needed<string, E>;
  readonly recovery_period?: Of<number, E>;
}

interface MetricQuery<E> {
  readonly account_id?: Of<string, E>;
  readonly expression?: Of<string, E>;
  readonly id: Needed<string, E>;
  readonly label?: Of<string, E>;
  readonly period?: Of<number, E>;
  readonly return_data?: Of<boolean, E>;
  readonly metric?: Inner<Metric<E>>;
}

interface Metric<E> {
  readonly dimensions?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly metric_name: Needed<string, E>;
  readonly namespace?: Of<string, E>;
  readonly period: Needed<number, E>;
  readonly stat: Needed<string, E>;
  readonly unit?: Of<string, E>;
}

interface WarmUpConfiguration<E> {
  readonly only_start_evaluating_after_warm_up_period_ends?: Of<boolean, E>;
  readonly warm_up_period_duration_in_minutes: Needed<number, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudwatchMetricAlarm<E>;
  readonly read:
    | keyof AwsCloudwatchMetricAlarm<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
