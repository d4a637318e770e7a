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

const pushedTo = {
  name: 'REGISTRIES',
  value: expect.stringMatching(/ap-northeast-2\.amazonaws\.com .*ap-northeast-1\.amazonaws\.com$/),
};

/** What of the Terraform says each line: the resource, by module and address, and its arguments. */
export const built: Built = {
  'Aurora (MySQL) for records': {
    'ap-northeast-2/data aws_rds_cluster.records': { engine: 'aurora-mysql' },
    'ap-northeast-1/data aws_rds_cluster.records': { engine: 'aurora-mysql' },
  },
  'EFS for pictures': {
    'ap-northeast-2/data aws_efs_file_system.pictures_store': { encrypted: true },
    'ap-northeast-1/data aws_efs_file_system.pictures_store': { encrypted: true },
  },
  'node group manage: 2 instances, for controllers and plugins': {
    'ap-northeast-2/cluster aws_eks_node_group.cluster_manage': {
      scaling_config: [{ min_size: 2, max_size: 2, desired_size: 2 }],
    },
    'ap-northeast-1/cluster aws_eks_node_group.cluster_manage': {
      scaling_config: [{ min_size: 2, max_size: 2, desired_size: 2 }],
    },
  },
  'node groups web and app': {
    'ap-northeast-2/cluster aws_eks_node_group.cluster_web': {
      node_group_name: 'web',
      scaling_config: [{ min_size: 2 }],
    },
    'ap-northeast-2/cluster aws_eks_node_group.cluster_app': {
      node_group_name: 'app',
      scaling_config: [{ min_size: 2 }],
    },
  },
  'EFS CSI driver': {
    'ap-northeast-2/cluster aws_eks_addon.cluster_aws_efs_csi_driver': {
      addon_name: 'aws-efs-csi-driver',
    },
    'ap-northeast-1/cluster aws_eks_addon.cluster_aws_efs_csi_driver': {
      addon_name: 'aws-efs-csi-driver',
    },
  },
  'roles of the controllers, in both clusters': {
    'ap-northeast-2/add-ons data.aws_iam_policy_document.aws_load_balancer_controller_assume':
      servedBy('kube-system:aws-load-balancer-controller'),
    'ap-northeast-2/add-ons data.aws_iam_policy_document.external_dns_assume': servedBy(
      'external-dns:external-dns',
    ),
    'ap-northeast-2/add-ons data.aws_iam_policy_document.fluent_bit_assume':
      servedBy('logging:fluent-bit'),
    'ap-northeast-2/add-ons data.aws_iam_policy_document.cloudwatch_agent_assume': servedBy(
      'amazon-cloudwatch:cloudwatch-agent',
    ),
    'ap-northeast-1/add-ons data.aws_iam_policy_document.aws_load_balancer_controller_assume':
      servedBy('kube-system:aws-load-balancer-controller'),
    'ap-northeast-1/add-ons data.aws_iam_policy_document.external_dns_assume': servedBy(
      'external-dns:external-dns',
    ),
    'ap-northeast-1/add-ons data.aws_iam_policy_document.fluent_bit_assume':
      servedBy('logging:fluent-bit'),
    'ap-northeast-1/add-ons data.aws_iam_policy_document.cloudwatch_agent_assume': servedBy(
      'amazon-cloudwatch:cloudwatch-agent',
    ),
    'ap-northeast-2/add-ons data.aws_iam_policy_document.fluent_bit': {
      statement: [{ actions: expect.arrayContaining(['logs:PutLogEvents']) }],
    },
    'ap-northeast-2/add-ons data.aws_iam_policy_document.cloudwatch_agent': {
      statement: expect.arrayContaining([
        expect.objectContaining({ actions: ['cloudwatch:PutMetricData'] }),
      ]),
    },
    'ap-northeast-2/add-ons data.aws_iam_policy_document.external_dns': {
      statement: expect.arrayContaining([
        expect.objectContaining({ effect: 'Deny', sid: 'NeverTheFailover' }),
      ]),
    },
  },
  'the app tier mounts the pictures under a role of its own': {
    'ap-northeast-2/add-ons data.aws_iam_policy_document.app_assume': servedBy('peccy:app'),
    'ap-northeast-1/add-ons data.aws_iam_policy_document.app_assume': servedBy('peccy:app'),
    'ap-northeast-2/add-ons data.aws_iam_policy_document.app': {
      statement: expect.arrayContaining([
        expect.objectContaining({
          resources: [expect.stringContaining('local.pictures_store_arn')],
        }),
      ]),
    },
  },
  'CodePipeline and CodeBuild: unit test, image, push': {
    'ap-northeast-2/add-ons aws_codepipeline.delivery': {
      stage: [
        {
          name: 'Source',
          action: [{ configuration: { FullRepositoryId: 'example/common_service-peccy-web' } }],
        },
        { name: 'Test' },
        { name: 'Image' },
      ],
    },
    'ap-northeast-2/add-ons aws_codebuild_project.delivery_test': {
      source: [{ buildspec: expect.stringContaining('make test') }],
    },
    'ap-northeast-2/add-ons aws_codebuild_project.delivery_push': {
      source: [{ buildspec: expect.stringContaining('make push') }],
      environment: [
        {
          environment_variable: expect.arrayContaining([
            { name: 'REPOSITORIES', value: 'service-peccy-web' },
          ]),
        },
      ],
    },
    'ap-northeast-2/add-ons aws_codepipeline.delivery_app': {
      stage: [
        {
          name: 'Source',
          action: [{ configuration: { FullRepositoryId: 'example/common_service-peccy-app' } }],
        },
        { name: 'Test' },
        { name: 'Image' },
      ],
    },
    'ap-northeast-2/add-ons aws_codebuild_project.delivery_app_push': {
      environment: [
        {
          environment_variable: expect.arrayContaining([
            { name: 'REPOSITORIES', value: 'service-peccy-app' },
          ]),
        },
      ],
    },
    // The least that CodePipeline's own guide asks for.
    'ap-northeast-2/add-ons data.aws_iam_policy_document.delivery': {
      statement: expect.arrayContaining([
        expect.objectContaining({
          sid: 'Bucket',
          actions: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning'],
        }),
        expect.objectContaining({
          sid: 'Artifacts',
          actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:PutObjectAcl'],
        }),
      ]),
    },
  },
  'push to two ECRs in different regions': {
    'ap-northeast-2/data aws_ecr_repository.service_peccy_web': { name: 'service-peccy-web' },
    'ap-northeast-1/data aws_ecr_repository.service_peccy_web': { name: 'service-peccy-web' },
    'ap-northeast-2/data aws_ecr_repository.service_peccy_app': { name: 'service-peccy-app' },
    'ap-northeast-1/data aws_ecr_repository.service_peccy_app': { name: 'service-peccy-app' },
    'ap-northeast-2/add-ons aws_codebuild_project.delivery_push': {
      environment: [{ environment_variable: expect.arrayContaining([pushedTo]) }],
    },
    'ap-northeast-2/add-ons aws_codebuild_project.delivery_app_push': {
      environment: [{ environment_variable: expect.arrayContaining([pushedTo]) }],
    },
    'ap-northeast-2/add-ons data.aws_iam_policy_document.delivery_builds': {
      statement: expect.arrayContaining([
        expect.objectContaining({
          sid: 'Push',
          resources: expect.arrayContaining([
            expect.stringMatching(/:ecr:ap-northeast-2:.*service-peccy-web$/),
            expect.stringMatching(/:ecr:ap-northeast-1:.*service-peccy-web$/),
            expect.stringMatching(/:ecr:ap-northeast-1:.*service-peccy-app$/),
          ]),
        }),
      ]),
    },
    // What is pushed twice is not copied too: the second push would be refused.
    'ap-northeast-2/data aws_ecr_replication_configuration.images': {
      replication_configuration: [
        {
          rule: [
            {
              destination: [{ region: 'ap-northeast-1' }],
              repository_filter: [
                { filter: 'catalog' },
                { filter: 'gateway' },
                { filter: 'pictures' },
              ],
            },
          ],
        },
      ],
    },
  },
  'notices by AWS Chatbot': {
    'ap-northeast-2/add-ons aws_chatbot_slack_channel_configuration.delivery_chat': {
      slack_channel_id: 'C07EZ1ABC23',
      slack_team_id: 'T07EA123LEP',
    },
  },
  'a zone down: EFS over zones, mount targets doubled': {
    'ap-northeast-2/data aws_efs_mount_target.pictures_store': { count: 2 },
    'ap-northeast-1/data aws_efs_mount_target.pictures_store': { count: 2 },
  },
  'a zone down: an Aurora reader is promoted': {
    'ap-northeast-2/data aws_rds_cluster_instance.records_1': { promotion_tier: 0 },
    'ap-northeast-2/data aws_rds_cluster_instance.records_2': { promotion_tier: 1 },
  },
  'cross-region asynchronous replication of records': {
    'global aws_rds_global_cluster.records': { engine: 'aurora-mysql' },
    'ap-northeast-1/data aws_rds_cluster.records': {
      global_cluster_identifier: expect.stringContaining('local.records_global_cluster_id'),
    },
    'ap-northeast-1/data aws_rds_cluster_instance.records_1': {
      cluster_identifier: expect.stringContaining('aws_rds_cluster.records'),
    },
  },
  'cross-region asynchronous replication of pictures': {
    'peering aws_efs_replication_configuration.pictures_store_ap_northeast_2_to_ap_northeast_1': {
      destination: [{ region: 'ap-northeast-1' }],
    },
  },
  'secondary cluster with web and app node groups at 0': {
    'ap-northeast-1/cluster aws_eks_node_group.cluster_web': {
      scaling_config: [{ min_size: 0, desired_size: 0 }],
      lifecycle: [
        { ignore_changes: expect.arrayContaining([expect.stringContaining('desired_size')]) },
      ],
    },
    'ap-northeast-1/cluster aws_eks_node_group.cluster_app': {
      scaling_config: [{ min_size: 0, desired_size: 0 }],
      lifecycle: [
        { ignore_changes: expect.arrayContaining([expect.stringContaining('desired_size')]) },
      ],
    },
  },
  'Route 53 failover routing to the ALB of the secondary cluster': {
    'ap-northeast-2/edge aws_route53_record.domain': {
      failover_routing_policy: [{ type: 'PRIMARY' }],
    },
    'ap-northeast-1/edge aws_route53_record.domain': {
      failover_routing_policy: [{ type: 'SECONDARY' }],
    },
  },
  'an ALB in each region': {
    'ap-northeast-2/edge aws_lb.alb': { load_balancer_type: 'application' },
    'ap-northeast-1/edge aws_lb.alb': { load_balancer_type: 'application' },
  },
  'clients speak TLS to the ALB': {
    'ap-northeast-2/edge aws_acm_certificate.peccy_certificate': {
      domain_name: 'peccy.example.com',
    },
    'ap-northeast-1/edge aws_acm_certificate.peccy_certificate': {
      domain_name: 'peccy.example.com',
    },
    'ap-northeast-2/edge aws_lb_listener.alb': { protocol: 'HTTPS' },
    'ap-northeast-1/edge aws_lb_listener.alb': { protocol: 'HTTPS' },
  },
  'metrics and logs are watched': {
    'ap-northeast-2/data aws_cloudwatch_metric_alarm.records_replication_lag': { threshold: 60000 },
    'ap-northeast-1/data aws_cloudwatch_metric_alarm.records_replication_lag': { threshold: 60000 },
    'ap-northeast-2/add-ons aws_cloudwatch_composite_alarm.alarms': {
      alarm_rule: expect.stringContaining('peccy-records-replication-lag'),
    },
  },
  'somebody is told': {
    'ap-northeast-2/network aws_sns_topic_subscription.operations_email_1': {
      endpoint: 'operations@example.com',
    },
    'ap-northeast-1/network aws_sns_topic_subscription.operations_email_1': {
      endpoint: 'operations@example.com',
    },
  },
  'a VPC in each region, over zones': {
    'ap-northeast-2/network aws_vpc.main': { cidr_block: '10.20.0.0/16' },
    'ap-northeast-1/network aws_vpc.main': { cidr_block: '10.21.0.0/16' },
  },
  'ours: the service that keeps pictures mounts them under a role of its own': {
    'ap-northeast-2/add-ons data.aws_iam_policy_document.pictures_assume':
      servedBy('peccy:pictures'),
    'ap-northeast-1/add-ons data.aws_iam_policy_document.pictures_assume':
      servedBy('peccy:pictures'),
  },
};
