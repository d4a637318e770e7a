import { expect, test } from 'vitest';
import { duplicateKeys, lineOf, parsePath } from './locate.ts';

const source = `import { definePlatform } from '@outrigger/model';
// export default definePlatform({ name: 'in a comment' });
const text = "definePlatform({ name: 'in a string' })";
const shared = { cpu: 1, // { unbalanced
  memory: 2 };
const zones: readonly string[] = [
  'a',
  'b',
];

export default definePlatform({
  name: 'x', strategy: "warm-standby",
  regions: {
    'us-east-1': { role: 'primary', zones },
    "us-west-2": {
      cidr: \`10.\${1 + 1}.0.0/16\`, /* } */ role: 'standby',
    },
  },
  components: {
    ...shared,
    orders: {
      kind: 'service',
      needs: [
        'orders-db',
        [1, 2].join(','), 'catalog',
      ],
      resources: shared,
    },
    last: other(1, { a: 2 }),
    end: { kind: 'dns' },
  },
});
`;

test.each([
  ['platform', 11],
  ['name', 12],
  ['strategy', 12],
  ['regions.us-east-1.role', 14],
  ['regions.us-east-1.zones', 14],
  ['regions.us-west-2.cidr', 16],
  ['regions.us-west-2.role', 16],
  ['components.orders.needs[0]', 24],
  ['components.orders.needs[2]', 25],
  ['components.orders.resources.memory', 5],
  ['components.orders.port', 21],
  ['components.nobody', 19],
  ['components.end.kind', 30],
  ['components.last.a', 29],
])('%s is at line %i', (path, line) => {
  expect(lineOf(source, parsePath(path))).toBe(line);
});

test('a name can be declared before, or be JSON, or be nothing', () => {
  const declared = `const it = definePlatform({\n  name: 'x',\n});\nexport default it;\n`;
  expect(lineOf(declared, ['name'])).toBe(2);
  expect(lineOf(`export default {\n  name: 1 }`, ['name'])).toBe(2);
  expect(lineOf(`{\n  "a": 1,\n  "b": [ { "c": 1 },\n {"d": 2}]\n}`, ['b', 1, 'd'])).toBe(4);
  expect(lineOf('', ['name'])).toBeNull();
  expect(lineOf('const a = 1;', ['name'])).toBeNull();
});

test('half a file ends', () => {
  for (let length = 0; length < source.length; length += 7) {
    lineOf(source.slice(0, length), ['components', 'orders', 'needs', 2]);
  }
});

test('paths are read as the model writes them', () => {
  expect(parsePath(`components.orders.needs[1]`)).toEqual(['components', 'orders', 'needs', 1]);
  expect(parsePath(`regions['it\\'s a b'].cidr`)).toEqual(['regions', "it's a b", 'cidr']);
});

test('a key that is written twice is seen', () => {
  const twice = `export default definePlatform({
  components: {
    orders: { kind: 'service', port: 1, port: 2 },
    other: {},
    'orders': {},
  },
});`;
  expect(duplicateKeys(twice)).toEqual([
    { path: ['components', 'orders', 'port'], firstLine: 3, line: 3 },
    { path: ['components', 'orders'], firstLine: 3, line: 5 },
  ]);
  expect(duplicateKeys(source)).toEqual([]);
});
