// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCloudwatchEventTarget {
  readonly arn: Needed<string>;
  readonly event_bus_name?: Of<string>;
  readonly force_destroy?: Of<boolean>;
  readonly input?: Of<string>;
  readonly input_path?: Of<string>;
  readonly region?: Of<string>;
  readonly role_arn?: Of<string>;
  readonly rule: Needed<string>;
  readonly target_id?: Of<string>;
  readonly appsync_target?: Inner<AppsyncTarget>;
  readonly batch_target?: Inner<BatchTarget>;
  readonly dead_letter_config?: Inner<DeadLetterConfig>;
  readonly ecs_target?: Inner<EcsTarget>;
  readonly http_target?: Inner<HttpTarget>;
  readonly input_transformer?: Inner<InputTransformer>;
  readonly kinesis_target?: Inner<KinesisTarget>;
  readonly redshift_target?: Inner<RedshiftTarget>;
  readonly retry_policy?: Inner<RetryPolicy>;
  readonly run_command_targets?: Inners<RunCommandTargets>;
  readonly sagemaker_pipeline_target?: Inner<SagemakerPipelineTarget>;
  readonly sqs_target?: Inner<SqsTarget>;
}

interface AppsyncTarget {
  readonly graphql_operation?: Of<string>;
}

interface BatchTarget {
  readonly array_size?: Of<number>;
  readonly job_attempts?: Of<number>;
  readonly job_definition: Needed<string>;
  readonly job_name: Needed<string>;
}

interface DeadLetterConfig {
  readonly arn?: Of<string>;
}

interface EcsTarget {
  readonly enable_ecs_managed_tags?: Of<boolean>;
  readonly enable_execute_command?: Of<boolean>;
  readonly group?: Of<string>;
  readonly launch_type?: Of<string>;
  readonly platform_version?: Of<string>;
  readonly propagate_tags?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly task_count?: Of<number>;
  readonly task_definition_arn: Needed<string>;
  readonly capacity_provider_strategy?: Inners<CapacityProviderStrategy>;
  readonly network_configuration?: Inner<NetworkConfiguration>;
  readonly ordered_placement_strategy?: Inners<OrderedPlacementStrategy>;
  readonly placement_constraint?: Inners<PlacementConstraint>;
}

interface CapacityProviderStrategy {
  readonly base?: Of<number>;
  readonly capacity_provider: Needed<string>;
  readonly weight?: Of<number>;
}

interface NetworkConfiguration {
  readonly assign_public_ip?: Of<boolean>;
  readonly security_groups?: Of<readonly Needed<string>[]>;
  readonly subnets: Needed<readonly Needed<string>[]>;
}

interface OrderedPlacementStrategy {
  readonly field?: Of<string>;
  readonly type: Needed<string>;
}

interface PlacementConstraint {
  readonly expression?: Of<string>;
  readonly type: Needed<string>;
}

interface HttpTarget {
  readonly header_parameters?: Of<{ readonly [key: string]: Of<string> }>;
  readonly path_parameter_values?: Of<readonly Needed<string>[]>;
  readonly query_string_parameters?: Of<{ readonly [key: string]: Of<string> }>;
}

interface InputTransformer {
  readonly input_paths?: Of<{ readonly [key: string]: Of<string> }>;
  readonly input_template: Needed<string>;
}

interface KinesisTarget {
  readonly partition_key_path?: Of<string>;
}

interface RedshiftTarget {
  readonly database: Needed<string>;
  readonly db_user?: Of<string>;
  readonly secrets_manager_arn?: Of<string>;
  readonly sql?: Of<string>;
  readonly statement_name?: Of<string>;
  readonly with_event?: Of<boolean>;
}

interface RetryPolicy {
  readonly maximum_event_age_in_seconds?: Of<number>;
  readonly maximum_retry_attempts?: Of<number>;
}

interface RunCommandTargets {
  readonly key: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface SagemakerPipelineTarget {
  readonly pipeline_parameter_list?: Inners<PipelineParameterList>;
}

interface PipelineParameterList {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface SqsTarget {
  readonly message_group_id?: Of<string>;
}

export interface Binding {
  readonly written: AwsCloudwatchEventTarget;
  readonly read:
    | keyof AwsCloudwatchEventTarget
    | 'id';
}
