import { expect } from 'vitest';
import type { Built } from './built.ts';

/** A role that one service account of the cluster takes (IRSA). */
const servedBy = (account: string) => ({
  statement: [
    {
      actions: ['sts:AssumeRoleWithWebIdentity'],
      condition: expect.arrayContaining([
        expect.objectContaining({ values: [`system:serviceaccount:${account}`] }),
      ]),
    },
  ],
});

/** What of the Terraform says each line: the resource, by module and address, and its arguments. */
export const built: Built = {
  'Jenkins pushes images, under a role of its own': {
    'us-east-2/add-ons data.aws_iam_policy_document.delivery_assume': servedBy('jenkins:jenkins'),
    'us-east-2/add-ons data.aws_iam_policy_document.delivery': {
      statement: expect.arrayContaining([
        expect.objectContaining({
          sid: 'Push',
          actions: expect.arrayContaining(['ecr:PutImage']),
          resources: expect.arrayContaining([expect.stringContaining('repository/web')]),
        }),
      ]),
    },
  },
  'nodes for Jenkins and other tools': {
    'us-east-2/cluster aws_eks_node_group.cluster_tools': { taint: [{ effect: 'NO_SCHEDULE' }] },
    'us-west-2/cluster aws_eks_node_group.cluster_tools': { taint: [{ effect: 'NO_SCHEDULE' }] },
  },
  'Terraform for both regions': {
    'bootstrap aws_s3_bucket.states_us_east_2': {
      region: 'us-east-2',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_us_east_2': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
    'bootstrap aws_s3_bucket.states_us_west_2': {
      region: 'us-west-2',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_us_west_2': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
  },
  'IAM Identity Center: one place to log in, by OIDC': {
    'global aws_ssoadmin_account_assignment.people_auditor': { principal_type: 'GROUP' },
  },
  'roles for each job: DevOps engineer, auditor': {
    'global aws_ssoadmin_permission_set.people_devops_engineer': { name: 'devops-engineer' },
    'global aws_ssoadmin_permission_set.people_auditor': { name: 'auditor' },
    'global aws_ssoadmin_managed_policy_attachment.people_devops_engineer_PowerUserAccess': {
      managed_policy_arn: expect.stringContaining('policy/PowerUserAccess'),
    },
    'global aws_ssoadmin_managed_policy_attachment.people_auditor_SecurityAudit': {
      managed_policy_arn: expect.stringContaining('policy/SecurityAudit'),
    },
  },
  'STS: tokens of a short life': {
    'global aws_ssoadmin_permission_set.people_devops_engineer': { session_duration: 'PT240M' },
    'global aws_ssoadmin_permission_set.people_auditor': { session_duration: 'PT60M' },
  },
  'IAM Access Analyzer': {
    'us-east-2/network aws_accessanalyzer_analyzer.access': { type: 'ACCOUNT' },
    'us-west-2/network aws_accessanalyzer_analyzer.access': { type: 'ACCOUNT' },
    'us-east-2/network aws_accessanalyzer_analyzer.access_unused': {
      configuration: [{ unused_access: [{ unused_access_age: 90 }] }],
    },
    'us-east-2/network aws_cloudwatch_event_rule.operations_access_analyzer': {
      event_pattern: expect.stringMatching(
        /"Access Analyzer Finding".*"Unused Access Finding for IAM entities"/,
      ),
    },
  },
  'EKS over several zones in each region': {
    'us-east-2/cluster aws_eks_cluster.cluster': { name: 'enterprise-cluster', version: '1.34' },
    'us-west-2/cluster aws_eks_cluster.cluster': { name: 'enterprise-cluster', version: '1.34' },
    'us-east-2/network aws_subnet.private_a': { availability_zone: 'us-east-2a' },
    'us-east-2/network aws_subnet.private_b': { availability_zone: 'us-east-2b' },
    'us-west-2/network aws_subnet.private_a': { availability_zone: 'us-west-2a' },
    'us-west-2/network aws_subnet.private_b': { availability_zone: 'us-west-2b' },
  },
  'Auto Scaling groups': {
    'us-east-2/cluster aws_eks_node_group.cluster_apps': {
      scaling_config: [{ min_size: 3, max_size: 12 }],
    },
  },
  'Fargate for bursts': {
    'us-east-2/cluster aws_eks_fargate_profile.cluster_bursts': {
      selector: [{ namespace: 'bursts' }],
    },
    'us-west-2/cluster aws_eks_fargate_profile.cluster_bursts': {
      selector: [{ namespace: 'bursts' }],
    },
  },
  'a registry in each region': {
    'us-east-2/data aws_ecr_repository.web': { name: 'web' },
    'us-west-2/data aws_ecr_repository.web': { name: 'web' },
    'us-east-2/data aws_ecr_replication_configuration.images': {
      replication_configuration: [{ rule: [{ destination: [{ region: 'us-west-2' }] }] }],
    },
  },
  'VPC with public and private subnets over several zones': {
    'us-east-2/network aws_vpc.main': { cidr_block: '10.80.0.0/16' },
    'us-west-2/network aws_vpc.main': { cidr_block: '10.81.0.0/16' },
    'us-east-2/network aws_subnet.public_c': { availability_zone: 'us-east-2c' },
    'us-east-2/network aws_subnet.private_c': { availability_zone: 'us-east-2c' },
    'us-west-2/network aws_subnet.public_c': { availability_zone: 'us-west-2c' },
    'us-west-2/network aws_subnet.private_c': { availability_zone: 'us-west-2c' },
  },
  'an ALB for layer 7': {
    'us-east-2/edge aws_lb.web_alb': { load_balancer_type: 'application' },
    'us-west-2/edge aws_lb.web_alb': { load_balancer_type: 'application' },
  },
  'an NLB for layer 4': {
    'us-east-2/edge aws_lb.partners_nlb': { load_balancer_type: 'network' },
    'us-west-2/edge aws_lb.partners_nlb': { load_balancer_type: 'network' },
  },
  'Route 53 with failover by health checks': {
    'us-east-2/edge aws_route53_record.domain': { failover_routing_policy: [{ type: 'PRIMARY' }] },
    'us-west-2/edge aws_route53_record.domain': {
      failover_routing_policy: [{ type: 'SECONDARY' }],
    },
  },
  'the NLB has a name, which fails over too': {
    'us-east-2/edge aws_route53_record.partners_domain': {
      name: 'partners.example.com',
      failover_routing_policy: [{ type: 'PRIMARY' }],
      alias: [{ name: expect.stringContaining('aws_lb.partners_nlb') }],
    },
    'us-west-2/edge aws_route53_record.partners_domain': {
      name: 'partners.example.com',
      failover_routing_policy: [{ type: 'SECONDARY' }],
      alias: [{ name: expect.stringContaining('aws_lb.partners_nlb') }],
    },
  },
  'CloudFront for static assets': {
    'global aws_cloudfront_distribution.static_cdn': {
      aliases: ['static.example.com'],
      default_root_object: 'index.html',
      origin_group: [{ member: [{ origin_id: 'us-east-2' }, { origin_id: 'us-west-2' }] }],
    },
  },
  'S3 for static assets, replicated across regions': {
    'us-east-2/data aws_s3_bucket_versioning.static_assets': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
    'us-west-2/data aws_s3_bucket_versioning.static_assets': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
    'peering aws_s3_bucket_replication_configuration.static_assets_from_us_east_2': {
      region: 'us-east-2',
      rule: [{ id: 'to-us-west-2', status: 'Enabled' }],
    },
  },
  'a name for the CDN': {
    'global aws_route53_record.static_domain': { name: 'static.example.com', type: 'A' },
  },
  'TLS, with a certificate in us-east-1 for CloudFront': {
    'global aws_acm_certificate.shop_certificate': { region: 'us-east-1' },
    'us-east-2/edge aws_acm_certificate.shop_certificate': { domain_name: 'shop.example.com' },
    'us-west-2/edge aws_acm_certificate.shop_certificate': { domain_name: 'shop.example.com' },
  },
  'RDS Multi-AZ in each region': {
    'us-east-2/data aws_db_instance.orders_db': { multi_az: true },
    'us-west-2/data aws_db_instance.orders_db': {
      multi_az: true,
      replicate_source_db: expect.stringContaining('db:enterprise-orders-db-us-east-2'),
    },
  },
  'Aurora global database': {
    'global aws_rds_global_cluster.catalog_db': { engine: 'aurora-postgresql' },
    'us-east-2/data aws_rds_cluster.catalog_db': {
      global_cluster_identifier: expect.stringContaining('local.catalog_db_global_cluster_id'),
    },
    'us-west-2/data aws_rds_cluster.catalog_db': {
      global_cluster_identifier: expect.stringContaining('local.catalog_db_global_cluster_id'),
    },
  },
  'DynamoDB global tables': {
    'peering aws_dynamodb_table.carts': {
      hash_key: 'cartId',
      replica: [{ region_name: 'us-west-2' }],
      point_in_time_recovery: [{ enabled: true }],
    },
  },
  'a service reads and writes them, under a role of its own': {
    'us-east-2/add-ons data.aws_iam_policy_document.gateway_assume': servedBy('enterprise:gateway'),
    'us-east-2/add-ons data.aws_iam_policy_document.gateway': {
      statement: [{ actions: expect.arrayContaining(['dynamodb:PutItem']) }],
    },
    'us-west-2/add-ons data.aws_iam_policy_document.gateway': {
      statement: [{ actions: expect.arrayContaining(['dynamodb:PutItem']) }],
    },
  },
  'S3 with cross-region replication for backups': {
    'peering aws_s3_bucket_replication_configuration.backups_from_us_east_2': {
      region: 'us-east-2',
    },
    'us-west-2/data aws_s3_bucket_versioning.backups': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
  },
  "Datadog's keys, in both regions": {
    'us-east-2/data aws_secretsmanager_secret.tokens_datadog_api': {
      replica: [{ region: 'us-west-2' }],
    },
  },
  CloudWatch: {
    'us-east-2/data aws_cloudwatch_metric_alarm.catalog_db_replication_lag': {
      metric_query: [{ expression: expect.stringContaining('MAX(AuroraGlobalDBReplicationLag)') }],
    },
    'us-west-2/data aws_cloudwatch_metric_alarm.catalog_db_replication_lag': {
      metric_query: [{ expression: expect.stringContaining('MAX(AuroraGlobalDBReplicationLag)') }],
    },
    'us-east-2/add-ons aws_cloudwatch_composite_alarm.alarms': {
      alarm_rule: expect.stringContaining('enterprise-catalog-db-cpu'),
    },
  },
  'EventBridge to SNS: e-mail and SMS': {
    'us-east-2/network aws_cloudwatch_event_target.operations_health': {
      arn: expect.stringContaining('aws_sns_topic.operations'),
    },
    'us-west-2/network aws_cloudwatch_event_target.operations_health': {
      arn: expect.stringContaining('aws_sns_topic.operations'),
    },
    'us-east-2/network aws_sns_topic_subscription.operations_email_1': {
      protocol: 'email',
      endpoint: 'operations@example.com',
    },
    'us-east-2/network aws_sns_topic_subscription.operations_sms_1': {
      protocol: 'sms',
      endpoint: '+15555550100',
    },
    'us-west-2/network aws_sns_topic_subscription.operations_email_1': { protocol: 'email' },
    'us-west-2/network aws_sns_topic_subscription.operations_sms_1': { protocol: 'sms' },
  },
  'WAF and Shield': {
    'global aws_wafv2_web_acl.wall': { region: 'us-east-1', scope: 'CLOUDFRONT' },
    'us-east-2/edge aws_wafv2_web_acl.wall': { scope: 'REGIONAL' },
    'us-west-2/edge aws_wafv2_web_acl.wall': { scope: 'REGIONAL' },
    'us-east-2/edge aws_wafv2_web_acl_association.wall_web_alb': {
      resource_arn: expect.stringContaining('aws_lb.web_alb'),
    },
    'us-west-2/edge aws_wafv2_web_acl_association.wall_web_alb': {
      resource_arn: expect.stringContaining('aws_lb.web_alb'),
    },
    'global aws_cloudfront_distribution.static_cdn': {
      web_acl_id: expect.stringContaining('aws_wafv2_web_acl.wall'),
    },
  },
  'data encrypted, with keys in both regions': {
    'global aws_kms_key.data_key_us_east_2': { multi_region: true, enable_key_rotation: true },
    'global aws_kms_replica_key.data_key_us_west_2': { region: 'us-west-2' },
  },
  'active and passive region': {
    'us-east-2/edge aws_route53_record.domain': { set_identifier: 'us-east-2' },
    'us-west-2/edge aws_route53_record.domain': { set_identifier: 'us-west-2' },
  },
};
