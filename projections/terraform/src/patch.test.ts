import type { Json } from '@outrigger/model';
import { expect, test } from 'vitest';
import { writeBlocks } from './hcl/write.ts';
import { diskProblems, patched, patchProblems } from './patch.ts';
import { resource } from './resource.ts';

const written = new Set(['aws_db_instance.orders_db', 'aws_eks_node_group.apps']);

function problemsOf(address: string, patch: { readonly [name: string]: Json }) {
  return patchProblems({ name: 'orders-db', terraform: { [address]: patch } }, written);
}

test.each<[string, string, Json, string, string, string]>([
  [
    'a name',
    'aws_db_instance.orders_db',
    { multi_zone: true },
    '.multi_zone',
    'is no arg',
    'one of',
  ],
  ['a text for a number', 'aws_db_instance.orders_db', { port: '1' }, '.port', 'a number', 'a num'],
  [
    'a text for a switch',
    'aws_db_instance.orders_db',
    { multi_az: 'no' },
    '.multi_az',
    'true',
    'w',
  ],
  [
    'no list',
    'aws_db_instance.orders_db',
    { vpc_security_group_ids: 'sg' },
    '_ids',
    'list',
    'list',
  ],
  [
    'in a list',
    'aws_eks_node_group.apps',
    { instance_types: [1] },
    '_types[0]',
    'a text',
    'a text',
  ],
  ['in a map', 'aws_eks_node_group.apps', { tags: { a: 1 } }, '.tags.a', 'is not a text', 'a text'],
  [
    'in a block',
    'aws_eks_node_group.apps',
    { scaling_config: { min: 1 } },
    '.min',
    'of sc',
    'min_',
  ],
  ['no block', 'aws_eks_node_group.apps', { scaling_config: 3 }, '_config', 'a map', 'a map'],
  ["Terraform's own", 'aws_db_instance.orders_db', { count: 2 }, '.count', 'Terraform itself', ''],
  [
    'a secret',
    'aws_db_instance.orders_db',
    { password: 'rosebud' },
    '.password',
    'a secret',
    'leave it out',
  ],
  [
    'a secret that no state would hold',
    'aws_db_instance.orders_db',
    { password_wo: 'rosebud' },
    '.password_wo',
    'in the code',
    'change it',
  ],
  ['an address', 'aws_db_instance.orders', { port: 1 }, "orders']", 'no resource', 'orders_db'],
])('refused: %s', (_, address, patch, path, wrong, mend) => {
  const problems = problemsOf(address, patch as { readonly [name: string]: Json });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toContain(path);
  expect(problems[0]?.wrong).toContain(wrong);
  expect(problems[0]?.mend).toContain(mend);
});

test('taken: what the provider takes, one block or several, and null for what is left out', () => {
  const sound = {
    port: 5433,
    multi_az: null,
    tags: { team: 'orders' },
    vpc_security_group_ids: ['sg-1'],
    restore_to_point_in_time: [{ use_latest_restorable_time: true }],
  };
  expect(problemsOf('aws_db_instance.orders_db', sound)).toEqual([]);
  expect(problemsOf('aws_eks_node_group.apps', { scaling_config: { min_size: 1 } })).toEqual([]);
});

const group = resource('aws_eks_node_group', 'apps', {
  cluster_name: 'shop',
  node_role_arn: 'arn',
  subnet_ids: [],
  scaling_config: { min_size: 1, max_size: 4, desired_size: 2 },
  taint: [
    { key: 'a', effect: 'NO_SCHEDULE' },
    { key: 'b', effect: 'NO_SCHEDULE' },
  ],
});

function textOf(patch: { readonly [name: string]: Json }): string {
  const block = patched(group, { terraform: { 'aws_eks_node_group.apps': patch } });
  return writeBlocks([block], () => '').replaceAll(/ +/g, ' ');
}

test('a block that there is once keeps what a patch does not name', () => {
  const text = textOf({ scaling_config: { max_size: 50 } });
  expect(text).toContain('min_size = 1');
  expect(text).toContain('desired_size = 2');
  expect(text).toContain('max_size = 50');
  expect(text).not.toContain('max_size = 4');
  const [before = ''] = text.split('max_size = 50');
  expect(before.trimEnd()).toMatch(/Set by the platform's own `terraform:` patch\.$/);
});

test('a list takes the place of all blocks of a name, and null of each', () => {
  const several = textOf({ taint: [{ key: 'c', effect: 'NO_EXECUTE' }] });
  expect(several).toContain('key = "c"');
  expect(several).not.toContain('key = "a"');
  expect(textOf({ taint: { key: 'd', effect: 'NO_EXECUTE' } })).not.toContain('key = "a"');
  expect(textOf({ scaling_config: null })).not.toContain('scaling_config');
});

test.each([
  [{ allocated_storage: 182 }, 1],
  [{ allocated_storage: 181 }, 0],
  [{ allocated_storage: 400, max_allocated_storage: 440 }, 0],
  [{ allocated_storage: 400, max_allocated_storage: 0 }, 0],
])('a disk of %j beside one that grows to 200 GiB has %d problems', (patch, count) => {
  const database = resource('aws_db_instance', 'orders_db', {
    instance_class: 'db.r6g.large',
    allocated_storage: 100,
    max_allocated_storage: 200,
  });
  const component = { name: 'orders-db', terraform: { 'aws_db_instance.orders_db': patch } };
  const problems = diskProblems(patched(database, component), component);
  expect(problems).toHaveLength(count);
  for (const { mend } of problems) expect(mend).toContain('storage:');
});
