// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsLbListenerRule<E> {
  readonly listener_arn: Needed<string, E>;
  readonly priority?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly action: Several<Action<E>>;
  readonly condition: Several<Condition<E>>;
  readonly transform?: Inners<Transform<E>>;
}

interface Action<E> {
  readonly order?: Of<number, E>;
  readonly target_group_arn?: Of<string, E>;
  readonly type: Needed<string, E>;
  readonly authenticate_cognito?: Inner<AuthenticateCognito<E>>;
  readonly authenticate_oidc?: Inner<AuthenticateOidc<E>>;
  readonly fixed_response?: Inner<FixedResponse<E>>;
  readonly forward?: Inner<Forward<E>>;
  readonly jwt_validation?: Inner<JwtValidation<E>>;
  readonly redirect?: Inner<Redirect<E>>;
}

interface AuthenticateCognito<E> {
  readonly authentication_request_extra_params?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly on_unauthenticated_request?: Of<string, E>;
  readonly scope?: Of<string, E>;
  readonly session_cookie_name?: Of<string, E>;
  readonly session_timeout?: Of<number, E>;
  readonly user_pool_arn: Needed<string, E>;
  readonly user_pool_client_id: Needed<string, E>;
  readonly user_pool_domain: Needed<string, E>;
}

interface AuthenticateOidc<E> {
  readonly authentication_request_extra_params?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly authorization_endpoint: Needed<string, E>;
  readonly client_id: Needed<string, E>;
  readonly client_secret: Needed<string, E>;
  readonly issuer: Needed<string, E>;
  readonly on_unauthenticated_request?: Of<string, E>;
  readonly scope?: Of<string, E>;
  readonly session_cookie_name?: Of<string, E>;
  readonly session_timeout?: Of<number, E>;
  readonly token_endpoint: Needed<string, E>;
  readonly user_info_endpoint: Needed<string, E>;
}

interface FixedResponse<E> {
  readonly content_type: Needed<string, E>;
  readonly message_body?: Of<string, E>;
  readonly status_code?: Of<string, E>;
}

interface Forward<E> {
  readonly stickiness?: Inner<Stickiness<E>>;
  readonly target_group: Several<TargetGroup<E>>;
}

interface Stickiness<E> {
  readonly duration: Needed<number, E>;
  readonly enabled?: Of<boolean, E>;
}

interface TargetGroup<E> {
  readonly arn: Needed<string, E>;
  readonly weight?: Of<number, E>;
}

interface JwtValidation<E> {
  readonly issuer: Needed<string, E>;
  readonly jwks_endpoint: Needed<string, E>;
  readonly additional_claim?: Inners<AdditionalClaim<E>>;
}

interface AdditionalClaim<E> {
  readonly format: Needed<string, E>;
  readonly name: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface Redirect<E> {
  readonly host?: Of<string, E>;
  readonly path?: Of<string, E>;
  readonly port?: Of<string, E>;
  readonly protocol?: Of<string, E>;
  readonly query?: Of<string, E>;
  readonly status_code: Needed<string, E>;
}

interface Condition<E> {
  readonly host_header?: Inner<HostHeader<E>>;
  readonly http_header?: Inner<HttpHeader<E>>;
  readonly http_request_method?: Inner<HttpRequestMethod<E>>;
  readonly path_pattern?: Inner<PathPattern<E>>;
  readonly query_string?: Inners<QueryString<E>>;
  readonly source_ip?: Inner<SourceIp<E>>;
}

interface HostHeader<E> {
  readonly regex_values?: Of<readonly Needed<string, E>[], E>;
  readonly values?: Of<readonly Needed<string, E>[], E>;
}

interface HttpHeader<E> {
  readonly http_header_name: Needed<string, E>;
  readonly regex_values?: Of<readonly Needed<string, E>[], E>;
  readonly values?: Of<readonly Needed<string, E>[], E>;
}

interface HttpRequestMethod<E> {
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface PathPattern<E> {
  readonly regex_values?: Of<readonly Needed<string, E>[], E>;
  readonly values?: Of<readonly Needed<string, E>[], E>;
}

interface QueryString<E> {
  readonly key?: Of<string, E>;
  readonly value: Needed<string, E>;
}

interface SourceIp<E> {
  readonly ip_address_type?: Of<string, E>;
  readonly values?: Of<readonly Needed<string, E>[], E>;
}

interface Transform<E> {
  readonly type: Needed<string, E>;
  readonly host_header_rewrite_config?: Inner<HostHeaderRewriteConfig<E>>;
  readonly url_rewrite_config?: Inner<UrlRewriteConfig<E>>;
}

interface HostHeaderRewriteConfig<E> {
  readonly rewrite?: Inner<Rewrite<E>>;
}

interface Rewrite<E> {
  readonly regex: Needed<string, E>;
  readonly replace: Needed<string, E>;
}

interface UrlRewriteConfig<E> {
  readonly rewrite?: Inner<UrlRewriteConfigRewrite<E>>;
}

interface UrlRewriteConfigRewrite<E> {
  readonly regex: Needed<string, E>;
  readonly replace: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsLbListenerRule<E>;
  readonly read:
    | keyof AwsLbListenerRule<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
