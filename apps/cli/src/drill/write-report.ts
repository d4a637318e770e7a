import {
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '@outrigger/lab';
import { type DrillReport, renderHtml, renderMarkdown } from '@outrigger/report';

const require = createRequire(import.meta.url);

/** The page's own fonts, from npm: the report needs no network. */
function fonts(): { regular: string; semibold: string; bold: string } {
  const folder = join(dirname(require.resolve('@fontsource/open-sans/package.json')), 'files');
  const font = (weight: number): string =>
    readFileSync(join(folder, `open-sans-latin-${weight}-normal.woff2`)).toString('base64');
  return { regular: font(400), semibold: font(600), bold: font(700) };
}

/** Writes `report.json`, `report.html` and `report.md`, then points `latest` at them. */
export function writeReport(runFolder: string, report: DrillReport): { readonly html: string } {
  makeFolder(runFolder);
  const html = join(runFolder, 'report.html');
  writeAtomically(join(runFolder, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  writeAtomically(html, renderHtml(report, { fonts: fonts() }));
  writeAtomically(join(runFolder, 'report.md'), renderMarkdown(report));
  pointLatest(runFolder);
  return { html };
}

function writeAtomically(path: string, text: string): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** A rename replaces the old link at once: `latest` always points somewhere. */
function pointLatest(runFolder: string): void {
  const latest = join(dirname(runFolder), 'latest');
  if (existsSync(latest) && !lstatSync(latest).isSymbolicLink()) return;
  const temporary = `${latest}.new`;
  rmSync(temporary, { force: true });
  symlinkSync(basename(runFolder), temporary);
  renameSync(temporary, latest);
}
