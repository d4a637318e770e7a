import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../markdown.ts';
import { sampleReport } from '../testing/sample.ts';
import { variants } from '../testing/variants.ts';
import type { DrillReport, Measured, Phase } from '../types.ts';
import { openingLines, type PhaseSort, phaseEnd, phaseLine, servedBar, stepLine } from './live.ts';
import { visibleLength } from './style.ts';
import { renderTerminal } from './summary.ts';

const folder = new URL('../../testdata/', import.meta.url);
const plain = { color: false } as const;

function golden(name: string, text: string): void {
  const file = new URL(name, folder);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** The upper half of the terminal, as the drill command prints it while it runs. */
function live(report: DrillReport): string {
  const opening = {
    version: '0.1.0',
    platform: report.platform,
    world: report.world,
    seed: report.seed,
    facts: '2 regions, 4 zones, 60 ms round trip, 600 requests/s; lab up in 5.9 s',
  };
  const lines = report.phases.flatMap((phase) => [
    phaseLine(
      {
        atMs: phase.startMs,
        name: phase.name,
        what:
          phase.faultAtMs === null
            ? phaseEnd(phase.intent === null ? 'baseline' : 'planned', phase.measured).words
            : phase.what,
        fault: phase.faultAtMs !== null,
      },
      plain,
    ),
    ...(phase.faultAtMs === null ? [] : phase.steps).map((step) =>
      stepLine(
        {
          atMs: step.endMs,
          name: step.id,
          tookMs: step.endMs - step.startMs,
          expectedMs: step.expectedMs,
          outcome: step.outcome,
          note: step.note,
        },
        plain,
      ),
    ),
    '',
  ]);
  const bar = servedBar(report.timeline, plain);
  return `${[...openingLines(opening, plain), '', ...lines, bar].join('\n')}\n`;
}

describe('terminal', () => {
  it.each(Object.entries(variants()))('%s', (name, report) => {
    const summary = renderTerminal(report, {
      ...plain,
      reportPath: 'reports/latest/report.html',
    });
    golden(`summary-${name}.txt`, summary);
    const lines = summary.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
    for (const line of [...lines, ...live(report).split('\n')]) {
      expect(visibleLength(line)).toBeLessThanOrEqual(80);
    }
  });

  it('prints the live part', () => {
    golden('live-sample.txt', live(sampleReport()));
  });

  it.each([56, 80, 120])('stays within %i columns, in colour too', (columns) => {
    for (const report of Object.values(variants())) {
      const coloured = renderTerminal(report, { color: true, columns });
      for (const line of coloured.split('\n')) {
        expect(visibleLength(line)).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('says the same with colour and without', () => {
    const report = sampleReport();
    const coloured = renderTerminal(report, { color: true });
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d*m`, 'g');
    expect(coloured).toMatch(escapes);
    expect(renderTerminal(report, plain)).not.toMatch(escapes);
    const bare = coloured
      .replace(escapes, '')
      .split('\n')
      .map((line) => line.trimEnd());
    expect(bare.join('\n')).toBe(renderTerminal(report, plain));
  });

  it('draws what was served: full, partly, not at all, nothing due', () => {
    const served = { binMs: 1000, answered: [10, 5, 0, 0], failed: [0, 5, 10, 0] };
    expect(servedBar(served, plain)).toBe('served █▄▁· 4 s');
    expect(servedBar({ binMs: 100, answered: [], failed: [] }, plain)).toBe('served  0 s');
  });

  it('keeps the figures of the audit whole, however many there are', () => {
    const report = sampleReport();
    const audit = {
      ...report.audit,
      acked: 15_349,
      found: 15_343,
      unknown: 151,
      unknownPresent: 6,
    };
    const text = renderTerminal({ ...report, audit }, plain);
    expect(text).toContain(
      '15,349 acked = 15,343 found + 6 lost; 0 duplicated; 151 unknown (6 present)\n',
    );
    const long = { ...audit, acked: 9_377_123, found: 9_376_686, lost: 437 };
    expect(renderTerminal({ ...report, audit: long }, plain)).toContain(
      '9,377,123 acked = 9,376,686 found + 437 lost\n0 duplicated; 151 unknown (6 present)\n',
    );
  });

  it('tells two steps apart whose names are too long', () => {
    const step = { atMs: 20, tookMs: 3, expectedMs: null, outcome: 'done', note: '' } as const;
    const [first, second] = ['us-east-1a', 'us-east-1b'].map((zone) =>
      stepLine({ ...step, name: `orders-db/salvage-${zone}` }, plain),
    );
    expect(first).not.toBe(second);
    expect(first).toContain('orders-…/salvage-us-east-1a');
  });

  it('writes a long step in seconds, beside one of ms', () => {
    const step = { name: 'a/b', outcome: 'done', note: '' } as const;
    expect(stepLine({ ...step, atMs: 20_200, tookMs: 10_878, expectedMs: 4_290 }, plain)).toMatch(
      /^ {3}\+20\.2 s {2}✓ a\/b +10\.9 s {2}exp\. 4,290$/,
    );
  });

  it('says at the end of a phase what clients had of it', () => {
    const { measured } = sampleReport().phases[0] as Phase;
    const words = (sort: PhaseSort, figures: Partial<Measured>): string =>
      phaseEnd(sort, { ...measured, ...figures }).words;
    const calm = { clientErrors: 0, ackedLost: 0, recovered: true };
    expect(words('baseline', { ...calm, latencyMs: { p50: 3.3, p99: 11, max: 20 } })).toBe(
      'p50 3.3 ms, p99 11 ms',
    );
    expect(words('baseline', { ...calm, clientErrors: 2 })).toContain('; 2 failed, 0 acked lost');
    expect(words('planned', { ...calm, writeOutageMs: 700 })).toBe(
      '0.70 s pause, 0 errors, 0 lost',
    );
    const unclean = { clientErrors: 13, ackedLost: 2, rtoMs: 2_481 };
    expect(words('planned', { ...unclean, recovered: true, writeOutageMs: 381 })).toBe(
      '0.38 s pause, 13 errors within 2.48 s, 2 lost',
    );
    expect(words('planned', { ...unclean, recovered: false })).toBe(
      'writes did not go on, 13 errors within 2.48 s, 2 lost',
    );
    const failed = { clientErrors: 58, ackedLost: 6, rtoMs: 920 };
    expect(words('fault', { ...failed, recovered: true })).toBe(
      'every client served after 0.92 s; 58 failed, 6 acked lost',
    );
    expect(words('fault', { ...failed, recovered: false })).toBe(
      'not every client served in 0.92 s; 58 failed, 6 acked lost',
    );
    expect(words('fault', calm)).toBe('no request failed, 0 acked lost');
  });

  it('gives the word of a step that is not done', () => {
    const step = { atMs: 20, name: 'a/b', tookMs: 20, expectedMs: null, note: 'refused: epoch 4' };
    expect(stepLine({ ...step, outcome: 'failed' }, plain)).toContain('✗ a/b');
    expect(stepLine({ ...step, outcome: 'failed' }, plain)).toContain('failed: refused');
    expect(stepLine({ ...step, outcome: 'skipped' }, plain)).toContain('– a/b');
  });
});

describe('markdown', () => {
  it.each(['sample', 'missed', 'crowded'])('%s', (name) => {
    const report = variants()[name];
    const text = report === undefined ? '' : renderMarkdown(report);
    golden(`summary-${name}.md`, text);
    expect(text).not.toContain('<script');
  });
});
