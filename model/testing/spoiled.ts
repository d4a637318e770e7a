/** Ways to spoil the sound platform, with the paths that must be told. */
import { type Case, problemsOf } from './shop.ts';
import { dataCases } from './spoiled-data.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];
const apps = (...field: string[]) => component('cluster', 'nodeGroups', 'apps', ...field);
const west = (...field: string[]) => ['regions', 'us-west-2', ...field];
const east = (...field: string[]) => ['regions', 'us-east-1', ...field];
const lost = (...field: string[]) => ['objectives', 'region-loss', ...field];
const service = {
  kind: 'service',
  in: 'cluster',
  image: 'a',
  port: 1,
  replicas: { min: 1, max: 1 },
};
const euWest = { role: 'standby', cidr: '10.2.0.0/16', zones: 2 };
const long = 'a-name-that-is-longer-than-what-amazon-allows';

/** A title, the paths that must be named, and what is changed in the sound platform. */
const cases: readonly Case[] = [
  ['unknown kind', ['components.orders-db.kind'], [component('orders-db', 'kind'), 'postgresql']],
  [
    'kind that resembles none',
    ['components.orders-db.kind'],
    [component('orders-db', 'kind'), 'oracle'],
  ],
  ['nothing described', ['components'], [['components'], {}]],
  ['no kind', ['components.orders-db.kind'], [component('orders-db', 'kind'), undefined]],
  ['component that is no object', ['components.orders-db'], [component('orders-db'), 'postgres']],
  ['missing reference', ['components.web.needs[0]'], [component('web', 'needs', 0), 'order']],
  ['missing reference of one field', ['components.domain.to'], [component('domain', 'to'), 'egde']],
  [
    'missing reference in a route',
    ["components.web-alb.to['/api']"],
    [component('web-alb', 'to'), { '/': 'web', '/api': 'gateway' }],
  ],
  [
    'nothing to refer to',
    ['components.edge.to'],
    [component('web-alb'), undefined],
    [component('domain', 'to'), 'edge'],
  ],
  ['reference to the wrong kind', ['components.web.in'], [component('web', 'in'), 'orders-db']],
  ['name server to a service', ['components.domain.to'], [component('domain', 'to'), 'web']],
  [
    'reference to itself',
    ['components.orders.needs[0]'],
    [component('orders', 'needs', 0), 'orders'],
  ],
  [
    'reference named twice',
    ['components.orders.needs[1]'],
    [component('orders', 'needs', 1), 'orders-db'],
  ],
  [
    'unknown region',
    ['components.orders-db.replicaIn'],
    [component('orders-db', 'replicaIn'), 'us-west-1'],
  ],
  [
    'unknown region in a list',
    ['components.orders-db.replicaIn[1]'],
    [component('orders-db', 'replicaIn'), ['us-west-2', 'eu-west-1']],
  ],
  [
    'unknown region as a key',
    ['components.edge.dial.us-west-1'],
    [component('edge', 'dial', 'us-west-1'), 0],
  ],
  ['regions that overlap', ['regions.us-west-2.cidr'], [west('cidr'), '10.0.0.0/16']],
  ['range inside another', ['regions.us-west-2.cidr'], [west('cidr'), '10.0.128.0/17']],
  ['range that is none', ['regions.us-west-2.cidr'], [west('cidr'), '10.1.0/16']],
  ['range with an octet too large', ['regions.us-west-2.cidr'], [west('cidr'), '10.1.0.300/16']],
  ['range that begins elsewhere', ['regions.us-west-2.cidr'], [west('cidr'), '10.1.3.0/16']],
  ['range too large for AWS', ['regions.us-west-2.cidr'], [west('cidr'), '10.0.0.0/8']],
  ['range too small for its zones', ['regions.us-west-2.cidr'], [west('cidr'), '10.1.0.0/26']],
  [
    'subnet outside its region',
    ['regions.us-east-1.zones.us-east-1a.public'],
    [east('zones', 'us-east-1a', 'public'), '10.9.0.0/21'],
  ],
  [
    'subnets that overlap',
    ['regions.us-east-1.zones.us-east-1b.private'],
    [east('zones', 'us-east-1b', 'private'), '10.0.64.0/19'],
  ],
  [
    'zone of another region',
    ['regions.us-east-1.zones.us-west-2a'],
    [east('zones', 'us-west-2a'), { public: '10.0.32.0/21', private: '10.0.192.0/18' }],
  ],
  ['more zones than AWS has', ['regions.us-west-2.zones'], [west('zones'), 7]],
  ['no zone', ['regions.us-west-2.zones'], [west('zones'), []]],
  ['zones that are a text', ['regions.us-west-2.zones'], [west('zones'), 'two']],
  [
    'subnet missing',
    ['regions.us-east-1.zones.us-east-1a.private'],
    [east('zones', 'us-east-1a', 'private'), undefined],
  ],
  [
    'more workload zones than zones',
    ['regions.us-west-2.workloadZones'],
    [west('workloadZones'), 3],
  ],
  [
    'workload zone that is none',
    ['regions.us-west-2.workloadZones[0]'],
    [west('workloadZones'), ['us-west-2c']],
  ],
  ['region that is none', ['regions.us-west'], [['regions', 'us-west'], euWest]],
  ['two primaries', ['regions.us-west-2.role'], [west('role'), 'primary']],
  ['nobody serves', ['regions.us-east-1.role'], [east('role'), 'standby']],
  ['standby where all serve', ['regions.us-west-2.role'], [['strategy'], 'active-active']],
  ['nobody waits', ['strategy'], [west('role'), 'peer']],
  [
    'standby without the replica that it needs',
    ['components.orders-db.replicaIn', 'components.pictures-store.replicaIn'],
    [component('orders-db', 'replicaIn'), []],
    [component('pictures-store', 'replicaIn'), []],
  ],
  [
    'third region without a replica',
    ['components.orders-db.replicaIn'],
    [['regions', 'eu-west-1'], euWest],
    [component('orders-db', 'replicaIn'), 'us-west-2'],
  ],
  [
    'standby without a cluster',
    ['components.cluster.regions'],
    [component('cluster', 'regions'), 'us-east-1'],
  ],
  [
    'replica beside its writer',
    ['components.orders-db.replicaIn[0]'],
    [component('orders-db', 'replicaIn'), ['us-east-1', 'us-west-2']],
  ],
  [
    'writer in a standby region',
    ['components.orders-db.writerIn'],
    [component('orders-db', 'writerIn'), 'us-west-2'],
  ],
  [
    'registry that leaves a region out',
    ['components.images.replicateTo'],
    [component('images', 'replicateTo'), []],
  ],
  [
    'objective too short for backup-restore',
    ['objectives.region-loss.rto'],
    [['strategy'], 'backup-restore'],
    [component('cluster', 'nodeGroups', 'apps', 'standby'), undefined],
  ],
  [
    'objective too short for pilot-light',
    ['objectives.region-loss.rto'],
    [['strategy'], 'pilot-light'],
    [lost('rto'), '8m'],
  ],
  ['objective too short for warm-standby', ['objectives.region-loss.rto'], [lost('rto'), '1m']],
  ['objective too short for anybody', ['objectives.region-loss.rto'], [lost('rto'), '1s']],
  [
    'no loss across regions',
    ['objectives.region-loss.rpo'],
    [lost('rpo'), '0s'],
    [component('assets-store'), undefined],
    [component('pictures-store'), undefined],
    [component('records-db'), undefined],
    [component('web', 'needs'), []],
  ],
  [
    'RPO shorter than S3 replicates',
    ['objectives.region-loss.rpo'],
    [component('orders', 'needs'), ['orders-db', 'assets-store']],
  ],
  [
    'region of a registry that is none',
    ['components.images.replicateTo'],
    [component('images', 'replicateTo'), 'us-west'],
  ],
  [
    'zone loss faster than RDS',
    ['objectives.zone-loss.rto'],
    [['objectives', 'zone-loss', 'rto'], '20s'],
  ],
  ['quick move', ['objectives.switchover.rto'], [['objectives', 'switchover'], { rto: '5s' }]],
  [
    'no loss with one zone',
    ['components.orders-db.multiZone'],
    [component('orders-db', 'multiZone'), false],
  ],
  [
    'no loss with one zone in the region',
    ['regions.us-east-1.zones', 'regions.us-east-1.zones'],
    [east('zones'), 1],
  ],
  ['no objective for a region loss', ['objectives.region-loss'], [lost(), undefined]],
  ['no objective at all', ['objectives'], [['objectives'], undefined]],
  [
    'objective without RPO',
    ['objectives.zone-loss.rpo'],
    [['objectives', 'zone-loss', 'rpo'], undefined],
  ],
  [
    'node group with min above max',
    ['components.cluster.nodeGroups.apps.min'],
    [apps('min'), 13],
    [apps('standby'), undefined],
  ],
  [
    'standby with min above max',
    ['components.cluster.nodeGroups.apps.standby.min'],
    [apps('standby'), { min: 13, max: 12 }],
  ],
  [
    'standby too small to serve',
    ['components.cluster.nodeGroups.apps.standby.max'],
    [apps('standby'), { min: 1, max: 2 }],
  ],
  [
    'standby at zero under warm-standby',
    ['components.cluster.nodeGroups.apps.standby.min'],
    [apps('standby', 'min'), 0],
  ],
  [
    'desired outside min and max',
    ['components.cluster.nodeGroups.apps.desired'],
    [apps('desired'), 20],
  ],
  ['no node group', ['components.cluster.nodeGroups'], [component('cluster', 'nodeGroups'), {}]],
  ['unknown node group', ['components.web.nodeGroup'], [component('web', 'nodeGroup'), 'app']],
  [
    'node group not chosen',
    ['components.web.nodeGroup', 'components.orders.nodeGroup'],
    [component('cluster', 'nodeGroups', 'more'), { instances: ['m6i.large'], min: 1, max: 2 }],
  ],
  [
    'instance type that is none',
    ['components.cluster.nodeGroups.apps.instances[0]'],
    [apps('instances'), ['m6i-large']],
  ],
  ['names that differ by case', ['components.Orders'], [component('Orders'), service]],
  ['names that are one as DNS labels', ['components.orders_db'], [component('orders_db'), service]],
  ['component named as a region', ['components.us-west-2'], [component('us-west-2'), service]],
  [
    'node groups that differ by case',
    ['components.cluster.nodeGroups.Apps'],
    [
      component('cluster', 'nodeGroups', 'Apps'),
      { instances: ['m6i.large'], min: 1, max: 2, dedicated: true },
    ],
  ],
  [
    'two networks',
    ['components.net'],
    [component('network'), { kind: 'network' }],
    [component('net'), { kind: 'network' }],
  ],
  ['name of the network', ['components.network'], [component('network'), service]],
  ['name with capitals', ['components.CheckOut'], [component('CheckOut'), service]],
  ['name that begins with a digit', ['components.3d'], [component('3d'), service]],
  ['empty name', ["components['']"], [component(''), service]],
  [
    'name longer than a label',
    [`components.${long}-${long}`],
    [component(`${long}-${long}`), service],
  ],
  [
    'name longer than a load balancer takes',
    [`components.${long}`],
    [component(long), { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'web' }],
  ],
  ['platform name', ['name'], [['name'], 'My Shop']],
  [
    'duration without unit',
    ['objectives.zone-loss.rto'],
    [['objectives', 'zone-loss', 'rto'], '10'],
  ],
  ['duration as a number', ['objectives.zone-loss.rto'], [['objectives', 'zone-loss', 'rto'], 600]],
  [
    'duration in words',
    ['components.orders-db.backups'],
    [component('orders-db', 'backups'), '14 days'],
  ],
  [
    'backups kept too long',
    ['components.orders-db.backups'],
    [component('orders-db', 'backups'), '60d'],
  ],
  ['size in GB', ['components.orders-db.storage'], [component('orders-db', 'storage'), '100 GB']],
  [
    'size below what RDS offers',
    ['components.orders-db.storage'],
    [component('orders-db', 'storage'), '5 GiB'],
  ],
  [
    'instance class that is none',
    ['components.orders-db.size'],
    [component('orders-db', 'size'), 'large'],
  ],
  [
    'unknown field',
    ['components.orders.replica'],
    [component('orders', 'replica'), { min: 1, max: 2 }],
  ],
  ['unknown field of the platform', ['region'], [['region'], {}]],
  ['missing field', ['components.orders.port'], [component('orders', 'port'), undefined]],
  ['field of the wrong type', ['components.orders.image'], [component('orders', 'image'), 7]],
  ['unknown strategy', ['strategy'], [['strategy'], 'warm']],
  ['layer that is none', ['components.web-alb.layer'], [component('web-alb', 'layer'), 5]],
  [
    'paths on layer 4',
    ['components.web-alb.to'],
    [component('web-alb', 'layer'), 4],
    [component('web-alb', 'to'), { '/api': 'web' }],
  ],
  [
    'service of another cluster',
    ['components.web-alb.in'],
    [component('web-alb', 'in'), 'clusters'],
  ],
  [
    'interval that AWS does not offer',
    ['components.edge.healthCheck.interval'],
    [component('edge', 'healthCheck'), { interval: '5s' }],
  ],
  [
    'dial above 100',
    ['components.edge.dial.us-west-2'],
    [component('edge', 'dial', 'us-west-2'), 120],
  ],
  [
    'record outside its zone',
    ['components.domain.record'],
    [component('domain', 'record'), 'shop.example.org'],
  ],
  [
    'routing in front of an accelerator',
    ['components.domain.routing'],
    [component('domain', 'routing'), 'failover'],
  ],
  [
    'simple routing between regions',
    ['components.domain.routing'],
    [
      component('domain'),
      { kind: 'dns', zone: 'shop.example.com', to: 'web-alb', routing: 'simple' },
    ],
  ],
  [
    'pods with min above max',
    ['components.orders.replicas.min'],
    [component('orders', 'replicas'), { min: 5, max: 2 }],
  ],
  [
    'pods without nodes in the standby',
    ['components.orders.standby.min'],
    [['strategy'], 'pilot-light'],
    [apps('standby', 'min'), 0],
    [component('orders', 'standby'), { min: 1, max: 20 }],
  ],
  [
    'request above its limit',
    ['components.orders.resources.requests.memory'],
    [
      component('orders', 'resources'),
      { requests: { cpu: 0.5, memory: '2 GiB' }, limits: { cpu: 1, memory: '1 GiB' } },
    ],
  ],
  [
    'lab that runs nothing',
    ['components.orders.lab.run'],
    [component('orders', 'lab'), { run: [] }],
  ],
  [
    'multiZone with one instance',
    ['components.records-db.instances'],
    [component('records-db', 'multiZone'), true],
    [component('records-db', 'instances'), 1],
  ],
  [
    'multiZone with one zone',
    ['regions.us-east-1.zones', 'regions.us-east-1.zones', 'components.orders-db.multiZone'],
    [east('zones'), 1],
    [component('orders-db', 'multiZone'), true],
  ],
  [
    'replication without versions',
    ['components.assets-store.versioning'],
    [component('assets-store', 'versioning'), false],
  ],
];

/** Each with its title, the paths that must be told, and the problems that are. */
export const spoiled = [...cases, ...dataCases].map(([title, paths, ...changes]) => ({
  title,
  paths,
  problems: problemsOf(changes),
}));
