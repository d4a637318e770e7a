import { describe, expect, test } from 'vitest';
import { Draws } from './draws.ts';
import { drawnBy, enrich, type Schema, type Written } from './schema-draws.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const around = (seed: number) => ({
  draws: new Draws(seed),
  component: () => ['orders', 'gateway'],
  region: () => ['us-east-1'],
});

/** What 200 seeds draw, each value once. */
function drawnOf(schema: Schema): ReadonlySet<unknown> {
  return new Set(seeds.map((seed) => drawnBy(schema, around(seed), ['field'])));
}

type Drawn = readonly [what: string, schema: Schema, values: readonly unknown[]];

describe('what a schema allows', () => {
  test.each<Drawn>([
    ['a constant', { const: 'aurora' }, ['aurora']],
    ['a choice', { enum: ['small', 'large'] }, ['small', 'large']],
    ['alternatives', { anyOf: [{ const: 1 }, { const: 'one' }] }, [1, 'one']],
    ['yes or no', { type: 'boolean' }, [true, false]],
    ['an example of a text', { type: 'string', examples: ['10.0.0.0/16'] }, ['10.0.0.0/16']],
    ['a component', { type: 'string', 'x-reference': 'component' }, ['orders', 'gateway']],
    ['a region', { type: 'string', 'x-reference': 'region' }, ['us-east-1']],
    ['a number from its smallest', { type: 'integer', minimum: 3, maximum: 5 }, [3, 4, 5]],
  ])('%s is drawn, and nothing else', (_, schema, values) => {
    expect(drawnOf(schema)).toEqual(new Set(values));
  });

  test('a text that only a person could write is left out, and what needs it', () => {
    const text: Schema = { type: 'string' };
    expect(drawnOf(text)).toEqual(new Set([undefined]));
    expect(drawnOf({ type: 'array', items: text })).toEqual(new Set([undefined]));
    const needing: Schema = { type: 'object', required: ['name'], properties: { name: text } };
    expect(drawnOf(needing)).toEqual(new Set([undefined]));
  });

  test('a list has one or two values, each once', () => {
    const schema: Schema = { type: 'array', items: { enum: ['a', 'b'] } };
    const texts = [...drawnOf(schema)].map((value) => JSON.stringify(value));
    expect(new Set(texts)).toEqual(new Set(['["a"]', '["b"]', '["a","b"]', '["b","a"]']));
  });

  test('an object has all that is required, and by chance what is not', () => {
    const flag: Schema = { type: 'boolean' };
    const properties = { must: flag, may: flag };
    const schema: Schema = { type: 'object', required: ['must'], properties };
    const drawn = seeds.map((seed) => drawnBy(schema, around(seed), ['field']));
    const fields = new Set(drawn.map((value) => Object.keys(Object(value)).join()));
    expect(fields).toEqual(new Set(['must', 'must,may']));
  });

  test('a record of any names has one entry', () => {
    const schema: Schema = { type: 'object', additionalProperties: { const: 1 } };
    expect(drawnBy(schema, around(1), ['field'])).toEqual({ first: 1 });
  });

  test('an alternative that only a person could write gives way to another', () => {
    expect(drawnOf({ anyOf: [{ type: 'string' }, { const: 1 }] })).toEqual(new Set([1]));
  });

  test('an object by component has a value for each', () => {
    const schema: Schema = {
      type: 'object',
      'x-key-reference': 'component',
      additionalProperties: { const: 1 },
    };
    expect(drawnBy(schema, around(1), ['field'])).toEqual({ orders: 1, gateway: 1 });
  });
});

describe('what is written', () => {
  const component: Schema = {
    oneOf: [
      { properties: { kind: { const: 'dns' }, ttl: { type: 'integer', minimum: 60 } } },
      { properties: { kind: { const: 'service' }, public: { type: 'boolean' } } },
    ],
  };
  const schema: Schema = {
    properties: {
      name: { type: 'string' },
      tagged: { type: 'boolean' },
      components: { additionalProperties: component },
    },
  };
  const plain = (): Written => ({ name: 'mine', components: { web: { kind: 'service' } } });

  test('gets fields of its own kind, anywhere, each of which can be taken out again', () => {
    const paths = new Set<string>();
    for (const seed of seeds) {
      const written = plain();
      const additions = enrich(written, schema, around(seed));
      for (const { field, holder, path } of additions) {
        paths.add(path);
        expect(holder[field]).toBeDefined();
        delete holder[field];
      }
      expect(written).toEqual(plain());
    }
    expect(paths).toEqual(new Set(['tagged', 'components.web.public']));
  });

  test('keeps what a person wrote', () => {
    for (const seed of seeds) {
      const written: Written = { ...plain(), tagged: false };
      enrich(written, schema, around(seed));
      expect(written).toMatchObject({ name: 'mine', tagged: false });
    }
  });
});
