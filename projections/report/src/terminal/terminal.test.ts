import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../markdown.ts';
import { sampleReport } from '../testing/sample.ts';
import { variants } from '../testing/variants.ts';
import type { DrillReport } from '../types.ts';
import { openingLines, phaseLine, servedBar, stepLine } from './live.ts';
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
      { atMs: phase.startMs, name: phase.name, what: phase.what, fault: phase.faultAtMs !== null },
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
