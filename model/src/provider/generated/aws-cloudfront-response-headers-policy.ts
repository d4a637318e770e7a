// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCloudfrontResponseHeadersPolicy<E> {
  readonly comment?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly cors_config?: Inner<CorsConfig<E>>;
  readonly custom_headers_config?: Inner<CustomHeadersConfig<E>>;
  readonly remove_headers_config?: Inner<RemoveHeadersConfig<E>>;
  readonly security_headers_config?: Inner<SecurityHeadersConfig<E>>;
  readonly server_timing_headers_config?: Inner<ServerTimingHeadersConfig<E>>;
}

interface CorsConfig<E> {
  readonly access_control_allow_credentials: Needed<boolean, E>;
  readonly access_control_max_age_sec?: Of<number, E>;
  readonly origin_override: Needed<boolean, E>;
  readonly access_control_allow_headers: AccessControlAllowHeaders<E>;
  readonly access_control_allow_methods: AccessControlAllowMethods<E>;
  readonly access_control_allow_origins: AccessControlAllowOrigins<E>;
  readonly access_control_expose_headers?: Inner<AccessControlExposeHeaders<E>>;
}

interface AccessControlAllowHeaders<E> {
  readonly items?: Of<readonly Needed<string, E>[], E>;
}

interface AccessControlAllowMethods<E> {
  readonly items?: Of<readonly Needed<string, E>[], E>;
}

interface AccessControlAllowOrigins<E> {
  readonly items?: Of<readonly Needed<string, E>[], E>;
}

interface AccessControlExposeHeaders<E> {
  readonly items?: Of<readonly Needed<string, E>[], E>;
}

interface CustomHeadersConfig<E> {
  readonly items?: Inners<Items<E>>;
}

interface Items<E> {
  readonly header: Needed<string, E>;
  readonly override: Needed<boolean, E>;
  readonly value: Needed<string, E>;
}

interface RemoveHeadersConfig<E> {
  readonly items?: Inners<RemoveHeadersConfigItems<E>>;
}

interface RemoveHeadersConfigItems<E> {
  readonly header: Needed<string, E>;
}

interface SecurityHeadersConfig<E> {
  readonly content_security_policy?: Inner<ContentSecurityPolicy<E>>;
  readonly content_type_options?: Inner<ContentTypeOptions<E>>;
  readonly frame_options?: Inner<FrameOptions<E>>;
  readonly referrer_policy?: Inner<ReferrerPolicy<E>>;
  readonly strict_transport_security?: Inner<StrictTransportSecurity<E>>;
  readonly xss_protection?: Inner<XssProtection<E>>;
}

interface ContentSecurityPolicy<E> {
  readonly content_security_policy: Needed<string, E>;
  readonly override: Needed<boolean, E>;
}

interface ContentTypeOptions<E> {
  readonly override: Needed<boolean, E>;
}

interface FrameOptions<E> {
  readonly frame_option: Needed<string, E>;
  readonly override: Needed<boolean, E>;
}

interface ReferrerPolicy<E> {
  readonly override: Needed<boolean, E>;
  readonly referrer_policy: Needed<string, E>;
}

interface StrictTransportSecurity<E> {
  readonly access_control_max_age_sec: Needed<number, E>;
  readonly include_subdomains?: Of<boolean, E>;
  readonly override: Needed<boolean, E>;
  readonly preload?: Of<boolean, E>;
}

interface XssProtection<E> {
  readonly mode_block?: Of<boolean, E>;
  readonly override: Needed<boolean, E>;
  readonly protection: Needed<boolean, E>;
  readonly report_uri?: Of<string, E>;
}

interface ServerTimingHeadersConfig<E> {
  readonly enabled: Needed<boolean, E>;
  readonly sampling_rate: Needed<number, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudfrontResponseHeadersPolicy<E>;
  readonly read:
    | keyof AwsCloudfrontResponseHeadersPolicy<E>
    | 'arn'
    | 'etag'
    | 'id';
}
