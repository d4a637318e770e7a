// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsAutoscalingPolicy {
  readonly adjustment_type?: Of<string>;
  readonly autoscaling_group_name: Needed<string>;
  readonly cooldown?: Of<number>;
  readonly enabled?: Of<boolean>;
  readonly estimated_instance_warmup?: Of<number>;
  readonly metric_aggregation_type?: Of<string>;
  readonly min_adjustment_magnitude?: Of<number>;
  readonly name: Needed<string>;
  readonly policy_type?: Of<string>;
  readonly region?: Of<string>;
  readonly scaling_adjustment?: Of<number>;
  readonly predictive_scaling_configuration?: Inner<PredictiveScalingConfiguration>;
  readonly step_adjustment?: Inners<StepAdjustment>;
  readonly target_tracking_configuration?: Inner<TargetTrackingConfiguration>;
}

interface PredictiveScalingConfiguration {
  readonly max_capacity_breach_behavior?: Of<string>;
  readonly max_capacity_buffer?: Of<string>;
  readonly mode?: Of<string>;
  readonly scheduling_buffer_time?: Of<string>;
  readonly metric_specification: MetricSpecification;
}

interface MetricSpecification {
  readonly target_value: Needed<number>;
  readonly customized_capacity_metric_specification?: Inner<CustomizedCapacityMetricSpecification>;
  readonly customized_load_metric_specification?: Inner<CustomizedLoadMetricSpecification>;
  readonly customized_scaling_metric_specification?: Inner<CustomizedScalingMetricSpecification>;
  readonly predefined_load_metric_specification?: Inner<PredefinedLoadMetricSpecification>;
  readonly predefined_metric_pair_specification?: Inner<PredefinedMetricPairSpecification>;
  readonly predefined_scaling_metric_specification?: Inner<PredefinedScalingMetricSpecification>;
}

interface CustomizedCapacityMetricSpecification {
  readonly metric_data_queries: Several<MetricDataQueries>;
}

interface MetricDataQueries {
  readonly expression?: Of<string>;
  readonly id: Needed<string>;
  readonly label?: Of<string>;
  readonly return_data?: Of<boolean>;
  readonly metric_stat?: Inner<MetricStat>;
}

interface MetricStat {
  readonly stat: Needed<string>;
  readonly unit?: Of<string>;
  readonly metric: Metric;
}

interface Metric {
  readonly metric_name: Needed<string>;
  readonly namespace: Needed<string>;
  readonly dimensions?: Inners<Dimensions>;
}

interface Dimensions {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface CustomizedLoadMetricSpecification {
  readonly metric_data_queries: Several<CustomizedLoadMetricSpecificationMetricDataQueries>;
}

interface CustomizedLoadMetricSpecificationMetricDataQueries {
  readonly expression?: Of<string>;
  readonly id: Needed<string>;
  readonly label?: Of<string>;
  readonly return_data?: Of<boolean>;
  readonly metric_stat?: Inner<CustomizedLoadMetricSpecificationMetricDataQueriesMetricStat>;
}

interface CustomizedLoadMetricSpecificationMetricDataQueriesMetricStat {
  readonly stat: Needed<string>;
  readonly unit?: Of<string>;
  readonly metric: CustomizedLoadMetricSpecificationMetricDataQueriesMetricStatMetric;
}

interface CustomizedLoadMetricSpecificationMetricDataQueriesMetricStatMetric {
  readonly metric_name: Needed<string>;
  readonly namespace: Needed<string>;
  readonly dimensions?:
    Inners<CustomizedLoadMetricSpecificationMetricDataQueriesMetricStatMetricDimensions>;
}

interface CustomizedLoadMetricSpecificationMetricDataQueriesMetricStatMetricDimensions {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface CustomizedScalingMetricSpecification {
  readonly metric_data_queries: Several<CustomizedScalingMetricSpecificationMetricDataQueries>;
}

interface CustomizedScalingMetricSpecificationMetricDataQueries {
  readonly expression?: Of<string>;
  readonly id: Needed<string>;
  readonly label?: Of<string>;
  readonly return_data?: Of<boolean>;
  readonly metric_stat?: Inner<CustomizedScalingMetricSpecificationMetricDataQueriesMetricStat>;
}

interface CustomizedScalingMetricSpecificationMetricDataQueriesMetricStat {
  readonly stat: Needed<string>;
  readonly unit?: Of<string>;
  readonly metric: CustomizedScalingMetricSpecificationMetricDataQueriesMetricStatMetric;
}

interface CustomizedScalingMetricSpecificationMetricDataQueriesMetricStatMetric {
  readonly metric_name: Needed<string>;
  readonly namespace: Needed<string>;
  readonly dimensions?:
    Inners<CustomizedScalingMetricSpecificationMetricDataQueriesMetricStatMetricDimensions>;
}

interface CustomizedScalingMetricSpecificationMetricDataQueriesMetricStatMetricDimensions {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface PredefinedLoadMetricSpecification {
  readonly predefined_metric_type: Needed<string>;
  readonly resource_label?: Of<string>;
}

interface PredefinedMetricPairSpecification {
  readonly predefined_metric_type: Needed<string>;
  readonly resource_label?: Of<string>;
}

interface PredefinedScalingMetricSpecification {
  readonly predefined_metric_type: Needed<string>;
  readonly resource_label?: Of<string>;
}

interface StepAdjustment {
  readonly metric_interval_lower_bound?: Of<string>;
  readonly metric_interval_upper_bound?: Of<string>;
  readonly scaling_adjustment: Needed<number>;
}

interface TargetTrackingConfiguration {
  readonly disable_scale_in?: Of<boolean>;
  readonly target_value: Needed<number>;
  readonly customized_metric_specification?: Inner<CustomizedMetricSpecification>;
  readonly predefined_metric_specification?: Inner<PredefinedMetricSpecification>;
}

interface CustomizedMetricSpecification {
  readonly metric_name?: Of<string>;
  readonly namespace?: Of<string>;
  readonly period?: Of<number>;
  readonly statistic?: Of<string>;
  readonly unit?: Of<string>;
  readonly metric_dimension?: Inners<MetricDimension>;
  readonly metrics?: Inners<Metrics>;
}

interface MetricDimension {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface Metrics {
  readonly expression?: Of<string>;
  readonly id: Needed<string>;
  readonly label?: Of<string>;
  readonly return_data?: Of<boolean>;
  readonly metric_stat?: Inner<MetricsMetricStat>;
}

interface MetricsMetricStat {
  readonly period?: Of<number>;
  readonly stat: Needed<string>;
  readonly unit?: Of<string>;
  readonly metric: MetricsMetricStatMetric;
}

interface MetricsMetricStatMetric {
  readonly metric_name: Needed<string>;
  readonly namespace: Needed<string>;
  readonly dimensions?: Inners<MetricsMetricStatMetricDimensions>;
}

interface MetricsMetricStatMetricDimensions {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface PredefinedMetricSpecification {
  readonly predefined_metric_type: Needed<string>;
  readonly resource_label?: Of<string>;
}

export interface Binding {
  readonly written: AwsAutoscalingPolicy;
  readonly read:
    | keyof AwsAutoscalingPolicy
    | 'arn'
    | 'id';
}
