/**
 * What Terraform of ours always says, whatever the platform: a row for a type of resource, its
 * arguments by their path. Every switch that is written has to stand here: a boolean, or one of
 * AWS's words in capitals.
 */

/** A value, one of several, or what an expression has to be like; `holds`: at least these. */
export type Said =
  | string
  | number
  | boolean
  | RegExp
  | readonly (string | number | boolean)[]
  | { readonly holds: readonly string[] };

/** A path that ends in `?` is looked at where it is said; any other has to be said. */
export interface Row {
  readonly [path: string]: Said;
}

/** An expression that has an attribute of a resource of this module in it. */
const of = (type: string) => new RegExp(`(?<![\\w.])${type}\\.\\w+`);
/** Or what a lower layer tells of it, in a parameter. */
const orTold = (type: string, name: string) =>
  new RegExp(`(?<![\\w.])(${type}\\.\\w+|local\\.\\w*${name})`);

const key = orTold('aws_kms_(replica_)?key', 'key_arn');
const subnets = /local\.\w*network_\w*subnet_ids/;
const vpc = orTold('aws_vpc', 'network_vpc_id');
const policy = of('data.aws_iam_policy_document');
/** RDS, DocumentDB: 1 to 35 days; none at all switches replicas off too. */
const retention = /^([1-9]|[12]\d|3[0-5])$/;
const authority = /^rds-ca-rsa\d+-g\d$/;

const databases = {
  aws_db_instance: {
    auto_minor_version_upgrade: true,
    backup_retention_period: retention,
    backup_window: /^\d\d:\d\d-\d\d:\d\d$/,
    ca_cert_identifier: authority,
    copy_tags_to_snapshot: true,
    db_subnet_group_name: of('aws_db_subnet_group'),
    deletion_protection: true,
    enabled_cloudwatch_logs_exports: { holds: ['postgresql', 'upgrade'] },
    'final_snapshot_identifier?': /-final$/,
    iam_database_authentication_enabled: true,
    kms_key_id: key,
    maintenance_window: /^[a-z]{3}:\d\d:\d\d-[a-z]{3}:\d\d:\d\d$/,
    'manage_master_user_password?': true,
    'master_user_secret_kms_key_id?': key,
    monitoring_interval: 60,
    monitoring_role_arn: of('aws_iam_role'),
    multi_az: [true, false],
    parameter_group_name: of('aws_db_parameter_group'),
    performance_insights_enabled: true,
    performance_insights_kms_key_id: key,
    publicly_accessible: false,
    skip_final_snapshot: [true, false],
    storage_encrypted: true,
    storage_type: 'gp3',
    vpc_security_group_ids: of('aws_security_group'),
    'lifecycle.ignore_changes': { holds: ['replicate_source_db'] },
  },
  aws_db_parameter_group: { 'lifecycle.create_before_destroy': true },
  aws_db_subnet_group: { subnet_ids: subnets },
  aws_rds_cluster: {
    backup_retention_period: retention,
    copy_tags_to_snapshot: true,
    db_cluster_parameter_group_name: of('aws_rds_cluster_parameter_group'),
    db_subnet_group_name: of('aws_db_subnet_group'),
    deletion_protection: true,
    enabled_cloudwatch_logs_exports: ['audit', 'error', 'slowquery', 'postgresql'],
    final_snapshot_identifier: /-final$/,
    iam_database_authentication_enabled: true,
    kms_key_id: key,
    'manage_master_user_password?': true,
    'master_user_secret_kms_key_id?': key,
    preferred_backup_window: /^\d\d:\d\d-\d\d:\d\d$/,
    preferred_maintenance_window: /^[a-z]{3}:\d\d:\d\d-[a-z]{3}:\d\d:\d\d$/,
    skip_final_snapshot: false,
    storage_encrypted: true,
    vpc_security_group_ids: of('aws_security_group'),
    'lifecycle.ignore_changes': {
      holds: ['global_cluster_identifier', 'replication_source_identifier', 'engine_version'],
    },
  },
  aws_rds_cluster_instance: {
    auto_minor_version_upgrade: true,
    ca_cert_identifier: authority,
    copy_tags_to_snapshot: true,
    engine: of('aws_rds_cluster'),
    engine_version: of('aws_rds_cluster'),
    monitoring_interval: 60,
    monitoring_role_arn: of('aws_iam_role'),
    performance_insights_enabled: true,
    performance_insights_kms_key_id: key,
    publicly_accessible: false,
  },
  aws_rds_cluster_parameter_group: {
    'lifecycle.create_before_destroy': true,
    'parameter.value': /^[\w,]+$/,
  },
  aws_rds_global_cluster: {
    deletion_protection: true,
    storage_encrypted: true,
    'lifecycle.ignore_changes': { holds: ['engine_version'] },
  },
  aws_docdb_cluster: {
    backup_retention_period: retention,
    db_cluster_parameter_group_name: of('aws_docdb_cluster_parameter_group'),
    db_subnet_group_name: of('aws_docdb_subnet_group'),
    deletion_protection: true,
    enabled_cloudwatch_logs_exports: { holds: ['audit', 'profiler'] },
    final_snapshot_identifier: /-final$/,
    kms_key_id: key,
    'manage_master_user_password?': true,
    skip_final_snapshot: false,
    storage_encrypted: true,
    vpc_security_group_ids: of('aws_security_group'),
    'lifecycle.ignore_changes': { holds: ['global_cluster_identifier', 'engine_version'] },
  },
  aws_docdb_cluster_instance: {
    auto_minor_version_upgrade: true,
    ca_cert_identifier: authority,
    copy_tags_to_snapshot: true,
    enable_performance_insights: true,
    performance_insights_kms_key_id: key,
  },
  aws_docdb_cluster_parameter_group: { 'lifecycle.create_before_destroy': true },
  aws_docdb_global_cluster: { deletion_protection: true, storage_encrypted: true },
  aws_docdb_subnet_group: { subnet_ids: subnets },
  aws_dynamodb_table: {
    billing_mode: 'PAY_PER_REQUEST',
    deletion_protection_enabled: true,
    'point_in_time_recovery.enabled': true,
    'replica.deletion_protection_enabled': true,
    'replica.kms_key_arn': /key_arn/,
    'replica.point_in_time_recovery': true,
    'replica.propagate_tags': true,
    'server_side_encryption.enabled': true,
    'server_side_encryption.kms_key_arn': key,
    stream_enabled: true,
    stream_view_type: 'NEW_AND_OLD_IMAGES',
    'ttl.enabled?': true,
  },
} as const;

const stores = {
  aws_ami_copy: { encrypted: true, kms_key_id: key, 'lifecycle.create_before_destroy': true },
  aws_ecr_replication_configuration: {
    'replication_configuration.rule.repository_filter.filter_type': 'PREFIX_MATCH',
  },
  aws_ecr_repository: {
    'encryption_configuration.encryption_type': 'KMS',
    'encryption_configuration.kms_key': key,
    'image_scanning_configuration.scan_on_push': true,
    image_tag_mutability: 'IMMUTABLE',
  },
  aws_efs_backup_policy: { 'backup_policy.status': 'ENABLED' },
  aws_efs_file_system: {
    encrypted: true,
    kms_key_id: key,
    'lifecycle.ignore_changes': { holds: ['protection'] },
    'protection.replication_overwrite': ['ENABLED', 'DISABLED'],
  },
  aws_efs_file_system_policy: { policy },
  aws_efs_mount_target: { security_groups: of('aws_security_group'), subnet_id: subnets },
  aws_s3_bucket: { 'lifecycle.prevent_destroy?': true },
  aws_s3_bucket_policy: { policy },
  aws_s3_bucket_lifecycle_configuration: {
    'rule.abort_incomplete_multipart_upload.days_after_initiation': 7,
    'rule.noncurrent_version_expiration.noncurrent_days': /^\d+$/,
    'rule.status': 'Enabled',
  },
  aws_s3_bucket_public_access_block: {
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  },
  aws_s3_bucket_replication_configuration: {
    role: of('aws_iam_role'),
    'rule.delete_marker_replication.status': 'Enabled',
    'rule.destination.encryption_configuration.replica_kms_key_id': key,
    'rule.source_selection_criteria.sse_kms_encrypted_objects.status': 'Enabled',
    'rule.status': 'Enabled',
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    'rule.apply_server_side_encryption_by_default.kms_master_key_id': key,
    'rule.apply_server_side_encryption_by_default.sse_algorithm': 'aws:kms',
    'rule.bucket_key_enabled': true,
  },
  aws_s3_bucket_versioning: { 'versioning_configuration.status': 'Enabled' },
  aws_secretsmanager_secret: { kms_key_id: key, recovery_window_in_days: 30 },
  aws_secretsmanager_secret_rotation: { rotate_immediately: false },
} as const;

const compute = {
  aws_autoscaling_group: {
    health_check_type: 'ELB',
    'instance_refresh.strategy': 'Rolling',
    'lifecycle.ignore_changes': { holds: ['desired_capacity'] },
    'tag.propagate_at_launch?': true,
    vpc_zone_identifier: subnets,
  },
  aws_eks_access_policy_association: { 'access_scope.type': 'cluster' },
  aws_eks_addon: {
    resolve_conflicts_on_create: 'OVERWRITE',
    resolve_conflicts_on_update: 'PRESERVE',
  },
  aws_eks_cluster: {
    'access_config.authentication_mode': 'API',
    'access_config.bootstrap_cluster_creator_admin_permissions': false,
    bootstrap_self_managed_addons: false,
    deletion_protection: true,
    enabled_cluster_log_types: { holds: ['api', 'audit', 'authenticator'] },
    'encryption_config.provider.key_arn': key,
    'encryption_config.resources': 'secrets',
    role_arn: of('aws_iam_role'),
    'upgrade_policy.support_type': 'STANDARD',
    'vpc_config.endpoint_private_access': true,
    'vpc_config.endpoint_public_access': [true, false],
    // Whom the endpoint answers is asked: no range has a default.
    'vpc_config.public_access_cidrs?': /^\$\{var\.\w+\}$/,
    'vpc_config.subnet_ids': subnets,
    'zonal_shift_config.enabled': true,
  },
  aws_eks_fargate_profile: { pod_execution_role_arn: of('aws_iam_role'), subnet_ids: subnets },
  aws_eks_node_group: {
    ami_type: /^(AL2023|BOTTLEROCKET)_/,
    capacity_type: ['ON_DEMAND', 'SPOT'],
    'launch_template.id': of('aws_launch_template'),
    'launch_template.version': of('aws_launch_template'),
    'lifecycle.ignore_changes': { holds: ['scaling_config[0].desired_size'] },
    node_role_arn: of('aws_iam_role'),
    subnet_ids: subnets,
    'taint.effect?': 'NO_SCHEDULE',
    'update_config.max_unavailable_percentage': 33,
  },
  aws_launch_template: {
    // The root's name is the image's: of Amazon Linux 2023 for EKS, or what the image says.
    'block_device_mappings.device_name': /^(\/dev\/xvda|\$\{local\.\w+_root_device_name\})$/,
    'block_device_mappings.ebs.delete_on_termination': 'true',
    'block_device_mappings.ebs.encrypted': 'true',
    'block_device_mappings.ebs.kms_key_id': key,
    'metadata_options.http_endpoint': 'enabled',
    'metadata_options.http_put_response_hop_limit': 1,
    'metadata_options.http_tokens': 'required',
    'monitoring.enabled': true,
    'update_default_version?': true,
    'vpc_security_group_ids?': of('aws_security_group'),
  },
  helm_release: { atomic: true, create_namespace: true, version: /^\d+\.\d+\.\d+$/ },
} as const;

const entrance = {
  aws_acm_certificate: { 'lifecycle.create_before_destroy': true, validation_method: 'DNS' },
  aws_cloudfront_distribution: {
    'default_cache_behavior.allowed_methods': ['GET', 'HEAD', 'OPTIONS'],
    'default_cache_behavior.cached_methods': ['GET', 'HEAD'],
    'default_cache_behavior.compress': true,
    'default_cache_behavior.response_headers_policy_id': of(
      'aws_cloudfront_response_headers_policy',
    ),
    'default_cache_behavior.viewer_protocol_policy': 'redirect-to-https',
    enabled: true,
    is_ipv6_enabled: true,
    'origin.origin_access_control_id': of('aws_cloudfront_origin_access_control'),
    'viewer_certificate.minimum_protocol_version': 'TLSv1.2_2021',
  },
  aws_cloudfront_origin_access_control: { signing_behavior: 'always', signing_protocol: 'sigv4' },
  aws_cloudfront_response_headers_policy: {
    'security_headers_config.content_type_options.override': true,
    'security_headers_config.frame_options.frame_option': 'DENY',
    'security_headers_config.frame_options.override': true,
    'security_headers_config.referrer_policy.override': true,
    'security_headers_config.strict_transport_security.access_control_max_age_sec': 31_536_000,
    'security_headers_config.strict_transport_security.include_subdomains': true,
    'security_headers_config.strict_transport_security.override': true,
    'security_headers_config.strict_transport_security.preload': true,
  },
  aws_globalaccelerator_accelerator: { enabled: true, ip_address_type: 'IPV4' },
  aws_globalaccelerator_endpoint_group: {
    'endpoint_configuration.client_ip_preservation_enabled': true,
    'endpoint_configuration.endpoint_id': orTold('aws_lb', 'alb_arn'),
    health_check_protocol: 'HTTPS',
    'lifecycle.ignore_changes': { holds: ['traffic_dial_percentage'] },
  },
  aws_globalaccelerator_listener: { protocol: 'TCP' },
  aws_lb: {
    'drop_invalid_header_fields?': true,
    enable_cross_zone_load_balancing: true,
    enable_deletion_protection: true,
    internal: false,
    security_groups: of('aws_security_group'),
    subnets,
  },
  aws_lb_listener: {
    'default_action.redirect.protocol?': 'HTTPS',
    'default_action.redirect.status_code?': 'HTTP_301',
    protocol: ['HTTPS', 'HTTP', 'TLS'],
    'ssl_policy?': /^ELBSecurityPolicy-TLS13-1-2/,
  },
  aws_lb_target_group: { 'health_check.protocol': 'HTTP', protocol: ['HTTP', 'TCP'] },
  aws_route53_health_check: { measure_latency: true, type: 'HTTPS' },
  aws_route53_record: {
    'alias.evaluate_target_health?': [true, false],
    'allow_overwrite?': true,
    'failover_routing_policy.type?': ['PRIMARY', 'SECONDARY'],
    'geolocation_routing_policy.continent?': ['NA', 'SA', 'AF', 'AS', 'EU', 'OC', 'AN'],
  },
  aws_wafv2_web_acl: {
    'rule.statement.rate_based_statement.aggregate_key_type': 'IP',
    'rule.visibility_config.cloudwatch_metrics_enabled': true,
    'rule.visibility_config.sampled_requests_enabled': true,
    'rule.statement.managed_rule_group_statement.vendor_name': 'AWS',
    scope: ['CLOUDFRONT', 'REGIONAL'],
    'visibility_config.cloudwatch_metrics_enabled': true,
    'visibility_config.sampled_requests_enabled': true,
  },
  aws_wafv2_web_acl_logging_configuration: {
    log_destination_configs: of('aws_cloudwatch_log_group'),
    'redacted_fields.single_header.name': ['authorization', 'cookie'],
  },
} as const;

const around = {
  aws_accessanalyzer_analyzer: { type: ['ACCOUNT', 'ACCOUNT_UNUSED_ACCESS'] },
  aws_chatbot_slack_channel_configuration: {
    guardrail_policy_arns: /policy\/CloudWatchReadOnlyAccess$/,
    logging_level: 'ERROR',
    slack_channel_id: /^C/,
    slack_team_id: /^T/,
  },
  aws_cloudwatch_event_target: { arn: of('aws_sns_topic') },
  aws_cloudwatch_log_group: { kms_key_id: key, retention_in_days: 365 },
  aws_cloudwatch_metric_alarm: {
    'actions_enabled?': [true, false],
    alarm_actions: orTold('aws_sns_topic', 'topic_arn'),
    'metric_query.period?': 60,
    'metric_query.return_data?': true,
    'period?': 60,
    treat_missing_data: ['missing', 'notBreaching', 'breaching'],
  },
  aws_codebuild_project: {
    'artifacts.type': 'CODEPIPELINE',
    encryption_key: key,
    'environment.compute_type': 'BUILD_GENERAL1_SMALL',
    'environment.environment_variable.name?': /^[A-Z_]+$/,
    'environment.privileged_mode': [true, false],
    'environment.type': 'LINUX_CONTAINER',
    'logs_config.cloudwatch_logs.group_name': of('aws_cloudwatch_log_group'),
    'source.type': 'CODEPIPELINE',
  },
  aws_codepipeline: {
    'artifact_store.encryption_key.id': key,
    'artifact_store.encryption_key.type': 'KMS',
    'artifact_store.type': 'S3',
    execution_mode: 'QUEUED',
    pipeline_type: 'V2',
    'stage.action.owner': 'AWS',
  },
  aws_db_event_subscription: { sns_topic: orTold('aws_sns_topic', 'topic_arn') },
  aws_default_security_group: { vpc_id: vpc },
  aws_flow_log: { log_destination: of('aws_cloudwatch_log_group'), traffic_type: 'ALL' },
  aws_iam_role: { assume_role_policy: policy },
  aws_iam_role_policy: { policy, role: of('aws_iam_role') },
  aws_iam_openid_connect_provider: { client_id_list: 'sts.amazonaws.com' },
  aws_kms_key: { enable_key_rotation: true, 'multi_region?': true, policy },
  aws_kms_replica_key: { policy },
  aws_security_group: { vpc_id: vpc },
  aws_sns_topic: { kms_master_key_id: key },
  aws_sns_topic_policy: { policy },
  aws_ssoadmin_account_assignment: { principal_type: 'GROUP', target_type: 'AWS_ACCOUNT' },
  aws_ssoadmin_permission_set: { session_duration: /^PT\d+M$/ },
  aws_vpc: { enable_dns_hostnames: true, enable_dns_support: true },
  aws_vpc_peering_connection_accepter: {
    auto_accept: true,
    vpc_peering_connection_id: of('aws_vpc_peering_connection'),
  },
} as const;

export const always: { readonly [type: string]: Row } = {
  ...databases,
  ...stores,
  ...compute,
  ...entrance,
  ...around,
};
