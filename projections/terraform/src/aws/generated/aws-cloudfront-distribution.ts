// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsCloudfrontDistribution {
  readonly aliases?: Of<readonly Needed<string>[]>;
  readonly anycast_ip_list_id?: Of<string>;
  readonly comment?: Of<string>;
  readonly continuous_deployment_policy_id?: Of<string>;
  readonly default_root_object?: Of<string>;
  readonly enabled: Needed<boolean>;
  readonly http_version?: Of<string>;
  readonly is_ipv6_enabled?: Of<boolean>;
  readonly price_class?: Of<string>;
  readonly retain_on_delete?: Of<boolean>;
  readonly staging?: Of<boolean>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly wait_for_deployment?: Of<boolean>;
  readonly web_acl_id?: Of<string>;
  readonly cache_tag_config?: Inner<CacheTagConfig>;
  readonly connection_function_association?: Inner<ConnectionFunctionAssociation>;
  readonly custom_error_response?: Inners<CustomErrorResponse>;
  readonly default_cache_behavior: DefaultCacheBehavior;
  readonly logging_config?: Inner<LoggingConfig>;
  readonly ordered_cache_behavior?: Inners<OrderedCacheBehavior>;
  readonly origin: Several<Origin>;
  readonly origin_group?: Inners<OriginGroup>;
  readonly restrictions: Restrictions;
  readonly viewer_certificate: ViewerCertificate;
  readonly viewer_mtls_config?: Inner<ViewerMtlsConfig>;
}

interface CacheTagConfig {
  readonly header_name: Needed<string>;
}

interface ConnectionFunctionAssociation {
  readonly id: Needed<string>;
}

interface CustomErrorResponse {
  readonly error_caching_min_ttl?: Of<number>;
  readonly error_code: Needed<number>;
  readonly response_code?: Of<number>;
  readonly response_page_path?: Of<string>;
}

interface DefaultCacheBehavior {
  readonly allowed_methods: Needed<readonly Needed<string>[]>;
  readonly cache_policy_id?: Of<string>;
  readonly cached_methods: Needed<readonly Needed<string>[]>;
  readonly compress?: Of<boolean>;
  readonly default_ttl?: Of<number>;
  readonly field_level_encryption_id?: Of<string>;
  readonly max_ttl?: Of<number>;
  readonly min_ttl?: Of<number>;
  readonly origin_request_policy_id?: Of<string>;
  readonly realtime_log_config_arn?: Of<string>;
  readonly response_headers_policy_id?: Of<string>;
  readonly smooth_streaming?: Of<boolean>;
  readonly target_origin_id: Needed<string>;
  readonly trusted_key_groups?: Of<readonly Needed<string>[]>;
  readonly trusted_signers?: Of<readonly Needed<string>[]>;
  readonly viewer_protocol_policy: Needed<string>;
  readonly forwarded_values?: Inner<ForwardedValues>;
  readonly function_association?: Inners<FunctionAssociation>;
  readonly grpc_config?: Inner<GrpcConfig>;
  readonly lambda_function_association?: Inners<LambdaFunctionAssociation>;
}

interface ForwardedValues {
  readonly headers?: Of<readonly Needed<string>[]>;
  readonly query_string: Needed<boolean>;
  readonly query_string_cache_keys?: Of<readonly Needed<string>[]>;
  readonly cookies: Cookies;
}

interface Cookies {
  readonly forward: Needed<string>;
  readonly whitelisted_names?: Of<readonly Needed<string>[]>;
}

interface FunctionAssociation {
  readonly event_type: Needed<string>;
  readonly function_arn: Needed<string>;
}

interface GrpcConfig {
  readonly enabled?: Of<boolean>;
}

interface LambdaFunctionAssociation {
  readonly event_type: Needed<string>;
  readonly include_body?: Of<boolean>;
  readonly lambda_arn: Needed<string>;
}

interface LoggingConfig {
  readonly bucket?: Of<string>;
  readonly include_cookies?: Of<boolean>;
  readonly prefix?: Of<string>;
}

interface OrderedCacheBehavior {
  readonly allowed_methods: Needed<readonly Needed<string>[]>;
  readonly cache_policy_id?: Of<string>;
  readonly cached_methods: Needed<readonly Needed<string>[]>;
  readonly compress?: Of<boolean>;
  readonly default_ttl?: Of<number>;
  readonly field_level_encryption_id?: Of<string>;
  readonly max_ttl?: Of<number>;
  readonly min_ttl?: Of<number>;
  readonly origin_request_policy_id?: Of<string>;
  readonly path_pattern: Needed<string>;
  readonly realtime_log_config_arn?: Of<string>;
  readonly response_headers_policy_id?: Of<string>;
  readonly smooth_streaming?: Of<boolean>;
  readonly target_origin_id: Needed<string>;
  readonly trusted_key_groups?: Of<readonly Needed<string>[]>;
  readonly trusted_signers?: Of<readonly Needed<string>[]>;
  readonly viewer_protocol_policy: Needed<string>;
  readonly forwarded_values?: Inner<OrderedCacheBehaviorForwardedValues>;
  readonly function_association?: Inners<OrderedCacheBehaviorFunctionAssociation>;
  readonly grpc_config?: Inner<OrderedCacheBehaviorGrpcConfig>;
  readonly lambda_function_association?: Inners<OrderedCacheBehaviorLambdaFunctionAssociation>;
}

interface OrderedCacheBehaviorForwardedValues {
  readonly headers?: Of<readonly Needed<string>[]>;
  readonly query_string: Needed<boolean>;
  readonly query_string_cache_keys?: Of<readonly Needed<string>[]>;
  readonly cookies: OrderedCacheBehaviorForwardedValuesCookies;
}

interface OrderedCacheBehaviorForwardedValuesCookies {
  readonly forward: Needed<string>;
  readonly whitelisted_names?: Of<readonly Needed<string>[]>;
}

interface OrderedCacheBehaviorFunctionAssociation {
  readonly event_type: Needed<string>;
  readonly function_arn: Needed<string>;
}

interface OrderedCacheBehaviorGrpcConfig {
  readonly enabled?: Of<boolean>;
}

interface OrderedCacheBehaviorLambdaFunctionAssociation {
  readonly event_type: Needed<string>;
  readonly include_body?: Of<boolean>;
  readonly lambda_arn: Needed<string>;
}

interface Origin {
  readonly connection_attempts?: Of<number>;
  readonly connection_timeout?: Of<number>;
  readonly domain_name: Needed<string>;
  readonly origin_access_control_id?: Of<string>;
  readonly origin_id: Needed<string>;
  readonly origin_path?: Of<string>;
  readonly response_completion_timeout?: Of<number>;
  readonly custom_header?: Inners<CustomHeader>;
  readonly custom_origin_config?: Inner<CustomOriginConfig>;
  readonly origin_shield?: Inner<OriginShield>;
  readonly s3_origin_config?: Inner<S3OriginConfig>;
  readonly vpc_origin_config?: Inner<VpcOriginConfig>;
}

interface CustomHeader {
  readonly name: Needed<string>;
  readonly value: Needed<string>;
}

interface CustomOriginConfig {
  readonly http_port: Needed<number>;
  readonly https_port: Needed<number>;
  readonly ip_address_type?: Of<string>;
  readonly origin_keepalive_timeout?: Of<number>;
  readonly origin_protocol_policy: Needed<string>;
  readonly origin_read_timeout?: Of<number>;
  readonly origin_ssl_protocols: Needed<readonly Needed<string>[]>;
  readonly origin_mtls_config?: Inner<OriginMtlsConfig>;
}

interface OriginMtlsConfig {
  readonly client_certificate_arn: Needed<string>;
}

interface OriginShield {
  readonly enabled: Needed<boolean>;
  readonly origin_shield_region?: Of<string>;
}

interface S3OriginConfig {
  readonly origin_access_identity: Needed<string>;
}

interface VpcOriginConfig {
  readonly origin_keepalive_timeout?: Of<number>;
  readonly origin_read_timeout?: Of<number>;
  readonly owner_account_id?: Of<string>;
  readonly vpc_origin_id: Needed<string>;
}

interface OriginGroup {
  readonly origin_id: Needed<string>;
  readonly failover_criteria: FailoverCriteria;
  readonly member: Several<Member>;
}

interface FailoverCriteria {
  readonly status_codes: Needed<readonly Needed<number>[]>;
}

interface Member {
  readonly origin_id: Needed<string>;
}

interface Restrictions {
  readonly geo_restriction: GeoRestriction;
}

interface GeoRestriction {
  readonly locations?: Of<readonly Needed<string>[]>;
  readonly restriction_type: Needed<string>;
}

interface ViewerCertificate {
  readonly acm_certificate_arn?: Of<string>;
  readonly cloudfront_default_certificate?: Of<boolean>;
  readonly iam_certificate_id?: Of<string>;
  readonly minimum_protocol_version?: Of<string>;
  readonly ssl_support_method?: Of<string>;
}

interface ViewerMtlsConfig {
  readonly mode?: Of<string>;
  readonly trust_store_config?: Inner<TrustStoreConfig>;
}

interface TrustStoreConfig {
  readonly advertise_trust_store_ca_names?: Of<boolean>;
  readonly ignore_certificate_expiry?: Of<boolean>;
  readonly trust_store_id: Needed<string>;
}

export interface Binding {
  readonly written: AwsCloudfrontDistribution;
  readonly read:
    | keyof AwsCloudfrontDistribution
    | 'arn'
    | 'caller_reference'
    | 'domain_name'
    | 'etag'
    | 'hosted_zone_id'
    | 'id'
    | 'in_progress_validation_batches'
    | 'last_modified_time'
    | 'logging_v1_enabled'
    | 'status'
    | 'tags_all'
    | 'trusted_key_groups'
    | 'trusted_signers';
}
