import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { golden } from '../testing/golden.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the compiler names a wrong key and its alternatives, and takes a right platform', () => {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const fixtures = 'model/testdata/compiler';
  const run = spawnSync(process.execPath, [compiler, '-p', fixtures, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  const messages = run.stdout.replaceAll(`${fixtures}/`, '');
  expect(messages).toBe(golden(`${root}${fixtures}/messages.txt`, messages));
  expect(messages).toContain(`Did you mean '"orders-db"'?`);
  expect(messages).not.toContain('good.ts');
});
