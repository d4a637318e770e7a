// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsLbListener<E> {
  readonly alpn_policy?: Of<string, E>;
  readonly certificate_arn?: Of<string, E>;
  readonly load_balancer_arn: Needed<string, E>;
  readonly port?: Of<number, E>;
  readonly protocol?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly routing_http_request_x_amzn_mtls_clientcert_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_mtls_clientcert_issuer_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_mtls_clientcert_leaf_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_mtls_clientcert_subject_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_mtls_clientcert_validity_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_tls_cipher_suite_header_name?: Of<string, E>;
  readonly routing_http_request_x_amzn_tls_version_header_name?: Of<string, E>;
  readonly routing_http_response_access_control_allow_credentials_header_value?: Of<string, E>;
  readonly routing_http_response_access_control_allow_headers_header_value?: Of<string, E>;
  readonly routing_http_response_access_control_allow_methods_header_value?: Of<string, E>;
  readonly routing_http_response_access_control_allow_origin_header_value?: Of<string, E>;
  readonly routing_http_response_access_control_expose_headers_header_value?: Of<string, E>;
  readonly routing_http_response_access_control_max_age_header_value?: Of<string, E>;
  readonly routing_http_response_content_security_policy_header_value?: Of<string, E>;
  readonly routing_http_response_server_enabled?: Of<boolean, E>;
  readonly routing_http_response_strict_transport_security_header_value?: Of<string, E>;
  readonly routing_http_response_x_content_type_options_header_value?: Of<string, E>;
  readonly routing_http_response_x_frame_options_header_value?: Of<string, E>;
  readonly ssl_policy?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly tcp_idle_timeout_seconds?: Of<number, E>;
  readonly default_action: Several<DefaultAction<E>>;
  readonly mutual_authentication?: Inner<MutualAuthentication<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface DefaultAction<E> {
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

interface MutualAuthentication<E> {
  readonly advertise_trust_store_ca_names?: Of<string, E>;
  readonly ignore_client_certificate_expiry?: Of<boolean, E>;
  readonly mode: Needed<string, E>;
  readonly trust_store_arn?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsLbListener<E>;
  readonly read:
    | keyof AwsLbListener<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
