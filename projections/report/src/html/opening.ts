/** The first ten seconds: what happened, what it means, four figures. */
import { keyFigures } from '../figures.ts';
import { formatTime } from '../format.ts';
import { headline } from '../headline.ts';
import type { DrillReport } from '../types.ts';
import { verdict } from '../verdict.ts';
import { html, type Markup } from './markup.ts';
import { logo, sign } from './signs.ts';

/** More reasons than this are counted, not listed: the table has each phase's own. */
const reasonsMax = 6;

export function header(report: DrillReport): Markup {
  return html`<header class="top"><div class="brand">${logo}Outrigger <span>Drill report</span></div>
<div class="facts"><code>${report.run}</code><time datetime="${report.startedAt}">${formatTime(report.startedAt)}</time><a href="report.json">report.json</a><span class="needs-script"><button type="button" class="plain" id="print">Print</button></span><span class="needs-script"><button type="button" class="plain" id="theme" aria-label="Switch between light and dark">Dark</button></span></div></header>`;
}

export function opening(report: DrillReport): Markup {
  const words = headline(report);
  const judged = verdict(report);
  const strong = judged.kind === 'missed' || judged.reasons.length > 0 ? 'bad' : '';
  const shown = judged.reasons.slice(0, reasonsMax);
  const hidden = judged.reasons.length - shown.length;
  const [before, after] = around(words.context, report.platform);
  return html`<div class="opening ${judged.kind}"><h1>${words.title}</h1>
<p class="lead">${before}<strong>${after === null ? '' : report.platform}</strong>${after}<br><strong class="${strong}">${words.outcome}</strong> ${words.damage}</p>
${
  shown.length < 2
    ? null
    : html`<ul class="reasons" aria-label="What was missed">${shown.map((reason) => html`<li>${sign('missed')} ${reason}</li>`)}${hidden > 0 ? html`<li>and ${hidden} more in the table below</li>` : null}</ul>`
}
${figures(report)}</div>`;
}

/** Splits a sentence at the platform's name, which is printed in ink. */
function around(sentence: string, name: string): readonly [string, string | null] {
  const at = sentence.indexOf(name);
  return at < 0 || name === ''
    ? [sentence, null]
    : [sentence.slice(0, at), sentence.slice(at + name.length)];
}

function figures(report: DrillReport): Markup {
  return html`<ul class="keys" aria-label="Key figures">${keyFigures(report).map((figure) => {
    const kind = figure.met === null ? 'neutral' : figure.met ? 'met' : 'missed';
    const long = figure.value.length + figure.unit.length / 2 > 9 ? ' long' : '';
    return html`<li><div class="key-value${long}${figure.met === false ? ' bad' : ''}">${figure.value}${figure.unit === '' ? null : html`<small>${figure.unit}</small>`}</div><div class="key-label">${figure.label}</div><div class="key-note${figure.met === false ? ' bad' : ''}">${sign(kind)}<span>${figure.note}</span></div></li>`;
  })}</ul>`;
}
