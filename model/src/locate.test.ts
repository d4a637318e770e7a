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
  [['objectives'], null],
  [[], null],
])('%j is at line %s', (path, line) => expect(lineOf(source, path)).toBe(line));

test('JSON is found too', () => {
  const json = '{\n  "name": "shop",\n  "components": {\n    "web": { "needs": ["a",\n "b"] } }\n}';
  expect(lineOf(json, ['components', 'web', 'needs', 1])).toBe(5);
});

test('text that is no platform is no trap', () => {
  expect(lineOf('}}}])', ['name'])).toBeNull();
  expect(lineOf("definePlatform({ 'unclosed", ['name'])).toBeNull();
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
      value: {},
      wrong: 'is written twice, first in line 3: the second hides the first',
      mend: 'take one away, or give it another name',
      line: 5,
    },
  ]);
  expect(repeatedKeys(source)).toEqual([]);
});
