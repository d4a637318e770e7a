// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';
import type { WafStatement } from '../waf-statement.ts';

export interface AwsWafv2WebAcl<E> {
  readonly description?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly rule_json?: Of<string, E>;
  readonly scope: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly token_domains?: Of<readonly Needed<string, E>[], E>;
  readonly association_config?: Inner<AssociationConfig<E>>;
  readonly captcha_config?: Inner<CaptchaConfig<E>>;
  readonly challenge_config?: Inner<ChallengeConfig<E>>;
  readonly custom_response_body?: Inners<CustomResponseBody<E>>;
  readonly data_protection_config?: Inner<DataProtectionConfig<E>>;
  readonly default_action: DefaultAction<E>;
  readonly rule?: Inners<Rule<E>>;
  readonly visibility_config: VisibilityConfig2<E>;
}

interface AssociationConfig<E> {
  readonly request_body?: Inners<RequestBody<E>>;
}

interface RequestBody<E> {
  readonly api_gateway?: Inner<ApiGateway<E>>;
  readonly app_runner_service?: Inner<AppRunnerService<E>>;
  readonly cloudfront?: Inner<Cloudfront<E>>;
  readonly cognito_user_pool?: Inner<CognitoUserPool<E>>;
  readonly verified_access_instance?: Inner<VerifiedAccessInstance<E>>;
}

interface ApiGateway<E> {
  readonly default_size_inspection_limit: Needed<string, E>;
}

interface AppRunnerService<E> {
  readonly default_size_inspection_limit: Needed<string, E>;
}

interface Cloudfront<E> {
  readonly default_size_inspection_limit: Needed<string, E>;
}

interface CognitoUserPool<E> {
  readonly default_size_inspection_limit: Needed<string, E>;
}

interface VerifiedAccessInstance<E> {
  readonly default_size_inspection_limit: Needed<string, E>;
}

interface CaptchaConfig<E> {
  readonly immunity_time_property?: Inner<ImmunityTimeProperty<E>>;
}

interface ImmunityTimeProperty<E> {
  readonly immunity_time?: Of<number, E>;
}

interface ChallengeConfig<E> {
  readonly immunity_time_property?: Inner<ChallengeConfigImmunityTimeProperty<E>>;
}

interface ChallengeConfigImmunityTimeProperty<E> {
  readonly immunity_time?: Of<number, E>;
}

interface CustomResponseBody<E> {
  readonly content: Needed<string, E>;
  readonly content_type: Needed<string, E>;
  readonly key: Needed<string, E>;
}

interface DataProtectionConfig<E> {
  readonly data_protection?: Inners<DataProtection<E>>;
}

interface DataProtection<E> {
  readonly action: Needed<string, E>;
  readonly exclude_rate_based_details?: Of<boolean, E>;
  readonly exclude_rule_match_details?: Of<boolean, E>;
  readonly field: Field<E>;
}

interface Field<E> {
  readonly field_keys?: Of<readonly Needed<string, E>[], E>;
  readonly field_type: Needed<string, E>;
}

interface DefaultAction<E> {
  readonly allow?: Inner<Allow<E>>;
  readonly block?: Inner<Block<E>>;
}

interface Allow<E> {
  readonly custom_request_handling?: Inner<CustomRequestHandling<E>>;
}

interface CustomRequestHandling<E> {
  readonly insert_header: Several<InsertHeader<E>>;
}

interface InsertHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface Block<E> {
  readonly custom_response?: Inner<CustomResponse<E>>;
}

interface CustomResponse<E> {
  readonly custom_response_body_key?: Of<string, E>;
  readonly response_code: Needed<number, E>;
  readonly response_header?: Inners<ResponseHeader<E>>;
}

interface ResponseHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface Rule<E> {
  readonly name: Needed<string, E>;
  readonly priority: Needed<number, E>;
  readonly action?: Inner<Action<E>>;
  readonly captcha_config?: Inner<RuleCaptchaConfig<E>>;
  readonly challenge_config?: Inner<RuleChallengeConfig<E>>;
  readonly override_action?: Inner<OverrideAction>;
  readonly rule_label?: Inners<RuleLabel<E>>;
  readonly statement?: Of<WafStatement, E>;
  readonly visibility_config: VisibilityConfig<E>;
}

interface Action<E> {
  readonly allow?: Inner<ActionAllow<E>>;
  readonly block?: Inner<ActionBlock<E>>;
  readonly captcha?: Inner<Captcha<E>>;
  readonly challenge?: Inner<Challenge<E>>;
  readonly count?: Inner<Count<E>>;
}

interface ActionAllow<E> {
  readonly custom_request_handling?: Inner<ActionAllowCustomRequestHandling<E>>;
}

interface ActionAllowCustomRequestHandling<E> {
  readonly insert_header: Several<ActionAllowCustomRequestHandlingInsertHeader<E>>;
}

interface ActionAllowCustomRequestHandlingInsertHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface ActionBlock<E> {
  readonly custom_response?: Inner<ActionBlockCustomResponse<E>>;
}

interface ActionBlockCustomResponse<E> {
  readonly custom_response_body_key?: Of<string, E>;
  readonly response_code: Needed<number, E>;
  readonly response_header?: Inners<ActionBlockCustomResponseResponseHeader<E>>;
}

interface ActionBlockCustomResponseResponseHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface Captcha<E> {
  readonly custom_request_handling?: Inner<CaptchaCustomRequestHandling<E>>;
}

interface CaptchaCustomRequestHandling<E> {
  readonly insert_header: Several<CaptchaCustomRequestHandlingInsertHeader<E>>;
}

interface CaptchaCustomRequestHandlingInsertHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface Challenge<E> {
  readonly custom_request_handling?: Inner<ChallengeCustomRequestHandling<E>>;
}

interface ChallengeCustomRequestHandling<E> {
  readonly insert_header: Several<ChallengeCustomRequestHandlingInsertHeader<E>>;
}

interface ChallengeCustomRequestHandlingInsertHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface Count<E> {
  readonly custom_request_handling?: Inner<CountCustomRequestHandling<E>>;
}

interface CountCustomRequestHandling<E> {
  readonly insert_header: Several<CountCustomRequestHandlingInsertHeader<E>>;
}

interface CountCustomRequestHandlingInsertHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface RuleCaptchaConfig<E> {
  readonly immunity_time_property?: Inner<RuleCaptchaConfigImmunityTimeProperty<E>>;
}

interface RuleCaptchaConfigImmunityTimeProperty<E> {
  readonly immunity_time?: Of<number, E>;
}

interface RuleChallengeConfig<E> {
  readonly immunity_time_property?: Inner<RuleChallengeConfigImmunityTimeProperty<E>>;
}

interface RuleChallengeConfigImmunityTimeProperty<E> {
  readonly immunity_time?: Of<number, E>;
}

interface OverrideAction {
  readonly count?: Inner<OverrideActionCount>;
  readonly none?: Inner<None>;
}

interface OverrideActionCount {

}

interface None {

}

interface RuleLabel<E> {
  readonly name: Needed<string, E>;
}

interface VisibilityConfig<E> {
  readonly cloudwatch_metrics_enabled: Needed<boolean, E>;
  readonly metric_name: Needed<string, E>;
  readonly sampled_requests_enabled: Needed<boolean, E>;
}

interface VisibilityConfig2<E> {
  readonly cloudwatch_metrics_enabled: Needed<boolean, E>;
  readonly metric_name: Needed<string, E>;
  readonly sampled_requests_enabled: Needed<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsWafv2WebAcl<E>;
  readonly read:
    | keyof AwsWafv2WebAcl<E>
    | 'application_integration_url'
    | 'arn'
    | 'capacity'
    | 'id'
    | 'lock_token'
    | 'tags_all';
}
