// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCloudwatchEventTarget<E> {
  readonly arn: Needed<string, E>;
  readonly event_bus_name?: Of<string, E>;
  readonly force_destroy?: Of<boolean, E>;
  readonly input?: Of<string, E>;
  readonly input_path?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
  readonly rule: Needed<string, E>;
  readonly target_id?: Of<string, E>;
  readonly appsync_target?: Inner<AppsyncTarget<E>>;
  readonly batch_target?: Inner<BatchTarget<E>>;
  readonly dead_letter_config?: Inner<DeadLetterConfig<E>>;
  readonly ecs_target?: Inner<EcsTarget<E>>;
  readonly http_target?: Inner<HttpTarget<E>>;
  readonly input_transformer?: Inner<InputTransformer<E>>;
  readonly kinesis_target?: Inner<KinesisTarget<E>>;
  readonly redshift_target?: Inner<RedshiftTarget<E>>;
  readonly retry_policy?: Inner<RetryPolicy<E>>;
  readonly run_command_targets?: Inners<RunCommandTargets<E>>;
  readonly sagemaker_pipeline_target?: Inner<SagemakerPipelineTarget<E>>;
  readonly sqs_target?: Inner<SqsTarget<E>>;
}

interface AppsyncTarget<E> {
  readonly graphql_operation?: Of<string, E>;
}

interface BatchTarget<E> {
  readonly array_size?: Of<number, E>;
  readonly job_attempts?: Of<number, E>;
  readonly job_definition: Needed<string, E>;
  readonly job_name: Needed<string, E>;
}

interface DeadLetterConfig<E> {
  readonly arn?: Of<string, E>;
}

interface EcsTarget<E> {
  readonly enable_ecs_managed_tags?: Of<boolean, E>;
  readonly enable_execute_command?: Of<boolean, E>;
  readonly group?: Of<string, E>;
  readonly launch_type?: Of<string, E>;
  readonly platform_version?: Of<string, E>;
  readonly propagate_tags?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly task_count?: Of<number, E>;
  readonly task_definition_arn: Needed<string, E>;
  readonly capacity_provider_strategy?: Inners<CapacityProviderStrategy<E>>;
  readonly network_configuration?: Inner<NetworkConfiguration<E>>;
  readonly ordered_placement_strategy?: Inners<OrderedPlacementStrategy<E>>;
  readonly placement_constraint?: Inners<PlacementConstraint<E>>;
}

interface CapacityProviderStrategy<E> {
  readonly base?: Of<number, E>;
  readonly capacity_provider: Needed<string, E>;
  readonly weight?: Of<number, E>;
}

interface NetworkConfiguration<E> {
  readonly assign_public_ip?: Of<boolean, E>;
  readonly security_groups?: Of<readonly Needed<string, E>[], E>;
  readonly subnets: Needed<readonly Needed<string, E>[], E>;
}

interface OrderedPlacementStrategy<E> {
  readonly field?: Of<string, E>;
  readonly type: Needed<string, E>;
}

interface PlacementConstraint<E> {
  readonly expression?: Of<string, E>;
  readonly type: Needed<string, E>;
}

interface HttpTarget<E> {
  readonly header_parameters?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly path_parameter_values?: Of<readonly Needed<string, E>[], E>;
  readonly query_string_parameters?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

interface InputTransformer<E> {
  readonly input_paths?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly input_template: Needed<string, E>;
}

interface KinesisTarget<E> {
  readonly partition_key_path?: Of<string, E>;
}

interface RedshiftTarget<E> {
  readonly database: Needed<string, E>;
  readonly db_user?: Of<string, E>;
  readonly secrets_manager_arn?: Of<string, E>;
  readonly sql?: Of<string, E>;
  readonly statement_name?: Of<string, E>;
  readonly with_event?: Of<boolean, E>;
}

interface RetryPolicy<E> {
  readonly maximum_event_age_in_seconds?: Of<number, E>;
  readonly maximum_retry_attempts?: Of<number, E>;
}

interface RunCommandTargets<E> {
  readonly key: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface SagemakerPipelineTarget<E> {
  readonly pipeline_parameter_list?: Inners<PipelineParameterList<E>>;
}

interface PipelineParameterList<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface SqsTarget<E> {
  readonly message_group_id?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudwatchEventTarget<E>;
  readonly read:
    | keyof AwsCloudwatchEventTarget<E>
    | 'id';
}
