import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activeFaults } from '@outrigger/lab';
import { parseReport } from '@outrigger/report';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Held, heldBy, leftOf, nothing } from '../lab/testing.ts';
import { childEnvironment, platforms, run } from '../testing.ts';

const bin = join(import.meta.dirname, '../../bin/outrigger.mjs');
/** Away from where labs begin by themselves, and from where other tests of a lab do. */
const port = String(24_000 + (process.pid % 50) * 40);

let folder: string;
let stateFolder: string;
let drill: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-cli-interrupted-'));
  // PostgreSQL of root's lab runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  stateFolder = join(folder, 'lab');
});
afterEach(async () => {
  drill?.kill('SIGKILL');
  await run(['lab', 'down', '--state', stateFolder]);
  rmSync(folder, { recursive: true, force: true });
});

test('Ctrl-C in a drill heals, stops the lab, and still writes the report', async () => {
  const words = ['drill', join(platforms, 'tiny-lab.ts'), '--failure', 'witness-loss'];
  const where = ['--state', stateFolder, '--port', port, '--link', '0ms', '--rate', '40'];
  drill = spawn(process.execPath, [bin, ...words, ...where], {
    cwd: folder,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [drill.stdout, drill.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  const ended = once(drill, 'close');
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  // The witness is gone, and the drill watches that nobody notices.
  while (!isOver && faults().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(faults(), text).toEqual(['witness-loss']);
  const held: Held = heldBy(stateFolder);
  expect(held.processes.length).toBeGreaterThan(15);
  drill.kill('SIGINT');
  expect(await ended, text).toEqual([130, null]);

  expect(faults()).toEqual([]);
  expect(await leftOf(stateFolder, held)).toEqual(nothing);
  const latest = join(folder, 'reports', 'latest');
  const parsed = parseReport(JSON.parse(readFileSync(join(latest, 'report.json'), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const { report } = parsed;
  expect(report.stopped).toMatchObject({ phase: 'witness-loss', why: 'interrupted' });
  expect(report.phases.map(({ name }) => name)).toEqual(['steady', 'witness-loss']);
  // The last audit asked the healed lab.
  expect(report.audit).toMatchObject({ lost: 0, found: report.audit.acked });
  expect(report.audit.acked).toBeGreaterThan(0);
  expect(readFileSync(join(latest, 'report.html'), 'utf8')).toContain('<!doctype html>');
  expect(text).toContain('The drill was stopped in the witness loss.');
}, 120_000);

function faults(): readonly string[] {
  return activeFaults(stateFolder).map(({ fault }) => fault.kind);
}
