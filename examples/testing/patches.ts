/** For each kind, an argument of a resource that the component of `existing.ts` makes. */
import type { Kind } from '@outrigger/model';

export interface Patch {
  readonly in: string;
  readonly address: string;
  readonly argument: string;
  readonly value: string | number | boolean;
}

export const patches: { readonly [K in Kind]: Patch } = {
  network: {
    in: 'us-east-1/network',
    address: 'aws_vpc.main',
    argument: 'enable_network_address_usage_metrics',
    value: true,
  },
  'kubernetes-cluster': {
    in: 'us-west-2/cluster',
    address: 'aws_eks_node_group.cluster_apps',
    argument: 'force_update_version',
    value: true,
  },
  service: {
    in: 'us-east-2/add-ons',
    address: 'aws_iam_role.gateway',
    argument: 'max_session_duration',
    value: 7200,
  },
  aurora: {
    in: 'us-east-2/data',
    address: 'aws_rds_cluster.records',
    argument: 'apply_immediately',
    value: true,
  },
  postgres: {
    in: 'us-east-1/data',
    address: 'aws_db_instance.orders_db',
    argument: 'allow_major_version_upgrade',
    value: true,
  },
  'file-store': {
    in: 'us-west-2/data',
    address: 'aws_efs_file_system.pictures_store',
    argument: 'throughput_mode',
    value: 'bursting',
  },
  'object-store': {
    in: 'us-east-2/data',
    address: 'aws_s3_bucket.backups',
    argument: 'force_destroy',
    value: true,
  },
  'container-registry': {
    in: 'us-east-1/data',
    address: 'aws_ecr_repository.web',
    argument: 'force_delete',
    value: true,
  },
  'load-balancer': {
    in: 'us-east-1/edge',
    address: 'aws_lb.web_alb',
    argument: 'idle_timeout',
    value: 120,
  },
  'global-accelerator': {
    in: 'global',
    address: 'aws_globalaccelerator_listener.edge',
    argument: 'client_affinity',
    value: 'SOURCE_IP',
  },
  dns: { in: 'global', address: 'aws_route53_zone.domain', argument: 'force_destroy', value: true },
  'virtual-machines': {
    in: 'us-west-1/edge',
    address: 'aws_autoscaling_group.app',
    argument: 'capacity_rebalance',
    value: true,
  },
  'machine-image': {
    in: 'peering',
    address: 'aws_ami_copy.app_image_us_west_1',
    argument: 'deprecation_time',
    value: '2030-01-01T00:00:00Z',
  },
  'key-pair': {
    in: 'us-east-2/cluster',
    address: 'aws_key_pair.operators_key',
    argument: 'key_name',
    value: 'ops',
  },
  documentdb: {
    in: 'eu-west-1/data',
    address: 'aws_docdb_cluster.documents',
    argument: 'apply_immediately',
    value: true,
  },
  dynamodb: {
    in: 'peering',
    address: 'aws_dynamodb_table.carts',
    argument: 'table_class',
    value: 'STANDARD_INFREQUENT_ACCESS',
  },
  cdn: {
    in: 'global',
    address: 'aws_cloudfront_distribution.static_cdn',
    argument: 'wait_for_deployment',
    value: false,
  },
  certificate: {
    in: 'us-east-2/edge',
    address: 'aws_acm_certificate.shop_certificate',
    argument: 'key_algorithm',
    value: 'EC_prime256v1',
  },
  firewall: {
    in: 'us-east-2/edge',
    address: 'aws_wafv2_web_acl.wall',
    argument: 'description',
    value: 'Ours',
  },
  keys: {
    in: 'global',
    address: 'aws_kms_key.data_key_us_east_2',
    argument: 'deletion_window_in_days',
    value: 7,
  },
  secrets: {
    in: 'us-east-2/data',
    address: 'aws_secretsmanager_secret.tokens_datadog_api',
    argument: 'recovery_window_in_days',
    value: 7,
  },
  alarms: {
    in: 'us-east-1/data',
    address: 'aws_cloudwatch_metric_alarm.orders_db_cpu',
    argument: 'threshold',
    value: 70,
  },
  events: {
    in: 'us-west-2/network',
    address: 'aws_sns_topic.operations',
    argument: 'display_name',
    value: 'Operations',
  },
  'workforce-identity': {
    in: 'global',
    address: 'aws_ssoadmin_permission_set.people_auditor',
    argument: 'relay_state',
    value: 'https://console.aws.amazon.com/cloudtrail',
  },
  'access-analyzer': {
    in: 'us-east-2/network',
    address: 'aws_accessanalyzer_analyzer.access',
    argument: 'analyzer_name',
    value: 'ours',
  },
  pipeline: {
    in: 'ap-northeast-2/add-ons',
    address: 'aws_codebuild_project.delivery_test',
    argument: 'build_timeout',
    value: 60,
  },
};
