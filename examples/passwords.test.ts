/** Whoever needs a database may read its password, whoever makes it: the rule sees who may not. */
import type { Platform } from '@outrigger/model';
import { expect, test } from 'vitest';
import { build, loadExample, parseBuild, writtenExample } from './testing/hcl.ts';
import { withBackupsOnly } from './testing/made.ts';
import { managedPasswordsAreChanged, passwordsHaveReaders } from './testing/password-rules.ts';
import { replace, type Spoil, spoiledBuild } from './testing/spoil.ts';

/** Ours, where another region follows; AWS's own, where none does. */
type Maker = 'ours' | "AWS's";

const reader = 'us-east-1/add-ons/external-secrets.tf';
const orders = /us-east-1\/data aws_db_instance\.orders_db has a password that cluster may not/;

/** By example: a build that is wrong in one file, and what has to be told of it. */
const spoiled: readonly [string, Maker, string, string, Spoil, RegExp][] = [
  [
    'External Secrets may not read it',
    'ours',
    'eks-failover',
    reader,
    replace('secretsmanager:GetSecretValue', 'secretsmanager:ListSecrets'),
    orders,
  ],
  [
    'nobody may use its key',
    'ours',
    'eks-failover',
    reader,
    replace('local.orders_db_key_arn', 'local.pictures_store_arn'),
    orders,
  ],
  [
    'External Secrets may not read it',
    "AWS's",
    'eks-failover',
    reader,
    replace(/local\.orders_db_secret_arn,?/, ''),
    orders,
  ],
  [
    'nobody may use its key',
    "AWS's",
    'eks-failover',
    reader,
    replace('kms:Decrypt', 'kms:Encrypt'),
    orders,
  ],
  [
    'no service may read it',
    "AWS's",
    'net-diagram',
    'us-east-1/add-ons/services.tf',
    replace(/local\.documents_secret_arn/, 'local.orders_db_secret_arn'),
    /aws_docdb_cluster\.documents has a password that cluster may not read/,
  ],
  [
    'machines may not read it',
    "AWS's",
    'ec2-monitored',
    'us-east-2/cluster/app.tf',
    replace('secretsmanager:GetSecretValue', 'secretsmanager:ListSecrets'),
    /us-east-2\/data aws_rds_cluster\.records has a password that app may not read/,
  ],
];

async function platformOf(example: string, maker: Maker): Promise<Platform> {
  return maker === 'ours' ? loadExample(example) : withBackupsOnly(await writtenExample(example));
}

test.each(spoiled)('%s: %s password', async (_, maker, example, place, spoil, told) => {
  const built = build(await platformOf(example, maker));
  const found = passwordsHaveReaders(await spoiledBuild(built, place, spoil));
  expect(found.join('\n')).toMatch(told);
  expect(passwordsHaveReaders(await spoiledBuild(built, place, (text) => text))).toEqual([]);
});

test.each([
  ['30d', 30],
  [undefined, 7],
])('a rotation of %s is written as %i days', async (rotation, days) => {
  const written = structuredClone(await writtenExample('eks-failover'));
  Object.assign(written.components?.['orders-db'] ?? {}, { passwords: { rotation } });
  const modules = await parseBuild(build(withBackupsOnly(written)));
  const schedule = 'aws_secretsmanager_secret_rotation.orders_db';
  expect(modules.get('us-east-1/data')?.blocks.get(schedule)).toMatchObject({
    rotation_rules: [{ automatically_after_days: days }],
  });
});

test('a password that nobody changes is seen', async () => {
  const built = build(await platformOf('net-diagram', "AWS's"));
  const spoil = replace('automatically_after_days', 'duration');
  const place = 'us-east-1/data/documents-credentials.tf';
  expect(managedPasswordsAreChanged(await spoiledBuild(built, place, spoil))).toEqual([
    'us-east-1/data aws_docdb_cluster.documents keeps its password',
  ]);
});
