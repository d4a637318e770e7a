/**
 * What AWS would refuse of what is built, told before it is: each row with who sets the limit, its
 * messages in `testdata/limits.txt`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, resolve } from '@outrigger/model';
import { startState } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { terraformFor } from './index.ts';

const service = { kind: 'service', in: 'cluster', port: 80, replicas: { min: 2, max: 3 } };

/** A sound platform whose components a row adds to. */
function shop(name: string, strategy: string, components: object) {
  return {
    name,
    strategy,
    objectives: {
      'zone-loss': { rpo: '0s', rto: '10m' },
      'region-loss': { rpo: '20m', rto: '30m', approval: 'always' },
    },
    regions: {
      'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
      'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
    },
    components: {
      cluster: {
        kind: 'kubernetes-cluster',
        version: '1.34',
        nodeGroups: { apps: { instances: ['m6i.large'], min: 2, max: 4 } },
      },
      web: { ...service, image: 'web' },
      images: { kind: 'container-registry' },
      ...components,
    },
  };
}

interface Row {
  readonly title: string;
  readonly source: string;
  readonly platform?: string;
  readonly strategy?: string;
  readonly components: object;
  /** What has to be told, at least. */
  readonly told: RegExp;
}

const rows: readonly Row[] = [
  {
    title: 'load balancer whose name is too long with the platform in front',
    source: 'ELB API reference, CreateLoadBalancer: 32 characters',
    components: {
      'web-for-all-of-the-customers': { kind: 'load-balancer', layer: 7, to: 'web' },
    },
    told: /aws_lb\.name/,
  },
  {
    title: 'load balancer that begins like those of AWS',
    source: 'ELB API reference, CreateLoadBalancer: not internal-',
    platform: 'internal-shop',
    components: { 'web-alb': { kind: 'load-balancer', layer: 7, to: 'web' } },
    told: /aws_lb\.name/,
  },
  {
    title: 'target group whose name is too long',
    source: 'ELB API reference, CreateTargetGroup: 32 characters',
    components: {
      'web-of-all-of-the-customers-there': { ...service, image: 'a1' },
      alb: { kind: 'load-balancer', layer: 7, to: 'web-of-all-of-the-customers-there' },
    },
    told: /aws_lb_target_group\.name/,
  },
  {
    title: 'role whose name is too long with its add-on and its region',
    source: 'IAM user guide, quotas: 64 characters',
    platform: 'shop-of-everything',
    components: {
      'a-second-cluster': {
        kind: 'kubernetes-cluster',
        version: '1.34',
        nodeGroups: { apps: { instances: ['m6i.large'], min: 2, max: 4 } },
        addOns: ['aws-load-balancer-controller'],
      },
    },
    told: /aws_iam_role\.name/,
  },
  {
    title: 'bucket whose name is too long with platform, region and account',
    source: 'S3 user guide, bucket naming rules: 63 characters',
    components: { 'pictures-of-all-the-customers-that-are': { kind: 'object-store' } },
    told: /aws_s3_bucket\.bucket/,
  },
  {
    title: 'bucket that begins as S3 keeps for itself',
    source: 'S3 user guide, bucket naming rules: not sthree-',
    platform: 'sthree-shop',
    components: { pictures: { kind: 'object-store' } },
    told: /aws_s3_bucket\.bucket/,
  },
  {
    title: 'database whose name is too long',
    source: 'DocumentDB API reference, CreateDBInstance: 63 characters',
    components: {
      'orders-of-all-the-customers-that-there-ever-were': {
        kind: 'documentdb',
        version: '5.0',
        size: 'db.r6g.large',
      },
    },
    told: /aws_docdb_cluster_instance\.identifier/,
  },
  {
    title: 'repository with a name that ECR does not take',
    source: 'ECR API reference, CreateRepository: lower case, two characters',
    components: { orders: { ...service, image: 'o' } },
    told: /aws_ecr_repository\.name/,
  },
  {
    title: 'rule of EventBridge whose name is too long',
    source: 'EventBridge API reference, PutRule: 64 characters',
    components: {
      'operations-of-everything-that-there-is-in-the-shop-now': {
        kind: 'events',
        sources: ['health'],
        email: ['operations@example.com'],
      },
    },
    told: /aws_cloudwatch_event_rule\.name/,
  },
  {
    title: 'connection to GitHub whose name is too long',
    source: 'CodeConnections API reference, CreateConnection: 32 characters',
    components: {
      'delivery-of-all-that-is-written': {
        kind: 'pipeline',
        by: 'codepipeline',
        source: { repository: 'example/shop' },
        registry: 'images',
      },
    },
    told: /aws_codestarconnections_connection\.name/,
  },
  {
    title: 'names that are one with what stands behind them',
    source: 'IAM API reference, CreateRole: EntityAlreadyExists',
    components: {
      carts: { kind: 'dynamodb', partitionKey: 'cartId' },
      'cluster-nodes': { ...service, image: 'nodes', needs: ['carts'] },
    },
    told: /and so does cluster/,
  },
  {
    title: 'addresses that are one where a hyphen is an underscore',
    source: 'Terraform, resource blocks: one of an address in a module',
    components: {
      orders: { kind: 'postgres', version: '17', size: 'db.r6g.large' },
      'orders-alarms': { kind: 'events', email: ['operations@example.com'] },
      'orders-monitoring': { ...service, image: 'monitoring', needs: ['carts'] },
      carts: { kind: 'dynamodb', partitionKey: 'cartId' },
      images2: { kind: 'container-registry' },
    },
    told: /makes aws_ecr_repository\.\w+, and so does images/,
  },
  {
    title: 'addresses that are one inside one component',
    source: 'Terraform, resource blocks: one of an address in a module',
    components: {
      people: {
        kind: 'workforce-identity',
        jobs: {
          a: { group: 'one', policies: ['b_c'] },
          a_b: { group: 'two', policies: ['c'] },
        },
      },
    },
    told: /makes aws_ssoadmin_managed_policy_attachment\.people_a_b_c twice/,
  },
  {
    title: 'pilot light without a node for what a cluster needs',
    source: 'EKS user guide, add-on health: CoreDNS is degraded without a node',
    strategy: 'pilot-light',
    components: {},
    told: /no node in us-west-2: CoreDNS/,
  },
  {
    title: 'patch of a resource that is not written',
    source: 'Terraform, resource addressing',
    components: {
      pictures: {
        kind: 'object-store',
        terraform: { 'aws_s3_bucket.picture': { force_destroy: true } },
      },
    },
    told: /writes no resource of this address/,
  },
  {
    title: 'patch with an argument that there is not',
    source: "provider's schema",
    components: {
      pictures: {
        kind: 'object-store',
        terraform: { 'aws_s3_bucket.pictures': { force_destory: true } },
      },
    },
    told: /is no argument of aws_s3_bucket/,
  },
];

function problemsOf(row: Row): readonly Problem[] {
  const { platform: name = 'shop', strategy = 'warm-standby', components } = row;
  const resolution = resolve(shop(name, strategy, components));
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const { platform } = resolution;
  return terraformFor(platform, startState(platform)).problems;
}

test('the platform that rows add to is sound', () => {
  expect(problemsOf({ title: '', source: '', components: {}, told: / / })).toEqual([]);
});

test.each(rows)('$title', (row) => {
  expect(
    problemsOf(row)
      .map(({ wrong }) => wrong)
      .join('\n'),
  ).toMatch(row.told);
});

test('an image of another registry makes no repository', () => {
  const outside = { ...service, image: 'ghcr.io/example/partners' };
  const resolution = resolve(shop('shop', 'warm-standby', { outside }));
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const { files, problems } = terraformFor(resolution.platform, startState(resolution.platform));
  const all = files.map(({ text }) => text).join('\n');
  expect(problems).toEqual([]);
  expect(all).toContain('aws_ecr_repository" "web"');
  expect(all).not.toContain('ghcr.io');
});

test('every message is as it is committed, with who sets the limit', () => {
  const file = join(import.meta.dirname, 'testdata/limits.txt');
  const text = rows
    .map((row) =>
      [
        `# ${row.title}`,
        `  source ${row.source}`,
        ...problemsOf(row).flatMap(({ path, wrong, mend }) => [
          `  ${path}`,
          `    wrong  ${wrong}`,
          `    mend   ${mend}`,
        ]),
        '',
      ].join('\n'),
    )
    .join('\n');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
});
