import type { Requirement } from '../requirement.ts';

const cluster = 'components.cluster';

export const requirements: readonly Requirement[] = [
  { line: 'a network diagram', projection: 'diagram' },
  { line: 'half a page to a page on choices and architecture', projection: 'documents' },
  {
    line: 'variable loads',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.nodeGroups.apps.active`]: { min: 3, max: 12 } },
  },
  {
    line: 'a JS frontend',
    projection: 'kubernetes',
    by: 'frontend',
    says: { 'components.frontend': { kind: 'service', paths: ['/'] } },
  },
  {
    line: 'a collection of containerized microservices',
    projection: 'kubernetes',
    by: 'gateway',
    says: {
      'components.gateway.needs': ['orders', 'catalog', 'pictures'],
      'components.orders.kind': 'service',
      'components.catalog.kind': 'service',
      'components.pictures.kind': 'service',
    },
  },
  {
    line: 'services scale with the load',
    projection: 'kubernetes',
    by: 'orders',
    says: { 'components.orders.replicas': { min: 3, max: 20 } },
  },
  {
    line: 'a Postgres tier',
    projection: 'terraform',
    by: 'orders-db',
    says: { 'components.orders-db': { kind: 'postgres', multiZone: true } },
  },
  {
    line: 'a Mongo tier',
    projection: 'terraform',
    by: 'documents',
    says: { 'components.documents': { kind: 'documentdb', multiZone: true } },
  },
  {
    line: 'a service on the Mongo tier',
    projection: 'kubernetes',
    by: 'catalog',
    says: { 'components.catalog.needs': ['documents', 'orders-db'] },
  },
  {
    line: 'EKS clusters in several regions',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.regions`]: ['us-east-1', 'eu-west-1'] },
  },
  {
    line: 'traffic across clusters by a geo policy, to the closest one',
    projection: 'terraform',
    by: 'domain',
    says: {
      'components.domain': {
        routing: 'geo',
        geo: { 'us-east-1': ['NA', 'SA', '*'], 'eu-west-1': ['EU', 'AF', 'AS'] },
      },
    },
  },
  {
    line: 'all application traffic through an ALB (layer 7) before the cluster',
    projection: 'terraform',
    by: 'alb',
    says: { 'components.alb': { layer: 7, in: 'cluster', scheme: 'internet-facing' } },
  },
  {
    line: 'clients speak TLS to the ALB',
    projection: 'terraform',
    by: 'shop-certificate',
    says: { 'components.shop-certificate.regions': ['us-east-1', 'eu-west-1'] },
  },
  {
    line: 'container registry (ECR), replicated to each region of EKS',
    projection: 'terraform',
    by: 'images',
    says: { 'components.images.regions': ['us-east-1', 'eu-west-1'] },
  },
  {
    line: 'no state in containers: EFS through claims',
    projection: 'kubernetes',
    by: 'pictures',
    says: { 'components.pictures.needs': ['orders-db', 'files'] },
  },
  { line: 'what claims of EFS need in the cluster', projection: 'terraform', by: 'files' },
  {
    line: 'a service mounts them under a role of its own',
    projection: 'terraform',
    by: 'pictures',
  },
  {
    line: 'EFS, replicated across regions: from the primary to the backup',
    projection: 'terraform',
    by: 'files',
    says: { 'components.files': { kind: 'file-store', replicaIn: ['eu-west-1'] } },
  },
  { line: 'Terraform (IaC)', projection: 'terraform', of: 'state' },
  {
    line: 'CloudWatch integrated',
    projection: 'terraform',
    by: 'alarms',
    says: { 'components.alarms': { kind: 'alarms', notify: 'operations' } },
  },
  {
    line: 'somebody is told',
    projection: 'terraform',
    by: 'operations',
    says: { 'components.operations.kind': 'events' },
  },
  {
    line: 'Auto Scaling integrated',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.addOns.6`]: 'cluster-autoscaler' },
  },
  {
    line: 'IAM integrated',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.serviceAccountRoles`]: true },
  },
  {
    line: 'VPC integrated',
    projection: 'terraform',
    by: 'network',
    says: {
      'components.network.regions': ['us-east-1', 'eu-west-1'],
      'regions.us-east-1.cidr': '10.40.0.0/16',
      'regions.eu-west-1.cidr': '10.41.0.0/16',
    },
  },
  { line: 'not serverless; the text says why', projection: 'documents' },
];

export const ours: readonly string[] = [];
