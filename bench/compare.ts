/**
 * `npm run bench -- compare [--json]`: how long `outrigger compare` takes for four strategies of
 * examples/eks-failover, 20,000 runs each, from the command line to its last line. Figure to reach:
 * 10 s.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const about =
  'four strategies of examples/eks-failover compared, 20,000 recoveries each, from the command ' +
  'line to its last line. To reach: 10 s.';

const outrigger = join(import.meta.dirname, '../apps/cli/bin/outrigger.mjs');
const limitMs = 10_000;
const runs = 20_000;

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
  });
  const from = performance.now();
  const words = ['compare', 'eks-failover', '--runs', String(runs), '--json'];
  const ran = spawnSync(process.execPath, [outrigger, ...words], { encoding: 'utf8' });
  const wallMs = Math.round(performance.now() - from);
  if (ran.status !== 0) throw new Error(`compare ended with ${ran.status}: ${ran.stderr}`);
  const answer: { strategies: readonly { rto?: { runs: number } }[] } = JSON.parse(ran.stdout);
  const counted = answer.strategies.map(({ rto }) => rto?.runs ?? 0);
  if (counted.length !== 4 || counted.some((count) => count !== runs)) {
    throw new Error(`not four strategies of ${runs} runs, but ${counted.join(', ')}`);
  }
  const figures = { strategies: counted.length, runs, wallMs, limitMs };
  const text =
    `four strategies of eks-failover, ${runs.toLocaleString('en')} runs each: ` +
    `${(wallMs / 1000).toFixed(2)} s from the command line to the last line; ` +
    `figure to reach: ${limitMs / 1000} s`;
  process.stdout.write(`${values.json ? JSON.stringify(figures) : text}\n`);
  return wallMs <= limitMs ? 0 : 1;
}
