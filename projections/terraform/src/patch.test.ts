import type { Json } from '@outrigger/model';
import { expect, test } from 'vitest';
import { patchProblems } from './patch.ts';

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
