// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsCodepipeline {
  readonly execution_mode?: Of<string>;
  readonly name: Needed<string>;
  readonly pipeline_type?: Of<string>;
  readonly region?: Of<string>;
  readonly role_arn: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly artifact_store: Several<ArtifactStore>;
  readonly stage: Several<Stage>;
  readonly trigger?: Inners<Trigger>;
  readonly variable?: Inners<Variable>;
}

interface ArtifactStore {
  readonly location: Needed<string>;
  readonly region?: Of<string>;
  readonly type: Needed<string>;
  readonly encryption_key?: Inner<EncryptionKey>;
}

interface EncryptionKey {
  readonly id: Needed<string>;
  readonly type: Needed<string>;
}

interface Stage {
  readonly name: Needed<string>;
  readonly action: Several<Action>;
  readonly before_entry?: Inner<BeforeEntry>;
  readonly on_failure?: Inner<OnFailure>;
  readonly on_success?: Inner<OnSuccess>;
}

interface Action {
  readonly category: Needed<string>;
  readonly commands?: Of<readonly Needed<string>[]>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string> }>;
  readonly input_artifacts?: Of<readonly Needed<string>[]>;
  readonly name: Needed<string>;
  readonly namespace?: Of<string>;
  readonly output_artifacts?: Of<readonly Needed<string>[]>;
  readonly output_variables?: Of<readonly Needed<string>[]>;
  readonly owner: Needed<string>;
  readonly provider: Needed<string>;
  readonly region?: Of<string>;
  readonly role_arn?: Of<string>;
  readonly run_order?: Of<number>;
  readonly timeout_in_minutes?: Of<number>;
  readonly version: Needed<string>;
  readonly output_artifacts_for_compute_action?: Inners<OutputArtifactsForComputeAction>;
}

interface OutputArtifactsForComputeAction {
  readonly files?: Of<readonly Needed<string>[]>;
  readonly name: Needed<string>;
}

interface BeforeEntry {
  readonly condition: Condition;
}

interface Condition {
  readonly result?: Of<string>;
  readonly rule: Several<Rule>;
}

interface Rule {
  readonly commands?: Of<readonly Needed<string>[]>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string> }>;
  readonly input_artifacts?: Of<readonly Needed<string>[]>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly role_arn?: Of<string>;
  readonly timeout_in_minutes?: Of<number>;
  readonly rule_type_id: RuleTypeId;
}

interface RuleTypeId {
  readonly category: Needed<string>;
  readonly owner?: Of<string>;
  readonly provider: Needed<string>;
  readonly version?: Of<string>;
}

interface OnFailure {
  readonly result?: Of<string>;
  readonly condition?: Inner<OnFailureCondition>;
  readonly retry_configuration?: Inner<RetryConfiguration>;
}

interface OnFailureCondition {
  readonly result?: Of<string>;
  readonly rule: Several<OnFailureConditionRule>;
}

interface OnFailureConditionRule {
  readonly commands?: Of<readonly Needed<string>[]>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string> }>;
  readonly input_artifacts?: Of<readonly Needed<string>[]>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly role_arn?: Of<string>;
  readonly timeout_in_minutes?: Of<number>;
  readonly rule_type_id: OnFailureConditionRuleRuleTypeId;
}

interface OnFailureConditionRuleRuleTypeId {
  readonly category: Needed<string>;
  readonly owner?: Of<string>;
  readonly provider: Needed<string>;
  readonly version?: Of<string>;
}

interface RetryConfiguration {
  readonly retry_mode?: Of<string>;
}

interface OnSuccess {
  readonly condition: OnSuccessCondition;
}

interface OnSuccessCondition {
  readonly result?: Of<string>;
  readonly rule: Several<OnSuccessConditionRule>;
}

interface OnSuccessConditionRule {
  readonly commands?: Of<readonly Needed<string>[]>;
  readonly configuration?: Of<{ readonly [key: string]: Of<string> }>;
  readonly input_artifacts?: Of<readonly Needed<string>[]>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly role_arn?: Of<string>;
  readonly timeout_in_minutes?: Of<number>;
  readonly rule_type_id: OnSuccessConditionRuleRuleTypeId;
}

interface OnSuccessConditionRuleRuleTypeId {
  readonly category: Needed<string>;
  readonly owner?: Of<string>;
  readonly provider: Needed<string>;
  readonly version?: Of<string>;
}

interface Trigger {
  readonly provider_type: Needed<string>;
  readonly git_configuration: GitConfiguration;
}

interface GitConfiguration {
  readonly source_action_name: Needed<string>;
  readonly pull_request?: Inners<PullRequest>;
  readonly push?: Inners<Push>;
}

interface PullRequest {
  readonly events?: Of<readonly Needed<string>[]>;
  readonly branches?: Inner<Branches>;
  readonly file_paths?: Inner<FilePaths>;
}

interface Branches {
  readonly excludes?: Of<readonly Needed<string>[]>;
  readonly includes?: Of<readonly Needed<string>[]>;
}

interface FilePaths {
  readonly excludes?: Of<readonly Needed<string>[]>;
  readonly includes?: Of<readonly Needed<string>[]>;
}

interface Push {
  readonly branches?: Inner<PushBranches>;
  readonly file_paths?: Inner<PushFilePaths>;
  readonly tags?: Inner<Tags>;
}

interface PushBranches {
  readonly excludes?: Of<readonly Needed<string>[]>;
  readonly includes?: Of<readonly Needed<string>[]>;
}

interface PushFilePaths {
  readonly excludes?: Of<readonly Needed<string>[]>;
  readonly includes?: Of<readonly Needed<string>[]>;
}

interface Tags {
  readonly excludes?: Of<readonly Needed<string>[]>;
  readonly includes?: Of<readonly Needed<string>[]>;
}

interface Variable {
  readonly default_value?: Of<string>;
  readonly description?: Of<string>;
  readonly name: Needed<string>;
}

export interface Binding {
  readonly written: AwsCodepipeline;
  readonly read:
    | keyof AwsCodepipeline
    | 'arn'
    | 'id'
    | 'tags_all'
    | 'trigger_all';
}
