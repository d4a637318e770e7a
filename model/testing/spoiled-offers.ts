/**
 * What AWS would refuse when it is built, and we refuse when it is written: a title, who sets the
 * limit, the paths that must be told, and what is changed in the sound platform.
 */
import { type Change, type OfferCase, problemsOf } from './shop.ts';
import { limitCases } from './spoiled-limits.ts';
import { repeatCases } from './spoiled-repeats.ts';
import { serviceCases } from './spoiled-services.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];
const apps = (...field: string[]) => component('cluster', 'nodeGroups', 'apps', ...field);
const east = (...field: string[]) => ['regions', 'us-east-1', ...field];
const west = (...field: string[]) => ['regions', 'us-west-2', ...field];
/** The first region, under another name, by how many zones it has or which. */
const first = (name: string, zones: unknown): Change[] => [
  [['regions', 'us-east-1'], undefined],
  [['regions', name], { role: 'primary', cidr: '10.0.0.0/16', zones }],
];

const documents = { kind: 'documentdb', version: '5.0', size: 'db.r6g.large' };
const carts = { kind: 'dynamodb', partitionKey: 'cartId' };
const image = { kind: 'machine-image', image: 'shop-*' };
const machines = {
  kind: 'virtual-machines',
  image: 'base',
  size: 't3.micro',
  min: 1,
  max: 2,
  port: 80,
};
const asked = { asked: 'db.t2.small', used: 'db.t3.medium', source: 'Aurora user guide' };

const places: readonly OfferCase[] = [
  [
    'more zones than an account sees',
    'AWS, availability zones: two of us-west-1 for an account',
    ['regions.us-west-1.zones'],
    ...first('us-west-1', 3),
  ],
  [
    'zone letter that the region does not have',
    'AWS, availability zones: us-east-2a to us-east-2c',
    ['regions.us-east-2.zones[1]'],
    ...first('us-east-2', ['us-east-2a', 'us-east-2d']),
  ],
  [
    'zone of another region',
    'AWS, availability zones: the region and a letter',
    ['regions.us-west-2.zones[1]'],
    [west('zones'), ['us-west-2a', 'us-west-1b']],
  ],
  [
    'one zone for a database, a cluster and a load balancer',
    'RDS user guide, DB subnet groups; EKS and ELB user guides: two zones or more',
    ['regions.us-west-2.zones'],
    [west('zones'), 1],
  ],
  [
    'one zone for a cluster',
    'EKS user guide, subnet requirements: two zones or more',
    ['regions.us-west-2.zones'],
    [west('zones'), 1],
    [component('edge'), undefined],
    [component('domain'), undefined],
    [component('web-alb'), undefined],
  ],
  [
    'one zone for a database',
    'RDS user guide, DB subnet groups: two zones or more',
    ['regions.us-west-2.zones'],
    [west('zones'), 1],
    [component('edge'), undefined],
    [component('domain'), undefined],
    [component('web-alb'), undefined],
    [component('web'), undefined],
    [component('orders'), undefined],
    [component('cluster'), undefined],
  ],
  [
    'public subnet too small for an ALB',
    'ELB user guide, subnets: a /27 or larger',
    ['regions.us-east-1.zones.us-east-1a.public'],
    [east('zones', 'us-east-1a', 'public'), '10.0.0.0/28'],
  ],
  [
    'range too small for an ALB',
    'ELB user guide, subnets: a /27 or larger',
    ['regions.us-west-2.cidr'],
    [west('cidr'), '10.1.0.0/23'],
  ],
  [
    'private subnets too small for the nodes',
    'EKS user guide, subnet requirements; VPC user guide: five addresses are kept',
    ['regions.us-east-1.zones.us-east-1a.private'],
    [east('zones', 'us-east-1a', 'private'), '10.0.64.0/28'],
    [east('zones', 'us-east-1b', 'private'), '10.0.128.0/28'],
  ],
  [
    'ranges that overlap, though they are peered',
    'VPC user guide, peering: ranges must not overlap',
    ['regions.us-west-2.cidr'],
    [west('cidr'), '10.0.64.0/18'],
  ],
  [
    'flow logs kept for a time that CloudWatch does not offer',
    'CloudWatch Logs API reference, PutRetentionPolicy',
    ['components.net.flowLogs.keep'],
    [component('net'), { kind: 'network', flowLogs: { keep: '31d' } }],
  ],
  [
    'disk of a node that is smaller than its image',
    'amazon-eks-ami, pull request 1581: 20 GiB; EC2: no volume is smaller than its snapshot',
    ['components.cluster.nodeGroups.apps.disk'],
    [apps('disk'), '10 GiB'],
  ],
];

const databases: readonly OfferCase[] = [
  [
    'class that Aurora does not run on',
    'Aurora user guide, supported DB engines for DB instance classes',
    ['components.records-db.size'],
    [component('records-db', 'size'), 'db.t2.small'],
  ],
  [
    'class that a global database does not take',
    'Aurora user guide, configuration requirements of a global database',
    ['components.records-db.size'],
    [component('records-db', 'size'), 'db.t3.medium'],
  ],
  [
    'class that is used in place of a retired one, and does not do',
    'Aurora user guide, configuration requirements of a global database',
    ['components.records-db.size.used'],
    [component('records-db', 'size'), asked],
  ],
  [
    'class that RDS for PostgreSQL retired',
    'RDS user guide, DB instance classes: t2 ends with PostgreSQL 12',
    ['components.orders-db.size'],
    [component('orders-db', 'size'), 'db.t2.small'],
  ],
  [
    'class that a global cluster of DocumentDB does not take',
    'DocumentDB developer guide, limitations of global clusters',
    ['components.documents.size'],
    [component('documents'), { ...documents, size: 'db.t4g.medium' }],
  ],
  [
    'class that DocumentDB does not run on',
    'DocumentDB developer guide, supported instance classes',
    ['components.documents.size'],
    [component('documents'), { ...documents, size: 'db.m6g.large' }],
  ],
  [
    'version of MySQL that Aurora ended',
    'AWS CDK, AuroraMysqlEngineVersion: Aurora MySQL 1 was 5.6',
    ['components.records-db.version'],
    [component('records-db', 'version'), '5.6'],
  ],
  [
    "MySQL's own minor, of which Aurora has none",
    'AWS CDK, AuroraMysqlEngineVersion',
    ['components.records-db.version'],
    [component('records-db', 'version'), '8.0.39'],
  ],
  [
    'version of PostgreSQL that Aurora ended',
    'AWS CDK, AuroraPostgresEngineVersion: withdrawn ones are marked',
    ['components.records-db.version'],
    [component('records-db', 'engine'), 'postgresql'],
    [component('records-db', 'version'), '10.21'],
  ],
  [
    'minor of PostgreSQL that Aurora does not have',
    'AWS CDK, AuroraPostgresEngineVersion',
    ['components.records-db.version'],
    [component('records-db', 'engine'), 'postgresql'],
    [component('records-db', 'version'), '17.99'],
  ],
  [
    'version of PostgreSQL that there is not yet',
    'AWS CDK, PostgresEngineVersion',
    ['components.orders-db.version'],
    [component('orders-db', 'version'), '99'],
  ],
  [
    'minor of PostgreSQL that RDS withdrew',
    'AWS CDK, PostgresEngineVersion: withdrawn ones are marked',
    ['components.orders-db.version'],
    [component('orders-db', 'version'), '17.1'],
  ],
  [
    'version of DocumentDB that there is not',
    'DocumentDB developer guide, features and configurations by engine version',
    ['components.documents.version'],
    [component('documents'), { ...documents, version: '6.0' }],
  ],
  [
    'class of a family that there is not',
    'AWS SDK, InstanceType of EC2',
    ['components.orders-db.size'],
    [component('orders-db', 'size'), 'db.m99.large'],
  ],
  [
    'version of DocumentDB without a global cluster',
    'DocumentDB developer guide, limitations of global clusters',
    ['components.documents.version'],
    [component('documents'), { ...documents, version: '3.6' }],
  ],
  [
    'backups kept for less than a day',
    'RDS user guide, backup retention: 1 to 35 days',
    ['components.documents.backups'],
    [component('documents'), { ...documents, backups: '6h' }],
  ],
  [
    'backups kept for more than 35 days',
    'RDS user guide, backup retention: 1 to 35 days',
    ['components.orders-db.backups'],
    [component('orders-db', 'backups'), '60d'],
  ],
  [
    'port below those of RDS',
    'RDS API reference, CreateDBInstance: 1150 to 65535',
    ['components.orders-db.port'],
    [component('orders-db', 'port'), 443],
  ],
  [
    'version of PostgreSQL that RDS ended',
    'RDS user guide, release calendar: PostgreSQL 10 ended on 17 April 2023',
    ['components.orders-db.version'],
    [component('orders-db', 'version'), '10'],
  ],
  [
    'point-in-time recovery further back than DynamoDB goes',
    'DynamoDB developer guide, point-in-time recovery: 1 to 35 days',
    ['components.carts.pointInTimeRecovery'],
    [component('carts'), { ...carts, pointInTimeRecovery: '90d' }],
  ],
  [
    'strong consistency over two regions',
    'DynamoDB developer guide, multi-Region strong consistency: three regions',
    ['components.carts.consistency'],
    [component('carts'), { ...carts, consistency: 'strong' }],
  ],
  [
    'attribute name that DynamoDB does not take',
    'DynamoDB developer guide, naming rules',
    ['components.carts.partitionKey'],
    [component('carts'), { ...carts, partitionKey: 'cart id' }],
  ],
];

const compute: readonly OfferCase[] = [
  [
    'nodes with min above max',
    'EKS API reference, NodegroupScalingConfig',
    ['components.cluster.nodeGroups.apps.min'],
    [apps('min'), 13],
    [apps('standby'), undefined],
  ],
  [
    'machine of another architecture than its image',
    'EC2 user guide, names of instance types; EKS user guide, managed node groups',
    ['components.cluster.nodeGroups.apps.instances[1]'],
    [apps('instances'), ['m7i.large', 'm7g.large']],
  ],
  [
    'script for an image that runs none',
    'EKS user guide, Bottlerocket: user data is TOML',
    ['components.cluster.nodeGroups.apps.userData'],
    [apps('ami'), 'BOTTLEROCKET_x86_64'],
    [apps('userData'), '#!/bin/bash'],
  ],
  [
    'file store in a cluster that mounts none',
    'EFS user guide, EKS: pods mount a file system by its CSI driver',
    ['components.web.needs[1]'],
    [component('cluster', 'addOns'), undefined],
  ],
  [
    'version that EKS ends',
    'EKS user guide, release calendar: 1.31 ends on 26 November 2026',
    ['components.cluster.version'],
    [component('cluster', 'version'), '1.31'],
  ],
  [
    'version that EKS does not have yet',
    'AWS CDK, KubernetesVersion',
    ['components.cluster.version'],
    [component('cluster', 'version'), '1.99'],
  ],
  [
    'family of machines that there is not',
    'AWS SDK, InstanceType of EC2',
    ['components.cluster.nodeGroups.apps.instances[1]'],
    [apps('instances'), ['m7i.large', 'm99.large']],
  ],
  [
    'size that a family does not come in',
    'AWS SDK, InstanceType of EC2',
    ['components.base-machines.size'],
    [component('base'), image],
    [component('base-machines'), { ...machines, size: 'm6i.micro' }],
  ],
  [
    'machines with min above max',
    'EC2 Auto Scaling API reference, CreateAutoScalingGroup',
    ['components.base-machines.min'],
    [component('base'), image],
    [component('base-machines'), { ...machines, min: 3 }],
  ],
  [
    'nodes with desired above max',
    'EKS API reference, NodegroupScalingConfig',
    ['components.cluster.nodeGroups.apps.desired'],
    [apps('desired'), 13],
  ],
  [
    'load balancer in front of machines and a cluster at once',
    'ELB user guide, target groups: instances, or addresses of pods',
    ["components.web-alb.to['/']", "components.web-alb.to['/old']"],
    [component('base'), image],
    [component('base-machines'), machines],
    [component('web-alb', 'to'), { '/': 'base-machines', '/old': 'base-machines' }],
  ],
  [
    'image that is not in every region',
    'EC2 user guide, copy an AMI: an id is of one region',
    ['components.base.copiedTo'],
    [component('base'), { ...image, copiedTo: [] }],
  ],
  [
    'name that EC2 does not take for an image',
    'EC2 API reference, CreateImage: 3 to 128 characters',
    ['components.base.image'],
    [component('base'), { ...image, image: 'shop#1' }],
  ],
  [
    'private key instead of the public one',
    'EC2 API reference, ImportKeyPair',
    ['components.login.publicKey'],
    [component('login'), { kind: 'key-pair', publicKey: '-----BEGIN PRIVATE KEY-----' }],
  ],
  [
    "Fargate profile with EKS's own name",
    'EKS user guide, Fargate profiles: no name begins with eks',
    ['components.cluster.fargateProfiles.eks-bursts'],
    [component('cluster', 'fargateProfiles'), { 'eks-bursts': { namespace: 'bursts' } }],
  ],
];

export const offers = [
  ...places,
  ...databases,
  ...compute,
  ...limitCases,
  ...repeatCases,
  ...serviceCases,
].map(([title, source, paths, ...changes]) => ({
  title,
  source,
  paths,
  problems: problemsOf(changes),
}));
