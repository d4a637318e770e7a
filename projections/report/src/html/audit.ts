/** Every acked write, looked for: the equation, the table it comes from, and what was lost. */
import { formatDuration } from '@outrigger/model';
import { countProblems, sum } from '../facts.ts';
import {
  counted,
  formatCount,
  formatMeasured,
  formatMilliseconds,
  formatTenths,
  keyInRun,
  listed,
  shortKey,
} from '../format.ts';
import type { Audit, DrillReport, LostWrite, Phase } from '../types.ts';
import { capitalised, inPhase, phaseTitle } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { sign } from './signs.ts';

/** Longer lists are in report.json; nobody reads them here. */
const listedMax = 12;
const danglingMax = 6;

export function audit(report: DrillReport): Markup {
  return html`<section aria-labelledby="audit"><h2 id="audit">Audit of every acknowledged write</h2>
<p class="intro">Clients keep a ledger outside the lab. After each phase every acked write is looked for in the database: there, once, in order.</p>
<div class="audit"><div>${equation(report)}${countsTable(report.audit)}${notes(report)}${namedWrites(report.audit)}</div><div>${lost(report)}${dangling(report)}</div></div></section>`;
}

function equation(report: DrillReport): Markup {
  const { acked, found, lost: lostCount } = report.audit;
  const losing = report.phases.filter((phase) => phase.measured.ackedLost > 0);
  const where =
    lostCount === 0
      ? 'lost'
      : losing.length === 1 && losing[0] !== undefined
        ? `lost, ${lostCount === 1 ? '' : 'all '}in ${inPhase(losing[0])}`
        : `lost, in ${listed(losing.map(inPhase))}`;
  const term = (operator: string, value: number, words: string, className = ''): Markup =>
    html`<div>${operator === '' ? null : html`<i>${operator}</i>`}<p><b class="${className}">${formatCount(value)}</b><span>${words}</span></p></div>`;
  const holds = acked === found + lostCount;
  const long = formatCount(acked).length > 9 ? ' long' : '';
  return html`<div class="equation${long}" role="math" aria-label="${formatCount(acked)} acked ${holds ? 'equals' : 'does not equal'} ${formatCount(found)} found plus ${formatCount(lostCount)} lost">${term('', acked, 'acked')}${term(holds ? '=' : '≠', found, 'found, once and in order')}${term('+', lostCount, where, lostCount > 0 ? 'bad' : '')}</div>`;
}

interface Row {
  readonly name: string;
  readonly count: number;
  readonly present: number;
  readonly duplicated: number;
  /** Whether writes of this kind must all be there, must not be there, or may be either. */
  readonly owed: 'present' | 'absent' | 'either';
}

function countsTable(counts: Audit): Markup {
  const rows: readonly Row[] = [
    {
      name: 'Acked',
      count: counts.acked,
      present: counts.found,
      duplicated: counts.duplicated,
      owed: 'present',
    },
    {
      name: 'Refused: the client was told no',
      count: counts.refused,
      present: counts.refusedPresent,
      duplicated: 0,
      owed: 'absent',
    },
    {
      name: 'Unknown: no answer came',
      count: counts.unknown,
      present: counts.unknownPresent,
      duplicated: 0,
      owed: 'either',
    },
  ];
  const total: Row = {
    name: 'Sent',
    count: counts.sent,
    present: sum(rows.map((row) => row.present)),
    duplicated: counts.duplicated,
    owed: 'either',
  };
  return html`<div class="scroll-table"><table class="data"><caption class="hidden-visually">Writes by what the client was told and what the audit found</caption><thead><tr><th scope="col">Writes</th><th scope="col" class="number">Count</th><th scope="col" class="number">Present</th><th scope="col" class="number">Absent</th><th scope="col" class="number">Duplicated</th></tr></thead><tbody>${rows.map((row) => tableRow(row, ''))}${tableRow(total, 'sum')}</tbody></table></div>`;
}

function tableRow(row: Row, className: string): Markup {
  const absent = row.count - row.present;
  const bad = (isBad: boolean): string => (isBad ? ' bad' : '');
  return html`<tr class="${className}"><th scope="row">${row.name}</th><td class="number">${formatCount(row.count)}</td><td class="number${bad(row.owed === 'absent' && row.present > 0)}">${formatCount(row.present)}</td><td class="number${bad(row.owed === 'present' && absent > 0)}">${formatCount(absent)}</td><td class="number${bad(row.duplicated > 0)}">${formatCount(row.duplicated)}</td></tr>`;
}

/** What ties these counts to the pictures above, and what to make of the unknown ones. */
function notes(report: DrillReport): Markup {
  const { audit: counts, timeline } = report;
  const failed = sum(timeline.failed);
  const failedWrites = counts.refused + counts.unknown;
  const problems = countProblems(report);
  const words = [
    counts.unknown === 0
      ? 'No write was left without an answer.'
      : `Unknown is not absent: of ${counted(counts.unknown, 'write')} without an answer, ` +
        `${formatCount(counts.unknownPresent)} ${counts.unknownPresent === 1 ? 'is' : 'are'} ` +
        'there. A client that sends one again with the same idempotency key does not write it ' +
        'twice.',
    failed >= failedWrites && problems.length === 0
      ? `${counted(failed, 'failed request')} in the timeline = ` +
        `${counted(failedWrites, 'write')} here + ${counted(failed - failedWrites, 'read')}.`
      : '',
    counts.outOfOrder > 0
      ? `${counted(counts.outOfOrder, 'write')} out of order within one client.`
      : '',
  ].filter((sentence) => sentence !== '');
  return html`<p class="note${counts.outOfOrder > 0 ? ' bad' : ''}">${words.join(' ')}</p>${
    problems.length === 0
      ? null
      : html`<p class="note bad">${sign('missed', null)} Counts of this report that should agree: ${problems.join('; ')}.</p>`
  }`;
}

/** Longer lists of keys end in report.json. */
const keysMax = 500;

/** By key what the table counts besides what was lost, folded: few readers follow a key. */
function namedWrites(counts: Audit): readonly Markup[] {
  const lists: readonly (readonly [string, string, readonly string[] | undefined])[] = [
    ['stored more than once', 'duplicatedWrites', counts.duplicatedWrites],
    ['out of order', 'outOfOrderWrites', counts.outOfOrderWrites],
    ['refused, and there', 'refusedPresentWrites', counts.refusedPresentWrites],
    ['unknown, and there', 'unknownPresentWrites', counts.unknownPresentWrites],
  ];
  return lists.flatMap(([what, field, keys = []]) => {
    if (keys.length === 0) return [];
    const more = keys.length - keysMax;
    const rest =
      more > 0
        ? html` and ${formatCount(more)} more, in <a href="report.json">report.json</a> under <code>audit.${field}</code>`
        : null;
    return [
      html`<details class="named-writes"><summary>${counted(keys.length, 'write')} ${what}: the keys</summary><p>${keys.slice(0, keysMax).map((key, index) => html`${index === 0 ? null : ' '}<code>${keyInRun(key)}</code>`)}${rest}</p></details>`,
    ];
  });
}

interface Lost extends LostWrite {
  readonly phase: Phase;
}

function lost(report: DrillReport): Markup {
  const writes: readonly Lost[] = report.phases.flatMap((phase) =>
    phase.lostWrites.map((write) => ({ ...write, phase })),
  );
  const total = report.audit.lost;
  if (report.audit.acked === 0) {
    return html`<h3>No write was acked</h3><p class="note">There was nothing to look for.</p>`;
  }
  if (writes.length === 0) {
    return total === 0
      ? html`<h3>No acked write was lost</h3><p class="note">${sign('met', null)} Each was found once, in the order of its client.</p>`
      : html`<h3 class="bad">${counted(total, 'acked write')} lost</h3><p class="note bad">Their list is missing: see report.json.</p>`;
  }
  const phases = new Set(writes.map((write) => write.phase));
  // What salvage did not keep comes first: it is gone.
  const shown = [...writes]
    .sort((a, b) => Number(a.salvaged) - Number(b.salvaged))
    .slice(0, listedMax);
  const many = phases.size > 1;
  return html`<h3>The ${counted(writes.length, 'lost write')}</h3><div class="scroll-table"><table class="data"><thead><tr><th scope="col">Order</th>${many ? html`<th scope="col">Phase</th>` : null}<th scope="col" class="off-phone">Key</th><th scope="col" class="off-phone">Client</th><th scope="col">Salvage</th><th scope="col" class="number">Acked before the fault</th></tr></thead><tbody>${shown.map((write) => lostRow(write, many))}</tbody></table></div>${
    writes.length > shown.length
      ? html`<p class="note">and ${formatCount(writes.length - shown.length)} more, all in <a href="report.json">report.json</a> under <code>lostWrites</code>.</p>`
      : null
  }<p class="note">${lostNote(report, [...phases])}</p>`;
}

function lostRow(write: Lost, withPhase: boolean): Markup {
  return html`<tr><th scope="row"><code>${shortId(write.id)}</code></th>${withPhase ? html`<td>${phaseTitle(write.phase.name)}</td>` : null}<td class="off-phone"><code class="muted" title="${write.key}">${shortKey(write.key)}</code></td><td class="off-phone"><code class="muted">${shortId(write.client)}</code></td><td>${salvageWord(write.salvaged)}</td><td class="number">${beforeFault(write.beforeFaultMs)}</td></tr>`;
}

function salvageWord(salvaged: boolean | null): Markup {
  if (salvaged === null) return html`<span class="muted">not looked for yet</span>`;
  return salvaged
    ? html`${sign('met', null)} kept`
    : html`<span class="bad">${sign('missed', null)} not found</span>`;
}

/** A writer that is cut off acks until its lease has lapsed: what is lost may be of after it. */
function beforeFault(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  const text = length < 10_000 ? formatTenths(length) : formatDuration(length);
  return milliseconds < 0 ? `${text} after` : text;
}

function shortId(id: string): string {
  return id.length <= 18 ? id : `${id.slice(0, 11)}…${id.slice(-5)}`;
}

function lostNote(report: DrillReport, phases: readonly Phase[]): string {
  const delay = report.environment.settings?.linkOneWayMs;
  const link =
    delay === undefined ? '' : ` The link delay is ${formatMilliseconds(delay)} each way.`;
  const kept = phases.map((phase) => {
    const gone = phase.lostWrites.filter((write) => !write.salvaged).length;
    const salvage =
      phase.salvaged === null
        ? 'no salvage has looked for them yet'
        : gone === 0
          ? 'salvage kept all of them'
          : `salvage did not find ${formatCount(gone)} of them: they are gone`;
    const files = phase.measured.rpoByStore?.files ?? 0;
    const rows =
      `the last record that survived was acked ${formatMeasured(phase.measured.rpoMs)} before ` +
      'the fault';
    const pictures = files > 0 ? `, the last file ${formatMeasured(files)} before it` : '';
    return `${capitalised(inPhase(phase))}: ${rows}${pictures}; ${salvage}.`;
  });
  return `${kept.join(' ')}${link}`;
}

function dangling(report: DrillReport): Markup | null {
  const references = report.phases.flatMap((phase) => phase.dangling);
  if (references.length === 0) {
    return null;
  }
  const more = references.length - danglingMax;
  return html`<h3 class="bad dangling">${sign('missed', null)} ${counted(references.length, 'reference')} without ${references.length === 1 ? 'its target' : 'their targets'}</h3><p class="note">Records and files cross the link apart: these orders were kept, their pictures were lost.</p><ul>${references.slice(0, danglingMax).map((reference) => html`<li><code>${shortId(`order ${keyInRun(reference.from)}`)} → ${shortId(reference.to)}</code></li>`)}</ul>${more > 0 ? html`<p class="note">and ${formatCount(more)} more, in <a href="report.json">report.json</a> under <code>dangling</code>.</p>` : null}`;
}
