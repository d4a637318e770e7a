// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export const arguments2: { readonly [type: string]: string } = {
  aws_globalaccelerator_listener:
    'accelerator_arn=s client_affinity=s protocol=s port_range(from_port=n to_port=n) timeouts(' +
    'create=s delete=s update=s)',
  aws_iam_instance_profile: 'name=s name_prefix=s path=s role=s tags={s',
  aws_iam_openid_connect_provider: 'client_id_list=[s tags={s thumbprint_list=[s url=s',
  aws_iam_role:
    'assume_role_policy=s description=s force_detach_policies=b managed_policy_arns=[s ' +
    'max_session_duration=n name=s name_prefix=s path=s permissions_boundary=s tags={s ' +
    'inline_policy(name=s policy=s)',
  aws_iam_role_policy: 'name=s name_prefix=s policy=s role=s',
  aws_iam_role_policy_attachment: 'policy_arn=s role=s',
  aws_internet_gateway: 'region=s tags={s vpc_id=s timeouts(create=s delete=s update=s)',
  aws_key_pair: 'key_name=s key_name_prefix=s public_key=s region=s tags={s',
  aws_kms_alias: 'name=s name_prefix=s region=s target_key_id=s',
  aws_kms_key:
    'bypass_policy_lockout_safety_check=b custom_key_store_id=s customer_master_key_spec=s ' +
    'deletion_window_in_days=n description=s enable_key_rotation=b is_enabled=b key_usage=s ' +
    'multi_region=b policy=s region=s rotation_period_in_days=n tags={s xks_key_id=s timeouts(' +
    'create=s)',
  aws_kms_replica_key:
    'bypass_policy_lockout_safety_check=b deletion_window_in_days=n description=s enabled=b ' +
    'policy=s primary_key_arn=s region=s tags={s',
  aws_launch_template:
    'default_version=n description=s disable_api_stop=b disable_api_termination=b ' +
    'ebs_optimized=s image_id=s instance_initiated_shutdown_behavior=s instance_type=s ' +
    'kernel_id=s key_name=s name=s name_prefix=s ram_disk_id=s region=s security_group_names=[s ' +
    'tags={s update_default_version=b user_data=s vpc_security_group_ids=[s ' +
    'block_device_mappings(device_name=s no_device=s virtual_name=s ebs(delete_on_termination=s ' +
    'encrypted=s iops=n kms_key_id=s snapshot_id=s throughput=n volume_initialization_rate=n ' +
    'volume_size=n volume_type=s)) capacity_reservation_specification(' +
    'capacity_reservation_preference=s capacity_reservation_target(capacity_reservation_id=s ' +
    'capacity_reservation_resource_group_arn=s)) cpu_options(amd_sev_snp=s core_count=n ' +
    'nested_virtualization=s threads_per_core=n) credit_specification(cpu_credits=s) ' +
    'enclave_options(enabled=b) hibernation_options(configured=b) iam_instance_profile(arn=s ' +
    'name=s) instance_market_options(market_type=s spot_options(block_duration_minutes=n ' +
    'instance_interruption_behavior=s max_price=s spot_instance_type=s valid_until=s)) ' +
    'instance_requirements(accelerator_manufacturers=[s accelerator_names=[s ' +
    'accelerator_types=[s allowed_instance_types=[s bare_metal=s burstable_performance=s ' +
    'cpu_manufacturers=[s excluded_instance_types=[s instance_generations=[s local_storage=s ' +
    'local_storage_types=[s max_spot_price_as_percentage_of_optimal_on_demand_price=n ' +
    'on_demand_max_price_percentage_over_lowest_price=n require_hibernate_support=b ' +
    'spot_max_price_percentage_over_lowest_price=n accelerator_count(max=n min=n) ' +
    'accelerator_total_memory_mib(max=n min=n) baseline_ebs_bandwidth_mbps(max=n min=n) ' +
    'memory_gib_per_vcpu(max=n min=n) memory_mib(max=n min=n) network_bandwidth_gbps(max=n ' +
    'min=n) network_interface_count(max=n min=n) total_local_storage_gb(max=n min=n) vcpu_count(' +
    'max=n min=n)) license_specification(license_configuration_arn=s) maintenance_options(' +
    'auto_recovery=s) metadata_options(http_endpoint=s http_protocol_ipv6=s ' +
    'http_put_response_hop_limit=n http_tokens=s instance_metadata_tags=s) monitoring(enabled=b) ' +
    'network_interfaces(associate_carrier_ip_address=s associate_public_ip_address=s ' +
    'delete_on_termination=s description=s device_index=n ena_queue_count=n interface_type=s ' +
    'ipv4_address_count=n ipv4_addresses=[s ipv4_prefix_count=n ipv4_prefixes=[s ' +
    'ipv6_address_count=n ipv6_addresses=[s ipv6_prefix_count=n ipv6_prefixes=[s ' +
    'network_card_index=n network_interface_id=s primary_ipv6=s private_ip_address=s ' +
    'security_groups=[s subnet_id=s connection_tracking_specification(tcp_established_timeout=n ' +
    'udp_stream_timeout=n udp_timeout=n) ena_srd_specification(ena_srd_enabled=b ' +
    'ena_srd_udp_specification(ena_srd_udp_enabled=b))) network_performance_options(' +
    'bandwidth_weighting=s) placement(affinity=s availability_zone=s group_id=s group_name=s ' +
    'host_id=s host_resource_group_arn=s partition_number=n spread_domain=s tenancy=s) ' +
    'private_dns_name_options(enable_resource_name_dns_a_record=b ' +
    'enable_resource_name_dns_aaaa_record=b hostname_type=s) secondary_interfaces(' +
    'delete_on_termination=b device_index=n interface_type=s network_card_index=n ' +
    'private_ip_address_count=n private_ip_addresses=[s secondary_subnet_id=s) ' +
    'tag_specifications(resource_type=s tags={s)',
  aws_lb:
    'client_keep_alive=n customer_owned_ipv4_pool=s desync_mitigation_mode=s ' +
    'dns_record_client_routing_policy=s drop_invalid_header_fields=b ' +
    'enable_cross_zone_load_balancing=b enable_deletion_protection=b enable_http2=b ' +
    'enable_prefix_for_ipv6_source_nat=s enable_tls_version_and_cipher_suite_headers=b ' +
    'enable_waf_fail_open=b enable_xff_client_port=b enable_zonal_shift=b ' +
    'enforce_security_group_inbound_rules_on_private_link_traffic=s idle_timeout=n internal=b ' +
    'ip_address_type=s load_balancer_type=s name=s name_prefix=s preserve_host_header=b region=s ' +
    'secondary_ips_auto_assigned_per_subnet=n security_groups=[s subnets=[s tags={s ' +
    'xff_header_processing_mode=s access_logs(bucket=s enabled=b prefix=s) connection_logs(' +
    'bucket=s enabled=b prefix=s) health_check_logs(bucket=s enabled=b prefix=s) ipam_pools(' +
    'ipv4_ipam_pool_id=s) minimum_load_balancer_capacity(capacity_units=n) subnet_mapping(' +
    'allocation_id=s ipv6_address=s private_ipv4_address=s subnet_id=s) timeouts(create=s ' +
    'delete=s update=s)',
  aws_lb_listener:
    'alpn_policy=s certificate_arn=s load_balancer_arn=s port=n protocol=s region=s ' +
    'routing_http_request_x_amzn_mtls_clientcert_header_name=s ' +
    'routing_http_request_x_amzn_mtls_clientcert_issuer_header_name=s ' +
    'routing_http_request_x_amzn_mtls_clientcert_leaf_header_name=s ' +
    'routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name=s ' +
    'routing_http_request_x_amzn_mtls_clientcert_subject_header_name=s ' +
    'routing_http_request_x_amzn_mtls_clientcert_validity_header_name=s ' +
    'routing_http_request_x_amzn_tls_cipher_suite_header_name=s ' +
    'routing_http_request_x_amzn_tls_version_header_name=s ' +
    'routing_http_response_access_control_allow_credentials_header_value=s ' +
    'routing_http_response_access_control_allow_headers_header_value=s ' +
    'routing_http_response_access_control_allow_methods_header_value=s ' +
    'routing_http_response_access_control_allow_origin_header_value=s ' +
    'routing_http_response_access_control_expose_headers_header_value=s ' +
    'routing_http_response_access_control_max_age_header_value=s ' +
    'routing_http_response_content_security_policy_header_value=s ' +
    'routing_http_response_server_enabled=b ' +
    'routing_http_response_strict_transport_security_header_value=s ' +
    'routing_http_response_x_content_type_options_header_value=s ' +
    'routing_http_response_x_frame_options_header_value=s ssl_policy=s tags={s ' +
    'tcp_idle_timeout_seconds=n default_action(order=n target_group_arn=s type=s ' +
    'authenticate_cognito(authentication_request_extra_params={s on_unauthenticated_request=s ' +
    'scope=s session_cookie_name=s session_timeout=n user_pool_arn=s user_pool_client_id=s ' +
    'user_pool_domain=s) authenticate_oidc(authentication_request_extra_params={s ' +
    'authorization_endpoint=s client_id=s client_secret=s issuer=s on_unauthenticated_request=s ' +
    'scope=s session_cookie_name=s session_timeout=n token_endpoint=s user_info_endpoint=s) ' +
    'fixed_response(content_type=s message_body=s status_code=s) forward(stickiness(duration=n ' +
    'enabled=b) target_group(arn=s weight=n)) jwt_validation(issuer=s jwks_endpoint=s ' +
    'additional_claim(format=s name=s values=[s)) redirect(host=s path=s port=s protocol=s ' +
    'query=s status_code=s)) mutual_authentication(advertise_trust_store_ca_names=s ' +
    'ignore_client_certificate_expiry=b mode=s trust_store_arn=s) timeouts(create=s update=s)',
  aws_lb_listener_rule:
    'listener_arn=s priority=n region=s tags={s action(order=n target_group_arn=s type=s ' +
    'authenticate_cognito(authentication_request_extra_params={s on_unauthenticated_request=s ' +
    'scope=s session_cookie_name=s session_timeout=n user_pool_arn=s user_pool_client_id=s ' +
    'user_pool_domain=s) authenticate_oidc(authentication_request_extra_params={s ' +
    'authorization_endpoint=s client_id=s client_secret=s issuer=s on_unauthenticated_request=s ' +
    'scope=s session_cookie_name=s session_timeout=n token_endpoint=s user_info_endpoint=s) ' +
    'fixed_response(content_type=s message_body=s status_code=s) forward(stickiness(duration=n ' +
    'enabled=b) target_group(arn=s weight=n)) jwt_validation(issuer=s jwks_endpoint=s ' +
    'additional_claim(format=s name=s values=[s)) redirect(host=s path=s port=s protocol=s ' +
    'query=s status_code=s)) condition(host_header(regex_values=[s values=[s) http_header(' +
    'http_header_name=s regex_values=[s values=[s) http_request_method(values=[s) path_pattern(' +
    'regex_values=[s values=[s) query_string(key=s value=s) source_ip(ip_address_type=s ' +
    'values=[s)) transform(type=s host_header_rewrite_config(rewrite(regex=s replace=s)) ' +
    'url_rewrite_config(rewrite(regex=s replace=s)))',
  aws_lb_target_group:
    'connection_termination=b deregistration_delay=s ip_address_type=s ' +
    'lambda_multi_value_headers_enabled=b load_balancing_algorithm_type=s ' +
    'load_balancing_anomaly_mitigation=s load_balancing_cross_zone_enabled=s name=s ' +
    'name_prefix=s port=n preserve_client_ip=s protocol=s protocol_version=s proxy_protocol_v2=b ' +
    'region=s slow_start=n tags={s target_control_port=n target_type=s vpc_id=s health_check(' +
    'enabled=b healthy_threshold=n interval=n matcher=s path=s port=s protocol=s timeout=n ' +
    'unhealthy_threshold=n) stickiness(cookie_duration=n cookie_name=s enabled=b type=s) ' +
    'target_failover(on_deregistration=s on_unhealthy=s) target_group_health(dns_failover(' +
    'minimum_healthy_targets_count=s minimum_healthy_targets_percentage=s) ' +
    'unhealthy_state_routing(minimum_healthy_targets_count=n ' +
    'minimum_healthy_targets_percentage=s)) target_health_state(' +
    'enable_unhealthy_connection_termination=b unhealthy_draining_interval=n)',
  aws_nat_gateway:
    'allocation_id=s availability_mode=s connectivity_type=s private_ip=s region=s ' +
    'secondary_allocation_ids=[s secondary_private_ip_address_count=n ' +
    'secondary_private_ip_addresses=[s subnet_id=s tags={s vpc_id=s availability_zone_address(' +
    'allocation_ids=[s availability_zone=s availability_zone_id=s) timeouts(create=s delete=s ' +
    'update=s)',
  aws_network_acl:
    'egress(action=s cidr_block=s from_port=n icmp_code=n icmp_type=n ipv6_cidr_block=s ' +
    'protocol=s rule_no=n to_port=n) ingress(action=s cidr_block=s from_port=n icmp_code=n ' +
    'icmp_type=n ipv6_cidr_block=s protocol=s rule_no=n to_port=n) region=s subnet_ids=[s ' +
    'tags={s vpc_id=s',
  aws_rds_cluster:
    'allocated_storage=n allow_major_version_upgrade=b apply_immediately=b ' +
    'auto_minor_version_upgrade=b availability_zones=[s backtrack_window=n ' +
    'backup_retention_period=n ca_certificate_identifier=s cluster_identifier=s ' +
    'cluster_identifier_prefix=s cluster_members=[s cluster_scalability_type=s ' +
    'copy_tags_to_snapshot=b database_insights_mode=s database_name=s ' +
    'db_cluster_instance_class=s db_cluster_parameter_group_name=s ' +
    'db_instance_parameter_group_name=s db_subnet_group_name=s db_system_id=s ' +
    'delete_automated_backups=b deletion_protection=b domain=s domain_iam_role_name=s ' +
    'enable_global_write_forwarding=b enable_http_endpoint=b enable_local_write_forwarding=b ' +
    'enabled_cloudwatch_logs_exports=[s engine=s engine_lifecycle_support=s engine_mode=s ' +
    'engine_version=s final_snapshot_identifier=s global_cluster_identifier=s ' +
    'iam_database_authentication_enabled=b iam_roles=[s iops=n kms_key_id=s ' +
    'manage_master_user_password=b master_password=s master_password_wo=s ' +
    'master_password_wo_version=n master_user_secret_kms_key_id=s master_username=s ' +
    'monitoring_interval=n monitoring_role_arn=s network_type=s performance_insights_enabled=b ' +
    'performance_insights_kms_key_id=s performance_insights_retention_period=n port=n ' +
    'preferred_backup_window=s preferred_maintenance_window=s region=s ' +
    'replication_source_identifier=s skip_final_snapshot=b snapshot_identifier=s source_region=s ' +
    'storage_encrypted=b storage_type=s tags={s vpc_security_group_ids=[s ' +
    'warning_event_categories=[s restore_to_point_in_time(restore_to_time=s restore_type=s ' +
    'source_cluster_identifier=s source_cluster_resource_id=s use_latest_restorable_time=b) ' +
    's3_import(bucket_name=s bucket_prefix=s ingestion_role=s source_engine=s ' +
    'source_engine_version=s) scaling_configuration(auto_pause=b max_capacity=n min_capacity=n ' +
    'seconds_before_timeout=n seconds_until_auto_pause=n timeout_action=s) ' +
    'serverlessv2_scaling_configuration(max_capacity=n min_capacity=n ' +
    'seconds_until_auto_pause=n) timeouts(create=s delete=s update=s)',
  aws_rds_cluster_instance:
    'apply_immediately=b auto_minor_version_upgrade=b availability_zone=s ca_cert_identifier=s ' +
    'cluster_identifier=s copy_tags_to_snapshot=b custom_iam_instance_profile=s ' +
    'db_parameter_group_name=s db_subnet_group_name=s engine=s engine_version=s force_destroy=b ' +
    'identifier=s identifier_prefix=s instance_class=s monitoring_interval=n ' +
    'monitoring_role_arn=s performance_insights_enabled=b performance_insights_kms_key_id=s ' +
    'performance_insights_retention_period=n preferred_backup_window=s ' +
    'preferred_maintenance_window=s promotion_tier=n publicly_accessible=b region=s tags={s ' +
    'warning_event_categories=[s timeouts(create=s delete=s update=s)',
  aws_rds_cluster_parameter_group:
    'description=s family=s name=s name_prefix=s region=s tags={s parameter(apply_method=s ' +
    'name=s value=s)',
  aws_rds_global_cluster:
    'database_name=s deletion_protection=b engine=s engine_lifecycle_support=s engine_version=s ' +
    'force_destroy=b global_cluster_identifier=s region=s source_db_cluster_identifier=s ' +
    'storage_encrypted=b tags={s timeouts(create=s delete=s update=s)',
  aws_route:
    'carrier_gateway_id=s core_network_arn=s destination_cidr_block=s ' +
    'destination_ipv6_cidr_block=s destination_prefix_list_id=s egress_only_gateway_id=s ' +
    'gateway_id=s local_gateway_id=s nat_gateway_id=s network_interface_id=s odb_network_arn=s ' +
    'region=s route_table_id=s transit_gateway_id=s vpc_endpoint_id=s ' +
    'vpc_peering_connection_id=s timeouts(create=s delete=s update=s)',
  aws_route53_health_check:
    'child_health_threshold=n child_healthchecks=[s cloudwatch_alarm_name=s ' +
    'cloudwatch_alarm_region=s disabled=b enable_sni=b failure_threshold=n fqdn=s ' +
    'insufficient_data_health_status=s invert_healthcheck=b ip_address=s measure_latency=b ' +
    'port=n reference_name=s regions=[s request_interval=n resource_path=s routing_control_arn=s ' +
    'search_string=s tags={s triggers={s type=s',
  aws_route53_record:
    'allow_overwrite=b health_check_id=s multivalue_answer_routing_policy=b name=s records=[s ' +
    'set_identifier=s ttl=n type=s zone_id=s alias(evaluate_target_health=b name=s zone_id=s) ' +
    'cidr_routing_policy(collection_id=s location_name=s) failover_routing_policy(type=s) ' +
    'geolocation_routing_policy(continent=s country=s subdivision=s) geoproximity_routing_policy(' +
    'aws_region=s bias=n local_zone_group=s coordinates(latitude=s longitude=s)) ' +
    'latency_routing_policy(region=s) timeouts(create=s delete=s update=s) ' +
    'weighted_routing_policy(weight=n)',
  aws_route53_zone:
    'comment=s delegation_set_id=s enable_accelerated_recovery=b force_destroy=b name=s tags={s ' +
    'timeouts(create=s delete=s update=s) vpc(vpc_id=s vpc_region=s)',
  aws_route_table:
    'propagating_vgws=[s region=s route(carrier_gateway_id=s cidr_block=s core_network_arn=s ' +
    'destination_prefix_list_id=s egress_only_gateway_id=s gateway_id=s ipv6_cidr_block=s ' +
    'local_gateway_id=s nat_gateway_id=s network_interface_id=s odb_network_arn=s ' +
    'transit_gateway_id=s vpc_endpoint_id=s vpc_peering_connection_id=s) tags={s vpc_id=s ' +
    'timeouts(create=s delete=s update=s)',
  aws_route_table_association:
    'gateway_id=s region=s route_table_id=s subnet_id=s timeouts(create=s delete=s update=s)',
  aws_s3_bucket:
    'acceleration_status=s acl=s bucket=s bucket_namespace=s bucket_prefix=s force_destroy=b ' +
    'object_lock_enabled=b policy=s region=s request_payer=s tags={s cors_rule(' +
    'allowed_headers=[s allowed_methods=[s allowed_origins=[s expose_headers=[s ' +
    'max_age_seconds=n) grant(id=s permissions=[s type=s uri=s) lifecycle_rule(' +
    'abort_incomplete_multipart_upload_days=n enabled=b id=s prefix=s tags={s expiration(date=s ' +
    'days=n expired_object_delete_marker=b) noncurrent_version_expiration(days=n) ' +
    'noncurrent_version_transition(days=n storage_class=s) transition(date=s days=n ' +
    'storage_class=s)) logging(target_bucket=s target_prefix=s) object_lock_configuration(' +
    'object_lock_enabled=s rule(default_retention(days=n mode=s years=n))) ' +
    'replication_configuration(role=s rules(delete_marker_replication_status=s id=s prefix=s ' +
    'priority=n status=s destination(account_id=s bucket=s replica_kms_key_id=s storage_class=s ' +
    'access_control_translation(owner=s) metrics(minutes=n status=s) replication_time(minutes=n ' +
    'status=s)) filter(prefix=s tags={s) source_selection_criteria(sse_kms_encrypted_objects(' +
    'enabled=b)))) server_side_encryption_configuration(rule(bucket_key_enabled=b ' +
    'apply_server_side_encryption_by_default(kms_master_key_id=s sse_algorithm=s))) timeouts(' +
    'create=s delete=s read=s update=s) versioning(enabled=b mfa_delete=b) website(' +
    'error_document=s index_document=s redirect_all_requests_to=s routing_rules=s)',
  aws_s3_bucket_lifecycle_configuration:
    'bucket=s expected_bucket_owner=s region=s transition_default_minimum_object_size=s rule(' +
    'id=s prefix=s status=s abort_incomplete_multipart_upload(days_after_initiation=n) ' +
    'expiration(date=s days=n expired_object_delete_marker=b) filter(object_size_greater_than=n ' +
    'object_size_less_than=n prefix=s and(object_size_greater_than=n object_size_less_than=n ' +
    'prefix=s tags={s) tag(key=s value=s)) noncurrent_version_expiration(' +
    'newer_noncurrent_versions=n noncurrent_days=n) noncurrent_version_transition(' +
    'newer_noncurrent_versions=n noncurrent_days=n storage_class=s) transition(date=s days=n ' +
    'storage_class=s)) timeouts(create=s update=s)',
  aws_s3_bucket_policy: 'bucket=s policy=s region=s',
  aws_s3_bucket_public_access_block:
    'block_public_acls=b block_public_policy=b bucket=s ignore_public_acls=b region=s ' +
    'restrict_public_buckets=b skip_destroy=b',
  aws_s3_bucket_replication_configuration:
    'bucket=s region=s role=s token=s rule(id=s prefix=s priority=n status=s ' +
    'delete_marker_replication(status=s) destination(account=s bucket=s storage_class=s ' +
    'access_control_translation(owner=s) encryption_configuration(replica_kms_key_id=s) metrics(' +
    'status=s event_threshold(minutes=n)) replication_time(status=s time(minutes=n))) ' +
    'existing_object_replication(status=s) filter(prefix=s and(prefix=s tags={s) tag(key=s ' +
    'value=s)) source_selection_criteria(replica_modifications(status=s) ' +
    'sse_kms_encrypted_objects(status=s)))',
  aws_s3_bucket_server_side_encryption_configuration:
    'bucket=s expected_bucket_owner=s region=s rule(blocked_encryption_types=[s ' +
    'bucket_key_enabled=b apply_server_side_encryption_by_default(kms_master_key_id=s ' +
    'sse_algorithm=s))',
  aws_s3_bucket_versioning:
    'bucket=s expected_bucket_owner=s mfa=s region=s versioning_configuration(mfa_delete=s ' +
    'status=s)',
  aws_secretsmanager_secret:
    'description=s force_overwrite_replica_secret=b kms_key_id=s name=s name_prefix=s policy=s ' +
    'recovery_window_in_days=n region=s tags={s type=s replica(kms_key_id=s region=s)',
  aws_secretsmanager_secret_rotation:
    'external_secret_rotation_role_arn=s region=s rotate_immediately=b rotation_enabled=b ' +
    'rotation_lambda_arn=s secret_id=s external_secret_rotation_metadata(key=s value=s) ' +
    'rotation_rules(automatically_after_days=n duration=s schedule_expression=s)',
  aws_secretsmanager_secret_version:
    'region=s secret_binary=s secret_id=s secret_string=s secret_string_wo=s ' +
    'secret_string_wo_version=n version_stages=[s',
  aws_security_group:
    'description=s egress(cidr_blocks=[s description=s from_port=n ipv6_cidr_blocks=[s ' +
    'prefix_list_ids=[s protocol=s security_groups=[s self=b to_port=n) ingress(cidr_blocks=[s ' +
    'description=s from_port=n ipv6_cidr_blocks=[s prefix_list_ids=[s protocol=s ' +
    'security_groups=[s self=b to_port=n) name=s name_prefix=s region=s revoke_rules_on_delete=b ' +
    'tags={s vpc_id=s timeouts(create=s delete=s)',
  aws_shield_protection: 'name=s resource_arn=s tags={s',
  aws_sns_topic:
    'application_failure_feedback_role_arn=s application_success_feedback_role_arn=s ' +
    'application_success_feedback_sample_rate=n archive_policy=s content_based_deduplication=b ' +
    'delivery_policy=s display_name=s fifo_throughput_scope=s fifo_topic=b ' +
    'firehose_failure_feedback_role_arn=s firehose_success_feedback_role_arn=s ' +
    'firehose_success_feedback_sample_rate=n http_failure_feedback_role_arn=s ' +
    'http_success_feedback_role_arn=s http_success_feedback_sample_rate=n kms_master_key_id=s ' +
    'lambda_failure_feedback_role_arn=s lambda_success_feedback_role_arn=s ' +
    'lambda_success_feedback_sample_rate=n name=s name_prefix=s policy=s region=s ' +
    'signature_version=n sqs_failure_feedback_role_arn=s sqs_success_feedback_role_arn=s ' +
    'sqs_success_feedback_sample_rate=n tags={s tracing_config=s',
  aws_sns_topic_policy: 'arn=s policy=s region=s',
  aws_sns_topic_subscription:
    'confirmation_timeout_in_minutes=n delivery_policy=s endpoint=s endpoint_auto_confirms=b ' +
    'filter_policy=s filter_policy_scope=s protocol=s raw_message_delivery=b redrive_policy=s ' +
    'region=s replay_policy=s subscription_role_arn=s topic_arn=s',
  aws_ssm_parameter:
    'allowed_pattern=s arn=s data_type=s description=s insecure_value=s key_id=s name=s ' +
    'overwrite=b region=s tags={s tier=s type=s value=s value_wo=s value_wo_version=n',
  aws_ssoadmin_account_assignment:
    'instance_arn=s permission_set_arn=s principal_id=s principal_type=s region=s target_id=s ' +
    'target_type=s timeouts(create=s delete=s)',
  aws_ssoadmin_managed_policy_attachment:
    'instance_arn=s managed_policy_arn=s permission_set_arn=s region=s timeouts(create=s ' +
    'delete=s)',
  aws_ssoadmin_permission_set:
    'description=s instance_arn=s name=s region=s relay_state=s session_duration=s tags={s ' +
    'timeouts(update=s)',
  aws_subnet:
    'assign_ipv6_address_on_creation=b availability_zone=s availability_zone_id=s cidr_block=s ' +
    'customer_owned_ipv4_pool=s enable_dns64=b enable_lni_at_device_index=n ' +
    'enable_resource_name_dns_a_record_on_launch=b ' +
    'enable_resource_name_dns_aaaa_record_on_launch=b ipv4_ipam_pool_id=s ipv4_netmask_length=n ' +
    'ipv6_cidr_block=s ipv6_ipam_pool_id=s ipv6_native=b ipv6_netmask_length=n ' +
    'map_customer_owned_ip_on_launch=b map_public_ip_on_launch=b outpost_arn=s ' +
    'private_dns_hostname_type_on_launch=s region=s tags={s vpc_id=s timeouts(create=s delete=s)',
  aws_vpc:
    'assign_generated_ipv6_cidr_block=b cidr_block=s enable_dns_hostnames=b enable_dns_support=b ' +
    'enable_network_address_usage_metrics=b instance_tenancy=s ipv4_ipam_pool_id=s ' +
    'ipv4_netmask_length=n ipv6_cidr_block=s ipv6_cidr_block_network_border_group=s ' +
    'ipv6_ipam_pool_id=s ipv6_netmask_length=n region=s tags={s',
  aws_vpc_endpoint:
    'auto_accept=b ip_address_type=s policy=s private_dns_enabled=b region=s ' +
    'resource_configuration_arn=s route_table_ids=[s security_group_ids=[s service_name=s ' +
    'service_network_arn=s service_region=s subnet_ids=[s tags={s vpc_endpoint_type=s vpc_id=s ' +
    'dns_options(dns_record_ip_type=s private_dns_only_for_inbound_resolver_endpoint=b ' +
    'private_dns_preference=s private_dns_specified_domains=[s) subnet_configuration(ipv4=s ' +
    'ipv6=s subnet_id=s) timeouts(create=s delete=s update=s)',
  aws_vpc_peering_connection:
    'auto_accept=b peer_owner_id=s peer_region=s peer_vpc_id=s region=s tags={s vpc_id=s ' +
    'accepter(allow_remote_vpc_dns_resolution=b) requester(allow_remote_vpc_dns_resolution=b) ' +
    'timeouts(create=s delete=s update=s)',
  aws_vpc_peering_connection_accepter:
    'auto_accept=b region=s tags={s vpc_peering_connection_id=s accepter(' +
    'allow_remote_vpc_dns_resolution=b) requester(allow_remote_vpc_dns_resolution=b) timeouts(' +
    'create=s update=s)',
  aws_vpc_security_group_egress_rule:
    'cidr_ipv4=s cidr_ipv6=s description=s from_port=n ip_protocol=s prefix_list_id=s ' +
    'referenced_security_group_id=s region=s security_group_id=s tags={s to_port=n',
  aws_vpc_security_group_ingress_rule:
    'cidr_ipv4=s cidr_ipv6=s description=s from_port=n ip_protocol=s prefix_list_id=s ' +
    'referenced_security_group_id=s region=s security_group_id=s tags={s to_port=n',
};
