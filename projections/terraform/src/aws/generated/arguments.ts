// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

/** What may be written in a resource, by type. */
export const argumentsOf: { readonly [type: string]: string } = {
  aws_accessanalyzer_analyzer: 'analyzer_name region tags type configuration',
  aws_acm_certificate:
    'certificate_authority_arn certificate_body certificate_chain domain_name ' +
    'early_renewal_duration key_algorithm private_key private_key_wo private_key_wo_version ' +
    'region subject_alternative_names tags validation_method options validation_option',
  aws_acm_certificate_validation: 'certificate_arn region validation_record_fqdns timeouts',
  aws_ami_copy:
    'deprecation_time description destination_outpost_arn encrypted kms_key_id name region ' +
    'source_ami_id source_ami_region tags ebs_block_device ephemeral_block_device timeouts',
  aws_autoscaling_attachment: 'autoscaling_group_name elb lb_target_group_arn region',
  aws_autoscaling_group:
    'availability_zones capacity_rebalance context default_cooldown default_instance_warmup ' +
    'desired_capacity desired_capacity_type enabled_metrics force_delete force_delete_warm_pool ' +
    'health_check_grace_period health_check_type ignore_failed_scaling_activities ' +
    'launch_configuration load_balancers max_instance_lifetime max_size metrics_granularity ' +
    'min_elb_capacity min_size name name_prefix placement_group protect_from_scale_in region ' +
    'service_linked_role_arn suspended_processes target_group_arns termination_policies ' +
    'vpc_zone_identifier wait_for_capacity_timeout wait_for_elb_capacity ' +
    'availability_zone_distribution capacity_reservation_specification initial_lifecycle_hook ' +
    'instance_lifecycle_policy instance_maintenance_policy instance_refresh launch_template ' +
    'mixed_instances_policy tag timeouts traffic_source warm_pool',
  aws_chatbot_slack_channel_configuration:
    'configuration_name guardrail_policy_arns iam_role_arn logging_level region slack_channel_id ' +
    'slack_team_id sns_topic_arns tags user_authorization_required timeouts',
  aws_cloudfront_distribution:
    'aliases anycast_ip_list_id comment continuous_deployment_policy_id default_root_object ' +
    'enabled http_version is_ipv6_enabled price_class retain_on_delete staging tags ' +
    'wait_for_deployment web_acl_id cache_tag_config connection_function_association ' +
    'custom_error_response default_cache_behavior logging_config ordered_cache_behavior origin ' +
    'origin_group restrictions viewer_certificate viewer_mtls_config',
  aws_cloudfront_origin_access_control:
    'description name origin_access_control_origin_type signing_behavior signing_protocol',
  aws_cloudfront_response_headers_policy:
    'comment name cors_config custom_headers_config remove_headers_config ' +
    'security_headers_config server_timing_headers_config',
  aws_cloudwatch_composite_alarm:
    'actions_enabled alarm_actions alarm_description alarm_name alarm_rule ' +
    'insufficient_data_actions ok_actions region tags actions_suppressor',
  aws_cloudwatch_event_rule:
    'description event_bus_name event_pattern force_destroy is_enabled name name_prefix region ' +
    'role_arn schedule_expression state tags',
  aws_cloudwatch_event_target:
    'arn event_bus_name force_destroy input input_path region role_arn rule target_id ' +
    'appsync_target batch_target dead_letter_config ecs_target http_target input_transformer ' +
    'kinesis_target redshift_target retry_policy run_command_targets sagemaker_pipeline_target ' +
    'sqs_target',
  aws_cloudwatch_log_group:
    'deletion_protection_enabled kms_key_id log_group_class name name_prefix region ' +
    'retention_in_days skip_destroy tags',
  aws_cloudwatch_metric_alarm:
    'actions_enabled alarm_actions alarm_description alarm_name comparison_operator ' +
    'datapoints_to_alarm dimensions evaluate_low_sample_count_percentiles evaluation_interval ' +
    'evaluation_periods extended_statistic insufficient_data_actions metric_name namespace ' +
    'ok_actions period region statistic tags threshold threshold_metric_id treat_missing_data ' +
    'unit evaluation_criteria metric_query warm_up_configuration',
  aws_codebuild_project:
    'auto_retry_limit badge_enabled build_timeout concurrent_build_limit description ' +
    'encryption_key name project_visibility queued_timeout region resource_access_role ' +
    'service_role source_version tags artifacts build_batch_config cache environment ' +
    'file_system_locations logs_config secondary_artifacts secondary_source_version ' +
    'secondary_sources source vpc_config',
  aws_codepipeline:
    'execution_mode name pipeline_type region role_arn tags artifact_store stage trigger variable',
  aws_codestarconnections_connection: 'host_arn name provider_type region tags',
  aws_db_event_subscription:
    'enabled event_categories name name_prefix region sns_topic source_ids source_type tags ' +
    'timeouts',
  aws_db_instance:
    'allocated_storage allow_major_version_upgrade apply_immediately auto_minor_version_upgrade ' +
    'availability_zone backup_retention_period backup_target backup_window ca_cert_identifier ' +
    'character_set_name copy_tags_to_snapshot custom_iam_instance_profile ' +
    'customer_owned_ip_enabled database_insights_mode db_name db_subnet_group_name ' +
    'dedicated_log_volume delete_automated_backups deletion_protection domain ' +
    'domain_auth_secret_arn domain_dns_ips domain_fqdn domain_iam_role_name domain_ou ' +
    'enabled_cloudwatch_logs_exports engine engine_lifecycle_support engine_version ' +
    'final_snapshot_identifier iam_database_authentication_enabled identifier identifier_prefix ' +
    'instance_class iops kms_key_id license_model maintenance_window manage_master_user_password ' +
    'master_user_secret_kms_key_id max_allocated_storage monitoring_interval monitoring_role_arn ' +
    'multi_az nchar_character_set_name network_type option_group_name parameter_group_name ' +
    'password password_wo password_wo_version performance_insights_enabled ' +
    'performance_insights_kms_key_id performance_insights_retention_period port ' +
    'publicly_accessible region replica_mode replicate_source_db skip_final_snapshot ' +
    'snapshot_identifier storage_encrypted storage_throughput storage_type tags timezone ' +
    'upgrade_storage_config username vpc_security_group_ids warning_event_categories ' +
    'blue_green_update restore_to_point_in_time s3_import timeouts',
  aws_db_parameter_group: 'description family name name_prefix region skip_destroy tags parameter',
  aws_db_subnet_group: 'description name name_prefix region subnet_ids tags',
  aws_default_security_group: 'egress ingress region revoke_rules_on_delete tags vpc_id',
  aws_docdb_cluster:
    'allow_major_version_upgrade apply_immediately availability_zones backup_retention_period ' +
    'cluster_identifier cluster_identifier_prefix cluster_members ' +
    'db_cluster_parameter_group_name db_subnet_group_name deletion_protection ' +
    'enabled_cloudwatch_logs_exports engine engine_version final_snapshot_identifier ' +
    'global_cluster_identifier kms_key_id manage_master_user_password master_password ' +
    'master_password_wo master_password_wo_version master_username network_type port ' +
    'preferred_backup_window preferred_maintenance_window region skip_final_snapshot ' +
    'snapshot_identifier storage_encrypted storage_type tags vpc_security_group_ids ' +
    'restore_to_point_in_time serverless_v2_scaling_configuration timeouts',
  aws_docdb_cluster_instance:
    'apply_immediately auto_minor_version_upgrade availability_zone ca_cert_identifier ' +
    'certificate_rotation_restart cluster_identifier copy_tags_to_snapshot ' +
    'enable_performance_insights engine identifier identifier_prefix instance_class ' +
    'performance_insights_kms_key_id preferred_maintenance_window promotion_tier region tags ' +
    'timeouts',
  aws_docdb_cluster_parameter_group: 'description family name name_prefix region tags parameter',
  aws_docdb_global_cluster:
    'database_name deletion_protection engine engine_version global_cluster_identifier region ' +
    'source_db_cluster_identifier storage_encrypted timeouts',
  aws_docdb_subnet_group: 'description name name_prefix region subnet_ids tags',
  aws_dynamodb_table:
    'billing_mode deletion_protection_enabled hash_key name range_key read_capacity region ' +
    'restore_backup_arn restore_date_time restore_source_name restore_source_table_arn ' +
    'restore_to_latest_time stream_enabled stream_view_type table_class tags write_capacity ' +
    'attribute global_secondary_index global_table_witness import_table local_secondary_index ' +
    'on_demand_throughput point_in_time_recovery replica server_side_encryption timeouts ttl ' +
    'warm_throughput',
  aws_ecr_lifecycle_policy: 'policy region repository',
  aws_ecr_replication_configuration: 'region replication_configuration',
  aws_ecr_repository:
    'force_delete image_tag_mutability name region tags encryption_configuration ' +
    'image_scanning_configuration image_tag_mutability_exclusion_filter timeouts',
  aws_efs_backup_policy: 'file_system_id region backup_policy',
  aws_efs_file_system:
    'availability_zone_name creation_token encrypted kms_key_id performance_mode ' +
    'provisioned_throughput_in_mibps region tags throughput_mode lifecycle_policy protection',
  aws_efs_file_system_policy: 'bypass_policy_lockout_safety_check file_system_id policy region',
  aws_efs_mount_target:
    'file_system_id ip_address ip_address_type ipv6_address region security_groups subnet_id ' +
    'timeouts',
  aws_efs_replication_configuration: 'region source_file_system_id destination timeouts',
  aws_eip:
    'address associate_with_private_ip customer_owned_ipv4_pool domain instance ipam_pool_id ' +
    'network_border_group network_interface public_ipv4_pool region tags timeouts',
  aws_eks_access_entry:
    'cluster_name kubernetes_groups principal_arn region tags type user_name timeouts',
  aws_eks_access_policy_association:
    'cluster_name policy_arn principal_arn region access_scope timeouts',
  aws_eks_addon:
    'addon_name addon_version cluster_name configuration_values preserve region ' +
    'resolve_conflicts_on_create resolve_conflicts_on_update service_account_role_arn tags ' +
    'namespace_config pod_identity_association timeouts',
  aws_eks_cluster:
    'bootstrap_self_managed_addons deletion_protection enabled_cluster_log_types ' +
    'force_update_version name region role_arn tags version access_config compute_config ' +
    'control_plane_scaling_config encryption_config kube_api_server_config ' +
    'kube_controller_manager_config kube_scheduler_config kubernetes_network_config ' +
    'outpost_config remote_network_config storage_config timeouts upgrade_policy vpc_config ' +
    'zonal_shift_config',
  aws_eks_fargate_profile:
    'cluster_name fargate_profile_name pod_execution_role_arn region subnet_ids tags selector ' +
    'timeouts',
  aws_eks_node_group:
    'ami_type capacity_type cluster_name disk_size force_update_version instance_types labels ' +
    'node_group_name node_group_name_prefix node_role_arn region release_version subnet_ids tags ' +
    'version launch_template node_repair_config remote_access scaling_config taint timeouts ' +
    'update_config warm_pool_config',
  aws_flow_log:
    'deliver_cross_account_role eni_id iam_role_arn log_destination log_destination_type ' +
    'log_format max_aggregation_interval region regional_nat_gateway_id subnet_id tags ' +
    'traffic_type transit_gateway_attachment_id transit_gateway_id vpc_id destination_options ' +
    'tag_field_specification',
  aws_globalaccelerator_accelerator:
    'enabled ip_address_type ip_addresses name tags attributes timeouts',
  aws_globalaccelerator_endpoint_group:
    'endpoint_group_region health_check_interval_seconds health_check_path health_check_port ' +
    'health_check_protocol listener_arn threshold_count traffic_dial_percentage ' +
    'endpoint_configuration port_override timeouts',
  aws_globalaccelerator_listener: 'accelerator_arn client_affinity protocol port_range timeouts',
  aws_iam_instance_profile: 'name name_prefix path role tags',
  aws_iam_openid_connect_provider: 'client_id_list tags thumbprint_list url',
  aws_iam_role:
    'assume_role_policy description force_detach_policies managed_policy_arns ' +
    'max_session_duration name name_prefix path permissions_boundary tags inline_policy',
  aws_iam_role_policy: 'name name_prefix policy role',
  aws_iam_role_policy_attachment: 'policy_arn role',
  aws_internet_gateway: 'region tags vpc_id timeouts',
  aws_key_pair: 'key_name key_name_prefix public_key region tags',
  aws_kms_alias: 'name name_prefix region target_key_id',
  aws_kms_key:
    'bypass_policy_lockout_safety_check custom_key_store_id customer_master_key_spec ' +
    'deletion_window_in_days description enable_key_rotation is_enabled key_usage multi_region ' +
    'policy region rotation_period_in_days tags xks_key_id timeouts',
  aws_kms_replica_key:
    'bypass_policy_lockout_safety_check deletion_window_in_days description enabled policy ' +
    'primary_key_arn region tags',
  aws_launch_template:
    'default_version description disable_api_stop disable_api_termination ebs_optimized image_id ' +
    'instance_initiated_shutdown_behavior instance_type kernel_id key_name name name_prefix ' +
    'ram_disk_id region security_group_names tags update_default_version user_data ' +
    'vpc_security_group_ids block_device_mappings capacity_reservation_specification cpu_options ' +
    'credit_specification enclave_options hibernation_options iam_instance_profile ' +
    'instance_market_options instance_requirements license_specification maintenance_options ' +
    'metadata_options monitoring network_interfaces network_performance_options placement ' +
    'private_dns_name_options secondary_interfaces tag_specifications',
  aws_lb:
    'client_keep_alive customer_owned_ipv4_pool desync_mitigation_mode ' +
    'dns_record_client_routing_policy drop_invalid_header_fields ' +
    'enable_cross_zone_load_balancing enable_deletion_protection enable_http2 ' +
    'enable_prefix_for_ipv6_source_nat enable_tls_version_and_cipher_suite_headers ' +
    'enable_waf_fail_open enable_xff_client_port enable_zonal_shift ' +
    'enforce_security_group_inbound_rules_on_private_link_traffic idle_timeout internal ' +
    'ip_address_type load_balancer_type name name_prefix preserve_host_header region ' +
    'secondary_ips_auto_assigned_per_subnet security_groups subnets tags ' +
    'xff_header_processing_mode access_logs connection_logs health_check_logs ipam_pools ' +
    'minimum_load_balancer_capacity subnet_mapping timeouts',
  aws_lb_listener:
    'alpn_policy certificate_arn load_balancer_arn port protocol region ' +
    'routing_http_request_x_amzn_mtls_clientcert_header_name ' +
    'routing_http_request_x_amzn_mtls_clientcert_issuer_header_name ' +
    'routing_http_request_x_amzn_mtls_clientcert_leaf_header_name ' +
    'routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name ' +
    'routing_http_request_x_amzn_mtls_clientcert_subject_header_name ' +
    'routing_http_request_x_amzn_mtls_clientcert_validity_header_name ' +
    'routing_http_request_x_amzn_tls_cipher_suite_header_name ' +
    'routing_http_request_x_amzn_tls_version_header_name ' +
    'routing_http_response_access_control_allow_credentials_header_value ' +
    'routing_http_response_access_control_allow_headers_header_value ' +
    'routing_http_response_access_control_allow_methods_header_value ' +
    'routing_http_response_access_control_allow_origin_header_value ' +
    'routing_http_response_access_control_expose_headers_header_value ' +
    'routing_http_response_access_control_max_age_header_value ' +
    'routing_http_response_content_security_policy_header_value ' +
    'routing_http_response_server_enabled ' +
    'routing_http_response_strict_transport_security_header_value ' +
    'routing_http_response_x_content_type_options_header_value ' +
    'routing_http_response_x_frame_options_header_value ssl_policy tags tcp_idle_timeout_seconds ' +
    'default_action mutual_authentication timeouts',
  aws_lb_listener_rule: 'listener_arn priority region tags action condition transform',
  aws_lb_target_group:
    'connection_termination deregistration_delay ip_address_type ' +
    'lambda_multi_value_headers_enabled load_balancing_algorithm_type ' +
    'load_balancing_anomaly_mitigation load_balancing_cross_zone_enabled name name_prefix port ' +
    'preserve_client_ip protocol protocol_version proxy_protocol_v2 region slow_start tags ' +
    'target_control_port target_type vpc_id health_check stickiness target_failover ' +
    'target_group_health target_health_state',
  aws_nat_gateway:
    'allocation_id availability_mode connectivity_type private_ip region ' +
    'secondary_allocation_ids secondary_private_ip_address_count secondary_private_ip_addresses ' +
    'subnet_id tags vpc_id availability_zone_address timeouts',
  aws_network_acl: 'egress ingress region subnet_ids tags vpc_id',
  aws_rds_cluster:
    'allocated_storage allow_major_version_upgrade apply_immediately auto_minor_version_upgrade ' +
    'availability_zones backtrack_window backup_retention_period ca_certificate_identifier ' +
    'cluster_identifier cluster_identifier_prefix cluster_members cluster_scalability_type ' +
    'copy_tags_to_snapshot database_insights_mode database_name db_cluster_instance_class ' +
    'db_cluster_parameter_group_name db_instance_parameter_group_name db_subnet_group_name ' +
    'db_system_id delete_automated_backups deletion_protection domain domain_iam_role_name ' +
    'enable_global_write_forwarding enable_http_endpoint enable_local_write_forwarding ' +
    'enabled_cloudwatch_logs_exports engine engine_lifecycle_support engine_mode engine_version ' +
    'final_snapshot_identifier global_cluster_identifier iam_database_authentication_enabled ' +
    'iam_roles iops kms_key_id manage_master_user_password master_password master_password_wo ' +
    'master_password_wo_version master_user_secret_kms_key_id master_username ' +
    'monitoring_interval monitoring_role_arn network_type performance_insights_enabled ' +
    'performance_insights_kms_key_id performance_insights_retention_period port ' +
    'preferred_backup_window preferred_maintenance_window region replication_source_identifier ' +
    'skip_final_snapshot snapshot_identifier source_region storage_encrypted storage_type tags ' +
    'vpc_security_group_ids warning_event_categories restore_to_point_in_time s3_import ' +
    'scaling_configuration serverlessv2_scaling_configuration timeouts',
  aws_rds_cluster_instance:
    'apply_immediately auto_minor_version_upgrade availability_zone ca_cert_identifier ' +
    'cluster_identifier copy_tags_to_snapshot custom_iam_instance_profile ' +
    'db_parameter_group_name db_subnet_group_name engine engine_version force_destroy identifier ' +
    'identifier_prefix instance_class monitoring_interval monitoring_role_arn ' +
    'performance_insights_enabled performance_insights_kms_key_id ' +
    'performance_insights_retention_period preferred_backup_window preferred_maintenance_window ' +
    'promotion_tier publicly_accessible region tags warning_event_categories timeouts',
  aws_rds_cluster_parameter_group: 'description family name name_prefix region tags parameter',
  aws_rds_global_cluster:
    'database_name deletion_protection engine engine_lifecycle_support engine_version ' +
    'force_destroy global_cluster_identifier region source_db_cluster_identifier ' +
    'storage_encrypted tags timeouts',
  aws_route:
    'carrier_gateway_id core_network_arn destination_cidr_block destination_ipv6_cidr_block ' +
    'destination_prefix_list_id egress_only_gateway_id gateway_id local_gateway_id ' +
    'nat_gateway_id network_interface_id odb_network_arn region route_table_id ' +
    'transit_gateway_id vpc_endpoint_id vpc_peering_connection_id timeouts',
  aws_route53_health_check:
    'child_health_threshold child_healthchecks cloudwatch_alarm_name cloudwatch_alarm_region ' +
    'disabled enable_sni failure_threshold fqdn insufficient_data_health_status ' +
    'invert_healthcheck ip_address measure_latency port reference_name regions request_interval ' +
    'resource_path routing_control_arn search_string tags triggers type',
  aws_route53_record:
    'allow_overwrite health_check_id multivalue_answer_routing_policy name records ' +
    'set_identifier ttl type zone_id alias cidr_routing_policy failover_routing_policy ' +
    'geolocation_routing_policy geoproximity_routing_policy latency_routing_policy timeouts ' +
    'weighted_routing_policy',
  aws_route53_zone:
    'comment delegation_set_id enable_accelerated_recovery force_destroy name tags timeouts vpc',
  aws_route_table: 'propagating_vgws region route tags vpc_id timeouts',
  aws_route_table_association: 'gateway_id region route_table_id subnet_id timeouts',
  aws_s3_bucket:
    'acceleration_status acl bucket bucket_namespace bucket_prefix force_destroy ' +
    'object_lock_enabled policy region request_payer tags cors_rule grant lifecycle_rule logging ' +
    'object_lock_configuration replication_configuration server_side_encryption_configuration ' +
    'timeouts versioning website',
  aws_s3_bucket_lifecycle_configuration:
    'bucket expected_bucket_owner region transition_default_minimum_object_size rule timeouts',
  aws_s3_bucket_policy: 'bucket policy region',
  aws_s3_bucket_public_access_block:
    'block_public_acls block_public_policy bucket ignore_public_acls region ' +
    'restrict_public_buckets skip_destroy',
  aws_s3_bucket_replication_configuration: 'bucket region role token rule',
  aws_s3_bucket_server_side_encryption_configuration: 'bucket expected_bucket_owner region rule',
  aws_s3_bucket_versioning: 'bucket expected_bucket_owner mfa region versioning_configuration',
  aws_secretsmanager_secret:
    'description force_overwrite_replica_secret kms_key_id name name_prefix policy ' +
    'recovery_window_in_days region tags type replica',
  aws_secretsmanager_secret_version:
    'region secret_binary secret_id secret_string secret_string_wo secret_string_wo_version ' +
    'version_stages',
  aws_security_group:
    'description egress ingress name name_prefix region revoke_rules_on_delete tags vpc_id ' +
    'timeouts',
  aws_shield_protection: 'name resource_arn tags',
  aws_sns_topic:
    'application_failure_feedback_role_arn application_success_feedback_role_arn ' +
    'application_success_feedback_sample_rate archive_policy content_based_deduplication ' +
    'delivery_policy display_name fifo_throughput_scope fifo_topic ' +
    'firehose_failure_feedback_role_arn firehose_success_feedback_role_arn ' +
    'firehose_success_feedback_sample_rate http_failure_feedback_role_arn ' +
    'http_success_feedback_role_arn http_success_feedback_sample_rate kms_master_key_id ' +
    'lambda_failure_feedback_role_arn lambda_success_feedback_role_arn ' +
    'lambda_success_feedback_sample_rate name name_prefix policy region signature_version ' +
    'sqs_failure_feedback_role_arn sqs_success_feedback_role_arn ' +
    'sqs_success_feedback_sample_rate tags tracing_config',
  aws_sns_topic_policy: 'arn policy region',
  aws_sns_topic_subscription:
    'confirmation_timeout_in_minutes delivery_policy endpoint endpoint_auto_confirms ' +
    'filter_policy filter_policy_scope protocol raw_message_delivery redrive_policy region ' +
    'replay_policy subscription_role_arn topic_arn',
  aws_ssm_parameter:
    'allowed_pattern arn data_type description insecure_value key_id name overwrite region tags ' +
    'tier type value value_wo value_wo_version',
  aws_ssoadmin_account_assignment:
    'instance_arn permission_set_arn principal_id principal_type region target_id target_type ' +
    'timeouts',
  aws_ssoadmin_managed_policy_attachment:
    'instance_arn managed_policy_arn permission_set_arn region timeouts',
  aws_ssoadmin_permission_set:
    'description instance_arn name region relay_state session_duration tags timeouts',
  aws_subnet:
    'assign_ipv6_address_on_creation availability_zone availability_zone_id cidr_block ' +
    'customer_owned_ipv4_pool enable_dns64 enable_lni_at_device_index ' +
    'enable_resource_name_dns_a_record_on_launch enable_resource_name_dns_aaaa_record_on_launch ' +
    'ipv4_ipam_pool_id ipv4_netmask_length ipv6_cidr_block ipv6_ipam_pool_id ipv6_native ' +
    'ipv6_netmask_length map_customer_owned_ip_on_launch map_public_ip_on_launch outpost_arn ' +
    'private_dns_hostname_type_on_launch region tags vpc_id timeouts',
  aws_vpc:
    'assign_generated_ipv6_cidr_block cidr_block enable_dns_hostnames enable_dns_support ' +
    'enable_network_address_usage_metrics instance_tenancy ipv4_ipam_pool_id ipv4_netmask_length ' +
    'ipv6_cidr_block ipv6_cidr_block_network_border_group ipv6_ipam_pool_id ipv6_netmask_length ' +
    'region tags',
  aws_vpc_endpoint:
    'auto_accept ip_address_type policy private_dns_enabled region resource_configuration_arn ' +
    'route_table_ids security_group_ids service_name service_network_arn service_region ' +
    'subnet_ids tags vpc_endpoint_type vpc_id dns_options subnet_configuration timeouts',
  aws_vpc_peering_connection:
    'auto_accept peer_owner_id peer_region peer_vpc_id region tags vpc_id accepter requester ' +
    'timeouts',
  aws_vpc_peering_connection_accepter:
    'auto_accept region tags vpc_peering_connection_id accepter requester timeouts',
  aws_vpc_security_group_egress_rule:
    'cidr_ipv4 cidr_ipv6 description from_port ip_protocol prefix_list_id ' +
    'referenced_security_group_id region security_group_id tags to_port',
  aws_vpc_security_group_ingress_rule:
    'cidr_ipv4 cidr_ipv6 description from_port ip_protocol prefix_list_id ' +
    'referenced_security_group_id region security_group_id tags to_port',
  aws_wafv2_web_acl:
    'description name name_prefix region rule_json scope tags token_domains association_config ' +
    'captcha_config challenge_config custom_response_body data_protection_config default_action ' +
    'rule visibility_config',
  aws_wafv2_web_acl_association: 'id region resource_arn web_acl_arn timeouts',
  aws_wafv2_web_acl_logging_configuration:
    'log_destination_configs region resource_arn logging_filter redacted_fields',
};
