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
  'variable loads': {
    'us-east-1/cluster aws_eks_node_group.cluster_apps': {
      scaling_config: [{ min_size: 3, max_size: 12 }],
    },
    'eu-west-1/cluster aws_eks_node_group.cluster_apps': {
      scaling_config: [{ min_size: 3, max_size: 12 }],
    },
  },
  'a Postgres tier': {
    'us-east-1/data aws_db_instance.orders_db': { engine: 'postgres', multi_az: true },
    'eu-west-1/data aws_db_instance.orders_db': { replicate_source_db: expect.any(String) },
  },
  'a Mongo tier': {
    'global aws_docdb_global_cluster.documents': { engine: 'docdb', engine_version: '5.0.0' },
    'us-east-1/data aws_docdb_cluster.documents': {
      storage_encrypted: true,
      backup_retention_period: 7,
    },
    'eu-west-1/data aws_docdb_cluster.documents': {
      storage_encrypted: true,
      backup_retention_period: 7,
    },
    'us-east-1/data aws_docdb_cluster_instance.documents_2': { instance_class: 'db.r6g.large' },
  },
  'ours: what serves in one region writes in the other, whichever has the writer': {
    'us-east-1/cluster aws_vpc_security_group_ingress_rule.orders_db_from_eu_west_1': {
      security_group_id: expect.stringContaining('local.orders_db_security_group_id'),
      cidr_ipv4: '10.41.0.0/16',
      from_port: 5432,
    },
    'eu-west-1/cluster aws_vpc_security_group_ingress_rule.orders_db_from_us_east_1': {
      cidr_ipv4: '10.40.0.0/16',
      from_port: 5432,
    },
    'us-east-1/cluster aws_vpc_security_group_ingress_rule.documents_from_eu_west_1': {
      cidr_ipv4: '10.41.0.0/16',
      from_port: 27_017,
    },
    'eu-west-1/cluster aws_vpc_security_group_ingress_rule.documents_from_us_east_1': {
      cidr_ipv4: '10.40.0.0/16',
      from_port: 27_017,
    },
    'us-east-1/data aws_ssm_parameter.orders_db_endpoint': {
      name: '/net-diagram/orders-db/endpoint',
      value: expect.stringContaining('aws_db_instance.orders_db.address'),
    },
    'peering aws_ssm_parameter.eu_west_1_orders_db_endpoint_us_east_1': {
      region: 'eu-west-1',
      name: '/net-diagram/orders-db/endpoint-us-east-1',
      value: expect.stringContaining('local.us_east_1_orders_db_endpoint'),
    },
    'peering aws_ssm_parameter.us_east_1_orders_db_endpoint_eu_west_1': {
      region: 'us-east-1',
      name: '/net-diagram/orders-db/endpoint-eu-west-1',
      value: expect.stringContaining('local.eu_west_1_orders_db_endpoint'),
    },
    'eu-west-1/data aws_ssm_parameter.documents_endpoint': {
      value: expect.stringContaining('aws_docdb_cluster.documents.endpoint'),
    },
    'peering aws_ssm_parameter.us_east_1_documents_endpoint_eu_west_1': {
      region: 'us-east-1',
      value: expect.stringContaining('local.eu_west_1_documents_endpoint'),
    },
    'us-east-1/cluster aws_vpc_security_group_ingress_rule.files_from_eu_west_1': {
      cidr_ipv4: '10.41.0.0/16',
      from_port: 2049,
    },
    'eu-west-1/cluster aws_vpc_security_group_ingress_rule.files_from_us_east_1': {
      cidr_ipv4: '10.40.0.0/16',
      from_port: 2049,
    },
  },
  'EKS clusters in several regions': {
    'us-east-1/cluster aws_eks_cluster.cluster': { name: 'net-diagram-cluster', version: '1.34' },
    'eu-west-1/cluster aws_eks_cluster.cluster': { name: 'net-diagram-cluster', version: '1.34' },
  },
  'traffic across clusters by a geo policy, to the closest one': {
    'eu-west-1/edge aws_route53_record.domain_EU': {
      geolocation_routing_policy: [{ continent: 'EU' }],
    },
    'us-east-1/edge aws_route53_record.domain_NA': {
      geolocation_routing_policy: [{ continent: 'NA' }],
    },
    'us-east-1/edge aws_route53_record.domain_elsewhere': {
      geolocation_routing_policy: [{ country: '*' }],
      alias: [{ name: expect.stringContaining('aws_route53_record.domain_any_region') }],
    },
    'us-east-1/edge aws_route53_record.domain_any_region': {
      name: '_any-region.shop.example.com',
      failover_routing_policy: [{ type: 'PRIMARY' }],
    },
    'eu-west-1/edge aws_route53_record.domain_any_region': {
      name: '_any-region.shop.example.com',
      failover_routing_policy: [{ type: 'SECONDARY' }],
    },
  },
  'all application traffic through an ALB (layer 7) before the cluster': {
    'us-east-1/edge aws_lb.alb': { load_balancer_type: 'application', internal: false },
    'eu-west-1/edge aws_lb.alb': { load_balancer_type: 'application', internal: false },
  },
  'clients speak TLS to the ALB': {
    'us-east-1/edge aws_lb_listener.alb': { protocol: 'HTTPS' },
    'eu-west-1/edge aws_lb_listener.alb': { protocol: 'HTTPS' },
    'us-east-1/edge aws_acm_certificate.shop_certificate': { domain_name: 'shop.example.com' },
    'eu-west-1/edge aws_acm_certificate.shop_certificate': { domain_name: 'shop.example.com' },
  },
  'container registry (ECR), replicated to each region of EKS': {
    'us-east-1/data aws_ecr_repository.orders': { name: 'orders' },
    'eu-west-1/data aws_ecr_repository.orders': { name: 'orders' },
    'us-east-1/data aws_ecr_replication_configuration.images': {
      replication_configuration: [{ rule: [{ destination: [{ region: 'eu-west-1' }] }] }],
    },
  },
  'what claims of EFS need in the cluster': {
    'us-east-1/cluster aws_eks_addon.cluster_aws_efs_csi_driver': {
      addon_name: 'aws-efs-csi-driver',
    },
    'eu-west-1/cluster aws_eks_addon.cluster_aws_efs_csi_driver': {
      addon_name: 'aws-efs-csi-driver',
    },
    'us-east-1/data aws_efs_mount_target.files': { count: 3 },
    'eu-west-1/data aws_efs_mount_target.files': { count: 3 },
    'us-east-1/cluster aws_vpc_security_group_ingress_rule.files_from_cluster': { from_port: 2049 },
  },
  'a service mounts them under a role of its own': {
    'us-east-1/add-ons data.aws_iam_policy_document.pictures_assume':
      servedBy('net-diagram:pictures'),
    'us-east-1/add-ons data.aws_iam_policy_document.pictures': {
      statement: expect.arrayContaining([
        expect.objectContaining({ resources: [expect.stringContaining('local.files_arn')] }),
      ]),
    },
  },
  'EFS, replicated across regions: from the primary to the backup': {
    'us-east-1/data aws_efs_file_system.files': { encrypted: true },
    'eu-west-1/data aws_efs_file_system.files': { encrypted: true },
    'peering aws_efs_replication_configuration.files_us_east_1_to_eu_west_1': {
      region: 'us-east-1',
      destination: [{ region: 'eu-west-1' }],
    },
  },
  'Terraform (IaC)': {
    'bootstrap aws_s3_bucket.states_us_east_1': {
      region: 'us-east-1',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_us_east_1': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
    'bootstrap aws_s3_bucket.states_eu_west_1': {
      region: 'eu-west-1',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_eu_west_1': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
  },
  'CloudWatch integrated': {
    'us-east-1/add-ons aws_cloudwatch_composite_alarm.alarms': {
      alarm_rule: expect.stringContaining('net-diagram-documents-cpu'),
    },
    'us-east-1/add-ons data.aws_iam_policy_document.cloudwatch_agent_assume': servedBy(
      'amazon-cloudwatch:cloudwatch-agent',
    ),
    'us-east-1/data aws_cloudwatch_metric_alarm.documents_cpu': { namespace: 'AWS/DocDB' },
    'eu-west-1/data aws_cloudwatch_metric_alarm.documents_cpu': { namespace: 'AWS/DocDB' },
  },
  'somebody is told': {
    'us-east-1/network aws_sns_topic_subscription.operations_email_1': {
      protocol: 'email',
      endpoint: 'operations@example.com',
    },
    'eu-west-1/network aws_sns_topic_subscription.operations_email_1': {
      protocol: 'email',
      endpoint: 'operations@example.com',
    },
  },
  'Auto Scaling integrated': {
    'us-east-1/cluster aws_eks_node_group.cluster_apps': {
      tags: {
        'k8s.io/cluster-autoscaler/enabled': 'true',
        'k8s.io/cluster-autoscaler/net-diagram-cluster': 'owned',
      },
    },
    'us-east-1/add-ons data.aws_iam_policy_document.cluster_autoscaler_assume': servedBy(
      'kube-system:cluster-autoscaler',
    ),
    'eu-west-1/add-ons data.aws_iam_policy_document.cluster_autoscaler_assume': servedBy(
      'kube-system:cluster-autoscaler',
    ),
  },
  'IAM integrated': {
    'us-east-1/cluster aws_iam_openid_connect_provider.cluster': {
      client_id_list: ['sts.amazonaws.com'],
    },
    'eu-west-1/cluster aws_iam_openid_connect_provider.cluster': {
      client_id_list: ['sts.amazonaws.com'],
    },
  },
  'VPC integrated': {
    'us-east-1/network aws_vpc.main': { cidr_block: '10.40.0.0/16' },
    'eu-west-1/network aws_vpc.main': { cidr_block: '10.41.0.0/16' },
  },
};
