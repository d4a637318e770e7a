import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DrillReport, type Phase, parseReport } from '@outrigger/report';
import { describe, expect, test } from 'vitest';
import { read } from '../lab.ts';
import { limits, summarise } from './figures.ts';

const text = readFileSync(
  join(import.meta.dirname, '../../apps/cli/testdata/drills/full.json'),
  'utf8',
);
const parsed = parseReport(JSON.parse(text));
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const drilled: DrillReport = parsed.report;
/** The machine was slow that day, and its picture was left out: with what a better one has. */
const counted: DrillReport = {
  ...drilled,
  timeline: { ...drilled.timeline, answered: [600] },
};
const loss = { afterDetectionMs: 50, rpoMs: 40 };
const moved = changed(changed(counted, 'switchover', stall(60)), 'switchback', stall(80));
const good = changed(moved, 'region-loss', loss);

function stall(writeOutageMs: number): Partial<Phase['measured']> {
  return { writeOutageMs };
}

function changed(
  report: DrillReport,
  name: string,
  measured: Partial<Phase['measured']>,
): DrillReport {
  const phases = report.phases.map((phase) =>
    phase.name === name ? { ...phase, measured: { ...phase.measured, ...measured } } : phase,
  );
  return { ...report, phases };
}

const waits = { afterDetectionMs: 30, stallMs: 120 };
const missed = (...reports: readonly DrillReport[]) =>
  summarise(reports, reports.length, waits).missed;

describe('what repeated drills came to', () => {
  test('nothing is missed by drills that kept all rules', () => {
    expect(missed(good, good)).toEqual([]);
  });

  test.each([
    ['switchover', { clientErrors: 2 }, '2 requests failed'],
    ['switchback', { ackedLost: 1 }, '1 acked write lost'],
    ['region-loss', { dualWriterMs: 3 }, 'two writers at once'],
    ['region-loss', { writeOutageMs: 2_500 }, 'write outage, median'],
    ['region-loss', { rpoMs: limits.rpoMs + 1 }, 'RPO, worst'],
    ['region-loss', { afterDetectionMs: 131 }, 'after detection, median'],
    ['switchover', { writeOutageMs: 1_000 }, 'write stall, median'],
  ] as const)('%s with %o is', (phase, measured, words) => {
    expect(missed(changed(good, phase, measured)).join('\n')).toContain(words);
  });

  test('a loss that nobody noticed does not fall out of the median unseen', () => {
    const unnoticed = changed(good, 'region-loss', { detectionMs: null, afterDetectionMs: null });
    const { regionLoss, missed: told } = summarise([good, unnoticed], 2, waits);
    expect(regionLoss.writeOutageMs?.of).toBe(2);
    expect(regionLoss.afterDetectionMs?.of).toBe(1);
    expect(told.join('\n')).toContain('1 of 2 losses were not noticed');
  });

  test('a drill without a report is missed', () => {
    expect(summarise([good], 2, waits).missed).toContain('1 of 2 drills left no report');
  });
});

describe('what a drill prints', () => {
  test('a report, a refusal, or neither', () => {
    expect(read(text, '')).toMatchObject({ kind: 'report' });
    const problem = { path: '--link', wrong: 'it is no delay', mend: 'write 0ms' };
    const refused = { ok: false, exitCode: 2, message: 'No', problems: [problem] };
    expect(read(JSON.stringify(refused), '')).toEqual({
      kind: 'refused',
      why: 'No:\n  --link: it is no delay; write 0ms',
    });
    expect(read('', 'it was killed')).toEqual({
      kind: 'no report',
      why: 'no report: it was killed',
    });
    expect(read('{"ok":true}', '')).toMatchObject({ kind: 'no report' });
  });
});
