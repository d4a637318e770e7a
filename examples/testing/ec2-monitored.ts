import { expect } from 'vitest';
import type { Built } from './built.ts';

/** What of the Terraform says each line: the resource, by module and address, and its arguments. */
export const built: Built = {
  'primary region us-east-2, secondary us-west-1': {
    'us-east-2/network aws_vpc.main': { cidr_block: '10.60.0.0/16' },
    'us-west-1/network aws_vpc.main': { cidr_block: '10.61.0.0/16' },
    'us-east-2/edge aws_route53_record.domain': { set_identifier: 'us-east-2' },
    'us-west-1/edge aws_route53_record.domain': { set_identifier: 'us-west-1' },
  },
  'RDS/Aurora cluster in each region, two nodes': {
    'us-east-2/data aws_rds_cluster.records': { engine: 'aurora-mysql' },
    'us-west-1/data aws_rds_cluster.records': { engine: 'aurora-mysql' },
    'us-east-2/data aws_rds_cluster_instance.records_1': { promotion_tier: 0 },
    'us-east-2/data aws_rds_cluster_instance.records_2': { promotion_tier: 1 },
    'us-west-1/data aws_rds_cluster_instance.records_1': { promotion_tier: 0 },
    'us-west-1/data aws_rds_cluster_instance.records_2': { promotion_tier: 1 },
  },
  'two zones in each region: us-east-2a/b, us-west-1b/c': {
    'us-east-2/network aws_subnet.private_a': { availability_zone: 'us-east-2a' },
    'us-east-2/network aws_subnet.private_b': { availability_zone: 'us-east-2b' },
    'us-west-1/network aws_subnet.private_b': { availability_zone: 'us-west-1b' },
    'us-west-1/network aws_subnet.private_c': { availability_zone: 'us-west-1c' },
  },
  'db.t2.small, which AWS has retired: db.r6g.large is used': {
    'us-east-2/data aws_rds_cluster_instance.records_1': { instance_class: 'db.r6g.large' },
    'us-west-1/data aws_rds_cluster_instance.records_1': { instance_class: 'db.r6g.large' },
  },
  'private subnets for the database': {
    'us-east-2/data aws_db_subnet_group.records': {
      subnet_ids: expect.stringContaining('local.network_private_subnet_ids'),
    },
    'us-west-1/data aws_db_subnet_group.records': {
      subnet_ids: expect.stringContaining('local.network_private_subnet_ids'),
    },
  },
  'backups kept for 5 days': {
    'us-east-2/data aws_rds_cluster.records': { backup_retention_period: 5 },
    'us-west-1/data aws_rds_cluster.records': { backup_retention_period: 5 },
  },
  'the DR cluster is a read replica of the primary one': {
    'global aws_rds_global_cluster.records': { storage_encrypted: true },
    'us-west-1/data aws_rds_cluster.records': {
      source_region: 'us-east-2',
      global_cluster_identifier: expect.stringContaining('local.records_global_cluster_id'),
    },
  },
  'EKS with 2 × t3.medium in each region, for monitoring': {
    'us-east-2/cluster aws_eks_node_group.monitoring_monitoring': {
      instance_types: ['t3.medium'],
      scaling_config: [{ min_size: 2, max_size: 2, desired_size: 2 }],
    },
    'us-west-1/cluster aws_eks_node_group.monitoring_monitoring': {
      instance_types: ['t3.medium'],
      scaling_config: [{ min_size: 2, max_size: 2, desired_size: 2 }],
    },
  },
  '3 EC2 t2.micro in each region, running the application from a custom AMI': {
    'us-east-2/edge aws_autoscaling_group.app': { min_size: 3, max_size: 3, desired_capacity: 3 },
    'us-west-1/edge aws_autoscaling_group.app': { min_size: 3, max_size: 3, desired_capacity: 3 },
    'us-east-2/cluster aws_launch_template.app': {
      instance_type: 't2.micro',
      image_id: expect.stringContaining('local.app_image_image_id'),
      block_device_mappings: [
        { device_name: expect.stringContaining('local.app_image_root_device_name') },
      ],
      metadata_options: [{ http_tokens: 'required' }],
    },
    'us-west-1/cluster aws_launch_template.app': {
      instance_type: 't2.micro',
      image_id: expect.stringContaining('local.app_image_image_id'),
      block_device_mappings: [
        { device_name: expect.stringContaining('local.app_image_root_device_name') },
      ],
      metadata_options: [{ http_tokens: 'required' }],
    },
  },
  'the AMI is copied to the second region': {
    'us-east-2/network data.aws_ami.app_image': {
      most_recent: true,
      lifecycle: [
        { postcondition: [{ condition: expect.stringMatching(/volume_size\), 0\) <= 8 /) }] },
      ],
    },
    'peering aws_ami_copy.app_image_us_west_1': {
      region: 'us-west-1',
      // Beside the copy of the image before, which may have no other of its name.
      name: expect.stringMatching(/-us-west-1-\$\{local\.us_east_2_app_image_image_id\}$/),
      source_ami_region: 'us-east-2',
      encrypted: true,
    },
  },
  'an ALB in each region, in front of the machines': {
    'us-east-2/edge aws_lb.app_alb': { load_balancer_type: 'application' },
    'us-west-1/edge aws_lb.app_alb': { load_balancer_type: 'application' },
    'us-east-2/edge aws_lb_target_group.app_alb_app': { target_type: 'instance', port: 5000 },
    'us-west-1/edge aws_lb_target_group.app_alb_app': { target_type: 'instance', port: 5000 },
  },
  'clients speak TLS to the ALB': {
    'us-east-2/edge aws_acm_certificate.app_certificate': { domain_name: 'flask.example.com' },
    'us-west-1/edge aws_acm_certificate.app_certificate': { domain_name: 'flask.example.com' },
  },
  'an S3 bucket for AMIs in each region': {
    'us-east-2/data aws_s3_bucket.machine_images': {
      bucket: expect.stringContaining('ec2-monitored-machine-images-us-east-2'),
    },
    'us-west-1/data aws_s3_bucket.machine_images': {
      bucket: expect.stringContaining('ec2-monitored-machine-images-us-west-1'),
    },
  },
  'an S3 bucket for the Terraform state in each region': {
    'bootstrap aws_s3_bucket.states_us_east_2': {
      region: 'us-east-2',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_us_east_2': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
    'bootstrap aws_s3_bucket.states_us_west_1': {
      region: 'us-west-1',
      lifecycle: [{ prevent_destroy: true }],
    },
    'bootstrap aws_s3_bucket_versioning.states_us_west_1': {
      versioning_configuration: [{ status: 'Enabled' }],
    },
  },
  'an SSH key pair in each region': {
    'us-east-2/cluster aws_key_pair.operators_key': {
      public_key: expect.stringContaining('var.operators_key_public_key'),
    },
    'us-west-1/cluster aws_key_pair.operators_key': {
      public_key: expect.stringContaining('var.operators_key_public_key'),
    },
  },
  'security groups, the same in both regions': {
    'us-east-2/cluster aws_security_group.app': { name: 'ec2-monitored-app' },
    'us-west-1/cluster aws_security_group.app': { name: 'ec2-monitored-app' },
    'us-east-2/edge aws_vpc_security_group_ingress_rule.app_alb_to_app': { from_port: 5000 },
    'us-west-1/edge aws_vpc_security_group_ingress_rule.app_alb_to_app': { from_port: 5000 },
    'us-east-2/cluster aws_vpc_security_group_ingress_rule.records_from_app': { from_port: 3306 },
    'us-west-1/cluster aws_vpc_security_group_ingress_rule.records_from_app': { from_port: 3306 },
  },
  'a VPC in each region with public and private subnets': {
    'us-east-2/network aws_vpc.main': { cidr_block: '10.60.0.0/16' },
    'us-west-1/network aws_vpc.main': { cidr_block: '10.61.0.0/16' },
    'us-east-2/network aws_subnet.public_a': { availability_zone: 'us-east-2a' },
    'us-west-1/network aws_subnet.public_b': { availability_zone: 'us-west-1b' },
    'us-west-1/network aws_subnet.private_b': { availability_zone: 'us-west-1b' },
  },
  'IAM roles, replicated': {
    'us-east-2/cluster aws_iam_role.monitoring_nodes': {
      name: 'ec2-monitored-monitoring-nodes-us-east-2',
    },
    'us-west-1/cluster aws_iam_role.monitoring_nodes': {
      name: 'ec2-monitored-monitoring-nodes-us-west-1',
    },
    'us-west-1/cluster data.aws_iam_policy_document.app': {
      statement: [{ actions: ['secretsmanager:GetSecretValue'] }],
    },
    'us-east-2/cluster aws_iam_role.app': { name: 'ec2-monitored-app-us-east-2' },
    'us-west-1/cluster aws_iam_role.app': { name: 'ec2-monitored-app-us-west-1' },
  },
  'alarms on what serves, told to somebody': {
    'us-east-2/edge aws_cloudwatch_metric_alarm.app_faults': { metric_name: 'StatusCheckFailed' },
    'us-west-1/edge aws_cloudwatch_metric_alarm.app_faults': { metric_name: 'StatusCheckFailed' },
    'us-east-2/add-ons aws_cloudwatch_composite_alarm.alarms': {
      alarm_rule: expect.stringContaining('ec2-monitored-app-faults'),
    },
  },
  'whom alarms tell': {
    'us-east-2/network aws_sns_topic_subscription.operations_email_1': {
      endpoint: 'operations@example.com',
    },
    'us-west-1/network aws_sns_topic_subscription.operations_email_1': {
      endpoint: 'operations@example.com',
    },
  },
  'Route 53 leads to both load balancers and fails over by health checks': {
    'us-east-2/edge aws_route53_record.domain': { failover_routing_policy: [{ type: 'PRIMARY' }] },
    'us-west-1/edge aws_route53_record.domain': {
      failover_routing_policy: [{ type: 'SECONDARY' }],
    },
    'us-east-2/edge aws_route53_health_check.domain': {
      resource_path: '/health',
      request_interval: 10,
      failure_threshold: 3,
    },
  },
};
