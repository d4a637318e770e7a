/**
 * `npm run bench -- <name> [options]`: every measurement is a file of this folder that is named as
 * it is called and exports `about` and `run`. With `--json` a measurement prints JSON alone on
 * stdout; what it is about goes to stderr.
 */
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

const notBenches = new Set(['main.ts', 'bench.ts', 'interrupt.ts']);

function names(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => /^[a-z-]+\.ts$/.test(file) && !notBenches.has(file))
    .map((file) => file.slice(0, -'.ts'.length));
}

async function main([name, ...parameters]: readonly string[]): Promise<number> {
  const known = names();
  if (name === undefined || !known.includes(name)) {
    const problem =
      name === undefined || name === '--help' ? [] : [`There is no measurement "${name}".`];
    const list = known.map((candidate) => `  npm run bench -- ${candidate}`);
    console.error([...problem, 'Measurements:', ...list].join('\n'));
    return name === undefined || name === '--help' ? 0 : 2;
  }
  const module: Bench = await import(pathToFileURL(`${import.meta.dirname}/${name}.ts`).href);
  console.error(`${name}: ${module.about}\n`);
  try {
    return await module.run(parameters);
  } catch (error) {
    if (!isMiswritten(error)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** What `parseArgs` says of an option that it doesn't know is for whoever wrote it. */
function isMiswritten(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2));
