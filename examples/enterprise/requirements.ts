import type { Requirement } from '../requirement.ts';

const regions = ['us-east-2', 'us-west-2'];
const hour = 3_600_000;

export const requirements: readonly Requirement[] = [
  // CI/CD.
  {
    line: 'GitHub holds sources and Terraform',
    projection: 'delivery',
    by: 'delivery',
    says: { 'components.delivery.sources.0': { provider: 'github' } },
  },
  {
    line: 'Jenkins on EKS: build, test, deploy',
    projection: 'delivery',
    by: 'delivery',
    says: {
      'components.delivery': {
        by: 'jenkins',
        in: 'cluster',
        stages: ['test', 'build', 'push', 'deploy'],
      },
    },
  },
  {
    line: 'Jenkins pushes images, under a role of its own',
    projection: 'terraform',
    by: 'delivery',
  },
  {
    line: 'nodes for Jenkins and other tools',
    projection: 'terraform',
    by: 'cluster',
    says: { 'components.cluster.nodeGroups.tools': { dedicated: true } },
  },
  { line: 'Terraform for both regions', projection: 'terraform', of: 'state' },
  // Identity and access.
  {
    line: 'IAM Identity Center: one place to log in, by OIDC',
    projection: 'terraform',
    by: 'people',
    says: { 'components.people': { kind: 'workforce-identity', signIn: 'oidc' } },
  },
  {
    line: 'roles for each job: DevOps engineer, auditor',
    projection: 'terraform',
    by: 'people',
    says: {
      'components.people.jobs': {
        'devops-engineer': { policies: ['PowerUserAccess'] },
        auditor: { policies: ['SecurityAudit', 'job-function/ViewOnlyAccess'] },
      },
    },
  },
  {
    line: 'STS: tokens of a short life',
    projection: 'terraform',
    by: 'people',
    says: {
      'components.people.jobs.devops-engineer.sessionMs': 4 * hour,
      'components.people.jobs.auditor.sessionMs': hour,
    },
  },
  {
    line: 'MFA',
    projection: 'documents',
    by: 'people',
    says: { 'components.people.mfa': true },
  },
  {
    line: 'IAM Access Analyzer',
    projection: 'terraform',
    by: 'access',
    says: { 'components.access': { kind: 'access-analyzer', unusedDays: 90 } },
  },
  // Kubernetes and compute.
  {
    line: 'EKS over several zones in each region',
    projection: 'terraform',
    by: 'cluster',
    says: {
      'components.cluster.regions': regions,
      'regions.us-east-2.workloadZones': ['us-east-2a', 'us-east-2b', 'us-east-2c'],
    },
  },
  {
    line: 'Auto Scaling groups',
    projection: 'terraform',
    by: 'cluster',
    says: { 'components.cluster.nodeGroups.apps.active': { min: 3, max: 12 } },
  },
  {
    line: 'Fargate for bursts',
    projection: 'terraform',
    by: 'cluster',
    says: { 'components.cluster.fargateProfiles.bursts.namespace': 'bursts' },
  },
  {
    line: 'a registry in each region',
    projection: 'terraform',
    by: 'images',
    says: { 'components.images.regions': regions },
  },
  {
    line: 'microservices',
    projection: 'kubernetes',
    by: 'gateway',
    says: { 'components.gateway.needs': ['orders', 'catalog', 'carts'] },
  },
  {
    line: 'a web frontend',
    projection: 'kubernetes',
    by: 'web',
    says: { 'components.web.paths': ['/'] },
  },
  {
    line: 'services scale with the load',
    projection: 'kubernetes',
    by: 'orders',
    says: { 'components.orders.replicas': { min: 3, max: 20 } },
  },
  // Networking and traffic.
  {
    line: 'VPC with public and private subnets over several zones',
    projection: 'terraform',
    by: 'network',
    says: {
      'components.network.regions': regions,
      'regions.us-east-2.cidr': '10.80.0.0/16',
      'regions.us-west-2.cidr': '10.81.0.0/16',
    },
  },
  {
    line: 'an ALB for layer 7',
    projection: 'terraform',
    by: 'web-alb',
    says: { 'components.web-alb.layer': 7 },
  },
  {
    line: 'an NLB for layer 4',
    projection: 'terraform',
    by: 'partners-nlb',
    says: { 'components.partners-nlb.layer': 4 },
  },
  {
    line: 'what the NLB leads to',
    projection: 'kubernetes',
    by: 'partners',
    says: { 'components.partners.port': 8090 },
  },
  {
    line: 'Route 53 with failover by health checks',
    projection: 'terraform',
    by: 'domain',
    says: { 'components.domain': { routing: 'failover', healthCheck: { path: '/readyz' } } },
  },
  {
    line: 'the NLB has a name, which fails over too',
    projection: 'terraform',
    by: 'partners-domain',
    says: { 'components.partners-domain': { to: 'partners-nlb', routing: 'failover' } },
  },
  {
    line: 'CloudFront for static assets',
    projection: 'terraform',
    by: 'static-cdn',
    says: { 'components.static-cdn': { kind: 'cdn', from: 'static-assets', originFailover: true } },
  },
  {
    line: 'S3 for static assets, replicated across regions',
    projection: 'terraform',
    by: 'static-assets',
    says: { 'components.static-assets': { kind: 'object-store', replicaIn: ['us-west-2'] } },
  },
  {
    line: 'a name for the CDN',
    projection: 'terraform',
    by: 'static-domain',
    says: { 'components.static-domain.to': 'static-cdn' },
  },
  {
    line: 'TLS, with a certificate in us-east-1 for CloudFront',
    projection: 'terraform',
    by: 'shop-certificate',
    says: { 'components.shop-certificate': { forCloudFront: true, regions } },
  },
  // Data and storage.
  {
    line: 'RDS Multi-AZ in each region',
    projection: 'terraform',
    by: 'orders-db',
    says: {
      'components.orders-db': {
        kind: 'postgres',
        multiZone: true,
        replicaMultiZone: true,
        regions,
      },
    },
  },
  {
    line: 'Aurora global database',
    projection: 'terraform',
    by: 'catalog-db',
    says: { 'components.catalog-db': { kind: 'aurora', replicaIn: ['us-west-2'] } },
  },
  {
    line: 'DynamoDB global tables',
    projection: 'terraform',
    by: 'carts',
    says: { 'components.carts': { kind: 'dynamodb', regions } },
  },
  {
    line: 'a service reads and writes them, under a role of its own',
    projection: 'terraform',
    by: 'gateway',
  },
  {
    line: 'S3 with cross-region replication for backups',
    projection: 'terraform',
    by: 'backups',
    says: { 'components.backups': { kind: 'object-store', replicaIn: ['us-west-2'] } },
  },
  {
    line: 'the catalogue on its global database',
    projection: 'kubernetes',
    by: 'catalog',
    says: { 'components.catalog.needs': ['catalog-db', 'orders-db'] },
  },
  // Monitoring and alerts.
  { line: 'Datadog over both regions', projection: 'monitoring' },
  {
    line: "Datadog's keys, in both regions",
    projection: 'terraform',
    by: 'tokens',
    says: { 'components.tokens': { kind: 'secrets', regions } },
  },
  {
    line: 'CloudWatch',
    projection: 'terraform',
    by: 'alarms',
    says: { 'components.alarms': { kind: 'alarms', notify: 'operations' } },
  },
  {
    line: 'EventBridge to SNS: e-mail and SMS',
    projection: 'terraform',
    by: 'operations',
    says: {
      'components.operations': { email: ['operations@example.com'], sms: ['+15555550100'] },
    },
  },
  // Security.
  {
    line: 'WAF and Shield',
    projection: 'terraform',
    by: 'wall',
    says: {
      'components.wall': { protects: ['web-alb', 'static-cdn'], shield: 'standard' },
    },
  },
  {
    line: 'data encrypted, with keys in both regions',
    projection: 'terraform',
    by: 'data-key',
    says: { 'components.data-key': { multiRegion: true, regions } },
  },
  // Disaster recovery.
  {
    line: 'active and passive region',
    projection: 'terraform',
    of: 'regions',
    says: { 'regions.us-east-2.role': 'primary', 'regions.us-west-2.role': 'standby' },
  },
  {
    line: 'Terraform can rebuild everything in any region',
    projection: 'documents',
    of: 'state',
  },
];

export const ours: readonly string[] = [];
