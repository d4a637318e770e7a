import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DrillReport, parseReport } from '@outrigger/report';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ran, run } from '../testing.ts';

/** Away from where labs begin by themselves, and from where other tests of a lab do. */
const port = String(29_500 + (process.pid % 30) * 50);

let folder: string;
let state: readonly string[];
let drilled: Ran;
let report: DrillReport;

/** One lab for all that is said of it: what `init` wrote, as it wrote it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-cli-init-'));
  // PostgreSQL of root's lab runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  state = ['--state', join(folder, 'lab')];
  await run(['init', 'shop'], { folder });
  const words = ['drill', 'shop', '--planned', '--link', '0ms', '--rate', '100', '--json'];
  drilled = await run([...words, '--port', port, ...state], { folder });
  const parsed = parseReport(JSON.parse(drilled.stdout));
  if (!parsed.ok) throw new Error(`${parsed.problems.join('\n')}\n${drilled.stderr}`);
  report = parsed.report;
}, 120_000);
afterAll(async () => {
  await run(['lab', 'down', ...state]);
  rmSync(folder, { recursive: true, force: true });
});

test('what init wrote can be moved and moved back in the lab', () => {
  // Whether no request failed is a matter of the machine; everything else is not.
  expect([0, 1], drilled.stderr).toContain(drilled.code);
  expect(report.stopped).toBeNull();
  const steps = report.phases.flatMap((phase) => phase.steps.map(({ outcome }) => outcome));
  expect(new Set(steps)).toEqual(new Set(['done']));
  expect(report.phases.map(({ name }) => name)).toEqual(['steady', 'switchover', 'switchback']);
});

test('nothing acknowledged is lost, and there are never two writers', () => {
  expect(report.audit).toMatchObject({ lost: 0, duplicated: 0, found: report.audit.acked });
  expect(report.audit.acked).toBeGreaterThan(0);
  for (const { measured } of report.phases) expect(measured?.dualWriterMs ?? 0).toBe(0);
  expect(report.invariants.filter(({ held }) => !held)).toEqual([]);
});

test('a stand-in is named before the drill and in its report', () => {
  expect(drilled.stderr).toContain('Played by a stand-in, a small shop: api;');
  expect(report.environment.standIns).toContain('api is played by a stand-in');
  expect(drilled.stderr).toContain('no pictures are uploaded');
});

test('a rate below the default is what clients send, and the report says so', () => {
  const { settings, load, reproduce } = report.environment;
  const rates = { writesPerSecond: 50, readsPerSecond: 50, requestsPerSecondDefault: 400 };
  expect(settings).toMatchObject(rates);
  expect(load).toContain('50 writes/s and 50 reads/s');
  expect(reproduce[0]?.command).toContain('--rate 100');
  // They arrive on a schedule, however fast the machine is; at the default they would be 400.
  const { binMs, answered, failed } = report.timeline;
  const requests = [...answered, ...failed].reduce((sum, count) => sum + count, 0);
  const seconds = (Math.max(answered.length, failed.length) * binMs) / 1_000;
  expect(requests).toBeGreaterThan(0);
  expect(requests / seconds).toBeLessThan(150);
});
