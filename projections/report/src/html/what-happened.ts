/** The main picture: the whole drill, and a lens for each phase. */
import { formatMilliseconds } from '../format.ts';
import type { DrillReport } from '../types.ts';
import { eventList } from './events.ts';
import { frames } from './frame.ts';
import { lensFigure } from './lens.ts';
import { type LensView, lensViews } from './lens-view.ts';
import { html, type Markup } from './markup.ts';
import { timelineFigure, timelineIntro } from './timeline.ts';

export function whatHappened(report: DrillReport): Markup {
  const lenses = lensViews(report);
  return html`<section aria-labelledby="seen"><h2 id="seen">What clients saw, and what recovery did</h2>
<p class="intro">${timelineIntro(report)}</p>
<figure class="scroll timeline" tabindex="0" role="group" aria-label="The whole drill on one time axis">${frames.map((frame) => timelineFigure(report, frame, lenses))}${eventList(report)}</figure>
${lenses.length === 0 ? null : html`<div class="tab-row">${tabs(lenses)}${legend()}</div>${lenses.map(panel)}`}</section>`;
}

function tabs(lenses: readonly LensView[]): Markup {
  return html`<nav class="tabs" id="lenses" aria-label="One phase in ms">${lenses.map((lens) => html`<a href="#${lens.id}" id="tab-${lens.id}" data-lens="${lens.id}" data-first="${String(lens.first)}">${lens.title}</a>`)}</nav>`;
}

function legend(): Markup {
  return html`<p class="legend"><span><svg width="24" height="10" aria-hidden="true"><rect width="24" height="10" class="f-purple"/></svg>critical path</span><span><svg width="24" height="10" aria-hidden="true"><rect width="24" height="10" class="f-pale"/></svg>in parallel</span><span><svg width="26" height="14" aria-hidden="true"><rect x="1" y="1" width="24" height="12" rx="2" class="l-expected"/></svg>expected</span></p>`;
}

function panel(lens: LensView): Markup {
  return html`<div class="panel" id="${lens.id}"><h3>${lens.title}: ${lens.phase.what}</h3><figure class="scroll">${frames.map((frame) => lensFigure(lens, frame))}</figure>${remarks(lens)}${stepTable(lens)}</div>`;
}

/** Beside the dots there is no room for words on a phone. */
function remarks(lens: LensView): Markup | null {
  const words = [lens.remarks.failed, lens.remarks.held].filter((remark) => remark !== null);
  return words.length === 0 ? null : html`<p class="note narrow-only">${words.join('. ')}.</p>`;
}

/** The bars as a table, for those who read rather than look. */
function stepTable(lens: LensView): Markup | null {
  if (lens.steps.length === 0) {
    return null;
  }
  const origin = lens.phase.faultAtMs === null ? 'the start' : 'the fault';
  return html`<details><summary>The steps as a table</summary><div class="scroll"><table class="data"><thead><tr><th scope="col">Step</th><th scope="col">Outcome</th><th scope="col" class="number">From ${origin}</th><th scope="col" class="number">Took</th><th scope="col" class="number">Expected</th><th scope="col" class="number">Path</th></tr></thead><tbody>${lens.steps.map(
    (step) =>
      html`<tr><th scope="row"><code>${step.id}</code><br><span class="muted">${step.note}</span></th><td>${step.outcome}</td><td class="number">${formatMilliseconds(step.startMs)}</td><td class="number">${formatMilliseconds(step.endMs - step.startMs)}</td><td class="number">${step.expectedMs === null ? '—' : formatMilliseconds(step.expectedMs)}</td><td class="number">${step.critical ? 'critical' : step.background ? 'background' : 'parallel'}</td></tr>`,
  )}</tbody></table></div></details>`;
}
