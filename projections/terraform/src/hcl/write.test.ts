import { parse } from '@cdktn/hcl2json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fmtProblems, hasTerraform } from '../../../../examples/testing/terraform-binary.ts';
import { type Block, nested } from './block.ts';
import { escapeTemplates } from './text.ts';
import { call, hcl, heredoc, published, template, type Value } from './value.ts';
import { writeBlocks } from './write.ts';

const write = (...blocks: readonly Block[]) => writeBlocks(blocks, () => 'found');
const locals = (body: { readonly [name: string]: Value }) =>
  write({ type: 'locals', labels: [], body });

/** What HashiCorp's parser reads; templates stand in it as they do in Terraform's JSON. */
async function read(text: string): Promise<Record<string, unknown>> {
  const file: Record<string, readonly Record<string, unknown>[]> = await parse('main.tf', text);
  return file.locals?.[0] ?? {};
}

/** What text can be hostile with. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['${', '%{', '$${', '%%{', '$', '%', '{', '}', '"', '\\', '\n', '\r', '\t', '#', '//'],
        ...[
          '<<EOT',
          'EOT',
          '<<-EOT',
          "'",
          ' ',
          '  ',
          '=',
          ',',
          '\u2028',
          '\u200b',
          '\u0000',
          'é',
          '🦀',
          'ё',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').normalize('NFC'));

describe('text comes back as it went in', () => {
  test('in quotes', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect((await read(locals({ text }))).text).toBe(escapeTemplates(text));
      }),
      { numRuns: 300 },
    );
  });

  test('between the marks of a heredoc, or in quotes where it does not fit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), async (lines) => {
        const text = lines.join('\n');
        const found = (await read(locals({ text: heredoc(text) }))).text;
        expect(found).toBe(escapeTemplates(text.endsWith('\n') ? text : `${text}\n`));
      }),
      { numRuns: 300 },
    );
  });

  test('as a key of a map, and beside an expression', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const map = { [`k${text}`]: 1 };
        const beside = template`${text}${hcl('var.x')}${text}`;
        const found = await read(locals({ map, beside }));
        expect(found.map).toEqual({ [escapeTemplates(`k${text}`)]: 1 });
        // A sign before a template is written as a template itself.
        const joined = String(found.beside).replaceAll(/\$\{"([$%]+)"\}/g, '$1');
        expect(joined).toBe(`${escapeTemplates(text)}\${var.x}${escapeTemplates(text)}`);
      }),
      { numRuns: 300 },
    );
  });
});

/** Any value that has no expression in it. */
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostile,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_./:-]{0,12}$/), tie('value'), { maxKeys: 4 }),
  ),
}));

/** Terraform's JSON escapes what would be a template. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return escapeTemplates(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escaped(inner)]));
}

test('any value comes back as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyValue, async (value) => {
      expect((await read(locals({ value }))).value).toEqual(escaped(value));
    }),
    { numRuns: 300 },
  );
});

test('where Terraform is, it is asked, and tells what it would write otherwise', () => {
  expect(fmtProblems(['locals {\na = 1\n}\n']).length > 0).toBe(hasTerraform);
});

test('what is written is as `terraform fmt` leaves it', () => {
  const values = fc.sample(anyValue, { numRuns: 60, seed: 7041 });
  const texts = values.map((value, index) =>
    write({
      type: 'resource',
      labels: ['aws_x', `x${index}`],
      body: {
        a: value,
        much_longer: 1,
        b: [value],
        doc: heredoc('one\n  two\nthree'),
        'ab-c': hcl('var.x'),
        deep: { 'a b': value, c: 1, ключ: 2 },
        block: nested({ a: 1, bc: value }, {}),
      },
    }),
  );
  expect(fmtProblems(texts)).toEqual([]);
});

test('a file as a person would have written it', () => {
  const text = write(
    {
      type: 'resource',
      labels: ['aws_thing', 'main'],
      comment: 'Why it is there.',
      remarks: { size: 'Why it is so large.', 'lifecycle.ignore_changes': 'Recovery changes it.' },
      body: {
        count: 2,
        name: template`${hcl('var.name')}-thing`,
        owner: published('network', 'vpc-id'),
        size: 12,
        tags: { Name: 'thing', 'kubernetes.io/role': '1' },
        policy: call('jsonencode', { Version: '2012-10-17' }),
        left_out: undefined,
        rule: nested({ port: 80 }, { port: 443, open: true }),
        lifecycle: nested({ ignore_changes: [hcl('size')] }),
        depends_on: [hcl('aws_other.main')],
      },
    },
    { type: 'data', labels: ['aws_partition', 'current'], body: {} },
  );
  expect(text).toBe(`\
# Why it is there.
resource "aws_thing" "main" {
  count = 2

  name  = "\${var.name}-thing"
  owner = "found"

  # Why it is so large.
  size = 12

  tags = {
    Name                 = "thing"
    "kubernetes.io/role" = "1"
  }

  policy = jsonencode({
    Version = "2012-10-17"
  })

  rule {
    port = 80
  }

  rule {
    port = 443
    open = true
  }

  lifecycle {
    # Recovery changes it.
    ignore_changes = [size]
  }

  depends_on = [aws_other.main]
}

data "aws_partition" "current" {}
`);
});
