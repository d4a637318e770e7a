import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lineOf, resolve } from './index.ts';
import { repeatedKeys } from './locate.ts';

const source = `import { definePlatform } from '@outrigger/model';
// regions: { not: 'this' }
const helper = { regions: { 'us-east-1': 1 } };
export default definePlatform({
  name: 'shop', /* a comment, { with braces } */
  regions: {
    'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 3 },
    "us-west-2": {
      role: 'standby',
      cidr: '10.1.0.0/16',
    },
  },
  components: {
    orders: {
      kind: 'service', image: 'a:b, {c}',
      needs: [
        'orders-db',
        'order-db',
      ],
      lab: { run: ['main.ts', helper.regions['us-east-1']] },
    },
  },
});
`;

test.each([
  [['name'], 5],
  [['regions', 'us-east-1', 'cidr'], 7],
  [['regions', 'us-west-2', 'cidr'], 10],
  [['components', 'orders', 'image'], 15],
  [['components', 'orders', 'needs', 1], 18],
  [['components', 'orders', 'lab', 'run', 1], 20],
  [['components', 'orders', 'port'], 14],
  [['components', 'orders', 'needs', 7], 16],
  [['objectives'], 4],
  [[], 4],
])('%j is at line %s', (path, line) => expect(lineOf(source, path)).toBe(line));

test('JSON is found too', () => {
  const json = '{\n  "name": "shop",\n  "components": {\n    "web": { "needs": ["a",\n "b"] } }\n}';
  expect(lineOf(json, ['components', 'web', 'needs', 1])).toBe(5);
});

test('text that is no platform is no trap', () => {
  expect(lineOf('}}}])', ['name'])).toBeNull();
  expect(lineOf("definePlatform({ 'unclosed", ['name'])).toBe(1);
});

test('a problem names its line in a real platform file', () => {
  const file = fileURLToPath(new URL('../testdata/compiler/good.ts', import.meta.url));
  const resolution = resolve({ name: 'A' }, { source: readFileSync(file, 'utf8') });
  expect(resolution.ok ? [] : resolution.problems).toMatchObject([
    { path: 'name', line: 4 },
    { path: 'strategy', line: 5 },
    { path: 'objectives', line: 6 },
    { path: 'regions', line: 10 },
    { path: 'components', line: 14 },
  ]);
});

test('a name that is written twice is a problem, though the file is read without one', () => {
  const json = '{\n "components": {\n  "web": { "a": 1 },\n  "app": { "a": 1 },\n  "web": {} } }';
  const resolution = resolve(JSON.parse(json), { source: json });
  const problems = resolution.ok ? [] : resolution.problems;
  expect(problems.filter((problem) => problem.wrong.includes('twice'))).toEqual([
    {
      path: 'components.web',
      value: null,
      wrong: 'this name is written twice, first in line 3; only the last one counts',
      mend: 'rename or remove one of the two',
      line: 5,
    },
  ]);
  expect(repeatedKeys(source)).toEqual([]);
});

/** What people do write: shared values, computed ones, comments where they disturb. */
const winding = `import { definePlatform } from '@outrigger/model';
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
  [[], 11],
  [['name'], 12],
  [['strategy'], 12],
  [['regions', 'us-east-1', 'role'], 14],
  [['regions', 'us-east-1', 'zones'], 14],
  [['regions', 'us-west-2', 'cidr'], 16],
  [['regions', 'us-west-2', 'role'], 16],
  [['components', 'orders', 'needs', 0], 24],
  [['components', 'orders', 'needs', 2], 25],
  [['components', 'orders', 'resources', 'memory'], 5],
  [['components', 'orders', 'port'], 21],
  [['components', 'nobody'], 19],
  [['components', 'end', 'kind'], 30],
  [['components', 'last', 'a'], 29],
])('%j winds to line %i', (path, line) => expect(lineOf(winding, path)).toBe(line));

test('a platform can be declared before, or be a plain object, or be none', () => {
  const declared = `const it = definePlatform({\n  name: 'x',\n});\nexport default it;\n`;
  expect(lineOf(declared, ['name'])).toBe(2);
  expect(lineOf(`export default {\n  name: 1 }`, ['name'])).toBe(2);
  expect(lineOf('', ['name'])).toBeNull();
  expect(lineOf('const a = 1;', ['name'])).toBeNull();
});

test('half a file ends', () => {
  for (let length = 0; length < winding.length; length += 7) {
    lineOf(winding.slice(0, length), ['components', 'orders', 'needs', 2]);
  }
});

test('a key that is written twice is seen at every depth', () => {
  const twice = `export default definePlatform({
  components: {
    orders: { kind: 'service', port: 1, port: 2 },
    other: {},
    'orders': {},
  },
});`;
  expect(repeatedKeys(twice)).toEqual([
    { path: ['components', 'orders', 'port'], firstLine: 3, line: 3 },
    { path: ['components', 'orders'], firstLine: 3, line: 5 },
  ]);
  expect(repeatedKeys(winding)).toEqual([]);
});
