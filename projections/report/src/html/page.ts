/** The report as one file: no network, no data in scripts, readable without the script. */
import { headline } from '../headline.ts';
import type { DrillReport } from '../types.ts';
import { verdict } from '../verdict.ts';
import { audit } from './audit.ts';
import { environment, footer, invariants, reproduce, worst } from './closing.ts';
import { html, trusted } from './markup.ts';
import { header, opening } from './opening.ts';
import { phaseTable } from './phase-table.ts';
import { proves } from './proves.ts';
import { script, scriptHash } from './script.ts';
import { type Fonts, style } from './style.ts';
import { timeWent } from './time-went.ts';
import { whatHappened } from './what-happened.ts';

export interface HtmlOptions {
  readonly fonts: Fonts;
}

/** Nothing may be loaded; the one script is named by its hash, so an injected one does not run. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${scriptHash}'`,
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function renderHtml(report: DrillReport, options: HtmlOptions): string {
  const { title } = headline(report);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Outrigger">
<meta name="description" content="${title}">
<title>${verdict(report).sign} ${report.platform}: ${title}</title>
<style>${trusted(style(options.fonts))}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<div class="column">
${header(report)}
<main id="main">
${opening(report)}
${phaseTable(report)}
${proves(report)}
${whatHappened(report)}
${timeWent(report)}
${audit(report)}
<div class="pair after">${invariants(report)}${worst(report)}${environment(report)}${reproduce(report)}</div>
</main>
${footer(report)}
</div>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.markup;
}
