/** What the oracle reads and what it notices; the bindings are only there when it is run. */
import { expect, test } from 'vitest';
import { compare, type Side } from './compare.ts';
import { readText } from './read-hcl.ts';
import { spoiledCopies } from './spoil.ts';

const text = `\
resource "aws_thing" "main" {
  name = "one"
  size = 3
  text = <<-EOT
    block {
  EOT

  list = [
    {
      name = "two"
    },
  ]

  map = {
    block = "three"
  }

  rule {
    port = 80

    action {}
  }

  rule {
    port = 443
  }

  lifecycle {
    ignore_changes = [rule[0].port]
  }

  depends_on = [aws_other.main]
}

data "aws_partition" "current" {}
`;

test('blocks are told from lists and maps, and paths from texts', async () => {
  const [resource, source, ...others] = await readText(text, 'shop us-east-1/edge');
  expect(others).toEqual([]);
  expect(source).toMatchObject({ section: 'data', type: 'aws_partition', name: 'current' });
  expect([...(resource?.blocks ?? [])]).toEqual(['rule', 'rule.action']);
  expect(resource?.body).toMatchObject({
    text: 'block {\n',
    list: [{ name: 'two' }],
    rule: [{ port: 80, action: [{}] }, { port: 443 }],
    lifecycle: { ignore_changes: ['rule[0].port'] },
    depends_on: ['aws_other.main'],
  });
});

const ours: Side = {
  body: { name: 'one', rule: [{ port: 80 }], tags: { a: 'b' }, ports: [1, 2] },
  blocks: new Set(['rule']),
};
const beside = (body: Side['body'], blocks = ['rule']) =>
  compare(ours, { body, blocks: new Set(blocks) }).differences;

test('what is the same differs in nothing, one block may be a map, and null is unset', () => {
  const theirs = { ...ours.body, rule: { port: 80, size: null }, other: null };
  const found = compare(ours, { body: theirs, blocks: new Set(['rule']) });
  expect(found).toEqual({ compared: 5, differences: [] });
});

test('what is dropped, added, changed or of another form is noticed where it is', () => {
  const { name, ...rest } = ours.body;
  expect(beside(rest)).toEqual([{ path: 'name', wrong: 'the bindings drop "one"' }]);
  expect(beside({ ...ours.body, x: 1 })).toEqual([{ path: 'x', wrong: 'the bindings add 1' }]);
  expect(beside({ ...ours.body, rule: [{ port: 81 }] })).toEqual([
    { path: 'rule.port', wrong: '80, for the bindings 81' },
  ]);
  expect(beside({ ...ours.body, ports: [1] })).toEqual([
    { path: 'ports', wrong: '2 of them, for the bindings 1' },
  ]);
  expect(beside({ ...ours.body, tags: [{ a: 'b' }] })).toHaveLength(1);
  expect(beside(ours.body, [])).toEqual([
    { path: 'rule', wrong: 'we write a block, the bindings an argument' },
  ]);
  expect(name).toBe('one');
});

test('a copy is spoiled in one way each, and in no way twice', async () => {
  const [resource] = await readText(text, 'shop us-east-1/edge');
  if (resource === undefined) throw new Error('nothing was read');
  const spoiled = spoiledCopies(resource);
  expect(spoiled.map(({ what }) => what)).toEqual([
    'list misspelt',
    'rule as an argument',
    'an argument too many in rule',
    'an argument too many',
    'size as a text',
  ]);
  for (const { copy } of spoiled) expect(copy).not.toEqual(resource);
});
