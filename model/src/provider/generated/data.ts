// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export interface AwsDataSources<E> {
  readonly aws_acm_certificate: import('./aws-acm-certificate-data.ts').Binding<E>;
  readonly aws_ami: import('./aws-ami-data.ts').Binding<E>;
  readonly aws_autoscaling_group: import('./aws-autoscaling-group-data.ts').Binding<E>;
  readonly aws_autoscaling_groups: import('./aws-autoscaling-groups-data.ts').Binding<E>;
  readonly aws_availability_zones: import('./aws-availability-zones-data.ts').Binding<E>;
  readonly aws_caller_identity: import('./aws-caller-identity-data.ts').Binding;
  readonly aws_cloudfront_cache_policy: import('./aws-cloudfront-cache-policy-data.ts').Binding<E>;
  readonly aws_cloudfront_distribution: import('./aws-cloudfront-distribution-data.ts').Binding<E>;
  readonly aws_db_instance: import('./aws-db-instance-data.ts').Binding<E>;
  readonly aws_dynamodb_table: import('./aws-dynamodb-table-data.ts').Binding<E>;
  readonly aws_ecr_repository: import('./aws-ecr-repository-data.ts').Binding<E>;
  readonly aws_efs_file_system: import('./aws-efs-file-system-data.ts').Binding<E>;
  readonly aws_eks_cluster: import('./aws-eks-cluster-data.ts').Binding<E>;
  readonly aws_globalaccelerator_accelerator:
    import('./aws-globalaccelerator-accelerator-data.ts').Binding<E>;
  readonly aws_iam_openid_connect_provider:
    import('./aws-iam-openid-connect-provider-data.ts').Binding<E>;
  readonly aws_iam_policy_document: import('./aws-iam-policy-document-data.ts').Binding<E>;
  readonly aws_identitystore_group: import('./aws-identitystore-group-data.ts').Binding<E>;
  readonly aws_key_pair: import('./aws-key-pair-data.ts').Binding<E>;
  readonly aws_kms_key: import('./aws-kms-key-data.ts').Binding<E>;
  readonly aws_launch_template: import('./aws-launch-template-data.ts').Binding<E>;
  readonly aws_lb: import('./aws-lb-data.ts').Binding<E>;
  readonly aws_partition: import('./aws-partition-data.ts').Binding;
  readonly aws_rds_cluster: import('./aws-rds-cluster-data.ts').Binding<E>;
  readonly aws_resourcegroupstaggingapi_resources:
    import('./aws-resourcegroupstaggingapi-resources-data.ts').Binding<E>;
  readonly aws_route53_zone: import('./aws-route53-zone-data.ts').Binding<E>;
  readonly aws_route_tables: import('./aws-route-tables-data.ts').Binding<E>;
  readonly aws_s3_bucket: import('./aws-s3-bucket-data.ts').Binding<E>;
  readonly aws_secretsmanager_secret: import('./aws-secretsmanager-secret-data.ts').Binding<E>;
  readonly aws_sns_topic: import('./aws-sns-topic-data.ts').Binding<E>;
  readonly aws_ssm_parameter: import('./aws-ssm-parameter-data.ts').Binding<E>;
  readonly aws_ssoadmin_instances: import('./aws-ssoadmin-instances-data.ts').Binding<E>;
  readonly aws_subnets: import('./aws-subnets-data.ts').Binding<E>;
  readonly aws_vpc: import('./aws-vpc-data.ts').Binding<E>;
  readonly aws_wafv2_web_acl: import('./aws-wafv2-web-acl-data.ts').Binding<E>;
}
