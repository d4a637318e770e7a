/** Ways to name one thing twice inside one component of the sound platform. */
import type { OfferCase } from './shop.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];
const block = 'Terraform, resource blocks: one of an address in a module';
const profiles = { 'a-b': { namespace: 'a' }, a_b: { namespace: 'b' } };
const job = { group: 'audit', policies: ['SecurityAudit'] };
const workforce = (jobs: object) => ({ kind: 'workforce-identity', jobs });
const pipeline = {
  kind: 'pipeline',
  by: 'codepipeline',
  source: { repository: 'example/shop' },
  registry: 'images',
};

/** One list for every way in which a kind can have one. */
const plain: readonly OfferCase[] = [
  [
    'watched twice',
    block,
    ['components.watch.watches[1]'],
    [component('watch'), { kind: 'alarms', watches: ['orders-db', 'orders-db'] }],
  ],
  [
    'protected twice',
    block,
    ['components.wall.protects[1]', 'components.wall.protects[2]'],
    [component('wall'), { kind: 'firewall', protects: ['web-alb', 'web-alb', 'web-alb'] }],
  ],
  [
    'encrypted twice',
    'KMS developer guide: a thing is encrypted with one key',
    ['components.key.encrypts[1]'],
    [component('key'), { kind: 'keys', encrypts: ['orders-db', 'orders-db'] }],
  ],
  [
    'secret named twice',
    block,
    ['components.tokens.entries[1]'],
    [component('tokens'), { kind: 'secrets', entries: ['api', 'api'] }],
  ],
  [
    'told twice',
    'SNS API reference, Subscribe: one subscription of an address',
    ['components.events.email[1]'],
    [component('events'), { kind: 'events', email: ['a@example.com', 'a@example.com'] }],
  ],
  [
    'name of a certificate twice',
    'ACM API reference, RequestCertificate',
    ['components.cert.alternatives[1]'],
    [
      component('cert'),
      {
        ...{ kind: 'certificate', domain: 'shop.example.com', zone: 'example.com' },
        alternatives: ['a.example.com', 'a.example.com'],
      },
    ],
  ],
  [
    'instance type twice',
    'EKS API reference, CreateNodegroup',
    ['components.cluster.nodeGroups.apps.instances[1]'],
    [component('cluster', 'nodeGroups', 'apps', 'instances'), ['m6i.large', 'm6i.large']],
  ],
  [
    'copied to one region twice',
    block,
    ['components.orders-db.replicaIn[1]'],
    [component('orders-db', 'replicaIn'), ['us-west-2', 'us-west-2']],
  ],
  [
    'policy of a job twice',
    block,
    ['components.people.jobs.auditor.policies[1]'],
    [component('people'), workforce({ auditor: { ...job, policies: ['A', 'A'] } })],
  ],
];

const normalised: readonly OfferCase[] = [
  [
    'secrets whose labels are one',
    block,
    ['components.tokens.entries[1]', 'components.tokens.entries[2]'],
    [component('tokens'), { kind: 'secrets', entries: ['data/api', 'data_api', 'data.api'] }],
  ],
  [
    'jobs whose labels are one, and their policies',
    block,
    ['components.people.jobs.au_di', 'components.people.jobs.au_di.policies[1]'],
    [
      component('people'),
      workforce({
        'au-di': job,
        au_di: { ...job, policies: ['job-function/View', 'job-function_View'] },
      }),
    ],
  ],
  [
    'Fargate profiles whose labels are one',
    block,
    ['components.cluster.fargateProfiles.a_b'],
    [component('cluster', 'fargateProfiles'), profiles],
  ],
  [
    'images whose labels are one',
    block,
    ['components.orders.image'],
    [component('web', 'image'), 'shop/web:1'],
    [component('orders', 'image'), 'shop-web:2'],
  ],
  [
    'pipeline of what another registry holds',
    'ECR user guide, private repositories: a name has no host',
    ['components.delivery.builds[0]'],
    [component('web', 'image'), 'ghcr.io/shop/web'],
    [component('delivery'), { ...pipeline, builds: ['web', 'orders'] }],
  ],
];

export const repeatCases: readonly OfferCase[] = [...plain, ...normalised];
