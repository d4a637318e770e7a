import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { childEnvironment, platforms } from './testing.ts';

const command = join(import.meta.dirname, '../bin/outrigger.mjs');
const lost = ['eks-failover', '--failure', 'region-loss:us-east-1'];

/** `outrigger … | head -1`, at its worst: whoever reads has left before the first line. */
test.each([
  [['plan', ...lost]],
  [['simulate', ...lost, '--runs', '20']],
  [['simulate', ...lost, '--runs', '20', '--json']],
  [['runs', 'list']],
  [['--help']],
])('%j ends quietly when nobody reads on', async (parameters) => {
  const child = spawn(process.execPath, [command, ...parameters], {
    cwd: platforms,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(stderr).toBe('');
});
