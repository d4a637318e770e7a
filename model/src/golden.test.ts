import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { golden } from '../testing/golden.ts';
import { inputTypes } from '../testing/input-types.ts';
import { platformJsonSchema } from './index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the JSON Schema for editors is the committed one', () => {
  const text = formatted('model/platform.schema.json', JSON.stringify(platformJsonSchema()));
  expect(text).toBe(golden(`${root}model/platform.schema.json`, text));
});

test.each([...inputTypes()])(
  'the types of a platform file, %s, are written from the schemas',
  (path, types) => {
    const text = formatted(`model/src/${path}`, types);
    expect(text).toBe(golden(`${root}model/src/${path}`, text));
  },
);

/** As the repository formats its files, so that the formatter leaves them alone. */
function formatted(path: string, text: string): string {
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const run = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}
