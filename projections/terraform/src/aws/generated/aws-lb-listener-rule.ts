// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsLbListenerRule {
  readonly listener_arn: Needed<string>;
  readonly priority?: Of<number>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly action: Several<Action>;
  readonly condition: Several<Condition>;
  readonly transform?: Inners<Transform>;
}

interface Action {
  readonly order?: Of<number>;
  readonly target_group_arn?: Of<string>;
  readonly type: Needed<string>;
  readonly authenticate_cognito?: Inner<AuthenticateCognito>;
  readonly authenticate_oidc?: Inner<AuthenticateOidc>;
  readonly fixed_response?: Inner<FixedResponse>;
  readonly forward?: Inner<Forward>;
  readonly jwt_validation?: Inner<JwtValidation>;
  readonly redirect?: Inner<Redirect>;
}

interface AuthenticateCognito {
  readonly authentication_request_extra_params?: Of<{ readonly [key: string]: Of<string> }>;
  readonly on_unauthenticated_request?: Of<string>;
  readonly scope?: Of<string>;
  readonly session_cookie_name?: Of<string>;
  readonly session_timeout?: Of<number>;
  readonly user_pool_arn: Needed<string>;
  readonly user_pool_client_id: Needed<string>;
  readonly user_pool_domain: Needed<string>;
}

interface AuthenticateOidc {
  readonly authentication_request_extra_params?: Of<{ readonly [key: string]: Of<string> }>;
  readonly authorization_endpoint: Needed<string>;
  readonly client_id: Needed<string>;
  readonly client_secret: Needed<string>;
  readonly issuer: Needed<string>;
  readonly on_unauthenticated_request?: Of<string>;
  readonly scope?: Of<string>;
  readonly session_cookie_name?: Of<string>;
  readonly session_timeout?: Of<number>;
  readonly token_endpoint: Needed<string>;
  readonly user_info_endpoint: Needed<string>;
}

interface FixedResponse {
  readonly content_type: Needed<string>;
  readonly message_body?: Of<string>;
  readonly status_code?: Of<string>;
}

interface Forward {
  readonly stickiness?: Inner<Stickiness>;
  readonly target_group: Several<TargetGroup>;
}

interface Stickiness {
  readonly duration: Needed<number>;
  readonly enabled?: Of<boolean>;
}

interface TargetGroup {
  readonly arn: Needed<string>;
  readonly weight?: Of<number>;
}

interface JwtValidation {
  readonly issuer: Needed<string>;
  readonly jwks_endpoint: Needed<string>;
  readonly additional_claim?: Inners<AdditionalClaim>;
}

interface AdditionalClaim {
  readonly format: Needed<string>;
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface Redirect {
  readonly host?: Of<string>;
  readonly path?: Of<string>;
  readonly port?: Of<string>;
  readonly protocol?: Of<string>;
  readonly query?: Of<string>;
  readonly status_code: Needed<string>;
}

interface Condition {
  readonly host_header?: Inner<HostHeader>;
  readonly http_header?: Inner<HttpHeader>;
  readonly http_request_method?: Inner<HttpRequestMethod>;
  readonly path_pattern?: Inner<PathPattern>;
  readonly query_string?: Inners<QueryString>;
  readonly source_ip?: Inner<SourceIp>;
}

interface HostHeader {
  readonly regex_values?: Of<readonly Needed<string>[]>;
  readonly values?: Of<readonly Needed<string>[]>;
}

interface HttpHeader {
  readonly http_header_name: Needed<string>;
  readonly regex_values?: Of<readonly Needed<string>[]>;
  readonly values?: Of<readonly Needed<string>[]>;
}

interface HttpRequestMethod {
  readonly values: Needed<readonly Needed<string>[]>;
}

interface PathPattern {
  readonly regex_values?: Of<readonly Needed<string>[]>;
  readonly values?: Of<readonly Needed<string>[]>;
}

interface QueryString {
  readonly key?: Of<string>;
  readonly value: Needed<string>;
}

interface SourceIp {
  readonly ip_address_type?: Of<string>;
  readonly values?: Of<readonly Needed<string>[]>;
}

interface Transform {
  readonly type: Needed<string>;
  readonly host_header_rewrite_config?: Inner<HostHeaderRewriteConfig>;
  readonly url_rewrite_config?: Inner<UrlRewriteConfig>;
}

interface HostHeaderRewriteConfig {
  readonly rewrite?: Inner<Rewrite>;
}

interface Rewrite {
  readonly regex: Needed<string>;
  readonly replace: Needed<string>;
}

interface UrlRewriteConfig {
  readonly rewrite?: Inner<UrlRewriteConfigRewrite>;
}

interface UrlRewriteConfigRewrite {
  readonly regex: Needed<string>;
  readonly replace: Needed<string>;
}

export interface Binding {
  readonly written: AwsLbListenerRule;
  readonly read:
    | keyof AwsLbListenerRule
    | 'arn'
    | 'id'
    | 'tags_all';
}
