// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';
import type { WafStatement } from '../waf-statement.ts';

export interface AwsWafv2WebAcl {
  readonly description?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly rule_json?: Of<string>;
  readonly scope: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly token_domains?: Of<readonly Needed<string>[]>;
  readonly association_config?: Inner<AssociationConfig>;
  readonly captcha_config?: Inner<CaptchaConfig>;
  readonly challenge_config?: Inner<ChallengeConfig>;
  readonly custom_response_body?: Inners<CustomResponseBody>;
  readonly data_protection_config?: Inner<DataProtectionConfig>;
  readonly default_action: DefaultAction;
  readonly rule?: Inners<Rule>;
  readonly visibility_config: VisibilityConfig2;
}

interface AssociationConfig {
  readonly request_body?: Inners<RequestBody>;
}

interface RequestBody {
  readonly api_gateway?: Inner<ApiGateway>;
  readonly app_runner_service?: Inner<AppRunnerService>;
  readonly cloudfront?: Inner<Cloudfront>;
  readonly cognito_user_pool?: Inner<CognitoUserPool>;
  readonly verified_access_instance?: Inner<VerifiedAccessInstance>;
}

interface ApiGateway {
  readonly default_size_inspection_limit: Needed<string>;
}

interface AppRunnerService {
  readonly default_size_inspection_limit: Needed<string>;
}

interface Cloudfront {
  readonly default_size_inspection_limit: Needed<string>;
}

interface CognitoUserPool {
  readonly default_size_inspection_limit: Needed<string>;
}

interface VerifiedAccessInstance {
  readonly default_size_inspection_limit: Needed<string>;
}

interface CaptchaConfig {
  readonly immunity_time_property?: Inner<ImmunityTimeProperty>;
}

interface ImmunityTimeProperty {
  readonly immunity_time?: Of<number>;
}

interface ChallengeConfig {
  readonly immunity_time_property?: Inner<ChallengeConfigImmunityTimeProperty>;
}

interface ChallengeConfigImmunityTimeProperty {
  readonly immunity_time?: Of<number>;
}

interface CustomResponseBody {
  readonly content: Needed<string>;
  readonly content_type: Needed<string>;
  readonly key: Needed<string>;
}

interface DataProtectionConfig {
  readonly data_protection?: Inners<DataProtection>;
}

interface DataProtection {
  readonly action: Needed<string>;
  readonly exclude_rate_based_details?: Of<boolean>;
  readonly exclude_rule_match_details?: Of<boolean>;
  readonly field: Field;
}

interface Field {
  readonly field_keys?: Of<readonly Needed<string>[]>;
  readonly field_type: Needed<string>;
}

interface DefaultAction {
  readonly allow?: Inner<Allow>;
  readonly block?: Inner<Block>;
}

interface Allow {
  readonly custom_request_handling?: Inner<CustomRequestHandling>;
}

interface CustomRequestHandling {
  readonly insert_header: Several<InsertHeader>;
}

interface InsertHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface Block {
  readonly custom_response?: Inner<CustomResponse>;
}

interface CustomResponse {
  readonly custom_response_body_key?: Of<string>;
  readonly response_code: Needed<number>;
  readonly response_header?: Inners<ResponseHeader>;
}

interface ResponseHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface Rule {
  readonly name: Needed<string>;
  readonly priority: Needed<number>;
  readonly action?: Inner<Action>;
  readonly captcha_config?: Inner<RuleCaptchaConfig>;
  readonly challenge_config?: Inner<RuleChallengeConfig>;
  readonly override_action?: Inner<OverrideAction>;
  readonly rule_label?: Inners<RuleLabel>;
  readonly statement?: Of<WafStatement>;
  readonly visibility_config: VisibilityConfig;
}

interface Action {
  readonly allow?: Inner<ActionAllow>;
  readonly block?: Inner<ActionBlock>;
  readonly captcha?: Inner<Captcha>;
  readonly challenge?: Inner<Challenge>;
  readonly count?: Inner<Count>;
}

interface ActionAllow {
  readonly custom_request_handling?: Inner<ActionAllowCustomRequestHandling>;
}

interface ActionAllowCustomRequestHandling {
  readonly insert_header: Several<ActionAllowCustomRequestHandlingInsertHeader>;
}

interface ActionAllowCustomRequestHandlingInsertHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface ActionBlock {
  readonly custom_response?: Inner<ActionBlockCustomResponse>;
}

interface ActionBlockCustomResponse {
  readonly custom_response_body_key?: Of<string>;
  readonly response_code: Needed<number>;
  readonly response_header?: Inners<ActionBlockCustomResponseResponseHeader>;
}

interface ActionBlockCustomResponseResponseHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface Captcha {
  readonly custom_request_handling?: Inner<CaptchaCustomRequestHandling>;
}

interface CaptchaCustomRequestHandling {
  readonly insert_header: Several<CaptchaCustomRequestHandlingInsertHeader>;
}

interface CaptchaCustomRequestHandlingInsertHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface Challenge {
  readonly custom_request_handling?: Inner<ChallengeCustomRequestHandling>;
}

interface ChallengeCustomRequestHandling {
  readonly insert_header: Several<ChallengeCustomRequestHandlingInsertHeader>;
}

interface ChallengeCustomRequestHandlingInsertHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface Count {
  readonly custom_request_handling?: Inner<CountCustomRequestHandling>;
}

interface CountCustomRequestHandling {
  readonly insert_header: Several<CountCustomRequestHandlingInsertHeader>;
}

interface CountCustomRequestHandlingInsertHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface RuleCaptchaConfig {
  readonly immunity_time_property?: Inner<RuleCaptchaConfigImmunityTimeProperty>;
}

interface RuleCaptchaConfigImmunityTimeProperty {
  readonly immunity_time?: Of<number>;
}

interface RuleChallengeConfig {
  readonly immunity_time_property?: Inner<RuleChallengeConfigImmunityTimeProperty>;
}

interface RuleChallengeConfigImmunityTimeProperty {
  readonly immunity_time?: Of<number>;
}

interface OverrideAction {
  readonly count?: Inner<OverrideActionCount>;
  readonly none?: Inner<None>;
}

interface OverrideActionCount {

}

interface None {

}

interface RuleLabel {
  readonly name: Needed<string>;
}

interface VisibilityConfig {
  readonly cloudwatch_metrics_enabled: Needed<boolean>;
  readonly metric_name: Needed<string>;
  readonly sampled_requests_enabled: Needed<boolean>;
}

interface VisibilityConfig2 {
  readonly cloudwatch_metrics_enabled: Needed<boolean>;
  readonly metric_name: Needed<string>;
  readonly sampled_requests_enabled: Needed<boolean>;
}

export interface Binding {
  readonly written: AwsWafv2WebAcl;
  readonly read:
    | keyof AwsWafv2WebAcl
    | 'application_integration_url'
    | 'arn'
    | 'capacity'
    | 'id'
    | 'lock_token'
    | 'tags_all';
}
