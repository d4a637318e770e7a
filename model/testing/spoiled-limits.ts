/** Ways to ask of the sound platform what AWS refuses only when it is applied. */
import type { OfferCase } from './shop.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];
const apps = (...field: string[]) => component('cluster', 'nodeGroups', 'apps', ...field);
const machines = {
  ...{ kind: 'virtual-machines', image: 'base', size: 't3.micro' },
  ...{ min: 1, max: 2, port: 80 },
};
const image = { kind: 'machine-image', image: 'shop-*' };
const windows = 'RDS API reference, PreferredBackupWindow: 30 minutes or more';
const reserved = "RDS API reference, CreateDBInstance: not the engine's reserved words";
const volumes = 'EBS user guide, gp3: 1 GiB to 64 TiB';
const userData = 'EC2 user guide, instance user data: 16 KB before it is encoded';
const labels = { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' };
const analyzer = { kind: 'access-analyzer' };
const certificate = { kind: 'certificate', domain: 'a.example.com', zone: 'example.com' };
const cdn = { kind: 'cdn', from: 'assets-store', names: ['a.example.com'], certificate: 'cert' };

const databases: readonly OfferCase[] = [
  [
    'windows that are too short',
    windows,
    ['components.orders-db.backupWindow', 'components.orders-db.maintenanceWindow'],
    [component('orders-db', 'backupWindow'), '04:00-04:10'],
    [component('orders-db', 'maintenanceWindow'), 'sun:06:00-sun:06:29'],
  ],
  [
    'database that PostgreSQL has already',
    reserved,
    ['components.orders-db.database'],
    [component('orders-db', 'database'), 'postgres'],
  ],
  [
    'databases with a word that RDS keeps, by the name of the platform',
    reserved,
    ['components.orders-db.database', 'components.records-db.database'],
    [['name'], 'db'],
  ],
  [
    'database with a word of PostgreSQL alone, by the name of the platform',
    reserved,
    ['components.orders-db.database'],
    [['name'], 'user'],
  ],
  [
    'database with a word of MySQL alone',
    'MySQL 8.0 reference manual, keywords and reserved words',
    ['components.records-db.database'],
    [component('records-db', 'database'), 'schema'],
    [component('orders-db', 'database'), 'schema'],
  ],
];

const computing: readonly OfferCase[] = [
  [
    'disk of a machine without room',
    volumes,
    ['components.app.disk'],
    [component('base'), image],
    [component('app'), { ...machines, disk: '0 GiB' }],
  ],
  [
    'disk of a node that no volume is as large as',
    volumes,
    ['components.cluster.nodeGroups.apps.disk'],
    [apps('disk'), '65 TiB'],
  ],
  [
    'script that is too long',
    userData,
    ['components.app.userData'],
    [component('base'), image],
    [component('app'), { ...machines, userData: `#!/bin/sh\n${'ü'.repeat(8_188)}` }],
  ],
  [
    'script of a node that is too long',
    userData,
    ['components.cluster.nodeGroups.apps.userData'],
    [apps('userData'), `#!/bin/sh\n${'x'.repeat(16_200)}`],
  ],
  [
    'Fargate profile with more labels than EKS takes',
    'EKS user guide, service quotas: 5 label pairs of a selector',
    ['components.cluster.fargateProfiles.bursts.labels'],
    [component('cluster', 'fargateProfiles'), { bursts: { namespace: 'a', labels } }],
  ],
];

const rest: readonly OfferCase[] = [
  [
    'platform that begins as Systems Manager keeps for itself',
    'Systems Manager API reference, PutParameter: not aws, not ssm',
    ['name'],
    [['name'], 'aws-shop'],
  ],
  [
    'regions of two partitions',
    'IAM user guide, ARNs: an account is of one partition',
    ['regions.cn-north-1', 'regions.us-gov-west-1'],
    [['regions', 'cn-north-1'], { role: 'standby', cidr: '10.2.0.0/16', zones: 2 }],
    [['regions', 'us-gov-west-1'], { role: 'standby', cidr: '10.3.0.0/16', zones: 2 }],
  ],
  [
    'two CDNs with one name',
    'CloudFront developer guide, alternate domain names: CNAMEAlreadyExists',
    ['components.other.names[0]'],
    [component('cert'), certificate],
    [component('site'), cdn],
    [component('other'), cdn],
  ],
  [
    'two analyzers of an account',
    'IAM user guide, Access Analyzer quotas: 1 of each type in an account and a region',
    ['components.second.kind', 'components.third.zoneOfTrust'],
    [component('first'), analyzer],
    [component('second'), analyzer],
    [component('third'), { ...analyzer, zoneOfTrust: 'account' }],
    [component('fourth'), { ...analyzer, zoneOfTrust: 'organization' }],
  ],
  [
    'two keys for one thing',
    'KMS developer guide: a thing is encrypted with one key',
    ['components.second.encrypts[1]'],
    [component('first'), { kind: 'keys', encrypts: ['orders-db'] }],
    [component('second'), { kind: 'keys', encrypts: ['records-db', 'orders-db'] }],
  ],
  [
    'objects that expire within a day',
    'S3 API reference, LifecycleExpiration: days',
    ['components.assets-store.expireAfter'],
    [component('assets-store', 'expireAfter'), '12h'],
  ],
  [
    'objects that expire at once',
    'S3 API reference, LifecycleExpiration: 1 day or more',
    ['components.assets-store.expireAfter'],
    [component('assets-store', 'expireAfter'), '0d'],
  ],
];

export const limitCases: readonly OfferCase[] = [...databases, ...computing, ...rest];
