// Installs when needed, then runs one command of the repository under its own Node.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, Mendable } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (name) => join('node_modules', name);
const typescript = tool('typescript/bin/tsc');
const vitest = tool('vitest/vitest.mjs');
const outrigger = 'apps/cli/bin/outrigger.mjs';
// A drill shares its machine with the lab that it runs: a small young generation, and one heap of
// the C library for all threads, take a third off its memory (measured: 213 MiB without).
const lean = ['--max-semi-space-size=2'];

/** What to run, one entry a process; `rest` is what the user wrote after the command. */
const commands = {
  start: (rest) => [{ run: [...lean, outrigger, 'drill', 'examples/eks-failover', ...rest] }],
  up: (rest) => [{ run: [...lean, outrigger, 'lab', 'up', ...rest] }],
  test: (rest) => [{ run: [vitest, 'run', ...rest] }],
  bench: (rest) => [{ run: ['bench/main.ts', ...rest] }],
  chaos: (rest) => [{ run: ['worlds/sim/tools/chaos/main.ts', ...rest] }],
  oracle: (rest) => [{ run: ['scripts/terraform-types/oracle.ts', ...rest] }],
  // Paths that a user writes count from where they stand, which npm moves away from.
  cli: (rest) => [
    { run: [join(root, outrigger), ...rest], from: process.env.INIT_CWD ?? process.cwd() },
  ],
  check: () => [
    { title: 'types', run: [typescript, '-p', 'tsconfig.json'] },
    { title: 'types of the pure packages', run: [typescript, '-p', 'tsconfig.pure.json'] },
    { title: 'format and lint', run: [tool('@biomejs/biome/bin/biome'), 'ci', '.'] },
    { title: 'layers', run: [vitest, 'run', 'tidy'] },
  ],
};
commands.outrigger = commands.cli;

export async function main(parameters) {
  try {
    process.exitCode = await run(parameters);
  } catch (error) {
    if (!(error instanceof Mendable)) throw error;
    console.error(`${error.message}\nmend: ${error.mend}`);
    process.exitCode = error.exitCode;
  }
}

/** Resolves to the exit code. `check` runs all its parts, so that one run shows every fault. */
async function run([name, ...rest]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    console.error(`usage: node scripts/bootstrap.mjs <${Object.keys(commands).join('|')}> [...]`);
    return 2;
  }
  const node = await ensureInstalled(root);
  let worst = 0;
  for (const { title, run: parameters, from = root } of command(rest)) {
    if (title !== undefined) console.log(`check: ${title}`);
    const code = await runNode(node, parameters, from);
    if (code >= 128) return code;
    worst = Math.max(worst, code);
  }
  return worst;
}

/**
 * Spawns Node by its path: a shell, and `PATH` itself, may still point at the old one. npm and a
 * terminal can both deliver the same Ctrl-C, so repeats within 200 ms are one signal.
 */
function runNode(node, parameters, folder) {
  const binaries = dirname(node.link);
  const path = `${binaries}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node.link, parameters, {
    cwd: folder,
    stdio: 'inherit',
    env: { MALLOC_ARENA_MAX: '1', ...process.env, PATH: path, NODE: node.link },
  });
  let forwardedAt = Number.NEGATIVE_INFINITY;
  const forward = (signal) => {
    const now = performance.now();
    if (now - forwardedAt < 200) return;
    forwardedAt = now;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    const settle = (finish, value) => {
      for (const signal of signals) process.off(signal, forward);
      finish(value);
    };
    child.once('error', (error) => settle(reject, error));
    child.once('exit', (code, signal) => {
      settle(resolve, code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
