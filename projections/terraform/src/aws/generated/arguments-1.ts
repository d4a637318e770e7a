// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export const arguments1: { readonly [type: string]: string } = {
  aws_accessanalyzer_analyzer:
    'analyzer_name=s region=s tags={s type=s configuration(internal_access(analysis_rule(' +
    'inclusion(account_ids=[s resource_arns=[s resource_types=[s))) unused_access(' +
    'unused_access_age=n analysis_rule(exclusion(account_ids=[s resource_tags=a))))',
  aws_acm_certificate:
    'certificate_authority_arn=s certificate_body=s certificate_chain=s domain_name=s ' +
    'early_renewal_duration=s key_algorithm=s private_key=s private_key_wo=s ' +
    'private_key_wo_version=n region=s subject_alternative_names=[s tags={s validation_method=s ' +
    'options(certificate_transparency_logging_preference=s export=s) validation_option(' +
    'domain_name=s validation_domain=s)',
  aws_acm_certificate_validation:
    'certificate_arn=s region=s validation_record_fqdns=[s timeouts(create=s)',
  aws_ami_copy:
    'deprecation_time=s description=s destination_outpost_arn=s encrypted=b kms_key_id=s name=s ' +
    'region=s source_ami_id=s source_ami_region=s tags={s ebs_block_device() ' +
    'ephemeral_block_device() timeouts(create=s delete=s update=s)',
  aws_autoscaling_attachment: 'autoscaling_group_name=s elb=s lb_target_group_arn=s region=s',
  aws_autoscaling_group:
    'availability_zones=[s capacity_rebalance=b context=s default_cooldown=n ' +
    'default_instance_warmup=n desired_capacity=n desired_capacity_type=s enabled_metrics=[s ' +
    'force_delete=b force_delete_warm_pool=b health_check_grace_period=n health_check_type=s ' +
    'ignore_failed_scaling_activities=b launch_configuration=s load_balancers=[s ' +
    'max_instance_lifetime=n max_size=n metrics_granularity=s min_elb_capacity=n min_size=n ' +
    'name=s name_prefix=s placement_group=s protect_from_scale_in=b region=s ' +
    'service_linked_role_arn=s suspended_processes=[s target_group_arns=[s ' +
    'termination_policies=[s vpc_zone_identifier=[s wait_for_capacity_timeout=s ' +
    'wait_for_elb_capacity=n availability_zone_distribution(capacity_distribution_strategy=s) ' +
    'capacity_reservation_specification(capacity_reservation_preference=s ' +
    'capacity_reservation_target(capacity_reservation_ids=[s ' +
    'capacity_reservation_resource_group_arns=[s)) initial_lifecycle_hook(default_result=s ' +
    'heartbeat_timeout=n lifecycle_transition=s name=s notification_metadata=s ' +
    'notification_target_arn=s role_arn=s) instance_lifecycle_policy(retention_triggers(' +
    'terminate_hook_abandon=s)) instance_maintenance_policy(max_healthy_percentage=n ' +
    'min_healthy_percentage=n) instance_refresh(strategy=s triggers=[s preferences(' +
    'auto_rollback=b checkpoint_delay=s checkpoint_percentages=[n instance_warmup=s ' +
    'max_healthy_percentage=n min_healthy_percentage=n scale_in_protected_instances=s ' +
    'skip_matching=b standby_instances=s alarm_specification(alarms=[s))) launch_template(id=s ' +
    'name=s version=s) mixed_instances_policy(instances_distribution(' +
    'on_demand_allocation_strategy=s on_demand_base_capacity=n ' +
    'on_demand_percentage_above_base_capacity=n spot_allocation_strategy=s spot_instance_pools=n ' +
    'spot_max_price=s) launch_template(launch_template_specification(launch_template_id=s ' +
    'launch_template_name=s version=s) override(instance_type=s weighted_capacity=s ' +
    'instance_requirements(accelerator_manufacturers=[s accelerator_names=[s ' +
    'accelerator_types=[s allowed_instance_types=[s bare_metal=s burstable_performance=s ' +
    'cpu_manufacturers=[s excluded_instance_types=[s instance_generations=[s local_storage=s ' +
    'local_storage_types=[s max_spot_price_as_percentage_of_optimal_on_demand_price=n ' +
    'on_demand_max_price_percentage_over_lowest_price=n require_hibernate_support=b ' +
    'spot_max_price_percentage_over_lowest_price=n accelerator_count(max=n min=n) ' +
    'accelerator_total_memory_mib(max=n min=n) baseline_ebs_bandwidth_mbps(max=n min=n) ' +
    'memory_gib_per_vcpu(max=n min=n) memory_mib(max=n min=n) network_bandwidth_gbps(max=n ' +
    'min=n) network_interface_count(max=n min=n) total_local_storage_gb(max=n min=n) vcpu_count(' +
    'max=n min=n)) launch_template_specification(launch_template_id=s launch_template_name=s ' +
    'version=s)))) tag(key=s propagate_at_launch=b value=s) timeouts(delete=s update=s) ' +
    'traffic_source(identifier=s type=s) warm_pool(max_group_prepared_capacity=n min_size=n ' +
    'pool_state=s instance_reuse_policy(reuse_on_scale_in=b))',
  aws_chatbot_slack_channel_configuration:
    'configuration_name=s guardrail_policy_arns=[s iam_role_arn=s logging_level=s region=s ' +
    'slack_channel_id=s slack_team_id=s sns_topic_arns=[s tags={s user_authorization_required=b ' +
    'timeouts(create=s delete=s update=s)',
  aws_cloudfront_distribution:
    'aliases=[s anycast_ip_list_id=s comment=s continuous_deployment_policy_id=s ' +
    'default_root_object=s enabled=b http_version=s is_ipv6_enabled=b price_class=s ' +
    'retain_on_delete=b staging=b tags={s wait_for_deployment=b web_acl_id=s cache_tag_config(' +
    'header_name=s) connection_function_association(id=s) custom_error_response(' +
    'error_caching_min_ttl=n error_code=n response_code=n response_page_path=s) ' +
    'default_cache_behavior(allowed_methods=[s cache_policy_id=s cached_methods=[s compress=b ' +
    'default_ttl=n field_level_encryption_id=s max_ttl=n min_ttl=n origin_request_policy_id=s ' +
    'realtime_log_config_arn=s response_headers_policy_id=s smooth_streaming=b ' +
    'target_origin_id=s trusted_key_groups=[s trusted_signers=[s viewer_protocol_policy=s ' +
    'forwarded_values(headers=[s query_string=b query_string_cache_keys=[s cookies(forward=s ' +
    'whitelisted_names=[s)) function_association(event_type=s function_arn=s) grpc_config(' +
    'enabled=b) lambda_function_association(event_type=s include_body=b lambda_arn=s)) ' +
    'logging_config(bucket=s include_cookies=b prefix=s) ordered_cache_behavior(' +
    'allowed_methods=[s cache_policy_id=s cached_methods=[s compress=b default_ttl=n ' +
    'field_level_encryption_id=s max_ttl=n min_ttl=n origin_request_policy_id=s path_pattern=s ' +
    'realtime_log_config_arn=s response_headers_policy_id=s smooth_streaming=b ' +
    'target_origin_id=s trusted_key_groups=[s trusted_signers=[s viewer_protocol_policy=s ' +
    'forwarded_values(headers=[s query_string=b query_string_cache_keys=[s cookies(forward=s ' +
    'whitelisted_names=[s)) function_association(event_type=s function_arn=s) grpc_config(' +
    'enabled=b) lambda_function_association(event_type=s include_body=b lambda_arn=s)) origin(' +
    'connection_attempts=n connection_timeout=n domain_name=s origin_access_control_id=s ' +
    'origin_id=s origin_path=s response_completion_timeout=n custom_header(name=s value=s) ' +
    'custom_origin_config(http_port=n https_port=n ip_address_type=s origin_keepalive_timeout=n ' +
    'origin_protocol_policy=s origin_read_timeout=n origin_ssl_protocols=[s origin_mtls_config(' +
    'client_certificate_arn=s)) origin_shield(enabled=b origin_shield_region=s) s3_origin_config(' +
    'origin_access_identity=s) vpc_origin_config(origin_keepalive_timeout=n ' +
    'origin_read_timeout=n owner_account_id=s vpc_origin_id=s)) origin_group(origin_id=s ' +
    'failover_criteria(status_codes=[n) member(origin_id=s)) restrictions(geo_restriction(' +
    'locations=[s restriction_type=s)) viewer_certificate(acm_certificate_arn=s ' +
    'cloudfront_default_certificate=b iam_certificate_id=s minimum_protocol_version=s ' +
    'ssl_support_method=s) viewer_mtls_config(mode=s trust_store_config(' +
    'advertise_trust_store_ca_names=b ignore_certificate_expiry=b trust_store_id=s))',
  aws_cloudfront_origin_access_control:
    'description=s name=s origin_access_control_origin_type=s signing_behavior=s ' +
    'signing_protocol=s',
  aws_cloudfront_response_headers_policy:
    'comment=s name=s cors_config(access_control_allow_credentials=b ' +
    'access_control_max_age_sec=n origin_override=b access_control_allow_headers(items=[s) ' +
    'access_control_allow_methods(items=[s) access_control_allow_origins(items=[s) ' +
    'access_control_expose_headers(items=[s)) custom_headers_config(items(header=s override=b ' +
    'value=s)) remove_headers_config(items(header=s)) security_headers_config(' +
    'content_security_policy(content_security_policy=s override=b) content_type_options(' +
    'override=b) frame_options(frame_option=s override=b) referrer_policy(override=b ' +
    'referrer_policy=s) strict_transport_security(access_control_max_age_sec=n ' +
    'include_subdomains=b override=b preload=b) xss_protection(mode_block=b override=b ' +
    'protection=b report_uri=s)) server_timing_headers_config(enabled=b sampling_rate=n)',
  aws_cloudwatch_composite_alarm:
    'actions_enabled=b alarm_actions=[s alarm_description=s alarm_name=s alarm_rule=s ' +
    'insufficient_data_actions=[s ok_actions=[s region=s tags={s actions_suppressor(alarm=s ' +
    'extension_period=n wait_period=n)',
  aws_cloudwatch_event_rule:
    'description=s event_bus_name=s event_pattern=s force_destroy=b is_enabled=b name=s ' +
    'name_prefix=s region=s role_arn=s schedule_expression=s state=s tags={s',
  aws_cloudwatch_event_target:
    'arn=s event_bus_name=s force_destroy=b input=s input_path=s region=s role_arn=s rule=s ' +
    'target_id=s appsync_target(graphql_operation=s) batch_target(array_size=n job_attempts=n ' +
    'job_definition=s job_name=s) dead_letter_config(arn=s) ecs_target(enable_ecs_managed_tags=b ' +
    'enable_execute_command=b group=s launch_type=s platform_version=s propagate_tags=s tags={s ' +
    'task_count=n task_definition_arn=s capacity_provider_strategy(base=n capacity_provider=s ' +
    'weight=n) network_configuration(assign_public_ip=b security_groups=[s subnets=[s) ' +
    'ordered_placement_strategy(field=s type=s) placement_constraint(expression=s type=s)) ' +
    'http_target(header_parameters={s path_parameter_values=[s query_string_parameters={s) ' +
    'input_transformer(input_paths={s input_template=s) kinesis_target(partition_key_path=s) ' +
    'redshift_target(database=s db_user=s secrets_manager_arn=s sql=s statement_name=s ' +
    'with_event=b) retry_policy(maximum_event_age_in_seconds=n maximum_retry_attempts=n) ' +
    'run_command_targets(key=s values=[s) sagemaker_pipeline_target(pipeline_parameter_list(' +
    'name=s value=s)) sqs_target(message_group_id=s)',
  aws_cloudwatch_log_group:
    'deletion_protection_enabled=b kms_key_id=s log_group_class=s name=s name_prefix=s region=s ' +
    'retention_in_days=n skip_destroy=b tags={s',
  aws_cloudwatch_metric_alarm:
    'actions_enabled=b alarm_actions=[s alarm_description=s alarm_name=s comparison_operator=s ' +
    'datapoints_to_alarm=n dimensions={s evaluate_low_sample_count_percentiles=s ' +
    'evaluation_interval=n evaluation_periods=n extended_statistic=s ' +
    'insufficient_data_actions=[s metric_name=s namespace=s ok_actions=[s period=n region=s ' +
    'statistic=s tags={s threshold=n threshold_metric_id=s treat_missing_data=s unit=s ' +
    'evaluation_criteria(promql_criteria(pending_period=n query=s recovery_period=n)) ' +
    'metric_query(account_id=s expression=s id=s label=s period=n return_data=b metric(' +
    'dimensions={s metric_name=s namespace=s period=n stat=s unit=s)) warm_up_configuration(' +
    'only_start_evaluating_after_warm_up_period_ends=b warm_up_period_duration_in_minutes=n)',
  aws_codebuild_project:
    'auto_retry_limit=n badge_enabled=b build_timeout=n concurrent_build_limit=n description=s ' +
    'encryption_key=s name=s project_visibility=s queued_timeout=n region=s ' +
    'resource_access_role=s service_role=s source_version=s tags={s artifacts(' +
    'artifact_identifier=s bucket_owner_access=s encryption_disabled=b location=s name=s ' +
    'namespace_type=s override_artifact_name=b packaging=s path=s type=s) build_batch_config(' +
    'combine_artifacts=b service_role=s timeout_in_mins=n restrictions(compute_types_allowed=[s ' +
    'maximum_builds_allowed=n)) cache(cache_namespace=s location=s modes=[s type=s) environment(' +
    'certificate=s compute_type=s host_kernel=s image=s image_pull_credentials_type=s ' +
    'privileged_mode=b type=s docker_server(compute_type=s security_group_ids=[s) ' +
    'environment_variable(name=s type=s value=s) fleet(fleet_arn=s) registry_credential(' +
    'credential=s credential_provider=s)) file_system_locations(identifier=s location=s ' +
    'mount_options=s mount_point=s type=s) logs_config(cloudwatch_logs(group_name=s status=s ' +
    'stream_name=s) s3_logs(bucket_owner_access=s encryption_disabled=b location=s status=s)) ' +
    'secondary_artifacts(artifact_identifier=s bucket_owner_access=s encryption_disabled=b ' +
    'location=s name=s namespace_type=s override_artifact_name=b packaging=s path=s type=s) ' +
    'secondary_source_version(source_identifier=s source_version=s) secondary_sources(' +
    'buildspec=s git_clone_depth=n insecure_ssl=b location=s report_build_status=b ' +
    'source_identifier=s type=s auth(resource=s type=s) build_status_config(context=s ' +
    'target_url=s) git_submodules_config(fetch_submodules=b)) source(buildspec=s ' +
    'git_clone_depth=n insecure_ssl=b location=s report_build_status=b type=s auth(resource=s ' +
    'type=s) build_status_config(context=s target_url=s) git_submodules_config(' +
    'fetch_submodules=b)) vpc_config(security_group_ids=[s subnets=[s vpc_id=s)',
  aws_codepipeline:
    'execution_mode=s name=s pipeline_type=s region=s role_arn=s tags={s artifact_store(' +
    'location=s region=s type=s encryption_key(id=s type=s)) stage(name=s action(category=s ' +
    'commands=[s configuration={s input_artifacts=[s name=s namespace=s output_artifacts=[s ' +
    'output_variables=[s owner=s provider=s region=s role_arn=s run_order=n timeout_in_minutes=n ' +
    'version=s output_artifacts_for_compute_action(files=[s name=s)) before_entry(condition(' +
    'result=s rule(commands=[s configuration={s input_artifacts=[s name=s region=s role_arn=s ' +
    'timeout_in_minutes=n rule_type_id(category=s owner=s provider=s version=s)))) on_failure(' +
    'result=s condition(result=s rule(commands=[s configuration={s input_artifacts=[s name=s ' +
    'region=s role_arn=s timeout_in_minutes=n rule_type_id(category=s owner=s provider=s ' +
    'version=s))) retry_configuration(retry_mode=s)) on_success(condition(result=s rule(' +
    'commands=[s configuration={s input_artifacts=[s name=s region=s role_arn=s ' +
    'timeout_in_minutes=n rule_type_id(category=s owner=s provider=s version=s))))) trigger(' +
    'provider_type=s git_configuration(source_action_name=s pull_request(events=[s branches(' +
    'excludes=[s includes=[s) file_paths(excludes=[s includes=[s)) push(branches(excludes=[s ' +
    'includes=[s) file_paths(excludes=[s includes=[s) tags(excludes=[s includes=[s)))) variable(' +
    'default_value=s description=s name=s)',
  aws_codestarconnections_connection: 'host_arn=s name=s provider_type=s region=s tags={s',
  aws_db_event_subscription:
    'enabled=b event_categories=[s name=s name_prefix=s region=s sns_topic=s source_ids=[s ' +
    'source_type=s tags={s timeouts(create=s delete=s update=s)',
  aws_db_instance:
    'allocated_storage=n allow_major_version_upgrade=b apply_immediately=b ' +
    'auto_minor_version_upgrade=b availability_zone=s backup_retention_period=n backup_target=s ' +
    'backup_window=s ca_cert_identifier=s character_set_name=s copy_tags_to_snapshot=b ' +
    'custom_iam_instance_profile=s customer_owned_ip_enabled=b database_insights_mode=s ' +
    'db_name=s db_subnet_group_name=s dedicated_log_volume=b delete_automated_backups=b ' +
    'deletion_protection=b domain=s domain_auth_secret_arn=s domain_dns_ips=[s domain_fqdn=s ' +
    'domain_iam_role_name=s domain_ou=s enabled_cloudwatch_logs_exports=[s engine=s ' +
    'engine_lifecycle_support=s engine_version=s final_snapshot_identifier=s ' +
    'iam_database_authentication_enabled=b identifier=s identifier_prefix=s instance_class=s ' +
    'iops=n kms_key_id=s license_model=s maintenance_window=s manage_master_user_password=b ' +
    'master_user_secret_kms_key_id=s max_allocated_storage=n monitoring_interval=n ' +
    'monitoring_role_arn=s multi_az=b nchar_character_set_name=s network_type=s ' +
    'option_group_name=s parameter_group_name=s password=s password_wo=s password_wo_version=n ' +
    'performance_insights_enabled=b performance_insights_kms_key_id=s ' +
    'performance_insights_retention_period=n port=n publicly_accessible=b region=s ' +
    'replica_mode=s replicate_source_db=s skip_final_snapshot=b snapshot_identifier=s ' +
    'storage_encrypted=b storage_throughput=n storage_type=s tags={s timezone=s ' +
    'upgrade_storage_config=b username=s vpc_security_group_ids=[s warning_event_categories=[s ' +
    'blue_green_update(enabled=b) restore_to_point_in_time(restore_time=s ' +
    'source_db_instance_automated_backups_arn=s source_db_instance_identifier=s ' +
    'source_dbi_resource_id=s use_latest_restorable_time=b) s3_import(bucket_name=s ' +
    'bucket_prefix=s ingestion_role=s source_engine=s source_engine_version=s) timeouts(create=s ' +
    'delete=s update=s)',
  aws_db_parameter_group:
    'description=s family=s name=s name_prefix=s region=s skip_destroy=b tags={s parameter(' +
    'apply_method=s name=s value=s)',
  aws_db_subnet_group: 'description=s name=s name_prefix=s region=s subnet_ids=[s tags={s',
  aws_default_security_group:
    'egress(cidr_blocks=[s description=s from_port=n ipv6_cidr_blocks=[s prefix_list_ids=[s ' +
    'protocol=s security_groups=[s self=b to_port=n) ingress(cidr_blocks=[s description=s ' +
    'from_port=n ipv6_cidr_blocks=[s prefix_list_ids=[s protocol=s security_groups=[s self=b ' +
    'to_port=n) region=s revoke_rules_on_delete=b tags={s vpc_id=s',
  aws_docdb_cluster:
    'allow_major_version_upgrade=b apply_immediately=b availability_zones=[s ' +
    'backup_retention_period=n cluster_identifier=s cluster_identifier_prefix=s ' +
    'cluster_members=[s db_cluster_parameter_group_name=s db_subnet_group_name=s ' +
    'deletion_protection=b enabled_cloudwatch_logs_exports=[s engine=s engine_version=s ' +
    'final_snapshot_identifier=s global_cluster_identifier=s kms_key_id=s ' +
    'manage_master_user_password=b master_password=s master_password_wo=s ' +
    'master_password_wo_version=n master_username=s network_type=s port=n ' +
    'preferred_backup_window=s preferred_maintenance_window=s region=s skip_final_snapshot=b ' +
    'snapshot_identifier=s storage_encrypted=b storage_type=s tags={s vpc_security_group_ids=[s ' +
    'restore_to_point_in_time(restore_to_time=s restore_type=s source_cluster_identifier=s ' +
    'use_latest_restorable_time=b) serverless_v2_scaling_configuration(max_capacity=n ' +
    'min_capacity=n) timeouts(create=s delete=s update=s)',
  aws_docdb_cluster_instance:
    'apply_immediately=b auto_minor_version_upgrade=b availability_zone=s ca_cert_identifier=s ' +
    'certificate_rotation_restart=s cluster_identifier=s copy_tags_to_snapshot=b ' +
    'enable_performance_insights=b engine=s identifier=s identifier_prefix=s instance_class=s ' +
    'performance_insights_kms_key_id=s preferred_maintenance_window=s promotion_tier=n region=s ' +
    'tags={s timeouts(create=s delete=s update=s)',
  aws_docdb_cluster_parameter_group:
    'description=s family=s name=s name_prefix=s region=s tags={s parameter(apply_method=s ' +
    'name=s value=s)',
  aws_docdb_global_cluster:
    'database_name=s deletion_protection=b engine=s engine_version=s global_cluster_identifier=s ' +
    'region=s source_db_cluster_identifier=s storage_encrypted=b timeouts(create=s delete=s ' +
    'update=s)',
  aws_docdb_subnet_group: 'description=s name=s name_prefix=s region=s subnet_ids=[s tags={s',
  aws_dynamodb_table:
    'billing_mode=s deletion_protection_enabled=b hash_key=s name=s range_key=s read_capacity=n ' +
    'region=s restore_backup_arn=s restore_date_time=s restore_source_name=s ' +
    'restore_source_table_arn=s restore_to_latest_time=b stream_enabled=b stream_view_type=s ' +
    'table_class=s tags={s write_capacity=n attribute(name=s type=s) global_secondary_index(' +
    'hash_key=s name=s non_key_attributes=[s projection_type=s range_key=s read_capacity=n ' +
    'write_capacity=n key_schema(attribute_name=s key_type=s) on_demand_throughput(' +
    'max_read_request_units=n max_write_request_units=n) warm_throughput(read_units_per_second=n ' +
    'write_units_per_second=n)) global_table_witness(region_name=s) import_table(' +
    'input_compression_type=s input_format=s input_format_options(csv(delimiter=s ' +
    'header_list=[s)) s3_bucket_source(bucket=s bucket_owner=s key_prefix=s)) ' +
    'local_secondary_index(name=s non_key_attributes=[s projection_type=s range_key=s) ' +
    'on_demand_throughput(max_read_request_units=n max_write_request_units=n) ' +
    'point_in_time_recovery(enabled=b recovery_period_in_days=n) replica(consistency_mode=s ' +
    'deletion_protection_enabled=b kms_key_arn=s point_in_time_recovery=b propagate_tags=b ' +
    'region_name=s) server_side_encryption(enabled=b kms_key_arn=s) timeouts(create=s delete=s ' +
    'update=s) ttl(attribute_name=s enabled=b) warm_throughput(read_units_per_second=n ' +
    'write_units_per_second=n)',
  aws_ecr_lifecycle_policy: 'policy=s region=s repository=s',
  aws_ecr_replication_configuration:
    'region=s replication_configuration(rule(destination(region=s registry_id=s) ' +
    'repository_filter(filter=s filter_type=s)))',
  aws_ecr_repository:
    'force_delete=b image_tag_mutability=s name=s region=s tags={s encryption_configuration(' +
    'encryption_type=s kms_key=s) image_scanning_configuration(scan_on_push=b) ' +
    'image_tag_mutability_exclusion_filter(filter=s filter_type=s) timeouts(delete=s)',
  aws_efs_backup_policy: 'file_system_id=s region=s backup_policy(status=s)',
  aws_efs_file_system:
    'availability_zone_name=s creation_token=s encrypted=b kms_key_id=s performance_mode=s ' +
    'provisioned_throughput_in_mibps=n region=s tags={s throughput_mode=s lifecycle_policy(' +
    'transition_to_archive=s transition_to_ia=s transition_to_primary_storage_class=s) ' +
    'protection(replication_overwrite=s)',
  aws_efs_file_system_policy:
    'bypass_policy_lockout_safety_check=b file_system_id=s policy=s region=s',
  aws_efs_mount_target:
    'file_system_id=s ip_address=s ip_address_type=s ipv6_address=s region=s security_groups=[s ' +
    'subnet_id=s timeouts(create=s delete=s)',
  aws_efs_replication_configuration:
    'region=s source_file_system_id=s destination(availability_zone_name=s file_system_id=s ' +
    'kms_key_id=s region=s) timeouts(create=s delete=s)',
  aws_eip:
    'address=s associate_with_private_ip=s customer_owned_ipv4_pool=s domain=s instance=s ' +
    'ipam_pool_id=s network_border_group=s network_interface=s public_ipv4_pool=s region=s ' +
    'tags={s timeouts(delete=s read=s update=s)',
  aws_eks_access_entry:
    'cluster_name=s kubernetes_groups=[s principal_arn=s region=s tags={s type=s user_name=s ' +
    'timeouts(create=s delete=s)',
  aws_eks_access_policy_association:
    'cluster_name=s policy_arn=s principal_arn=s region=s access_scope(namespaces=[s type=s) ' +
    'timeouts(create=s delete=s)',
  aws_eks_addon:
    'addon_name=s addon_version=s cluster_name=s configuration_values=s preserve=b region=s ' +
    'resolve_conflicts_on_create=s resolve_conflicts_on_update=s service_account_role_arn=s ' +
    'tags={s namespace_config(namespace=s) pod_identity_association(role_arn=s ' +
    'service_account=s) timeouts(create=s delete=s update=s)',
  aws_eks_cluster:
    'bootstrap_self_managed_addons=b deletion_protection=b enabled_cluster_log_types=[s ' +
    'force_update_version=b name=s region=s role_arn=s tags={s version=s access_config(' +
    'authentication_mode=s bootstrap_cluster_creator_admin_permissions=b) compute_config(' +
    'enabled=b node_pools=[s node_role_arn=s) control_plane_scaling_config(tier=s) ' +
    'encryption_config(resources=[s provider(key_arn=s)) kube_api_server_config(event_ttl=s ' +
    'service_node_port_range(max_port=n min_port=n)) kube_controller_manager_config(' +
    'horizontal_pod_autoscaler_controller_config(horizontal_pod_autoscaler_sync_period=s) ' +
    'pod_gc_controller_config(terminated_pod_gc_threshold=n)) kube_scheduler_config(' +
    'node_resources_fit(scoring_strategy(type=s resource(name=s weight=n)))) ' +
    'kubernetes_network_config(ip_family=s service_ipv4_cidr=s elastic_load_balancing(' +
    'enabled=b)) outpost_config(control_plane_instance_type=s etcd_instance_type=s ' +
    'outpost_arns=[s control_plane_placement(group_name=s spread_level=s) etcd_placement(' +
    'spread_level=s)) remote_network_config(remote_node_networks(cidrs=[s) remote_pod_networks(' +
    'cidrs=[s)) storage_config(block_storage(enabled=b)) timeouts(create=s delete=s update=s) ' +
    'upgrade_policy(support_type=s) vpc_config(control_plane_egress_mode=s ' +
    'endpoint_private_access=b endpoint_public_access=b public_access_cidrs=[s ' +
    'security_group_ids=[s subnet_ids=[s) zonal_shift_config(enabled=b)',
  aws_eks_fargate_profile:
    'cluster_name=s fargate_profile_name=s pod_execution_role_arn=s region=s subnet_ids=[s ' +
    'tags={s selector(labels={s namespace=s) timeouts(create=s delete=s)',
  aws_eks_node_group:
    'ami_type=s capacity_type=s cluster_name=s disk_size=n force_update_version=b ' +
    'instance_types=[s labels={s node_group_name=s node_group_name_prefix=s node_role_arn=s ' +
    'region=s release_version=s subnet_ids=[s tags={s version=s launch_template(id=s name=s ' +
    'version=s) node_repair_config(enabled=b max_parallel_nodes_repaired_count=n ' +
    'max_parallel_nodes_repaired_percentage=n max_unhealthy_node_threshold_count=n ' +
    'max_unhealthy_node_threshold_percentage=n node_repair_config_overrides(' +
    'min_repair_wait_time_mins=n node_monitoring_condition=s node_unhealthy_reason=s ' +
    'repair_action=s)) remote_access(ec2_ssh_key=s source_security_group_ids=[s) scaling_config(' +
    'desired_size=n max_size=n min_size=n) taint(effect=s key=s value=s) timeouts(create=s ' +
    'delete=s update=s) update_config(max_unavailable=n max_unavailable_percentage=n ' +
    'update_strategy=s) warm_pool_config(max_group_prepared_capacity=n min_size=n pool_state=s ' +
    'reuse_on_scale_in=b)',
  aws_flow_log:
    'deliver_cross_account_role=s eni_id=s iam_role_arn=s log_destination=s ' +
    'log_destination_type=s log_format=s max_aggregation_interval=n region=s ' +
    'regional_nat_gateway_id=s subnet_id=s tags={s traffic_type=s ' +
    'transit_gateway_attachment_id=s transit_gateway_id=s vpc_id=s destination_options(' +
    'file_format=s hive_compatible_partitions=b per_hour_partition=b) tag_field_specification(' +
    'resource_type=s tag_keys=[s)',
  aws_globalaccelerator_accelerator:
    'enabled=b ip_address_type=s ip_addresses=[s name=s tags={s attributes(flow_logs_enabled=b ' +
    'flow_logs_s3_bucket=s flow_logs_s3_prefix=s) timeouts(create=s update=s)',
  aws_globalaccelerator_endpoint_group:
    'endpoint_group_region=s health_check_interval_seconds=n health_check_path=s ' +
    'health_check_port=n health_check_protocol=s listener_arn=s threshold_count=n ' +
    'traffic_dial_percentage=n endpoint_configuration(attachment_arn=s ' +
    'client_ip_preservation_enabled=b endpoint_id=s weight=n) port_override(endpoint_port=n ' +
    'listener_port=n) timeouts(create=s delete=s update=s)',
};
