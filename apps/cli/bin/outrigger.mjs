#!/usr/bin/env node
// The command. On a Node older than 24 it runs itself again under the Node that npm installed
// beside it; this file keeps to what an old Node can read.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 24;
const self = fileURLToPath(import.meta.url);

/** `node_modules/.bin/node` of this folder or of one above it. */
function installedNode() {
  for (let folder = dirname(self); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', '.bin', 'node');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return null;
  }
}

function runUnder(node) {
  const child = spawn(node, [self, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, OUTRIGGER_RUN_AGAIN: '1' },
  });
  // A terminal sends Ctrl-C to both; the command takes repeats within a moment as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('error', (error) => {
    console.error(`${node} can't be run: ${error.message}`);
    process.exitCode = 2;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code === null ? 128 + (constants.signals[signal] || 0) : code;
  });
}

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // A short command spends its time on reading code: what was compiled once is kept.
  module.enableCompileCache();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = process.env.OUTRIGGER_RUN_AGAIN === '1' ? null : installedNode();
  if (node === null) {
    console.error(
      `Outrigger runs on Node ${needed}; this is Node ${process.versions.node}.\n` +
        'mend: run `npm install` in its folder, which brings the right one, or install it',
    );
    process.exitCode = 2;
  } else {
    runUnder(node);
  }
}
