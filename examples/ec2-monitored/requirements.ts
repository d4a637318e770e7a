import type { Requirement } from '../requirement.ts';

const regions = ['us-east-2', 'us-west-1'];
const day = 86_400_000;

export const requirements: readonly Requirement[] = [
  {
    line: 'primary region us-east-2, secondary us-west-1',
    projection: 'terraform',
    of: 'regions',
    says: { 'regions.us-east-2.role': 'primary', 'regions.us-west-1.role': 'standby' },
  },
  {
    line: 'RDS/Aurora cluster in each region, two nodes',
    projection: 'terraform',
    by: 'records',
    says: { 'components.records': { kind: 'aurora', instances: 2, replicaInstances: 2, regions } },
  },
  {
    line: 'two zones in each region: us-east-2a/b, us-west-1b/c',
    projection: 'terraform',
    by: 'network',
    says: {
      'regions.us-east-2.zones.0.name': 'us-east-2a',
      'regions.us-east-2.zones.1.name': 'us-east-2b',
      'regions.us-west-1.zones.0.name': 'us-west-1b',
      'regions.us-west-1.zones.1.name': 'us-west-1c',
      'components.records.multiZone': true,
    },
  },
  {
    line: 'db.t2.small, which AWS has retired: db.r6g.large is used',
    projection: 'terraform',
    by: 'records',
    says: {
      'components.records.size': 'db.r6g.large',
      'components.records.sizeAsked': { asked: 'db.t2.small', used: 'db.r6g.large' },
    },
  },
  {
    line: 'private subnets for the database',
    projection: 'terraform',
    by: 'records',
    says: { 'regions.us-east-2.zones.0.privateCidr': '10.60.64.0/18' },
  },
  {
    line: 'backups kept for 5 days',
    projection: 'terraform',
    by: 'records',
    says: { 'components.records.backupRetentionMs': 5 * day },
  },
  {
    line: 'the DR cluster is a read replica of the primary one',
    projection: 'terraform',
    by: 'records',
    says: {
      'components.records.writerIn': 'us-east-2',
      'components.records.replicaIn': ['us-west-1'],
    },
  },
  {
    line: 'EKS with 2 × t3.medium in each region, for monitoring',
    projection: 'terraform',
    by: 'monitoring',
    says: {
      'components.monitoring.regions': regions,
      'components.monitoring.nodeGroups.monitoring': {
        instances: ['t3.medium'],
        active: { min: 2, max: 2, desired: 2 },
        standby: { min: 2, max: 2, desired: 2 },
      },
    },
  },
  {
    line: '3 EC2 t2.micro in each region, running the application from a custom AMI',
    projection: 'terraform',
    by: 'app',
    says: {
      'components.app': {
        kind: 'virtual-machines',
        size: 't2.micro',
        active: { min: 3, max: 3, desired: 3 },
        standby: { min: 3, max: 3, desired: 3 },
        image: 'app-image',
        regions,
      },
    },
  },
  {
    line: 'the AMI is copied to the second region',
    projection: 'terraform',
    by: 'app-image',
    says: { 'components.app-image': { builtIn: 'us-east-2', copiedTo: ['us-west-1'] } },
  },
  {
    line: 'an ALB in each region, in front of the machines',
    projection: 'terraform',
    by: 'app-alb',
    says: {
      'components.app-alb': { layer: 7, routes: [{ path: '/', to: 'app' }], in: null, regions },
    },
  },
  {
    line: 'clients speak TLS to the ALB',
    projection: 'terraform',
    by: 'app-certificate',
    says: { 'components.app-certificate.regions': regions },
  },
  {
    line: 'an S3 bucket for AMIs in each region',
    projection: 'terraform',
    by: 'machine-images',
    says: { 'components.machine-images': { kind: 'object-store', regions } },
  },
  {
    line: 'an S3 bucket for the Terraform state in each region',
    projection: 'terraform',
    of: 'state',
  },
  {
    line: 'an SSH key pair in each region',
    projection: 'terraform',
    by: 'operators-key',
    says: { 'components.operators-key': { kind: 'key-pair', regions } },
  },
  { line: 'security groups, the same in both regions', projection: 'terraform', by: 'app' },
  {
    line: 'a VPC in each region with public and private subnets',
    projection: 'terraform',
    by: 'network',
    says: {
      'components.network.regions': regions,
      'regions.us-east-2.cidr': '10.60.0.0/16',
      'regions.us-west-1.cidr': '10.61.0.0/16',
    },
  },
  { line: 'IAM roles, replicated', projection: 'terraform', by: 'monitoring' },
  { line: 'Prometheus and Grafana in each region', projection: 'monitoring', by: 'monitoring' },
  {
    line: 'alarms on what serves, told to somebody',
    projection: 'terraform',
    by: 'alarms',
    says: { 'components.alarms.notify': 'operations' },
  },
  {
    line: 'whom alarms tell',
    projection: 'terraform',
    by: 'operations',
    says: { 'components.operations.kind': 'events' },
  },
  {
    line: 'Route 53 leads to both load balancers and fails over by health checks',
    projection: 'terraform',
    by: 'domain',
    says: {
      'components.domain': {
        to: 'app-alb',
        routing: 'failover',
        healthCheck: { path: '/health', intervalMs: 10_000, threshold: 3 },
      },
    },
  },
  {
    line: 'asset table: asset, purpose, size, quantity, DR, with descriptions',
    projection: 'documents',
  },
  {
    line: 'DR plan, before: IaC up to date and stored outside both regions',
    projection: 'documents',
  },
  { line: 'DR plan, before: state bucket, remote backend', projection: 'documents' },
  { line: 'DR plan, before: AMI copied, replica checked', projection: 'documents' },
  { line: 'DR plan: promote the replica', projection: 'documents', by: 'records' },
  {
    line: 'DR plan: point the application at the new writer and reader, or a name that fails over',
    projection: 'documents',
    by: 'records',
  },
  {
    line: 'DR plan: Route 53 fails over to the DR load balancer',
    projection: 'documents',
    by: 'domain',
  },
];

export const ours: readonly string[] = [];
