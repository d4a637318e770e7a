/**
 * `npm run bench -- build [--json]`: how long `outrigger build` takes. Figures to reach: all five
 * examples in one cold process in 1.5 s and 200 MiB; 1,000 services in two regions in 5 s, and at
 * most 12 times as long as 100; examples/eks-failover in a tenth of the time in which EKS
 * Blueprints synthesises two clusters with nine add-ons, by the commands of their users.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { terraformFor } from '@outrigger/components';
import { resolve } from '@outrigger/model';
import { startState } from '@outrigger/recovery';
import { type Blueprints, howToInstall, measureBlueprints } from './build/blueprints.ts';
import { platformOf } from './build/many.ts';
import { fastestOf, type Spawned, spawned } from './build/spawned.ts';

export const about =
  'how long a build takes. To reach: all examples in one cold process in 1.5 s and 200 MiB; ' +
  '1,000 services in 5 s, at most 12 times as long as 100; eks-failover in a tenth of the time ' +
  'of EKS Blueprints.';

const limits = {
  allMs: 1500,
  allMib: 200,
  thousandMs: 5000,
  growthMax: 12,
  ofBlueprintsMax: 0.1,
} as const;

const outrigger = join(import.meta.dirname, '../apps/cli/bin/outrigger.mjs');
const examples = join(import.meta.dirname, '../examples');
const rounds = 5;
/** The peer takes some seconds each time. */
const peerRounds = 3;
const growthRounds = 15;

interface Row {
  readonly wallMs: number;
  readonly peakMib: number;
  readonly resources: number;
}

interface Figures {
  /** In one process. */
  readonly all: Row;
  /** Each in a process of its own. */
  readonly each: { readonly [name: string]: Row };
  readonly thousand: Row;
  /** t(1,000 services) / t(100 services), reading the platform included. */
  readonly growth: number;
  readonly blueprints: Blueprints | null;
}

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
  });
  const home = mkdtempSync(join(tmpdir(), 'outrigger-bench-build-'));
  try {
    const figures = measure(home);
    const misses = missesOf(figures);
    const text = values.json
      ? JSON.stringify({ ...figures, limits, misses }, null, 2)
      : textOf(figures, misses);
    process.stdout.write(`${text}\n`);
    return misses.length === 0 ? 0 : 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function measure(home: string): Figures {
  const names = readdirSync(examples).filter((name) =>
    existsSync(join(examples, name, 'platform.ts')),
  );
  const out = join(home, 'out');
  const anew = (parameters: readonly string[], program = outrigger) =>
    fastestOf(rounds, () => {
      rmSync(out, { recursive: true, force: true });
      return spawned(program, parameters);
    });
  const all = anew([out, ...names], join(import.meta.dirname, 'build/all.ts'));
  const each = names.map((name): [string, Row] => [
    name,
    rowOf(anew(['build', name, '--out', out, '--json'])),
  ]);
  const file = join(home, 'many.json');
  writeFileSync(file, JSON.stringify(platformOf(1000)));
  return {
    all: rowOf(all),
    each: Object.fromEntries(each),
    thousand: rowOf(anew(['build', file, '--out', out, '--json'])),
    growth: growth(),
    blueprints: measureBlueprints(peerRounds, join(home, 'cdk.out')),
  };
}

function rowOf({ wallMs, peakMib, stdout }: Spawned): Row {
  const counts = [...stdout.matchAll(/"resources": (\d+)/g)].map(([, count]) => Number(count));
  const resources = counts.reduce((sum, count) => sum + count, 0);
  if (resources === 0) throw new Error(`nothing was built: ${stdout}`);
  return { wallMs: Math.round(wallMs), peakMib: Math.round(peakMib), resources };
}

function growth(): number {
  fastestMs(1000); // The first ones pay for the compiler.
  return Number((fastestMs(1000) / fastestMs(100)).toFixed(2));
}

/** From what a user wrote to all files, in this process. */
function fastestMs(services: number): number {
  const written = platformOf(services);
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < growthRounds; round += 1) {
    const from = performance.now();
    const resolved = resolve(written);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems.slice(0, 3)));
    const built = terraformFor(resolved.platform, startState(resolved.platform));
    fastest = Math.min(fastest, performance.now() - from);
    if (built.resources < services) throw new Error(`${built.resources} resources, no more`);
  }
  return fastest;
}

function missesOf({ all, thousand, growth: ratio, blueprints, each }: Figures): string[] {
  const s1 = each['eks-failover']?.wallMs ?? Number.POSITIVE_INFINITY;
  const tenth = blueprints === null ? null : s1 / blueprints.commandMs;
  const checks: readonly (readonly [string, boolean])[] = [
    [`all five within ${limits.allMs} ms`, all.wallMs <= limits.allMs],
    [`all five within ${limits.allMib} MiB`, all.peakMib <= limits.allMib],
    [`1,000 services within ${limits.thousandMs} ms`, thousand.wallMs <= limits.thousandMs],
    [`1,000 services at most ${limits.growthMax} times 100`, ratio <= limits.growthMax],
    ['a tenth of EKS Blueprints', tenth === null || tenth <= limits.ofBlueprintsMax],
  ];
  return checks.filter(([, holds]) => !holds).map(([what]) => what);
}

function textOf(figures: Figures, misses: readonly string[]): string {
  const { all, each, thousand, blueprints } = figures;
  const line = (what: string, { wallMs, peakMib, resources }: Row) =>
    `${what.padEnd(34)} ${seconds(wallMs)}  ${String(peakMib).padStart(4)} MiB` +
    `  ${resources.toLocaleString('en').padStart(6)} resources`;
  const s1 = each['eks-failover']?.wallMs ?? Number.NaN;
  const beside = (what: string, ms: number) =>
    `${what.padEnd(34)} ${seconds(ms)}  ours is 1/${(ms / s1).toFixed(1)} of it`;
  return [
    'outrigger build, each in a cold process; the fastest of the rounds',
    line('five examples in one process', all),
    ...Object.entries(each).map(([name, row]) => line(`  ${name} alone`, row)),
    line('1,000 services in two regions', thousand),
    `t(1,000 services) / t(100 services) is ${figures.growth}`,
    '',
    ...(blueprints === null
      ? [`EKS Blueprints is not installed and was not measured: ${howToInstall}`]
      : [
          `EKS Blueprints ${blueprints.version}: two clusters, nine add-ons; beside eks-failover`,
          beside('its command, cdk synth', blueprints.commandMs),
          beside('its program alone, as JavaScript', blueprints.programMs),
        ]),
    '',
    misses.length === 0 ? 'All figures are reached.' : `Missed: ${misses.join('; ')}`,
  ].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(6)} s`;
}
