import { expect, test } from 'vitest';
import { renderHtml } from './html/page.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal } from './terminal/summary.ts';
import { sampleReport } from './testing/sample.ts';
import type { DrillReport } from './types.ts';

const fonts = { regular: 'd09GMg==', semibold: 'd09GMg==', bold: 'd09GMg==' };

/** The sample has 600 requests a second. */
function withDefault(requestsPerSecondDefault: number): DrillReport {
  const report = sampleReport();
  const settings = { ...report.environment.settings, requestsPerSecondDefault };
  return { ...report, environment: { ...report.environment, settings } };
}

test('figures of fewer requests than the default are marked wherever they are read', () => {
  const report = withDefault(1_200);
  const told = 'Clients sent 600 requests a second, not the default of 1200: these figures are not';
  expect(renderHtml(report, { fonts })).toContain(told);
  expect(renderMarkdown(report)).toContain(told);
  const terminal = renderTerminal(report, { color: false, columns: 80 });
  expect(terminal).toContain(
    'load          600 requests/s: not to be compared with the default, 1200\n',
  );
});

test.each([
  ['the default', withDefault(600)],
  ['a report that is too old to tell', sampleReport()],
])('not those of %s', (_, report) => {
  const all = [
    renderHtml(report, { fonts }),
    renderMarkdown(report),
    renderTerminal(report, { color: false }),
  ];
  expect(all.join('\n')).not.toMatch(/not the default|not to be compared/);
});
