/** What stands already is another's: who reaches it, by what it is found, what is not done. */
import { type Platform, resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { at, build, type ParsedModule, parseBuild, writtenExample } from './testing/hcl.ts';

/** An example with fields of its components changed. */
async function platformWith(
  example: string,
  fields: { readonly [component: string]: object },
): Promise<Platform> {
  const written = structuredClone(await writtenExample(example));
  for (const [name, own] of Object.entries(fields)) {
    Object.assign(written.components?.[name] ?? {}, own);
  }
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

async function modulesOf(platform: Platform): Promise<ReadonlyMap<string, ParsedModule>> {
  const built = build(platform);
  expect(built.problems).toEqual([]);
  return parseBuild(built);
}

const theirs = '210987654321';

test.each([
  ['CodePipeline', 'peccy', 'ap-northeast-2', 'ap-northeast-1', 'delivery_builds'],
  ['Jenkins', 'enterprise', 'us-east-2', 'us-west-2', 'delivery'],
])('%s pushes to the account whose registry it is', async (_, example, first, second, label) => {
  const existing = { id: { [first]: theirs, [second]: theirs } };
  const modules = await modulesOf(await platformWith(example, { images: { existing } }));
  const { blocks } = modules.get(`${first}/add-ons`) ?? { blocks: new Map<string, object>() };
  const policy = JSON.stringify(blocks.get(`data.aws_iam_policy_document.${label}`));
  const repositories = policy.match(/arn:[^"]*:ecr:[^"]*:repository\/[\w-]+/g) ?? [];
  expect(repositories.length).toBeGreaterThan(0);
  for (const arn of repositories) expect(arn).toContain(`:${theirs}:repository/`);
  const projects = [...blocks].filter(([address]) => address.startsWith('aws_codebuild_project.'));
  expect(projects.length > 0).toBe(example === 'peccy');
  for (const [, project] of projects) {
    const text = JSON.stringify(project);
    expect(text).toContain(`${theirs}.dkr.ecr.${first}.amazonaws.com`);
    expect(text).not.toContain('account_id}.dkr.ecr');
  }
});

test('images are copied to the account whose registry a region has', async () => {
  const existing = { id: { 'us-west-2': theirs } };
  const modules = await modulesOf(await platformWith('enterprise', { images: { existing } }));
  const rules = modules
    .get('us-east-2/data')
    ?.blocks.get('aws_ecr_replication_configuration.images');
  expect(at(rules, 'replication_configuration.rule.destination.registry_id')).toBe(theirs);
});

test('a registry found by tags is one whose repositories have them', async () => {
  const existing = { tags: { team: 'shop', 'cost ${centre}': '%{7}' } };
  const modules = await modulesOf(await platformWith('eks-failover', { images: { existing } }));
  const read = modules.get('us-east-1/data')?.blocks.get('data.aws_ecr_repository.web');
  const condition = String(at(read, 'lifecycle.postcondition.condition'));
  expect(condition).toContain('jsonencode(self.tags)');
  expect(condition).toMatch(/team += "shop"/);
  expect(condition).toContain('"cost $${centre}" = "%%{7}"');
});

test('new repositories beside a registry that stands say that they stay empty', async () => {
  const existing = { id: { 'us-east-2': theirs } };
  const { files } = build(await platformWith('enterprise', { images: { existing } }));
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  expect(textOf('us-west-2/data/images.tf')).toContain('let its owner replicate to us-west-2');
  expect(textOf('us-east-2/data/images.tf')).not.toContain('let its owner');
});

test('a secret found by tags has the whole name, and no other ends like it', async () => {
  const existing = { tags: { Name: 'tokens' } };
  const entries = ['datadog/api', 'mail.key+1'];
  const modules = await modulesOf(
    await platformWith('enterprise', { tokens: { existing, entries } }),
  );
  const blocks = modules.get('us-east-2/data')?.blocks;
  const arnOf = (label: string) =>
    String(at(blocks?.get(`data.aws_secretsmanager_secret.tokens_${label}`), 'arn'));
  const patternIn = (label: string) => {
    const [, pattern = ''] = /regex\("([^"]*)"/.exec(arnOf(label)) ?? [];
    return new RegExp(pattern.replaceAll('\\\\', '\\').replace('[[:alnum:]]', '[A-Za-z0-9]'));
  };
  const arn = (name: string) => `arn:aws:secretsmanager:us-east-2:1:secret:${name}-aB3dE6`;
  expect(patternIn('datadog_api').test(arn('datadog/api'))).toBe(true);
  expect(patternIn('datadog_api').test(arn('shop/datadog/api'))).toBe(true);
  expect(patternIn('datadog_api').test(arn('other-datadog/api'))).toBe(false);
  expect(patternIn('mail_key_1').test(arn('shop/mail.key+1'))).toBe(true);
  expect(patternIn('mail_key_1').test(arn('shop/mailxkey+1'))).toBe(false);
});

test('a service uses the key of a bucket that stands by way of S3; nobody is asked', async () => {
  const existing = { id: { 'us-east-2': 'theirs-east', 'us-west-2': 'theirs-west' } };
  const modules = await modulesOf(
    await platformWith('enterprise', { backups: { existing }, gateway: { needs: ['backups'] } }),
  );
  const { blocks } = modules.get('us-east-2/add-ons') ?? { blocks: new Map<string, object>() };
  const policy = JSON.stringify(blocks.get('data.aws_iam_policy_document.gateway'));
  expect(policy).toContain('"variable":"kms:ViaService"');
  expect(policy).toContain('s3.us-east-2.amazonaws.com');
  expect(policy).toContain('"variable":"kms:EncryptionContext:aws:s3:arn"');
  expect([...blocks.keys()].filter((address) => address.includes('backups_key'))).toEqual([]);
});

test('a group of several instance types has the template of its policy', async () => {
  const existing = { id: { 'us-east-2': 'theirs', 'us-west-1': 'theirs' } };
  const modules = await modulesOf(await platformWith('ec2-monitored', { app: { existing } }));
  const [template] = [...modules.values()].flatMap(
    ({ blocks }) => blocks.get('data.aws_launch_template.app') ?? [],
  );
  const id = String(at(template, 'id'));
  expect(id).toMatch(/try\(\s+data\.aws_autoscaling_group\.app\.launch_template\[0\]\.id,/);
  expect(id).toContain(
    'mixed_instances_policy[0].launch_template[0].launch_template_specification',
  );
});
