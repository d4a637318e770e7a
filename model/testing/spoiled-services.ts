/** Ways to spoil what stands around the sound platform: its entrance, who watches, who may. */
import type { OfferCase } from './shop.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];

const certificate = { kind: 'certificate', domain: 'shop.example.com', zone: 'example.com' };
const cdn = { kind: 'cdn', from: 'assets-store' };
const named = { ...cdn, names: ['static.example.com'], certificate: 'site-certificate' };
const firewall = { kind: 'firewall', protects: ['web-alb'] };
const operations = { kind: 'events', email: ['operations@example.com'] };
const job = { group: 'audit', policies: ['SecurityAudit'] };
const people = { kind: 'workforce-identity', jobs: { auditor: job } };
const pipeline = {
  kind: 'pipeline',
  by: 'codepipeline',
  source: { repository: 'example/shop' },
  registry: 'images',
};

/** Machines in one of two regions, and a name that leads to them. */
const inOneRegion = [
  [component('app-image'), { kind: 'machine-image', image: 'app-*' }],
  [
    component('app'),
    {
      ...{ kind: 'virtual-machines', image: 'app-image', size: 't3.micro', min: 1, max: 1 },
      ...{ port: 5000, regions: ['us-east-1'] },
    },
  ],
  [component('app-alb'), { kind: 'load-balancer', layer: 7, to: 'app' }],
] as const;
const byPlace = { kind: 'dns', zone: 'app.example.com', to: 'app-alb', routing: 'geo' };

const entrance: readonly OfferCase[] = [
  [
    'certificate of a CDN outside us-east-1',
    'CloudFront developer guide, certificates: us-east-1 only',
    ['components.site-certificate.issuedIn'],
    [
      component('site-certificate'),
      { ...certificate, alternatives: ['static.example.com'], issuedIn: ['us-west-2'] },
    ],
    [component('site'), named],
  ],
  [
    'web ACL of a CDN outside us-east-1',
    'WAF developer guide, CloudFront scope: us-east-1 only',
    ['components.wall.issuedIn'],
    [component('site'), cdn],
    [component('wall'), { ...firewall, protects: ['site'], issuedIn: ['us-west-2'] }],
  ],
  [
    'certificate in a region that is none',
    'ACM user guide: a certificate is of one region',
    ['components.site-certificate.issuedIn[0]'],
    [component('site-certificate'), { ...certificate, issuedIn: ['us-west-9'] }],
  ],
  [
    'certificate for a name outside its zone',
    'ACM user guide, DNS validation',
    ['components.site-certificate.domain'],
    [component('site-certificate'), { ...certificate, zone: 'example.org' }],
  ],
  [
    'names of a CDN without a certificate',
    'CloudFront developer guide, alternate domain names',
    ['components.site.names'],
    [component('site'), { ...cdn, names: ['static.example.com'] }],
  ],
  [
    'name of a CDN that its certificate is not for',
    'CloudFront developer guide, alternate domain names: a certificate that covers them',
    ['components.site.names[0]'],
    [component('site-certificate'), certificate],
    [component('site'), named],
  ],
  [
    'certificate whose first name is too long',
    'ACM API reference, RequestCertificate: 64 characters for the first name',
    ['components.site-certificate.domain'],
    [
      component('site-certificate'),
      { ...certificate, domain: `${'a'.repeat(60)}.shop.example.com` },
    ],
  ],
  [
    'one record twice',
    'Route 53 API reference, ChangeResourceRecordSets',
    ['components.domain-again.zone'],
    [component('domain-again'), { kind: 'dns', zone: 'shop.example.com', to: 'edge' }],
  ],
  [
    'one answer that changes the verdict of a load balancer',
    'ELB API reference, CreateTargetGroup: 2 to 10',
    ['components.web-alb.healthCheck.threshold'],
    [component('web-alb', 'healthCheck'), { threshold: 1 }],
  ],
  [
    'path longer than a rule takes',
    'ELB user guide, path conditions: 128 characters',
    [`components.web-alb.to['/${'a'.repeat(130)}']`],
    [component('web-alb', 'to'), { [`/${'a'.repeat(130)}`]: 'web', '/': 'web' }],
  ],
  [
    'origin failover without a second bucket',
    'CloudFront developer guide, origin failover: two origins',
    ['components.site.originFailover'],
    [component('assets-store', 'replicaIn'), []],
    [component('site'), { ...cdn, originFailover: true }],
  ],
  [
    'WAF in front of layer 4',
    'WAF developer guide, resources that can be protected',
    ['components.wall.protects[0]'],
    [component('web-alb', 'layer'), 4],
    [component('wall'), firewall],
  ],
  [
    'two web ACLs for one load balancer',
    'WAF developer guide: one web ACL for each resource',
    ['components.wall-again.protects[0]'],
    [component('wall'), firewall],
    [component('wall-again'), firewall],
  ],
  [
    'rate below what WAF counts',
    'WAF API reference, RateBasedStatement: 10 or more',
    ['components.wall.requestsMax'],
    [component('wall'), { ...firewall, requestsMax: 5 }],
  ],
  [
    'places without everywhere else',
    'Route 53 developer guide, geolocation routing: a default record',
    ['components.domain.geo'],
    [
      component('domain'),
      {
        kind: 'dns',
        zone: 'shop.example.com',
        to: 'web-alb',
        routing: 'geo',
        geo: { 'us-east-1': ['NA'], 'us-west-2': ['EU'] },
      },
    ],
  ],
  [
    'geography with one region to lead to',
    'Route 53 developer guide, health checks and geolocation: it falls back to the default record',
    ['components.app-domain.routing'],
    ...inOneRegion,
    [component('app-domain'), byPlace],
  ],
  [
    'place that is led to a region without a load balancer',
    'Route 53 developer guide, values for geolocation alias records: the target',
    ['components.app-domain.routing', 'components.app-domain.geo.us-west-2'],
    ...inOneRegion,
    [component('app-domain'), { ...byPlace, geo: { 'us-west-2': ['*'] } }],
  ],
  [
    'place that Route 53 does not know',
    'Route 53 API reference, GeoLocation',
    ['components.domain.geo.us-east-1[0]'],
    [component('domain', 'geo'), { 'us-east-1': ['Europe'] }],
  ],
];

const around: readonly OfferCase[] = [
  [
    'rotation that KMS does not offer',
    'KMS API reference, EnableKeyRotation: 90 to 2,560 days',
    ['components.data-key.rotation'],
    [component('data-key'), { kind: 'keys', rotation: '30d' }],
  ],
  [
    'deletion sooner than KMS allows',
    'KMS API reference, ScheduleKeyDeletion: 7 to 30 days',
    ['components.data-key.deletionDays'],
    [component('data-key'), { kind: 'keys', deletionDays: 3 }],
  ],
  [
    'secret whose name ends like an ARN',
    'Secrets Manager API reference, CreateSecret',
    ['components.tokens.entries[0]'],
    [component('tokens'), { kind: 'secrets', entries: ['payment-secret'] }],
  ],
  [
    'nobody to tell',
    'SNS API reference, Subscribe',
    ['components.operations.email'],
    [component('operations'), { kind: 'events' }],
  ],
  [
    'telephone number without its country',
    'SNS developer guide, E.164',
    ['components.operations.sms[0]'],
    [component('operations'), { ...operations, sms: ['0170 1234567'] }],
  ],
  [
    'alarm that treats missing data in no known way',
    'CloudWatch API reference, PutMetricAlarm',
    ['components.alarms.missing.others'],
    [component('alarms'), { kind: 'alarms', missing: { others: 'good' } }],
  ],
  [
    'session longer than Identity Center allows',
    'Identity Center user guide, session duration: 1 to 12 hours',
    ['components.people.jobs.auditor.session'],
    [component('people'), { ...people, jobs: { auditor: { ...job, session: '24h' } } }],
  ],
  [
    'job with a name longer than a permission set takes',
    'Identity Center API reference, CreatePermissionSet: 32 characters',
    ['components.people.jobs.auditor-of-everything-that-there-is'],
    [component('people'), { ...people, jobs: { 'auditor-of-everything-that-there-is': job } }],
  ],
  [
    'unused access over more than a year',
    'Access Analyzer API reference, UnusedAccessConfiguration: 1 to 365 days',
    ['components.access.unusedDays'],
    [component('access'), { kind: 'access-analyzer', unusedDays: 400 }],
  ],
  [
    'Jenkins without a cluster',
    'ours: a Jenkins runs somewhere',
    ['components.delivery.in'],
    [component('delivery'), { ...pipeline, by: 'jenkins' }],
  ],
  [
    'source of what is not built',
    'ours: a change would build nothing',
    ['components.delivery.sources.web'],
    [
      component('delivery'),
      {
        ...pipeline,
        builds: ['orders'],
        sources: { web: { repository: 'example/web' } },
      },
    ],
  ],
  [
    'push that leaves out where images are copied from',
    'ECR user guide, replication: from where an image is pushed',
    ['components.delivery.pushTo'],
    [component('delivery'), { ...pipeline, pushTo: ['us-west-2'] }],
  ],
  [
    'source that is no repository',
    'CodeConnections user guide: owner and name',
    ['components.delivery.source.repository'],
    [component('delivery'), { ...pipeline, source: { repository: 'shop' } }],
  ],
];

const common: readonly OfferCase[] = [
  [
    'one id for what each region has',
    'ours: an id is of one region',
    ['components.orders-db.existing.id'],
    [component('orders-db', 'existing'), { id: 'orders' }],
  ],
  [
    'id in a region that is none',
    'ours: regions are those of the platform',
    ['components.orders-db.existing.id.us-west-9'],
    [component('orders-db', 'existing'), { id: { 'us-west-9': 'orders' } }],
  ],
  [
    'neither an id nor tags',
    'ours',
    ['components.orders-db.existing'],
    [component('orders-db', 'existing'), { name: 'orders' }],
  ],
  [
    'patch of what is no address',
    'Terraform, resource addressing',
    ['components.orders-db.terraform.orders-db'],
    [component('orders-db', 'terraform'), { 'orders-db': { apply_immediately: true } }],
  ],
  [
    'names that are one where case and punctuation do not count',
    'ours, for RDS, S3 and DNS do not tell them apart',
    ['components.ordersdb'],
    [component('ordersdb'), { kind: 'file-store' }],
  ],
];

/** What stands already, of another region or of another kind. */
const standing: readonly OfferCase[] = [
  [
    'certificate of another region',
    "ELB user guide, certificates: of the load balancer's own region",
    ['components.site-certificate.existing.id.us-west-2'],
    [
      component('site-certificate'),
      {
        ...certificate,
        existing: {
          id: {
            'us-east-1': 'arn:aws:acm:us-east-1:123456789012:certificate/a',
            'us-west-2': 'arn:aws:acm:us-east-1:123456789012:certificate/a',
          },
        },
      },
    ],
  ],
  [
    'ARN of another service',
    'AWS, ARNs: the third part is the service',
    ['components.edge.existing.id'],
    [component('edge', 'existing'), { id: 'arn:aws:elasticloadbalancing:us-east-1:1:a' }],
  ],
  [
    'name where an ARN should be',
    'ELB API reference, DescribeLoadBalancers',
    ['components.web-alb.existing.id.us-east-1'],
    [component('web-alb', 'existing'), { id: { 'us-east-1': 'shop' } }],
  ],
  [
    'ARN where a name should be',
    'WAF API reference, GetWebACL',
    ['components.wall.existing.id.us-east-1'],
    [
      component('wall'),
      {
        ...firewall,
        existing: { id: { 'us-east-1': 'arn:aws:wafv2:eu-west-1:1:regional/webacl/a/b' } },
      },
    ],
  ],
  [
    'web ACL of CloudFront anywhere but in us-east-1',
    'CloudFront developer guide, AWS WAF: in us-east-1',
    ['components.wall.existing.id.us-west-2'],
    [component('site'), cdn],
    [
      component('wall'),
      { ...firewall, protects: ['site'], existing: { id: { 'us-west-2': 'shop' } } },
    ],
  ],
  [
    'id that is none of a VPC',
    'VPC API reference, Vpc: vpc- and a number',
    ['components.net.existing.id.us-east-1'],
    [component('net'), { kind: 'network', existing: { id: { 'us-east-1': 'subnet-0a1' } } }],
  ],
];

export const serviceCases: readonly OfferCase[] = [...entrance, ...around, ...common, ...standing];
