/**
 * For each kind, a component of an example that stands already: what is read of it then, what a
 * person is asked, and what ties it to the others, which is made nevertheless. Addresses have their
 * layer in front; they are the same in every region. A new kind needs its row.
 */
import type { Kind } from '@outrigger/model';

export interface Row {
  readonly example: string;
  readonly component: string;
  /** As the kind's page says: of each region in the platform's order, or one for all. */
  readonly id: string | readonly string[];
  /** Data sources; those besides, by which tags lead to an id. */
  readonly reads: readonly string[];
  readonly byTags?: readonly string[];
  /** Variables, where the provider can't read what others need. */
  readonly asks?: readonly string[];
  /** And what an id tells, but tags don't. */
  readonly asksByTags?: readonly string[];
  readonly ties?: readonly string[];
}

export const rows: { readonly [K in Kind]: Row } = {
  network: {
    example: 'eks-failover',
    component: 'network',
    id: ['vpc-0a1', 'vpc-0b2'],
    reads: [
      'network data.aws_route_tables.all',
      'network data.aws_subnets.private',
      'network data.aws_subnets.public',
      'network data.aws_subnets.workload',
      'network data.aws_vpc.main',
    ],
  },
  'kubernetes-cluster': {
    example: 'eks-failover',
    component: 'cluster',
    id: ['shop', 'shop'],
    reads: [
      'cluster data.aws_eks_cluster.cluster',
      'cluster data.aws_iam_openid_connect_provider.cluster',
    ],
    byTags: ['cluster data.aws_resourcegroupstaggingapi_resources.cluster'],
    ties: [
      'add-ons aws_iam_role.aws_load_balancer_controller',
      'add-ons aws_iam_role.cert_manager',
      'add-ons aws_iam_role.cloudwatch_agent',
      'add-ons aws_iam_role.cluster_autoscaler',
      'add-ons aws_iam_role.external_secrets',
      'add-ons aws_iam_role.fluent_bit',
      'add-ons aws_iam_role_policy.aws_load_balancer_controller',
      'add-ons aws_iam_role_policy.cert_manager',
      'add-ons aws_iam_role_policy.cloudwatch_agent',
      'add-ons aws_iam_role_policy.cluster_autoscaler',
      'add-ons aws_iam_role_policy.external_secrets',
      'add-ons aws_iam_role_policy.fluent_bit',
    ],
  },
  service: {
    example: 'enterprise',
    component: 'gateway',
    id: ['gateway', 'gateway'],
    reads: [],
  },
  aurora: {
    example: 'ec2-monitored',
    component: 'records',
    id: ['shop-east', 'shop-west'],
    reads: ['data data.aws_rds_cluster.records'],
    byTags: ['data data.aws_resourcegroupstaggingapi_resources.records'],
    ties: ['cluster aws_vpc_security_group_ingress_rule.records_from_app'],
  },
  postgres: {
    example: 'eks-failover',
    component: 'orders-db',
    id: ['shop-east', 'shop-west'],
    reads: ['data data.aws_db_instance.orders_db'],
    ties: ['cluster aws_vpc_security_group_ingress_rule.orders_db_from_cluster'],
  },
  'file-store': {
    example: 'eks-failover',
    component: 'pictures-store',
    id: ['fs-0a1', 'fs-0b2'],
    reads: ['data data.aws_efs_file_system.pictures_store'],
    asks: ['data var.pictures_store_security_group_id'],
    ties: ['cluster aws_vpc_security_group_ingress_rule.pictures_store_from_cluster'],
  },
  'object-store': {
    example: 'enterprise',
    component: 'backups',
    id: ['shop-east', 'shop-west'],
    reads: ['data data.aws_s3_bucket.backups'],
    byTags: ['data data.aws_resourcegroupstaggingapi_resources.backups'],
  },
  'container-registry': {
    example: 'eks-failover',
    component: 'images',
    id: ['123456789012', '123456789012'],
    reads: [
      'data data.aws_ecr_repository.catalog',
      'data data.aws_ecr_repository.gateway',
      'data data.aws_ecr_repository.orders',
      'data data.aws_ecr_repository.pictures',
      'data data.aws_ecr_repository.web',
    ],
  },
  'load-balancer': {
    example: 'eks-failover',
    component: 'web-alb',
    id: [
      'arn:aws:elasticloadbalancing:us-east-1:1:a',
      'arn:aws:elasticloadbalancing:us-west-2:1:b',
    ],
    reads: ['edge data.aws_lb.web_alb'],
    asks: [
      'edge var.web_alb_target_group_arn_catalog',
      'edge var.web_alb_target_group_arn_gateway',
      'edge var.web_alb_target_group_arn_web',
    ],
    ties: [
      'edge aws_vpc_security_group_egress_rule.web_alb_to_catalog',
      'edge aws_vpc_security_group_egress_rule.web_alb_to_gateway',
      'edge aws_vpc_security_group_egress_rule.web_alb_to_web',
      'edge aws_vpc_security_group_ingress_rule.web_alb_to_catalog',
      'edge aws_vpc_security_group_ingress_rule.web_alb_to_gateway',
      'edge aws_vpc_security_group_ingress_rule.web_alb_to_web',
    ],
  },
  'global-accelerator': {
    example: 'eks-failover',
    component: 'edge',
    id: 'arn:aws:globalaccelerator::1:accelerator/a',
    reads: ['global data.aws_globalaccelerator_accelerator.edge'],
    byTags: ['global data.aws_resourcegroupstaggingapi_resources.edge'],
    asks: ['global var.edge_listener_arn'],
    ties: ['edge aws_globalaccelerator_endpoint_group.edge'],
  },
  dns: {
    example: 'peccy',
    component: 'domain',
    id: 'Z0123456789',
    reads: ['global data.aws_route53_zone.domain'],
    ties: ['edge aws_route53_health_check.domain', 'edge aws_route53_record.domain'],
  },
  'virtual-machines': {
    example: 'ec2-monitored',
    component: 'app',
    id: ['shop-east', 'shop-west'],
    reads: ['cluster data.aws_autoscaling_group.app', 'cluster data.aws_launch_template.app'],
    byTags: ['cluster data.aws_autoscaling_groups.app'],
    ties: ['edge aws_autoscaling_attachment.app_to_app_alb'],
  },
  'machine-image': {
    example: 'ec2-monitored',
    component: 'app-image',
    id: ['ami-0a1', 'ami-0b2'],
    reads: ['network data.aws_ami.app_image'],
  },
  'key-pair': {
    example: 'ec2-monitored',
    component: 'operators-key',
    id: ['operators', 'operators'],
    reads: ['cluster data.aws_key_pair.operators_key'],
  },
  documentdb: {
    example: 'net-diagram',
    component: 'documents',
    id: ['shop-america', 'shop-europe'],
    reads: [],
    asks: ['data var.documents_security_group_id'],
    asksByTags: ['data var.documents_identifier'],
    ties: [
      'cluster aws_vpc_security_group_ingress_rule.documents_from_cluster',
      'cluster aws_vpc_security_group_ingress_rule.documents_from_eu_west_1',
      'cluster aws_vpc_security_group_ingress_rule.documents_from_us_east_1',
    ],
  },
  dynamodb: {
    example: 'enterprise',
    component: 'carts',
    id: ['carts', 'carts'],
    reads: ['data data.aws_dynamodb_table.carts'],
    byTags: ['data data.aws_resourcegroupstaggingapi_resources.carts'],
  },
  cdn: {
    example: 'enterprise',
    component: 'static-cdn',
    id: 'E2QWRUHEXAMPLE',
    reads: ['global data.aws_cloudfront_distribution.static_cdn'],
    byTags: ['global data.aws_resourcegroupstaggingapi_resources.static_cdn'],
  },
  certificate: {
    example: 'enterprise',
    component: 'shop-certificate',
    id: ['arn:aws:acm:us-east-2:1:certificate/a', 'arn:aws:acm:us-west-2:1:certificate/b'],
    reads: [],
    byTags: ['edge data.aws_acm_certificate.shop_certificate'],
    asks: ['global var.shop_certificate_cloudfront_arn'],
  },
  firewall: {
    example: 'enterprise',
    component: 'wall',
    id: ['shop', 'shop'],
    reads: ['edge data.aws_wafv2_web_acl.wall'],
    byTags: ['edge data.aws_resourcegroupstaggingapi_resources.wall'],
    asks: ['global var.wall_cloudfront_arn'],
    ties: ['edge aws_wafv2_web_acl_association.wall_web_alb'],
  },
  keys: {
    example: 'enterprise',
    component: 'data-key',
    id: ['mrk-0a1', 'mrk-0a1'],
    reads: [
      'global data.aws_kms_key.data_key_us_east_2',
      'global data.aws_kms_key.data_key_us_west_2',
    ],
    byTags: [
      'global data.aws_resourcegroupstaggingapi_resources.data_key_us_east_2',
      'global data.aws_resourcegroupstaggingapi_resources.data_key_us_west_2',
    ],
  },
  secrets: {
    example: 'enterprise',
    component: 'tokens',
    id: ['shop', 'shop'],
    reads: [
      'data data.aws_secretsmanager_secret.tokens_datadog_api',
      'data data.aws_secretsmanager_secret.tokens_datadog_application',
    ],
    byTags: ['data data.aws_resourcegroupstaggingapi_resources.tokens'],
  },
  alarms: {
    example: 'eks-failover',
    component: 'alarms',
    id: ['theirs', 'theirs'],
    reads: [],
  },
  events: {
    example: 'eks-failover',
    component: 'operations',
    id: ['operations', 'operations'],
    reads: ['network data.aws_sns_topic.operations'],
    byTags: ['network data.aws_resourcegroupstaggingapi_resources.operations'],
    // No rule of EventBridge is made in front of it: RDS tells it by itself.
    ties: ['data aws_db_event_subscription.orders_db'],
  },
  'workforce-identity': {
    example: 'enterprise',
    component: 'people',
    id: 'ssoins-0123456789',
    reads: [],
  },
  'access-analyzer': {
    example: 'enterprise',
    component: 'access',
    id: ['theirs', 'theirs'],
    reads: [],
  },
  pipeline: {
    example: 'peccy',
    component: 'delivery',
    id: 'delivery',
    reads: [],
  },
};
