/**
 * Renders invented reports into a folder, to look at: `node preview/preview.ts <folder>`.
 * Not part of the package: it reads fonts and writes files, which the package never does.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { renderHtml, renderMarkdown, renderTerminal } from '../src/index.ts';
import { variants } from '../src/testing/variants.ts';

const folder = process.argv[2] ?? 'preview-output';
const require = createRequire(import.meta.url);
const font = (weight: number): string =>
  readFileSync(
    require.resolve(`@fontsource/open-sans/files/open-sans-latin-${weight}-normal.woff2`),
  ).toString('base64');
const fonts = { regular: font(400), semibold: font(600), bold: font(700) };

mkdirSync(folder, { recursive: true });
for (const [name, report] of Object.entries(variants())) {
  const page = renderHtml(report, { fonts });
  writeFileSync(join(folder, `${name}.html`), page);
  writeFileSync(join(folder, `${name}.md`), renderMarkdown(report));
  const summary = renderTerminal(report, {
    color: false,
    reportPath: 'reports/latest/report.html',
  });
  writeFileSync(join(folder, `${name}.txt`), summary);
  process.stdout.write(`${name}: ${Math.round(page.length / 1024)} KiB\n${summary}\n`);
}
