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
  'VPC 10.0.0.0/16': {
    'us-east-1/network aws_vpc.main': { cidr_block: '10.0.0.0/16' },
  },
  'private subnets 10.0.64.0/18, 10.0.128.0/18, 10.0.192.0/18; the large share': {
    'us-east-1/network aws_subnet.private_a': {
      cidr_block: '10.0.64.0/18',
      availability_zone: 'us-east-1a',
    },
    'us-east-1/network aws_subnet.private_b': {
      cidr_block: '10.0.128.0/18',
      availability_zone: 'us-east-1b',
    },
    'us-east-1/network aws_subnet.private_c': {
      cidr_block: '10.0.192.0/18',
      availability_zone: 'us-east-1c',
    },
  },
  'public subnets 10.0.0.0/21, 10.0.8.0/21, 10.0.16.0/21; the rest is reserved': {
    'us-east-1/network aws_subnet.public_a': { cidr_block: '10.0.0.0/21' },
    'us-east-1/network aws_subnet.public_b': { cidr_block: '10.0.8.0/21' },
    'us-east-1/network aws_subnet.public_c': { cidr_block: '10.0.16.0/21' },
  },
  'a second VPC in another region, with a different range': {
    'us-west-2/network aws_vpc.main': { cidr_block: '10.1.0.0/16' },
  },
  'VPC peering between the two regions': {
    'peering aws_vpc_peering_connection.us_east_1_us_west_2': { peer_region: 'us-west-2' },
    'peering aws_route.us_east_1_to_us_west_2': { destination_cidr_block: '10.1.0.0/16' },
    'peering aws_route.us_west_2_to_us_east_1': { destination_cidr_block: '10.0.0.0/16' },
  },
  'NAT for outbound connections': {
    'us-east-1/network aws_nat_gateway.a': { subnet_id: expect.stringContaining('public_a') },
    'us-east-1/network aws_nat_gateway.b': { subnet_id: expect.stringContaining('public_b') },
    'us-east-1/network aws_nat_gateway.c': { subnet_id: expect.stringContaining('public_c') },
    'us-east-1/network aws_route.private_a_internet': {
      destination_cidr_block: '0.0.0.0/0',
      nat_gateway_id: expect.stringContaining('aws_nat_gateway.a'),
    },
    'us-west-2/network aws_nat_gateway.a': { subnet_id: expect.stringContaining('public_a') },
  },
  'security groups and network ACLs': {
    'us-east-1/network aws_network_acl.private': {
      ingress: expect.arrayContaining([
        expect.objectContaining({ cidr_block: '10.0.0.0/16', protocol: '-1' }),
        expect.objectContaining({ cidr_block: '10.1.0.0/16', protocol: '-1' }),
      ]),
    },
    'us-east-1/network aws_network_acl.public': {
      ingress: expect.arrayContaining([
        expect.objectContaining({ cidr_block: '0.0.0.0/0', from_port: 443, to_port: 443 }),
      ]),
    },
    'us-west-2/network aws_network_acl.private': {
      ingress: expect.arrayContaining([
        expect.objectContaining({ cidr_block: '10.1.0.0/16', protocol: '-1' }),
      ]),
    },
    'us-east-1/data aws_security_group.orders_db': { name: 'eks-failover-orders-db' },
    'us-east-1/cluster aws_vpc_security_group_ingress_rule.orders_db_from_cluster': {
      from_port: 5432,
      to_port: 5432,
    },
  },
  'RDS PostgreSQL, Multi-AZ': {
    'us-east-1/data aws_db_instance.orders_db': {
      engine: 'postgres',
      multi_az: true,
      publicly_accessible: false,
    },
  },
  'cross-region read replica': {
    'us-west-2/data aws_db_instance.orders_db': { replicate_source_db: expect.any(String) },
  },
  'automated backups of the primary and of the replica': {
    'us-east-1/data aws_db_instance.orders_db': { backup_retention_period: 14 },
    'us-west-2/data aws_db_instance.orders_db': { backup_retention_period: 14 },
  },
  'maintenance windows': {
    'us-east-1/data aws_db_instance.orders_db': { maintenance_window: 'sun:04:30-sun:05:30' },
    'us-west-2/data aws_db_instance.orders_db': { maintenance_window: 'sun:04:30-sun:05:30' },
  },
  'encryption at rest and in transit, of the primary and of the replica': {
    'us-east-1/data aws_db_instance.orders_db': { storage_encrypted: true },
    'us-west-2/data aws_db_instance.orders_db': { storage_encrypted: true },
    'us-east-1/data aws_db_parameter_group.orders_db': {
      parameter: expect.arrayContaining([{ name: 'rds.force_ssl', value: '1' }]),
    },
    'us-west-2/data aws_db_parameter_group.orders_db': {
      parameter: expect.arrayContaining([{ name: 'rds.force_ssl', value: '1' }]),
    },
  },
  'password policy and managed credentials': {
    'us-east-1/data ephemeral.aws_secretsmanager_random_password.orders_db': {
      password_length: 28,
    },
    'us-east-1/data aws_secretsmanager_secret.orders_db': { replica: [{ region: 'us-west-2' }] },
    'us-east-1/data aws_db_instance.orders_db': { password_wo_version: 1 },
  },
  'CloudWatch alarms on replication lag, CPU and replication faults': {
    'us-east-1/data aws_cloudwatch_metric_alarm.orders_db_cpu': {
      threshold: 80,
      metric_name: 'CPUUtilization',
      dimensions: {
        DBInstanceIdentifier: expect.stringContaining('aws_db_instance.orders_db.identifier'),
      },
    },
    'us-west-2/data aws_cloudwatch_metric_alarm.orders_db_cpu': {
      threshold: 80,
      metric_name: 'CPUUtilization',
      dimensions: {
        DBInstanceIdentifier: expect.stringContaining('aws_db_instance.orders_db.identifier'),
      },
    },
    'us-east-1/data aws_cloudwatch_metric_alarm.orders_db_replication_lag': {
      threshold: 60,
      metric_name: 'ReplicaLag',
    },
    'us-west-2/data aws_cloudwatch_metric_alarm.orders_db_replication_lag': {
      threshold: 60,
      metric_name: 'ReplicaLag',
    },
    'us-east-1/data aws_cloudwatch_metric_alarm.orders_db_replication_stopped': {
      metric_name: 'ReplicaLag',
      comparison_operator: 'LessThanThreshold',
      threshold: 0,
    },
    'us-west-2/data aws_cloudwatch_metric_alarm.orders_db_replication_stopped': {
      metric_name: 'ReplicaLag',
      comparison_operator: 'LessThanThreshold',
      threshold: 0,
    },
    'us-west-2/network aws_cloudwatch_event_rule.operations_rds': {
      event_pattern: expect.stringMatching(/"failure".*"read replica"/s),
    },
    'us-east-1/add-ons aws_cloudwatch_composite_alarm.alarms': {
      alarm_rule: expect.stringContaining('ALARM("eks-failover-orders-db-cpu")'),
    },
  },
  'automated alarms that tell somebody': {
    'us-east-1/network aws_sns_topic_subscription.operations_email_1': {
      protocol: 'email',
      endpoint: 'operations@example.com',
    },
  },
  'EKS over several zones': {
    'us-east-1/cluster aws_eks_cluster.cluster': {
      vpc_config: [{ subnet_ids: expect.stringContaining('local.network_private_subnet_ids') }],
    },
    'us-east-1/network aws_subnet.private_a': { availability_zone: 'us-east-1a' },
    'us-east-1/network aws_subnet.private_b': { availability_zone: 'us-east-1b' },
    'us-east-1/network aws_subnet.private_c': { availability_zone: 'us-east-1c' },
  },
  'managed node groups: min, max, desired, instance types, AMI, user data': {
    'us-east-1/cluster aws_eks_node_group.cluster_apps': {
      scaling_config: [{ min_size: 3, max_size: 12, desired_size: 3 }],
      instance_types: ['m6i.large', 'm6a.large'],
      ami_type: 'AL2023_x86_64_STANDARD',
    },
    'us-east-1/cluster aws_launch_template.cluster_apps': {
      user_data: expect.stringContaining('sysctl -w net.core.somaxconn=4096'),
    },
  },
  'private workers': {
    'us-east-1/cluster aws_eks_node_group.cluster_apps': {
      subnet_ids: expect.stringContaining('local.network_workload_subnet_ids'),
    },
  },
  'logs of the control plane, audit among them': {
    'us-east-1/cluster aws_eks_cluster.cluster': {
      enabled_cluster_log_types: [
        'api',
        'audit',
        'authenticator',
        'controllerManager',
        'scheduler',
      ],
    },
    'us-east-1/cluster aws_cloudwatch_log_group.cluster': { retention_in_days: 365 },
  },
  'secrets encrypted by KMS': {
    'us-east-1/cluster aws_eks_cluster.cluster': {
      encryption_config: [{ resources: ['secrets'] }],
    },
  },
  'OIDC provider and IRSA; a node role with the least privilege': {
    'us-east-1/cluster aws_iam_openid_connect_provider.cluster': {
      client_id_list: ['sts.amazonaws.com'],
    },
    'us-west-2/cluster aws_iam_openid_connect_provider.cluster': {
      client_id_list: ['sts.amazonaws.com'],
    },
    'us-east-1/cluster aws_iam_role_policy_attachment.cluster_nodes_join': {
      policy_arn: expect.stringContaining('AmazonEKSWorkerNodeMinimalPolicy'),
    },
    'us-east-1/cluster aws_iam_role_policy_attachment.cluster_nodes_pull': {
      policy_arn: expect.stringContaining('AmazonEC2ContainerRegistryPullOnly'),
    },
  },
  'a version of Kubernetes': {
    'us-east-1/cluster aws_eks_cluster.cluster': { version: '1.34' },
  },
  'add-ons kube-proxy, VPC CNI, CoreDNS': {
    'us-east-1/cluster aws_eks_addon.cluster_kube_proxy': { addon_name: 'kube-proxy' },
    'us-east-1/cluster aws_eks_addon.cluster_vpc_cni': { addon_name: 'vpc-cni' },
    'us-east-1/cluster aws_eks_addon.cluster_coredns': { addon_name: 'coredns' },
  },
  'failover cluster in a second region, in a single zone': {
    'us-west-2/cluster aws_eks_cluster.cluster': { version: '1.34' },
    'us-west-2/cluster aws_eks_node_group.cluster_apps': {
      scaling_config: [{ min_size: 1, max_size: 12, desired_size: 1 }],
      subnet_ids: expect.stringContaining('local.network_workload_subnet_ids'),
    },
    'us-west-2/network aws_ssm_parameter.network_workload_subnet_ids': {
      value: expect.stringMatching(/^\$\{join\(",", \[aws_subnet\.private_a\.id\]\)\}$/),
    },
  },
  'IRSA for the load balancer controller, cert-manager with its zone and the autoscaler': {
    'us-east-1/add-ons aws_iam_role.aws_load_balancer_controller': {
      assume_role_policy: expect.stringContaining('aws_load_balancer_controller_assume'),
    },
    'us-east-1/add-ons data.aws_iam_policy_document.aws_load_balancer_controller_assume': servedBy(
      'kube-system:aws-load-balancer-controller',
    ),
    'us-east-1/add-ons aws_iam_role.cert_manager': {
      assume_role_policy: expect.stringContaining('cert_manager_assume'),
    },
    'us-east-1/add-ons data.aws_iam_policy_document.cert_manager_assume': servedBy(
      'cert-manager:cert-manager',
    ),
    'us-east-1/add-ons aws_iam_role.cluster_autoscaler': {
      assume_role_policy: expect.stringContaining('cluster_autoscaler_assume'),
    },
    'us-east-1/add-ons data.aws_iam_policy_document.cluster_autoscaler_assume': servedBy(
      'kube-system:cluster-autoscaler',
    ),
    'us-west-2/add-ons aws_iam_role.cluster_autoscaler': {
      assume_role_policy: expect.stringContaining('cluster_autoscaler_assume'),
    },
    'us-west-2/add-ons data.aws_iam_policy_document.cluster_autoscaler_assume': servedBy(
      'kube-system:cluster-autoscaler',
    ),
    'us-east-1/add-ons data.aws_iam_policy_document.cert_manager': {
      statement: expect.arrayContaining([
        expect.objectContaining({
          resources: [expect.stringMatching(/hostedzone\/\$\{local\.domain_zone_id\}$/)],
        }),
      ]),
    },
  },
  'tags by which the autoscaler finds its node groups': {
    'us-east-1/cluster aws_eks_node_group.cluster_apps': {
      tags: {
        'k8s.io/cluster-autoscaler/enabled': 'true',
        'k8s.io/cluster-autoscaler/eks-failover-cluster': 'owned',
      },
    },
    'us-west-2/cluster aws_eks_node_group.cluster_apps': {
      tags: {
        'k8s.io/cluster-autoscaler/enabled': 'true',
        'k8s.io/cluster-autoscaler/eks-failover-cluster': 'owned',
      },
    },
  },
  'a node group of its own for monitoring, in both clusters': {
    'us-east-1/cluster aws_eks_node_group.cluster_monitoring': {
      scaling_config: [{ min_size: 2, max_size: 3, desired_size: 2 }],
      taint: [{ key: 'node-group', value: 'monitoring', effect: 'NO_SCHEDULE' }],
    },
    'us-west-2/cluster aws_eks_node_group.cluster_monitoring': {
      taint: [{ key: 'node-group', value: 'monitoring', effect: 'NO_SCHEDULE' }],
    },
  },
  'what builds images and pushes them': {
    'us-east-1/add-ons aws_codepipeline.delivery': {
      stage: [{ name: 'Source' }, { name: 'Test' }, { name: 'Image' }],
    },
    'us-east-1/add-ons aws_codebuild_project.delivery_push': {
      environment: [{ privileged_mode: true, type: 'LINUX_CONTAINER' }],
    },
  },
  'container registry in both regions': {
    'us-east-1/data aws_ecr_repository.web': { name: 'web' },
    'us-west-2/data aws_ecr_repository.web': { name: 'web' },
    'us-east-1/data aws_ecr_replication_configuration.images': {
      replication_configuration: [{ rule: [{ destination: [{ region: 'us-west-2' }] }] }],
    },
  },
  'Global Accelerator in front of the load balancers of both regions': {
    'global aws_globalaccelerator_accelerator.edge': { enabled: true },
    'us-east-1/edge aws_globalaccelerator_endpoint_group.edge': {
      endpoint_configuration: [{ endpoint_id: expect.stringContaining('aws_lb.web_alb.arn') }],
    },
    'us-west-2/edge aws_globalaccelerator_endpoint_group.edge': {
      endpoint_configuration: [{ endpoint_id: expect.stringContaining('aws_lb.web_alb.arn') }],
    },
  },
  'traffic-dial-percentage 0 for the second region': {
    'us-west-2/edge aws_globalaccelerator_endpoint_group.edge': { traffic_dial_percentage: 0 },
    'us-east-1/edge aws_globalaccelerator_endpoint_group.edge': { traffic_dial_percentage: 100 },
  },
  'failover by health checks, without a change of DNS': {
    'us-east-1/edge aws_globalaccelerator_endpoint_group.edge': {
      health_check_interval_seconds: 10,
      health_check_path: '/readyz',
      threshold_count: 3,
    },
  },
  'a load balancer in each region, with a certificate': {
    'us-east-1/edge aws_lb.web_alb': { load_balancer_type: 'application' },
    'us-west-2/edge aws_lb.web_alb': { load_balancer_type: 'application' },
    'us-east-1/edge aws_lb_listener.web_alb': {
      protocol: 'HTTPS',
      certificate_arn: expect.stringContaining('shop_certificate'),
    },
  },
  'TLS between clients and the cluster': {
    'us-east-1/edge aws_acm_certificate.shop_certificate': { domain_name: 'shop.example.com' },
    'us-west-2/edge aws_acm_certificate.shop_certificate': { domain_name: 'shop.example.com' },
  },
  "the accelerator's name behind a record in Route 53": {
    'global aws_route53_record.domain': {
      name: 'shop.example.com',
      type: 'A',
      alias: [{ name: expect.stringContaining('aws_globalaccelerator_accelerator.edge') }],
    },
  },
  'Terraform in two layers, a file for each component': {
    'bootstrap aws_s3_bucket.states_us_east_1': {
      region: 'us-east-1',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_us_east_1': {
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
  'ours: pictures have a file store in both regions': {
    'us-east-1/data aws_efs_file_system.pictures_store': { encrypted: true },
    'us-west-2/data aws_efs_file_system.pictures_store': { encrypted: true },
    'peering aws_efs_replication_configuration.pictures_store_us_east_1_to_us_west_2': {
      destination: [{ region: 'us-west-2' }],
    },
  },
  'ours: what claims of the file store need in the cluster': {
    'us-east-1/cluster aws_eks_addon.cluster_aws_efs_csi_driver': {
      addon_name: 'aws-efs-csi-driver',
    },
    'us-west-2/cluster aws_eks_addon.cluster_aws_efs_csi_driver': {
      addon_name: 'aws-efs-csi-driver',
    },
  },
  'ours: the service that keeps pictures mounts it under a role of its own': {
    'us-east-1/add-ons data.aws_iam_policy_document.pictures_assume':
      servedBy('eks-failover:pictures'),
    'us-east-1/add-ons data.aws_iam_policy_document.pictures': {
      statement: [{ resources: [expect.stringContaining('local.pictures_store_arn')] }],
    },
  },
};
