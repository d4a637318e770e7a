/**
 * Builds every platform that it is given, in one process, by the command as a user calls it. The
 * first parameter is the folder to build into.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As bin/outrigger.mjs does before it loads the command.
enableCompileCache();
const { main } = await import('@outrigger/cli');

const [folder = '', ...names] = process.argv.slice(2);
for (const name of names) {
  const code = await main(['build', name, '--out', join(folder, name), '--json']);
  if (code !== 0) throw new Error(`outrigger build ${name} ended with ${code}`);
}
