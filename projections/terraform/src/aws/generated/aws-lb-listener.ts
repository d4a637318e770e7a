// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsLbListener {
  readonly alpn_policy?: Of<string>;
  readonly certificate_arn?: Of<string>;
  readonly load_balancer_arn: Needed<string>;
  readonly port?: Of<number>;
  readonly protocol?: Of<string>;
  readonly region?: Of<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_issuer_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_leaf_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_subject_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_validity_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_tls_cipher_suite_header_name?: Of<string>;
  readonly routing_http_request_x_amzn_tls_version_header_name?: Of<string>;
  readonly routing_http_response_access_control_allow_credentials_header_value?: Of<string>;
  readonly routing_http_response_access_control_allow_headers_header_value?: Of<string>;
  readonly routing_http_response_access_control_allow_methods_header_value?: Of<string>;
  readonly routing_http_response_access_control_allow_origin_header_value?: Of<string>;
  readonly routing_http_response_access_control_expose_headers_header_value?: Of<string>;
  readonly routing_http_response_access_control_max_age_header_value?: Of<string>;
  readonly routing_http_response_content_security_policy_header_value?: Of<string>;
  readonly routing_http_response_server_enabled?: Of<boolean>;
  readonly routing_http_response_strict_transport_security_header_value?: Of<string>;
  readonly routing_http_response_x_content_type_options_header_value?: Of<string>;
  readonly routing_http_response_x_frame_options_header_value?: Of<string>;
  readonly ssl_policy?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly tcp_idle_timeout_seconds?: Of<number>;
  readonly default_action: Several<DefaultAction>;
  readonly mutual_authentication?: Inner<MutualAuthentication>;
  readonly timeouts?: Inner<Timeouts>;
}

interface DefaultAction {
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

interface MutualAuthentication {
  readonly advertise_trust_store_ca_names?: Of<string>;
  readonly ignore_client_certificate_expiry?: Of<boolean>;
  readonly mode: Needed<string>;
  readonly trust_store_arn?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsLbListener;
  readonly read:
    | keyof AwsLbListener
    | 'arn'
    | 'id'
    | 'tags_all';
}
