import type { Requirement } from '../requirement.ts';

const regions = ['ap-northeast-2', 'ap-northeast-1'];
const cluster = 'components.cluster';
const minute = 60_000;

export const requirements: readonly Requirement[] = [
  {
    line: 'a web tier',
    projection: 'kubernetes',
    by: 'web',
    says: { 'components.web.nodeGroup': 'web' },
  },
  {
    line: 'an app tier',
    projection: 'kubernetes',
    by: 'app',
    says: { 'components.app.nodeGroup': 'app' },
  },
  {
    line: 'Aurora (MySQL) for records',
    projection: 'terraform',
    by: 'records',
    says: { 'components.records': { kind: 'aurora', engine: 'mysql' } },
  },
  {
    line: 'EFS for pictures',
    projection: 'terraform',
    by: 'pictures-store',
    says: { 'components.pictures-store.kind': 'file-store' },
  },
  {
    line: 'node group manage: 2 instances, for controllers and plugins',
    projection: 'terraform',
    by: 'cluster',
    says: {
      [`${cluster}.nodeGroups.manage`]: {
        active: { min: 2, max: 2, desired: 2 },
        standby: { min: 2, max: 2, desired: 2 },
        dedicated: true,
      },
    },
  },
  {
    line: 'node groups web and app',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.nodeGroups.web.name`]: 'web', [`${cluster}.nodeGroups.app.name`]: 'app' },
  },
  {
    line: 'ALB controller',
    projection: 'kubernetes',
    by: 'cluster',
    says: { [`${cluster}.addOns.4`]: 'aws-load-balancer-controller' },
  },
  {
    line: 'ExternalDNS',
    projection: 'kubernetes',
    by: 'cluster',
    says: { [`${cluster}.addOns.5`]: 'external-dns' },
  },
  {
    line: 'EFS CSI driver',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.addOns.6`]: 'aws-efs-csi-driver' },
  },
  {
    line: 'Fluent Bit to CloudWatch Logs',
    projection: 'kubernetes',
    by: 'cluster',
    says: { [`${cluster}.addOns.7`]: 'fluent-bit' },
  },
  {
    line: 'CloudWatch agent for metrics',
    projection: 'kubernetes',
    by: 'cluster',
    says: { [`${cluster}.addOns.8`]: 'cloudwatch-agent' },
  },
  { line: 'roles of the controllers, in both clusters', projection: 'terraform', by: 'cluster' },
  {
    line: 'the app tier mounts the pictures under a role of its own',
    projection: 'terraform',
    by: 'app',
    says: { 'components.app.needs': ['records', 'pictures-store'] },
  },
  {
    line: 'CodePipeline and CodeBuild: unit test, image, push',
    projection: 'terraform',
    by: 'delivery',
    says: {
      'components.delivery': {
        by: 'codepipeline',
        stages: ['test', 'build', 'push'],
        builds: ['web', 'app'],
      },
      'components.delivery.sources.0': {
        repository: 'example/common_service-peccy-web',
        builds: ['web'],
      },
      'components.delivery.sources.1': {
        repository: 'example/common_service-peccy-app',
        builds: ['app'],
      },
    },
  },
  {
    line: 'push to two ECRs in different regions',
    projection: 'terraform',
    by: 'images',
    says: { 'components.images.regions': regions, 'components.delivery.pushTo': regions },
  },
  {
    line: 'notices by AWS Chatbot',
    projection: 'terraform',
    by: 'delivery',
    says: { 'components.delivery.chat': { channel: 'C07EZ1ABC23' } },
  },
  {
    line: 'Argo CD polls the manifest repository',
    projection: 'delivery',
    by: 'delivery',
    says: {
      'components.delivery.deploys': {
        by: 'argo-cd',
        manifests: { repository: 'example/eks-cicd-dr_deploy-eks' },
      },
    },
  },
  { line: 'BotKube', projection: 'kubernetes' },
  {
    line: 'a zone down: RPO 0, RTO < 10 min',
    projection: 'documents',
    of: 'objectives',
    says: { 'objectives.zone-loss': { rpoMs: 0, rtoMs: 10 * minute } },
  },
  {
    line: 'a zone down: Kubernetes reschedules by itself',
    projection: 'kubernetes',
    says: { 'components.web.spread': { over: 'zones' } },
  },
  {
    line: 'a zone down: EFS over zones, mount targets doubled',
    projection: 'terraform',
    by: 'pictures-store',
    says: { 'components.pictures-store.multiZone': true },
  },
  {
    line: 'a zone down: an Aurora reader is promoted',
    projection: 'terraform',
    by: 'records',
    says: { 'components.records': { multiZone: true, instances: 2 } },
  },
  {
    line: 'a region down: RPO < 10 min, RTO < 30 min, the primary is changed by hand',
    projection: 'documents',
    of: 'objectives',
    says: {
      'objectives.region-loss': { rpoMs: 10 * minute, rtoMs: 30 * minute, approval: 'always' },
    },
  },
  {
    line: 'cross-region asynchronous replication of records',
    projection: 'terraform',
    by: 'records',
    says: { 'components.records.replicaIn': ['ap-northeast-1'] },
  },
  {
    line: 'cross-region asynchronous replication of pictures',
    projection: 'terraform',
    by: 'pictures-store',
    says: { 'components.pictures-store.replicaIn': ['ap-northeast-1'] },
  },
  {
    line: 'secondary cluster with web and app node groups at 0',
    projection: 'terraform',
    by: 'cluster',
    says: {
      [`${cluster}.regions`]: regions,
      [`${cluster}.nodeGroups.web.standby`]: { min: 0, desired: 0 },
      [`${cluster}.nodeGroups.app.standby`]: { min: 0, desired: 0 },
    },
  },
  {
    line: 'the same manifests in both clusters',
    projection: 'kubernetes',
    says: { 'components.app.regions': regions },
  },
  {
    line: 'Route 53 failover routing to the ALB of the secondary cluster',
    projection: 'terraform',
    by: 'domain',
    says: { 'components.domain': { to: 'alb', routing: 'failover', regions } },
  },
  {
    line: 'an ALB in each region',
    projection: 'terraform',
    by: 'alb',
    says: { 'components.alb': { layer: 7, regions } },
  },
  {
    line: 'clients speak TLS to the ALB',
    projection: 'terraform',
    by: 'peccy-certificate',
    says: { 'components.peccy-certificate.regions': regions },
  },
  {
    line: 'metrics and logs are watched',
    projection: 'terraform',
    by: 'alarms',
    says: { 'components.alarms.notify': 'operations' },
  },
  {
    line: 'somebody is told',
    projection: 'terraform',
    by: 'operations',
    says: { 'components.operations.kind': 'events' },
  },
  {
    line: 'a VPC in each region, over zones',
    projection: 'terraform',
    by: 'network',
    says: { 'components.network.regions': regions },
  },
  {
    line: 'recovery 1: delete the EFS replication, the replica is writable',
    projection: 'documents',
  },
  { line: 'recovery 2: failover of the Aurora global database', projection: 'documents' },
  { line: 'recovery 3: scale web and app node groups up, pods follow', projection: 'documents' },
];

/** The storefront has a gateway, and services for its catalogue and its pictures. */
export const ours = ['gateway', 'catalog', 'pictures'];
