// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

/** Arguments that are blocks, nested, by type; `(*)`: see `waf-statement.ts`. */
export const blockTrees: { readonly [type: string]: string } = {
  aws_accessanalyzer_analyzer:
    'configuration(internal_access(analysis_rule(inclusion)) unused_access(analysis_rule(' +
    'exclusion)))',
  aws_acm_certificate: 'options validation_option',
  aws_acm_certificate_validation: 'timeouts',
  aws_ami_copy: 'ebs_block_device ephemeral_block_device timeouts',
  aws_autoscaling_group:
    'availability_zone_distribution capacity_reservation_specification(' +
    'capacity_reservation_target) initial_lifecycle_hook instance_lifecycle_policy(' +
    'retention_triggers) instance_maintenance_policy instance_refresh(preferences(' +
    'alarm_specification)) launch_template mixed_instances_policy(instances_distribution ' +
    'launch_template(launch_template_specification override(instance_requirements(' +
    'accelerator_count accelerator_total_memory_mib baseline_ebs_bandwidth_mbps ' +
    'memory_gib_per_vcpu memory_mib network_bandwidth_gbps network_interface_count ' +
    'total_local_storage_gb vcpu_count) launch_template_specification))) tag timeouts ' +
    'traffic_source warm_pool(instance_reuse_policy)',
  aws_chatbot_slack_channel_configuration: 'timeouts',
  aws_cloudfront_distribution:
    'cache_tag_config connection_function_association custom_error_response ' +
    'default_cache_behavior(forwarded_values(cookies) function_association grpc_config ' +
    'lambda_function_association) logging_config ordered_cache_behavior(forwarded_values(' +
    'cookies) function_association grpc_config lambda_function_association) origin(custom_header ' +
    'custom_origin_config(origin_mtls_config) origin_shield s3_origin_config vpc_origin_config) ' +
    'origin_group(failover_criteria member) restrictions(geo_restriction) viewer_certificate ' +
    'viewer_mtls_config(trust_store_config)',
  aws_cloudfront_response_headers_policy:
    'cors_config(access_control_allow_headers access_control_allow_methods ' +
    'access_control_allow_origins access_control_expose_headers) custom_headers_config(items) ' +
    'remove_headers_config(items) security_headers_config(content_security_policy ' +
    'content_type_options frame_options referrer_policy strict_transport_security ' +
    'xss_protection) server_timing_headers_config',
  aws_cloudwatch_composite_alarm: 'actions_suppressor',
  aws_cloudwatch_event_target:
    'appsync_target batch_target dead_letter_config ecs_target(capacity_provider_strategy ' +
    'network_configuration ordered_placement_strategy placement_constraint) http_target ' +
    'input_transformer kinesis_target redshift_target retry_policy run_command_targets ' +
    'sagemaker_pipeline_target(pipeline_parameter_list) sqs_target',
  aws_cloudwatch_metric_alarm:
    'evaluation_criteria(promql_criteria) metric_query(metric) warm_up_configuration',
  aws_codebuild_project:
    'artifacts build_batch_config(restrictions) cache environment(docker_server ' +
    'environment_variable fleet registry_credential) file_system_locations logs_config(' +
    'cloudwatch_logs s3_logs) secondary_artifacts secondary_source_version secondary_sources(' +
    'auth build_status_config git_submodules_config) source(auth build_status_config ' +
    'git_submodules_config) vpc_config',
  aws_codepipeline:
    'artifact_store(encryption_key) stage(action(output_artifacts_for_compute_action) ' +
    'before_entry(condition(rule(rule_type_id))) on_failure(condition(rule(rule_type_id)) ' +
    'retry_configuration) on_success(condition(rule(rule_type_id)))) trigger(git_configuration(' +
    'pull_request(branches file_paths) push(branches file_paths tags))) variable',
  aws_db_event_subscription: 'timeouts',
  aws_db_instance: 'blue_green_update restore_to_point_in_time s3_import timeouts',
  aws_db_parameter_group: 'parameter',
  aws_default_security_group: 'egress ingress',
  aws_docdb_cluster: 'restore_to_point_in_time serverless_v2_scaling_configuration timeouts',
  aws_docdb_cluster_instance: 'timeouts',
  aws_docdb_cluster_parameter_group: 'parameter',
  aws_docdb_global_cluster: 'timeouts',
  aws_dynamodb_table:
    'attribute global_secondary_index(key_schema on_demand_throughput warm_throughput) ' +
    'global_table_witness import_table(input_format_options(csv) s3_bucket_source) ' +
    'local_secondary_index on_demand_throughput point_in_time_recovery replica ' +
    'server_side_encryption timeouts ttl warm_throughput',
  aws_ecr_replication_configuration:
    'replication_configuration(rule(destination repository_filter))',
  aws_ecr_repository:
    'encryption_configuration image_scanning_configuration image_tag_mutability_exclusion_filter ' +
    'timeouts',
  aws_efs_backup_policy: 'backup_policy',
  aws_efs_file_system: 'lifecycle_policy protection',
  aws_efs_mount_target: 'timeouts',
  aws_efs_replication_configuration: 'destination timeouts',
  aws_eip: 'timeouts',
  aws_eks_access_entry: 'timeouts',
  aws_eks_access_policy_association: 'access_scope timeouts',
  aws_eks_addon: 'namespace_config pod_identity_association timeouts',
  aws_eks_cluster:
    'access_config compute_config control_plane_scaling_config encryption_config(provider) ' +
    'kube_api_server_config(service_node_port_range) kube_controller_manager_config(' +
    'horizontal_pod_autoscaler_controller_config pod_gc_controller_config) kube_scheduler_config(' +
    'node_resources_fit(scoring_strategy(resource))) kubernetes_network_config(' +
    'elastic_load_balancing) outpost_config(control_plane_placement etcd_placement) ' +
    'remote_network_config(remote_node_networks remote_pod_networks) storage_config(' +
    'block_storage) timeouts upgrade_policy vpc_config zonal_shift_config',
  aws_eks_fargate_profile: 'selector timeouts',
  aws_eks_node_group:
    'launch_template node_repair_config(node_repair_config_overrides) remote_access ' +
    'scaling_config taint timeouts update_config warm_pool_config',
  aws_flow_log: 'destination_options tag_field_specification',
  aws_globalaccelerator_accelerator: 'attributes timeouts',
  aws_globalaccelerator_endpoint_group: 'endpoint_configuration port_override timeouts',
  aws_globalaccelerator_listener: 'port_range timeouts',
  aws_iam_role: 'inline_policy',
  aws_internet_gateway: 'timeouts',
  aws_kms_key: 'timeouts',
  aws_launch_template:
    'block_device_mappings(ebs) capacity_reservation_specification(capacity_reservation_target) ' +
    'cpu_options credit_specification enclave_options hibernation_options iam_instance_profile ' +
    'instance_market_options(spot_options) instance_requirements(accelerator_count ' +
    'accelerator_total_memory_mib baseline_ebs_bandwidth_mbps memory_gib_per_vcpu memory_mib ' +
    'network_bandwidth_gbps network_interface_count total_local_storage_gb vcpu_count) ' +
    'license_specification maintenance_options metadata_options monitoring network_interfaces(' +
    'connection_tracking_specification ena_srd_specification(ena_srd_udp_specification)) ' +
    'network_performance_options placement private_dns_name_options secondary_interfaces ' +
    'tag_specifications',
  aws_lb:
    'access_logs connection_logs health_check_logs ipam_pools minimum_load_balancer_capacity ' +
    'subnet_mapping timeouts',
  aws_lb_listener:
    'default_action(authenticate_cognito authenticate_oidc fixed_response forward(stickiness ' +
    'target_group) jwt_validation(additional_claim) redirect) mutual_authentication timeouts',
  aws_lb_listener_rule:
    'action(authenticate_cognito authenticate_oidc fixed_response forward(stickiness ' +
    'target_group) jwt_validation(additional_claim) redirect) condition(host_header http_header ' +
    'http_request_method path_pattern query_string source_ip) transform(' +
    'host_header_rewrite_config(rewrite) url_rewrite_config(rewrite))',
  aws_lb_target_group:
    'health_check stickiness target_failover target_group_health(dns_failover ' +
    'unhealthy_state_routing) target_health_state',
  aws_nat_gateway: 'availability_zone_address timeouts',
  aws_network_acl: 'egress ingress',
  aws_rds_cluster:
    'restore_to_point_in_time s3_import scaling_configuration serverlessv2_scaling_configuration ' +
    'timeouts',
  aws_rds_cluster_instance: 'timeouts',
  aws_rds_cluster_parameter_group: 'parameter',
  aws_rds_global_cluster: 'timeouts',
  aws_route: 'timeouts',
  aws_route53_record:
    'alias cidr_routing_policy failover_routing_policy geolocation_routing_policy ' +
    'geoproximity_routing_policy(coordinates) latency_routing_policy timeouts ' +
    'weighted_routing_policy',
  aws_route53_zone: 'timeouts vpc',
  aws_route_table: 'route timeouts',
  aws_route_table_association: 'timeouts',
  aws_s3_bucket:
    'cors_rule grant lifecycle_rule(expiration noncurrent_version_expiration ' +
    'noncurrent_version_transition transition) logging object_lock_configuration(rule(' +
    'default_retention)) replication_configuration(rules(destination(access_control_translation ' +
    'metrics replication_time) filter source_selection_criteria(sse_kms_encrypted_objects))) ' +
    'server_side_encryption_configuration(rule(apply_server_side_encryption_by_default)) ' +
    'timeouts versioning website',
  aws_s3_bucket_lifecycle_configuration:
    'rule(abort_incomplete_multipart_upload expiration filter(and tag) ' +
    'noncurrent_version_expiration noncurrent_version_transition transition) timeouts',
  aws_s3_bucket_replication_configuration:
    'rule(delete_marker_replication destination(access_control_translation ' +
    'encryption_configuration metrics(event_threshold) replication_time(time)) ' +
    'existing_object_replication filter(and tag) source_selection_criteria(replica_modifications ' +
    'sse_kms_encrypted_objects))',
  aws_s3_bucket_server_side_encryption_configuration:
    'rule(apply_server_side_encryption_by_default)',
  aws_s3_bucket_versioning: 'versioning_configuration',
  aws_secretsmanager_secret: 'replica',
  aws_secretsmanager_secret_rotation: 'external_secret_rotation_metadata rotation_rules',
  aws_security_group: 'egress ingress timeouts',
  aws_ssoadmin_account_assignment: 'timeouts',
  aws_ssoadmin_managed_policy_attachment: 'timeouts',
  aws_ssoadmin_permission_set: 'timeouts',
  aws_subnet: 'timeouts',
  aws_vpc_endpoint: 'dns_options subnet_configuration timeouts',
  aws_vpc_peering_connection: 'accepter requester timeouts',
  aws_vpc_peering_connection_accepter: 'accepter requester timeouts',
  aws_wafv2_web_acl:
    'association_config(request_body(api_gateway app_runner_service cloudfront cognito_user_pool ' +
    'verified_access_instance)) captcha_config(immunity_time_property) challenge_config(' +
    'immunity_time_property) custom_response_body data_protection_config(data_protection(field)) ' +
    'default_action(allow(custom_request_handling(insert_header)) block(custom_response(' +
    'response_header))) rule(action(allow(custom_request_handling(insert_header)) block(' +
    'custom_response(response_header)) captcha(custom_request_handling(insert_header)) challenge(' +
    'custom_request_handling(insert_header)) count(custom_request_handling(insert_header))) ' +
    'captcha_config(immunity_time_property) challenge_config(immunity_time_property) ' +
    'override_action(count none) rule_label statement(*) visibility_config) visibility_config',
  aws_wafv2_web_acl_association: 'timeouts',
  aws_wafv2_web_acl_logging_configuration:
    'logging_filter(filter(condition(action_condition label_name_condition))) redacted_fields(' +
    'method query_string single_header uri_path)',
  'data.aws_ami': 'filter timeouts',
  'data.aws_autoscaling_groups': 'filter',
  'data.aws_availability_zones': 'filter timeouts',
  'data.aws_dynamodb_table': 'server_side_encryption',
  'data.aws_iam_policy_document': 'statement(condition not_principals principals)',
  'data.aws_identitystore_group': 'alternate_identifier(external_id unique_attribute)',
  'data.aws_key_pair': 'filter timeouts',
  'data.aws_launch_template': 'filter timeouts',
  'data.aws_lb': 'timeouts',
  'data.aws_resourcegroupstaggingapi_resources': 'tag_filter',
  'data.aws_route_tables': 'filter timeouts',
  'data.aws_subnets': 'filter timeouts',
  'data.aws_vpc': 'filter timeouts',
};
