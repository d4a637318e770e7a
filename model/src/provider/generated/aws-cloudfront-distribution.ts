// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsCloudfrontDistribution<E> {
  readonly aliases?: Of<readonly Needed<string, E>[], E>;
  readonly anycast_ip_list_id?: Of<string, E>;
  readonly comment?: Of<string, E>;
  readonly continuous_deployment_policy_id?: Of<string, E>;
  readonly default_root_object?: Of<string, E>;
  readonly enabled: Needed<boolean, E>;
  readonly http_version?: Of<string, E>;
  readonly is_ipv6_enabled?: Of<boolean, E>;
  readonly price_class?: Of<string, E>;
  readonly retain_on_delete?: Of<boolean, E>;
  readonly staging?: Of<boolean, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly wait_for_deployment?: Of<boolean, E>;
  readonly web_acl_id?: Of<string, E>;
  readonly cache_tag_config?: Inner<CacheTagConfig<E>>;
  readonly connection_function_association?: Inner<ConnectionFunctionAssociation<E>>;
  readonly custom_error_response?: Inners<CustomErrorResponse<E>>;
  readonly default_cache_behavior: DefaultCacheBehavior<E>;
  readonly logging_config?: Inner<LoggingConfig<E>>;
  readonly ordered_cache_behavior?: Inners<OrderedCacheBehavior<E>>;
  readonly origin: Several<Origin<E>>;
  readonly origin_group?: Inners<OriginGroup<E>>;
  readonly restrictions: Restrictions<E>;
  readonly viewer_certificate: ViewerCertificate<E>;
  readonly viewer_mtls_config?: Inner<ViewerMtlsConfig<E>>;
}

interface CacheTagConfig<E> {
  readonly header_name: Needed<string, E>;
}

interface ConnectionFunctionAssociation<E> {
  readonly id: Needed<string, E>;
}

interface CustomErrorResponse<E> {
  readonly error_caching_min_ttl?: Of<number, E>;
  readonly error_code: Needed<number, E>;
  readonly response_code?: Of<number, E>;
  readonly response_page_path?: Of<string, E>;
}

interface DefaultCacheBehavior<E> {
  readonly allowed_methods: Needed<readonly Needed<string, E>[], E>;
  readonly cache_policy_id?: Of<string, E>;
  readonly cached_methods: Needed<readonly Needed<string, E>[], E>;
  readonly compress?: Of<boolean, E>;
  readonly default_ttl?: Of<number, E>;
  readonly field_level_encryption_id?: Of<string, E>;
  readonly max_ttl?: Of<number, E>;
  readonly min_ttl?: Of<number, E>;
  readonly origin_request_policy_id?: Of<string, E>;
  readonly realtime_log_config_arn?: Of<string, E>;
  readonly response_headers_policy_id?: Of<string, E>;
  readonly smooth_streaming?: Of<boolean, E>;
  readonly target_origin_id: Needed<string, E>;
  readonly trusted_key_groups?: Of<readonly Needed<string, E>[], E>;
  readonly trusted_signers?: Of<readonly Needed<string, E>[], E>;
  readonly viewer_protocol_policy: Needed<string, E>;
  readonly forwarded_values?: Inner<ForwardedValues<E>>;
  readonly function_association?: Inners<FunctionAssociation<E>>;
  readonly grpc_config?: Inner<GrpcConfig<E>>;
  readonly lambda_function_association?: Inners<LambdaFunctionAssociation<E>>;
}

interface ForwardedValues<E> {
  readonly headers?: Of<readonly Needed<string, E>[], E>;
  readonly query_string: Needed<boolean, E>;
  readonly query_string_cache_keys?: Of<readonly Needed<string, E>[], E>;
  readonly cookies: Cookies<E>;
}

interface Cookies<E> {
  readonly forward: Needed<string, E>;
  readonly whitelisted_names?: Of<readonly Needed<string, E>[], E>;
}

interface FunctionAssociation<E> {
  readonly event_type: Needed<string, E>;
  readonly function_arn: Needed<string, E>;
}

interface GrpcConfig<E> {
  readonly enabled?: Of<boolean, E>;
}

interface LambdaFunctionAssociation<E> {
  readonly event_type: Needed<string, E>;
  readonly include_body?: Of<boolean, E>;
  readonly lambda_arn: Needed<string, E>;
}

interface LoggingConfig<E> {
  readonly bucket?: Of<string, E>;
  readonly include_cookies?: Of<boolean, E>;
  readonly prefix?: Of<string, E>;
}

interface OrderedCacheBehavior<E> {
  readonly allowed_methods: Needed<readonly Needed<string, E>[], E>;
  readonly cache_policy_id?: Of<string, E>;
  readonly cached_methods: Needed<readonly Needed<string, E>[], E>;
  readonly compress?: Of<boolean, E>;
  readonly default_ttl?: Of<number, E>;
  readonly field_level_encryption_id?: Of<string, E>;
  readonly max_ttl?: Of<number, E>;
  readonly min_ttl?: Of<number, E>;
  readonly origin_request_policy_id?: Of<string, E>;
  readonly path_pattern: Needed<string, E>;
  readonly realtime_log_config_arn?: Of<string, E>;
  readonly response_headers_policy_id?: Of<string, E>;
  readonly smooth_streaming?: Of<boolean, E>;
  readonly target_origin_id: Needed<string, E>;
  readonly trusted_key_groups?: Of<readonly Needed<string, E>[], E>;
  readonly trusted_signers?: Of<readonly Needed<string, E>[], E>;
  readonly viewer_protocol_policy: Needed<string, E>;
  readonly forwarded_values?: Inner<OrderedCacheBehaviorForwardedValues<E>>;
  readonly function_association?: Inners<OrderedCacheBehaviorFunctionAssociation<E>>;
  readonly grpc_config?: Inner<OrderedCacheBehaviorGrpcConfig<E>>;
  readonly lambda_function_association?: Inners<OrderedCacheBehaviorLambdaFunctionAssociation<E>>;
}

interface OrderedCacheBehaviorForwardedValues<E> {
  readonly headers?: Of<readonly Needed<string, E>[], E>;
  readonly query_string: Needed<boolean, E>;
  readonly query_string_cache_keys?: Of<readonly Needed<string, E>[], E>;
  readonly cookies: OrderedCacheBehaviorForwardedValuesCookies<E>;
}

interface OrderedCacheBehaviorForwardedValuesCookies<E> {
  readonly forward: Needed<string, E>;
  readonly whitelisted_names?: Of<readonly Needed<string, E>[], E>;
}

interface OrderedCacheBehaviorFunctionAssociation<E> {
  readonly event_type: Needed<string, E>;
  readonly function_arn: Needed<string, E>;
}

interface OrderedCacheBehaviorGrpcConfig<E> {
  readonly enabled?: Of<boolean, E>;
}

interface OrderedCacheBehaviorLambdaFunctionAssociation<E> {
  readonly event_type: Needed<string, E>;
  readonly include_body?: Of<boolean, E>;
  readonly lambda_arn: Needed<string, E>;
}

interface Origin<E> {
  readonly connection_attempts?: Of<number, E>;
  readonly connection_timeout?: Of<number, E>;
  readonly domain_name: Needed<string, E>;
  readonly origin_access_control_id?: Of<string, E>;
  readonly origin_id: Needed<string, E>;
  readonly origin_path?: Of<string, E>;
  readonly response_completion_timeout?: Of<number, E>;
  readonly custom_header?: Inners<CustomHeader<E>>;
  readonly custom_origin_config?: Inner<CustomOriginConfig<E>>;
  readonly origin_shield?: Inner<OriginShield<E>>;
  readonly s3_origin_config?: Inner<S3OriginConfig<E>>;
  readonly vpc_origin_config?: Inner<VpcOriginConfig<E>>;
}

interface CustomHeader<E> {
  readonly name: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface CustomOriginConfig<E> {
  readonly http_port: Needed<number, E>;
  readonly https_port: Needed<number, E>;
  readonly ip_address_type?: Of<string, E>;
  readonly origin_keepalive_timeout?: Of<number, E>;
  readonly origin_protocol_policy: Needed<string, E>;
  readonly origin_read_timeout?: Of<number, E>;
  readonly origin_ssl_protocols: Needed<readonly Needed<string, E>[], E>;
  readonly origin_mtls_config?: Inner<OriginMtlsConfig<E>>;
}

interface OriginMtlsConfig<E> {
  readonly client_certificate_arn: Needed<string, E>;
}

interface OriginShield<E> {
  readonly enabled: Needed<boolean, E>;
  readonly origin_shield_region?: Of<string, E>;
}

interface S3OriginConfig<E> {
  readonly origin_access_identity: Needed<string, E>;
}

interface VpcOriginConfig<E> {
  readonly origin_keepalive_timeout?: Of<number, E>;
  readonly origin_read_timeout?: Of<number, E>;
  readonly owner_account_id?: Of<string, E>;
  readonly vpc_origin_id: Needed<string, E>;
}

interface OriginGroup<E> {
  readonly origin_id: Needed<string, E>;
  readonly failover_criteria: FailoverCriteria<E>;
  readonly member: Several<Member<E>>;
}

interface FailoverCriteria<E> {
  readonly status_codes: Needed<readonly Needed<number, E>[], E>;
}

interface Member<E> {
  readonly origin_id: Needed<string, E>;
}

interface Restrictions<E> {
  readonly geo_restriction: GeoRestriction<E>;
}

interface GeoRestriction<E> {
  readonly locations?: Of<readonly Needed<string, E>[], E>;
  readonly restriction_type: Needed<string, E>;
}

interface ViewerCertificate<E> {
  readonly acm_certificate_arn?: Of<string, E>;
  readonly cloudfront_default_certificate?: Of<boolean, E>;
  readonly iam_certificate_id?: Of<string, E>;
  readonly minimum_protocol_version?: Of<string, E>;
  readonly ssl_support_method?: Of<string, E>;
}

interface ViewerMtlsConfig<E> {
  readonly mode?: Of<string, E>;
  readonly trust_store_config?: Inner<TrustStoreConfig<E>>;
}

interface TrustStoreConfig<E> {
  readonly advertise_trust_store_ca_names?: Of<boolean, E>;
  readonly ignore_certificate_expiry?: Of<boolean, E>;
  readonly trust_store_id: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudfrontDistribution<E>;
  readonly read:
    | keyof AwsCloudfrontDistribution<E>
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
