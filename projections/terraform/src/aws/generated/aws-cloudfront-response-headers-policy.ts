// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCloudfrontResponseHeadersPolicy {
  readonly comment?: Of<string>;
  readonly name: Needed<string>;
  readonly cors_config?: Inner<CorsConfig>;
  readonly custom_headers_config?: Inner<CustomHeadersConfig>;
  readonly remove_headers_config?: Inner<RemoveHeadersConfig>;
  readonly security_headers_config?: Inner<SecurityHeadersConfig>;
  readonly server_timing_headers_config?: Inner<ServerTimingHeadersConfig>;
}

interface CorsConfig {
  readonly access_control_allow_credentials: Needed<boolean>;
  readonly access_control_max_age_sec?: Of<number>;
  readonly origin_override: Needed<boolean>;
  readonly access_control_allow_headers: AccessControlAllowHeaders;
  readonly access_control_allow_methods: AccessControlAllowMethods;
  readonly access_control_allow_origins: AccessControlAllowOrigins;
  readonly access_control_expose_headers?: Inner<AccessControlExposeHeaders>;
}

interface AccessControlAllowHeaders {
  readonly items?: Of<readonly Needed<string>[]>;
}

interface AccessControlAllowMethods {
  readonly items?: Of<readonly Needed<string>[]>;
}

interface AccessControlAllowOrigins {
  readonly items?: Of<readonly Needed<string>[]>;
}

interface AccessControlExposeHeaders {
  readonly items?: Of<readonly Needed<string>[]>;
}

interface CustomHeadersConfig {
  readonly items?: Inners<Items>;
}

interface Items {
  readonly header: Needed<string>;
  readonly override: Needed<boolean>;
  readonly value: Needed<string>;
}

interface RemoveHeadersConfig {
  readonly items?: Inners<RemoveHeadersConfigItems>;
}

interface RemoveHeadersConfigItems {
  readonly header: Needed<string>;
}

interface SecurityHeadersConfig {
  readonly content_security_policy?: Inner<ContentSecurityPolicy>;
  readonly content_type_options?: Inner<ContentTypeOptions>;
  readonly frame_options?: Inner<FrameOptions>;
  readonly referrer_policy?: Inner<ReferrerPolicy>;
  readonly strict_transport_security?: Inner<StrictTransportSecurity>;
  readonly xss_protection?: Inner<XssProtection>;
}

interface ContentSecurityPolicy {
  readonly content_security_policy: Needed<string>;
  readonly override: Needed<boolean>;
}

interface ContentTypeOptions {
  readonly override: Needed<boolean>;
}

interface FrameOptions {
  readonly frame_option: Needed<string>;
  readonly override: Needed<boolean>;
}

interface ReferrerPolicy {
  readonly override: Needed<boolean>;
  readonly referrer_policy: Needed<string>;
}

interface StrictTransportSecurity {
  readonly access_control_max_age_sec: Needed<number>;
  readonly include_subdomains?: Of<boolean>;
  readonly override: Needed<boolean>;
  readonly preload?: Of<boolean>;
}

interface XssProtection {
  readonly mode_block?: Of<boolean>;
  readonly override: Needed<boolean>;
  readonly protection: Needed<boolean>;
  readonly report_uri?: Of<string>;
}

interface ServerTimingHeadersConfig {
  readonly enabled: Needed<boolean>;
  readonly sampling_rate: Needed<number>;
}

export interface Binding {
  readonly written: AwsCloudfrontResponseHeadersPolicy;
  readonly read:
    | keyof AwsCloudfrontResponseHeadersPolicy
    | 'arn'
    | 'etag'
    | 'id';
}
