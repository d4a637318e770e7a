/**
 * Nobody is stuck: what stands already is kept, of every kind, and what Outrigger has no field for
 * is set by a patch.
 */
import { isKind, type Platform, resolve } from '@outrigger/model';
import type { TerraformBuild } from '@outrigger/terraform';
import { describe, expect, test } from 'vitest';
import { type Row, rows } from './testing/existing.ts';
import {
  at,
  build,
  loadExample,
  type ParsedModule,
  parseBuild,
  writtenExample,
} from './testing/hcl.ts';
import { madeBy, type Written } from './testing/made.ts';
import { patches } from './testing/patches.ts';
import { danglingReferences, parameterProblems } from './testing/references.ts';

const everyKind = Object.keys(rows).filter(isKind);

type Modules = ReadonlyMap<string, ParsedModule>;

/** The platform as it is written, with these fields of one component besides. */
async function platformWith(
  example: string,
  component: string,
  fields: { readonly [field: string]: unknown },
): Promise<Platform> {
  const written = structuredClone(await writtenExample(example));
  Object.assign(written.components?.[component] ?? {}, fields);
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

const parsed = new Map<string, Promise<Modules>>();

/** What is built of an example as it is. */
async function usually(example: string): Promise<Modules> {
  const known =
    parsed.get(example) ?? loadExample(example).then((platform) => parseBuild(build(platform)));
  parsed.set(example, known);
  return known;
}

/** `us-east-1/data aws_db_instance.orders_db`; without what carries values up. */
function addressesIn(modules: Modules, isWanted: (address: string) => boolean): Set<string> {
  const found = [...modules.values()].flatMap(({ folder, blocks }) =>
    [...blocks.keys()]
      .filter((address) => isWanted(address) && !address.includes('aws_ssm_parameter.'))
      .map((address) => `${folder} ${address}`),
  );
  return new Set(found);
}

/** What is in one and not in the other, once for all regions. */
function fresh(found: Iterable<string>, before: ReadonlySet<string>): string[] {
  const added = [...found].filter((address) => !before.has(address));
  return [...new Set(added.map((address) => address.replace(/^.*\//, '')))].sort();
}

const isResource = (address: string) => address.startsWith('aws_');
const isData = (address: string) =>
  /^data\.(?!aws_(partition|caller_identity|iam_policy_doc))/.test(address);
const isVariable = (address: string) => address.startsWith('var.');

function expectSound(built: TerraformBuild, modules: Modules): void {
  expect(built.problems).toEqual([]);
  expect(danglingReferences(modules)).toEqual([]);
  expect(parameterProblems(modules)).toEqual([]);
}

describe.each(everyKind)('%s', (kind) => {
  const row: Row = rows[kind];
  const patch = patches[kind];
  const { example, component, id } = row;
  const regionsOf = (platform: Platform) => Object.keys(platform.regions);
  const idsOf = (platform: Platform, count = Number.POSITIVE_INFINITY) =>
    typeof id === 'string'
      ? id
      : Object.fromEntries(
          regionsOf(platform)
            .slice(0, count)
            .map((region, index) => [region, id[index]]),
        );

  test.each(['id', 'tags'] as const)('found by its %s, nothing of it is made', async (by) => {
    const usual = await platformWith(example, component, {});
    const existing =
      by === 'id' ? { id: idsOf(usual) } : { tags: { Name: 'shop', Stage: 'production' } };
    const platform = await platformWith(example, component, { existing });
    expect(usual.components[component]?.kind).toBe(kind);

    const before = await usually(example);
    const built = build(platform);
    const modules = await parseBuild(built);
    expectSound(built, modules);

    const made = madeBy(usual, component);
    const there = addressesIn(modules, isResource);
    const others = [...addressesIn(before, isResource)].filter((address) => !made.has(address));
    expect(made.size).toBeGreaterThan(0);
    expect({
      ties: fresh(there, new Set(others)),
      reads: fresh(addressesIn(modules, isData), addressesIn(before, isData)),
      asks: fresh(addressesIn(modules, isVariable), addressesIn(before, isVariable)),
    }).toEqual({
      ties: row.ties ?? [],
      reads: [...row.reads, ...(by === 'tags' ? (row.byTags ?? []) : [])].sort(),
      asks: [...(row.asks ?? []), ...(by === 'tags' ? (row.asksByTags ?? []) : [])].sort(),
    });
  });

  if (typeof id !== 'string') {
    test('in one region only, the other gets a new one', async () => {
      const usual = await platformWith(example, component, {});
      const existing = { id: idsOf(usual, 1) };
      const built = build(await platformWith(example, component, { existing }));
      expectSound(built, await parseBuild(built));
    });
  }

  test('a patch is in the HCL, and says where it comes from', async () => {
    const platform = await platformWith(example, component, {
      terraform: { [patch.address]: { [patch.argument]: patch.value } },
    });
    const built = build(platform);
    expect(built.problems).toEqual([]);
    const modules = await parseBuild(built);
    const body = modules.get(patch.in)?.blocks.get(patch.address);
    expect(at(body, patch.argument)).toBe(patch.value);
    const usual = (await usually(example)).get(patch.in)?.blocks.get(patch.address);
    expect(at(usual, patch.argument)).not.toBe(patch.value);
    const texts = built.files.filter(({ path }) => path.startsWith(`${patch.in}/`));
    const line = new RegExp(
      `# Set by the platform's own .terraform:. patch\\.\\n +${patch.argument} `,
    );
    expect(texts.filter(({ text }) => line.test(text))).toHaveLength(1);
  });

  test('a patch of what it does not write is refused', async () => {
    const [type = '', name = ''] = patch.address.split('.');
    const address = `${type}.${name}x`;
    const { problems } = build(
      await platformWith(example, component, { terraform: { [address]: { tags: {} } } }),
    );
    expect(problems).toMatchObject([
      {
        path: `components.${component}.terraform['${address}']`,
        wrong: `${component} writes no resource of this address`,
        mend: expect.stringContaining(patch.address),
      },
    ]);
  });
});

describe('what is named and not read', () => {
  const resource = async (platform: Platform, folder: string, address: string) =>
    (await parseBuild(build(platform))).get(folder)?.blocks.get(address);

  test('a CDN asks the buckets that stand, or those that a person names', async () => {
    const place = ['global', 'aws_cloudfront_distribution.static_cdn'] as const;
    const byId = await platformWith('enterprise', 'static-assets', {
      existing: { id: { 'us-east-2': 'theirs-east', 'us-west-2': 'theirs-west' } },
    });
    expect(await resource(byId, ...place)).toMatchObject({
      origin: [
        { domain_name: 'theirs-east.s3.us-east-2.amazonaws.com' },
        { domain_name: 'theirs-west.s3.us-west-2.amazonaws.com' },
      ],
    });
    const byTags = await platformWith('enterprise', 'static-assets', {
      existing: { tags: { Name: 'assets' } },
    });
    expect(await resource(byTags, ...place)).toMatchObject({
      origin: [
        { domain_name: expect.stringContaining('var.static_cdn_bucket_us_east_2') },
        { domain_name: expect.stringContaining('var.static_cdn_bucket_us_west_2') },
      ],
    });
  });

  test('a new replica follows the instance that stands', async () => {
    const platform = await platformWith('eks-failover', 'orders-db', {
      existing: { id: { 'us-east-1': 'theirs' } },
    });
    const replica = await resource(platform, 'us-west-2/data', 'aws_db_instance.orders_db');
    expect(at(replica, 'replicate_source_db')).toMatch(/:rds:us-east-1:.*:db:theirs$/);
  });

  test('roles know a cluster and its target groups by what they are called', async () => {
    const ids = { 'us-east-1': 'theirs', 'us-west-2': 'theirs' };
    const standing = await platformWith('eks-failover', 'cluster', { existing: { id: ids } });
    const scaling = 'data.aws_iam_policy_document.cluster_autoscaler';
    expect(JSON.stringify(await resource(standing, 'us-east-1/add-ons', scaling))).toMatch(
      /nodegroup\/\$\{local\.cluster_name\}\/\*/,
    );
    const arns = {
      'us-east-1': 'arn:aws:elasticloadbalancing:us-east-1:1:a',
      'us-west-2': 'arn:aws:elasticloadbalancing:us-west-2:1:b',
    };
    const balancer = await platformWith('eks-failover', 'web-alb', { existing: { id: arns } });
    const joining = 'data.aws_iam_policy_document.aws_load_balancer_controller';
    expect(JSON.stringify(await resource(balancer, 'us-east-1/add-ons', joining))).toContain(
      'local.web_alb_target_group_arn_gateway',
    );
  });

  test('a web ACL of CDNs alone is read where CloudFront has it, and never made', async () => {
    const wall = { protects: ['static-cdn'], shield: 'advanced' };
    for (const [existing, read] of [
      [{ id: 'theirs' }, { name: 'theirs' }],
      [{ id: { 'us-east-1': 'theirs' } }, { name: 'theirs' }],
      [{ tags: { Name: 'theirs' } }, { resource_arn: expect.stringContaining('one(data.') }],
    ]) {
      const platform = await platformWith('enterprise', 'wall', { ...wall, existing });
      const modules = await parseBuild(build(platform));
      const blocks = modules.get('global')?.blocks;
      expect(blocks?.get('data.aws_wafv2_web_acl.wall')).toMatchObject({
        region: 'us-east-1',
        scope: 'CLOUDFRONT',
        ...read,
      });
      expect(addressesIn(modules, (address) => address === 'aws_wafv2_web_acl.wall')).toEqual(
        new Set(),
      );
      expect(at(blocks?.get('aws_cloudfront_distribution.static_cdn'), 'web_acl_id')).toMatch(
        /data\.aws_wafv2_web_acl\.wall\.arn/,
      );
      expect([...(blocks?.keys() ?? [])]).toContain('aws_shield_protection.static_cdn');
      expect([...(blocks?.keys() ?? [])]).not.toContain('var.wall_cloudfront_arn');
    }
  });

  test('a web ACL of both is read in us-east-1 by an id of its own there', async () => {
    const id = { 'us-east-1': 'shown', 'us-east-2': 'theirs', 'us-west-2': 'theirs' };
    const platform = await platformWith('enterprise', 'wall', { existing: { id } });
    const modules = await parseBuild(build(platform));
    const address = 'data.aws_wafv2_web_acl.wall';
    const blocks = modules.get('global')?.blocks;
    expect(blocks?.get(address)).toMatchObject({ name: 'shown', scope: 'CLOUDFRONT' });
    expect([...(blocks?.keys() ?? [])]).not.toContain('var.wall_cloudfront_arn');
    expect(modules.get('us-east-2/edge')?.blocks.get(address)).toMatchObject({
      name: 'theirs',
      scope: 'REGIONAL',
    });
  });

  test('where us-east-1 has load balancers too, an id there is theirs', async () => {
    const text = JSON.stringify(await writtenExample('enterprise'));
    const written: Written = JSON.parse(text.replaceAll('us-east-2', 'us-east-1'));
    const id = { 'us-east-1': 'theirs', 'us-west-2': 'theirs' };
    Object.assign(written.components?.wall ?? {}, { existing: { id } });
    const resolution = resolve(written);
    if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
    const blocks = (await parseBuild(build(resolution.platform))).get('global')?.blocks;
    expect([...(blocks?.keys() ?? [])]).toContain('var.wall_cloudfront_arn');
    expect(blocks?.get('data.aws_wafv2_web_acl.wall')).toBeUndefined();
  });

  test('a certificate of us-east-1 is the one that CloudFront shows', async () => {
    const arn = (region: string) => `arn:aws:acm:${region}:1:certificate/a`;
    const platform = await platformWith('enterprise', 'shop-certificate', {
      existing: { id: { 'us-east-1': arn('us-east-1'), 'us-east-2': arn('us-east-2') } },
    });
    const cdn = await resource(platform, 'global', 'aws_cloudfront_distribution.static_cdn');
    expect(at(cdn, 'viewer_certificate.acm_certificate_arn')).toBe(arn('us-east-1'));
  });

  test('what a person is asked has to be of its service and region', async () => {
    const ids = (like: string) => ({
      'us-east-2': like.replace('*', 'us-east-2'),
      'us-west-2': like.replace('*', 'us-west-2'),
    });
    const asked = async (component: string, like: string, folder: string, name: string) =>
      resource(
        await platformWith('enterprise', component, { existing: { id: ids(like) } }),
        folder,
        `var.${name}`,
      );
    const certificate = 'shop_certificate_cloudfront_arn';
    for (const [variable, pattern] of [
      [
        await asked('shop-certificate', 'arn:aws:acm:*:1:a', 'global', certificate),
        'arn:aws[a-z-]*:acm:us-east-1:',
      ],
      [
        await asked('wall', 'theirs', 'global', 'wall_cloudfront_arn'),
        'arn:aws[a-z-]*:wafv2:us-east-1:[0-9]*:global/webacl/',
      ],
      [
        await asked(
          'web-alb',
          'arn:aws:elasticloadbalancing:*:1:a',
          'us-west-2/edge',
          'web_alb_target_group_arn_catalog',
        ),
        'arn:aws[a-z-]*:elasticloadbalancing:us-west-2:',
      ],
    ] as const) {
      expect(at(variable, 'validation.condition'), pattern).toContain(`can(regex("^`);
      expect(at(variable, 'validation.condition'), pattern).toContain(pattern);
    }
  });

  test('between two that stand already, nothing is tied', async () => {
    const written = structuredClone(await writtenExample('eks-failover'));
    const ids = (id: string) => ({ existing: { id: { 'us-east-1': id, 'us-west-2': id } } });
    Object.assign(written.components?.cluster ?? {}, ids('theirs'));
    Object.assign(written.components?.['orders-db'] ?? {}, ids('theirs'));
    const resolution = resolve(written);
    if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
    const made = addressesIn(await parseBuild(build(resolution.platform)), isResource);
    const rule = 'us-east-1/cluster aws_vpc_security_group_ingress_rule';
    expect(made).not.toContain(`${rule}.orders_db_from_cluster`);
    expect(made).toContain(`${rule}.pictures_store_from_cluster`);
  });
});
