// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export interface AwsResources<E> {
  readonly aws_accessanalyzer_analyzer: import('./aws-accessanalyzer-analyzer.ts').Binding<E>;
  readonly aws_acm_certificate: import('./aws-acm-certificate.ts').Binding<E>;
  readonly aws_acm_certificate_validation: import('./aws-acm-certificate-validation.ts').Binding<E>;
  readonly aws_ami_copy: import('./aws-ami-copy.ts').Binding<E>;
  readonly aws_autoscaling_attachment: import('./aws-autoscaling-attachment.ts').Binding<E>;
  readonly aws_autoscaling_group: import('./aws-autoscaling-group.ts').Binding<E>;
  readonly aws_chatbot_slack_channel_configuration:
    import('./aws-chatbot-slack-channel-configuration.ts').Binding<E>;
  readonly aws_cloudfront_distribution: import('./aws-cloudfront-distribution.ts').Binding<E>;
  readonly aws_cloudfront_origin_access_control:
    import('./aws-cloudfront-origin-access-control.ts').Binding<E>;
  readonly aws_cloudfront_response_headers_policy:
    import('./aws-cloudfront-response-headers-policy.ts').Binding<E>;
  readonly aws_cloudwatch_composite_alarm: import('./aws-cloudwatch-composite-alarm.ts').Binding<E>;
  readonly aws_cloudwatch_event_rule: import('./aws-cloudwatch-event-rule.ts').Binding<E>;
  readonly aws_cloudwatch_event_target: import('./aws-cloudwatch-event-target.ts').Binding<E>;
  readonly aws_cloudwatch_log_group: import('./aws-cloudwatch-log-group.ts').Binding<E>;
  readonly aws_cloudwatch_metric_alarm: import('./aws-cloudwatch-metric-alarm.ts').Binding<E>;
  readonly aws_codebuild_project: import('./aws-codebuild-project.ts').Binding<E>;
  readonly aws_codepipeline: import('./aws-codepipeline.ts').Binding<E>;
  readonly aws_codestarconnections_connection:
    import('./aws-codestarconnections-connection.ts').Binding<E>;
  readonly aws_db_event_subscription: import('./aws-db-event-subscription.ts').Binding<E>;
  readonly aws_db_instance: import('./aws-db-instance.ts').Binding<E>;
  readonly aws_db_parameter_group: import('./aws-db-parameter-group.ts').Binding<E>;
  readonly aws_db_subnet_group: import('./aws-db-subnet-group.ts').Binding<E>;
  readonly aws_default_security_group: import('./aws-default-security-group.ts').Binding<E>;
  readonly aws_docdb_cluster: import('./aws-docdb-cluster.ts').Binding<E>;
  readonly aws_docdb_cluster_instance: import('./aws-docdb-cluster-instance.ts').Binding<E>;
  readonly aws_docdb_cluster_parameter_group:
    import('./aws-docdb-cluster-parameter-group.ts').Binding<E>;
  readonly aws_docdb_global_cluster: import('./aws-docdb-global-cluster.ts').Binding<E>;
  readonly aws_docdb_subnet_group: import('./aws-docdb-subnet-group.ts').Binding<E>;
  readonly aws_dynamodb_table: import('./aws-dynamodb-table.ts').Binding<E>;
  readonly aws_ecr_lifecycle_policy: import('./aws-ecr-lifecycle-policy.ts').Binding<E>;
  readonly aws_ecr_replication_configuration:
    import('./aws-ecr-replication-configuration.ts').Binding<E>;
  readonly aws_ecr_repository: import('./aws-ecr-repository.ts').Binding<E>;
  readonly aws_efs_backup_policy: import('./aws-efs-backup-policy.ts').Binding<E>;
  readonly aws_efs_file_system: import('./aws-efs-file-system.ts').Binding<E>;
  readonly aws_efs_file_system_policy: import('./aws-efs-file-system-policy.ts').Binding<E>;
  readonly aws_efs_mount_target: import('./aws-efs-mount-target.ts').Binding<E>;
  readonly aws_efs_replication_configuration:
    import('./aws-efs-replication-configuration.ts').Binding<E>;
  readonly aws_eip: import('./aws-eip.ts').Binding<E>;
  readonly aws_eks_access_entry: import('./aws-eks-access-entry.ts').Binding<E>;
  readonly aws_eks_access_policy_association:
    import('./aws-eks-access-policy-association.ts').Binding<E>;
  readonly aws_eks_addon: import('./aws-eks-addon.ts').Binding<E>;
  readonly aws_eks_cluster: import('./aws-eks-cluster.ts').Binding<E>;
  readonly aws_eks_fargate_profile: import('./aws-eks-fargate-profile.ts').Binding<E>;
  readonly aws_eks_node_group: import('./aws-eks-node-group.ts').Binding<E>;
  readonly aws_flow_log: import('./aws-flow-log.ts').Binding<E>;
  readonly aws_globalaccelerator_accelerator:
    import('./aws-globalaccelerator-accelerator.ts').Binding<E>;
  readonly aws_globalaccelerator_endpoint_group:
    import('./aws-globalaccelerator-endpoint-group.ts').Binding<E>;
  readonly aws_globalaccelerator_listener: import('./aws-globalaccelerator-listener.ts').Binding<E>;
  readonly aws_iam_instance_profile: import('./aws-iam-instance-profile.ts').Binding<E>;
  readonly aws_iam_openid_connect_provider:
    import('./aws-iam-openid-connect-provider.ts').Binding<E>;
  readonly aws_iam_role: import('./aws-iam-role.ts').Binding<E>;
  readonly aws_iam_role_policy: import('./aws-iam-role-policy.ts').Binding<E>;
  readonly aws_iam_role_policy_attachment: import('./aws-iam-role-policy-attachment.ts').Binding<E>;
  readonly aws_internet_gateway: import('./aws-internet-gateway.ts').Binding<E>;
  readonly aws_key_pair: import('./aws-key-pair.ts').Binding<E>;
  readonly aws_kms_alias: import('./aws-kms-alias.ts').Binding<E>;
  readonly aws_kms_key: import('./aws-kms-key.ts').Binding<E>;
  readonly aws_kms_replica_key: import('./aws-kms-replica-key.ts').Binding<E>;
  readonly aws_launch_template: import('./aws-launch-template.ts').Binding<E>;
  readonly aws_lb: import('./aws-lb.ts').Binding<E>;
  readonly aws_lb_listener: import('./aws-lb-listener.ts').Binding<E>;
  readonly aws_lb_listener_rule: import('./aws-lb-listener-rule.ts').Binding<E>;
  readonly aws_lb_target_group: import('./aws-lb-target-group.ts').Binding<E>;
  readonly aws_nat_gateway: import('./aws-nat-gateway.ts').Binding<E>;
  readonly aws_network_acl: import('./aws-network-acl.ts').Binding<E>;
  readonly aws_rds_cluster: import('./aws-rds-cluster.ts').Binding<E>;
  readonly aws_rds_cluster_instance: import('./aws-rds-cluster-instance.ts').Binding<E>;
  readonly aws_rds_cluster_parameter_group:
    import('./aws-rds-cluster-parameter-group.ts').Binding<E>;
  readonly aws_rds_global_cluster: import('./aws-rds-global-cluster.ts').Binding<E>;
  readonly aws_route: import('./aws-route.ts').Binding<E>;
  readonly aws_route53_health_check: import('./aws-route53-health-check.ts').Binding<E>;
  readonly aws_route53_record: import('./aws-route53-record.ts').Binding<E>;
  readonly aws_route53_zone: import('./aws-route53-zone.ts').Binding<E>;
  readonly aws_route_table: import('./aws-route-table.ts').Binding<E>;
  readonly aws_route_table_association: import('./aws-route-table-association.ts').Binding<E>;
  readonly aws_s3_bucket: import('./aws-s3-bucket.ts').Binding<E>;
  readonly aws_s3_bucket_lifecycle_configuration:
    import('./aws-s3-bucket-lifecycle-configuration.ts').Binding<E>;
  readonly aws_s3_bucket_policy: import('./aws-s3-bucket-policy.ts').Binding<E>;
  readonly aws_s3_bucket_public_access_block:
    import('./aws-s3-bucket-public-access-block.ts').Binding<E>;
  readonly aws_s3_bucket_replication_configuration:
    import('./aws-s3-bucket-replication-configuration.ts').Binding<E>;
  readonly aws_s3_bucket_server_side_encryption_configuration:
    import('./aws-s3-bucket-server-side-encryption-configuration.ts').Binding<E>;
  readonly aws_s3_bucket_versioning: import('./aws-s3-bucket-versioning.ts').Binding<E>;
  readonly aws_secretsmanager_secret: import('./aws-secretsmanager-secret.ts').Binding<E>;
  readonly aws_secretsmanager_secret_rotation:
    import('./aws-secretsmanager-secret-rotation.ts').Binding<E>;
  readonly aws_secretsmanager_secret_version:
    import('./aws-secretsmanager-secret-version.ts').Binding<E>;
  readonly aws_security_group: import('./aws-security-group.ts').Binding<E>;
  readonly aws_shield_protection: import('./aws-shield-protection.ts').Binding<E>;
  readonly aws_sns_topic: import('./aws-sns-topic.ts').Binding<E>;
  readonly aws_sns_topic_policy: import('./aws-sns-topic-policy.ts').Binding<E>;
  readonly aws_sns_topic_subscription: import('./aws-sns-topic-subscription.ts').Binding<E>;
  readonly aws_ssm_parameter: import('./aws-ssm-parameter.ts').Binding<E>;
  readonly aws_ssoadmin_account_assignment:
    import('./aws-ssoadmin-account-assignment.ts').Binding<E>;
  readonly aws_ssoadmin_managed_policy_attachment:
    import('./aws-ssoadmin-managed-policy-attachment.ts').Binding<E>;
  readonly aws_ssoadmin_permission_set: import('./aws-ssoadmin-permission-set.ts').Binding<E>;
  readonly aws_subnet: import('./aws-subnet.ts').Binding<E>;
  readonly aws_vpc: import('./aws-vpc.ts').Binding<E>;
  readonly aws_vpc_endpoint: import('./aws-vpc-endpoint.ts').Binding<E>;
  readonly aws_vpc_peering_connection: import('./aws-vpc-peering-connection.ts').Binding<E>;
  readonly aws_vpc_peering_connection_accepter:
    import('./aws-vpc-peering-connection-accepter.ts').Binding<E>;
  readonly aws_vpc_security_group_egress_rule:
    import('./aws-vpc-security-group-egress-rule.ts').Binding<E>;
  readonly aws_vpc_security_group_ingress_rule:
    import('./aws-vpc-security-group-ingress-rule.ts').Binding<E>;
  readonly aws_wafv2_web_acl: import('./aws-wafv2-web-acl.ts').Binding<E>;
  readonly aws_wafv2_web_acl_association: import('./aws-wafv2-web-acl-association.ts').Binding<E>;
  readonly aws_wafv2_web_acl_logging_configuration:
    import('./aws-wafv2-web-acl-logging-configuration.ts').Binding<E>;
}
