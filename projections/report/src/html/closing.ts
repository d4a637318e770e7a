/** The rest of the evidence: invariants, what hurt most, where it ran, how to do it again. */

import { formatBytes, formatDuration } from '@outrigger/model';
import { invariantCounts, totalsOf } from '../facts.ts';
import { formatClockRange, formatMilliseconds, formatPercent, sentence } from '../format.ts';
import { invariantDetail } from '../invariant-words.ts';
import type { DrillReport, InvariantResult } from '../types.ts';
import { phaseWords } from '../words.ts';
import { worstMoments } from '../worst.ts';
import { html, type Markup } from './markup.ts';
import { sign } from './signs.ts';

export function invariants(report: DrillReport): Markup {
  const { held, broken, unasked } = invariantCounts(report.invariants);
  const all = report.invariants.length;
  const title =
    broken > 0
      ? `Invariants: ${broken} of ${all} broken`
      : unasked > 0
        ? `Invariants: ${held} of ${all} held`
        : all === 0
          ? 'Invariants'
          : 'Invariants held';
  // What is broken comes first, and last what nothing spoke of.
  const sorted = [...report.invariants].sort((a, b) => rankOf(a) - rankOf(b));
  return html`<section aria-labelledby="invariants"><h2 id="invariants"${broken > 0 ? html` class="bad"` : null}>${title}</h2><p class="intro">Checked against the journal and against what the processes did.</p>${
    sorted.length === 0
      ? html`<p class="note">None was checked: the drill ended before.</p>`
      : html`<ul class="checks">${sorted.map(check)}</ul>`
  }</section>`;
}

function isUnasked({ held, asked }: InvariantResult): boolean {
  return held && asked === 0;
}

function rankOf(invariant: InvariantResult): number {
  if (!invariant.held) return 0;
  return isUnasked(invariant) ? 2 : 1;
}

function check(invariant: InvariantResult): Markup {
  const { held, title, figure } = invariant;
  if (isUnasked(invariant)) {
    return html`<li>${sign('neutral', 'Nothing to judge')}<div><b>${title}</b><p>Nothing in this drill asked for it.</p></div><span class="figure">—</span></li>`;
  }
  return html`<li${held ? null : html` class="broken"`}>${sign(held ? 'met' : 'missed', held ? 'Held' : 'Broken')}<div><b>${held ? null : 'Broken: '}${title}</b><p>${invariantDetail(invariant)}</p></div><span class="figure">${figure}</span></li>`;
}

export function worst(report: DrillReport): Markup {
  const moments = report.worst.length > 0 ? report.worst : worstMoments(report);
  return html`<section aria-labelledby="worst"><h2 id="worst">Worst moments</h2><p class="intro">What hurt clients most, why, and what would help.</p>${
    moments.length === 0
      ? html`<p class="note">${totalsOf(report).requests === 0 ? 'Nothing was measured.' : 'Nothing failed, nothing was lost, nothing was slow.'}</p>`
      : html`<ol class="moments">${moments.map((moment) => html`<li><time>${formatClockRange(moment.fromMs, moment.toMs)}</time><div><b>${moment.title}</b><p>${moment.why}</p></div></li>`)}</ol>`
  }</section>`;
}

export function environment(report: DrillReport): Markup {
  const place = report.environment;
  const rows: readonly (readonly [string, string])[] = [
    ['World', place.world],
    ['Database', place.database],
    ['Link', place.link],
    ['Load', place.load],
    ['Machine', place.machine],
    [
      'Cost',
      `peak memory ${formatBytes(report.peakMemoryBytes)}; ${formatDuration(report.totalMs)} ` +
        `in all${busyWords(report)}`,
    ],
    ['Versions', place.versions],
    ['Plan', place.plan],
    ['Folded', place.folded.map(sentence).join(' ')],
    ['Stand-ins', place.standIns.map(sentence).join(' ')],
  ];
  return html`<section aria-labelledby="environment"><h2 id="environment">Environment</h2><p class="intro">Measurement error ± ${formatMilliseconds(place.measurementErrorMs)}: client timer delay, p99.</p><dl class="about">${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function busyWords({ phases }: DrillReport): string {
  const known = phases.filter(({ busyShare }) => typeof busyShare === 'number');
  if (known.length === 0) return '';
  const each = known.map(
    (phase) => `${phaseWords(phase.name)} ${formatPercent(phase.busyShare ?? 0)}`,
  );
  return `; processors in use: ${each.join(', ')}`;
}

export function reproduce(report: DrillReport): Markup {
  const lines = report.environment.reproduce.map(
    ({ comment, command }, index) =>
      html`${index === 0 ? '' : '\n\n'}<span># ${oneLine(comment)}</span>\n${oneLine(command)}`,
  );
  return html`<section aria-labelledby="reproduce"><h2 id="reproduce">Reproduce</h2><p class="intro">The seed fixes faults, arrivals and order sizes. Times vary with the machine.</p>${lines.length === 0 ? null : html`<pre class="paste" tabindex="0" aria-label="Commands"><code>${lines}</code></pre>`}</section>`;
}

/** A line end within a comment would make the rest of it a command. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

export function footer(report: DrillReport): Markup {
  const name = report.version === undefined ? 'Outrigger' : `Outrigger ${report.version}`;
  return html`<footer><span>${name} · Lose a region, keep the service.</span><span>Self-contained file, no network needed</span></footer>`;
}
