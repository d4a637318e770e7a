// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsCodepipeline<E> {
  readonly execution_mode?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly pipeline_type?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly artifact_store: Several<ArtifactStore<E>>;
  readonly stage: Several<Stage<E>>;
  readonly trigger?: Inners<Trigger<E>>;
  readonly variable?: Inners<Variable<E>>;
}

interface ArtifactStore<E> {
  readonly location: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly type: Needed<string, E>;
  readonly encryption_key?: Inner<EncryptionKey<E>>;
}

interface EncryptionKey<E> {
  readonly id: Needed<string, E>;
  readonly type: Needed<string, E>;
}

interface Stage<E> {
  readonly name: Needed<string, E>;
  readonly action: Several<Action<E>>;
  readonly before_entry?: Inner<BeforeEntry<E>>;
  readonly on_failure?: Inner<OnFailure<E>>;
  readonly on_success?: Inner<OnSuccess<E>>;
}

interface Action<E> {
  readonly category: Needed<string, E>;
  readonly commands?: Of<readonly Needed<string, E>[], E>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly input_artifacts?: Of<readonly Needed<string, E>[], E>;
  readonly name: Needed<string, E>;
  readonly namespace?: Of<string, E>;
  readonly output_artifacts?: Of<readonly Needed<string, E>[], E>;
  readonly output_variables?: Of<readonly Needed<string, E>[], E>;
  readonly owner: Needed<string, E>;
  readonly provider: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
  readonly run_order?: Of<number, E>;
  readonly timeout_in_minutes?: Of<number, E>;
  readonly version: Needed<string, E>;
  readonly output_artifacts_for_compute_action?: Inners<OutputArtifactsForComputeAction<E>>;
}

interface OutputArtifactsForComputeAction<E> {
  readonly files?: Of<readonly Needed<string, E>[], E>;
  readonly name: Needed<string, E>;
}

interface BeforeEntry<E> {
  readonly condition: Condition<E>;
}

interface Condition<E> {
  readonly result?: Of<string, E>;
  readonly rule: Several<Rule<E>>;
}

interface Rule<E> {
  readonly commands?: Of<readonly Needed<string, E>[], E>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly input_artifacts?: Of<readonly Needed<string, E>[], E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
  readonly timeout_in_minutes?: Of<number, E>;
  readonly rule_type_id: RuleTypeId<E>;
}

interface RuleTypeId<E> {
  readonly category: Needed<string, E>;
  readonly owner?: Of<string, E>;
  readonly provider: Needed<string, E>;
  readonly version?: Of<string, E>;
}

interface OnFailure<E> {
  readonly result?: Of<string, E>;
  readonly condition?: Inner<OnFailureCondition<E>>;
  readonly retry_configuration?: Inner<RetryConfiguration<E>>;
}

interface OnFailureCondition<E> {
  readonly result?: Of<string, E>;
  readonly rule: Several<OnFailureConditionRule<E>>;
}

interface OnFailureConditionRule<E> {
  readonly commands?: Of<readonly Needed<string, E>[], E>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly input_artifacts?: Of<readonly Needed<string, E>[], E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
  readonly timeout_in_minutes?: Of<number, E>;
  readonly rule_type_id: OnFailureConditionRuleRuleTypeId<E>;
}

interface OnFailureConditionRuleRuleTypeId<E> {
  readonly category: Needed<string, E>;
  readonly owner?: Of<string, E>;
  readonly provider: Needed<string, E>;
  readonly version?: Of<string, E>;
}

interface RetryConfiguration<E> {
  readonly retry_mode?: Of<string, E>;
}

interface OnSuccess<E> {
  readonly condition: OnSuccessCondition<E>;
}

interface OnSuccessCondition<E> {
  readonly result?: Of<string, E>;
  readonly rule: Several<OnSuccessConditionRule<E>>;
}

interface OnSuccessConditionRule<E> {
  readonly commands?: Of<readonly Needed<string, E>[], E>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly input_artifacts?: Of<readonly Needed<string, E>[], E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
  readonly timeout_in_minutes?: Of<number, E>;
  readonly rule_type_id: OnSuccessConditionRuleRuleTypeId<E>;
}

interface OnSuccessConditionRuleRuleTypeId<E> {
  readonly category: Needed<string, E>;
  readonly owner?: Of<string, E>;
  readonly provider: Needed<string, E>;
  readonly version?: Of<string, E>;
}

interface Trigger<E> {
  readonly provider_type: Needed<string, E>;
  readonly git_configuration: GitConfiguration<E>;
}

interface GitConfiguration<E> {
  readonly source_action_name: Needed<string, E>;
  readonly pull_request?: Inners<PullRequest<E>>;
  readonly push?: Inners<Push<E>>;
}

interface PullRequest<E> {
  readonly events?: Of<readonly Needed<string, E>[], E>;
  readonly branches?: Inner<Branches<E>>;
  readonly file_paths?: Inner<FilePaths<E>>;
}

interface Branches<E> {
  readonly excludes?: Of<readonly Needed<string, E>[], E>;
  readonly includes?: Of<readonly Needed<string, E>[], E>;
}

interface FilePaths<E> {
  readonly excludes?: Of<readonly Needed<string, E>[], E>;
  readonly includes?: Of<readonly Needed<string, E>[], E>;
}

interface Push<E> {
  readonly branches?: Inner<PushBranches<E>>;
  readonly file_paths?: Inner<PushFilePaths<E>>;
  readonly tags?: Inner<Tags<E>>;
}

interface PushBranches<E> {
  readonly excludes?: Of<readonly Needed<string, E>[], E>;
  readonly includes?: Of<readonly Needed<string, E>[], E>;
}

interface PushFilePaths<E> {
  readonly excludes?: Of<readonly Needed<string, E>[], E>;
  readonly includes?: Of<readonly Needed<string, E>[], E>;
}

interface Tags<E> {
  readonly excludes?: Of<readonly Needed<string, E>[], E>;
  readonly includes?: Of<readonly Needed<string, E>[], E>;
}

interface Variable<E> {
  readonly default_value?: Of<string, E>;
  readonly description?: Of<string, E>;
  readonly name: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsCodepipeline<E>;
  readonly read:
    | keyof AwsCodepipeline<E>
    | 'arn'
    | 'id'
    | 'tags_all'
    | 'trigger_all';
}
