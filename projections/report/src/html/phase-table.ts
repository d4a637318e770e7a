/** One row per phase: objective, prediction and measurement on one log axis, then the figures. */
import { formatDuration } from '@outrigger/model';
import {
  breaksRpo,
  isFault,
  isPlanned,
  mainPhase,
  predictedFrom,
  sum,
  totalsOf,
} from '../facts.ts';
import { formatCount, formatMeasured, formatTick } from '../format.ts';
import type { DrillReport, Phase } from '../types.ts';
import { missesOf, phaseVerdict } from '../verdict.ts';
import { capitalised, phaseTitle, phaseWords } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { logScale, logTicks, type Scale } from './scales.ts';
import { sign } from './signs.ts';
import { coordinate, rect, text, textWidth } from './svg.ts';

const axisWidth = 272;
/** Room beyond the smallest and the largest value, as a factor. */
const marginFactor = 2.6;

interface Axis {
  readonly scale: Scale;
  readonly ticks: readonly number[];
}

export function phaseTable(report: DrillReport): Markup {
  const axis = axisOf(report.phases);
  const main = mainPhase(report);
  return html`<div class="phases-wrap"><table class="phases" role="table">
<caption class="hidden-visually">Objective, prediction and measurement of each phase</caption>
<colgroup>${[244, 284, 62, 80, 80, 76, 82, 72, 80, 62, 94].map((width, index) => html`<col${index === 1 ? html` class="axis"` : null} width="${width}">`)}</colgroup>
<thead role="rowgroup"><tr role="row"><td></td><th class="group axis-group" colspan="4" scope="colgroup"><span>RTO, as clients saw it</span></th><th class="group later" colspan="2" scope="colgroup"><span>RPO</span></th><th class="group later" colspan="3" scope="colgroup"><span>Damage</span></th><td></td></tr>
<tr role="row"><th scope="col">Phase</th><th scope="col" class="axis"><span class="hidden-visually">Chart</span>${axisHead(axis)}</th>${['Objective', 'Predicted', 'Measured', 'Objective', 'Measured', 'Failed requests', 'Acked writes lost', 'Two writers'].map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col" class="verdict">Verdict</th></tr></thead>
<tbody role="rowgroup">${report.phases.map((phase) => row(phase, axis, phase === main))}</tbody>
<tfoot role="rowgroup">${totalRow(report)}</tfoot></table>
${legend(report)}</div>`;
}

function axisOf(phases: readonly Phase[]): Axis {
  const values = phases
    .flatMap(({ objective, predicted, measured }) => [
      objective.rtoMs,
      predicted.rtoMs,
      predicted.p10Ms,
      predicted.p90Ms,
      measured.rtoMs,
    ])
    .filter((value): value is number => value !== null && value > 0);
  const low = Math.max(0.5, Math.min(10_000, ...values) / marginFactor);
  const high = Math.max(low * 10, ...values) * marginFactor;
  const scale = logScale([low, high], [0, axisWidth]);
  const ticks: number[] = [];
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const tick of logTicks) {
    const half = textWidth(formatTick(tick), 11, 'bold') / 2;
    const x = scale(tick);
    if (tick > low && tick < high && x - half > freeFrom && x + half < axisWidth + 12) {
      ticks.push(tick);
      freeFrom = x + half + 6;
    }
  }
  return { scale, ticks };
}

function axisHead(axis: Axis): Markup {
  return html`<svg aria-hidden="true">${axis.ticks.map((tick) =>
    text({ x: axis.scale(tick), y: 14 }, formatTick(tick), 'axis-text strong', 'middle'),
  )}</svg>`;
}

/** Lines run the whole height of the row, marks sit in its middle, whatever the height is. */
function axisCell(phase: Phase, axis: Axis): Markup {
  const { objective, predicted, measured } = phase;
  const { scale } = axis;
  const judged = isFault(phase) || isPlanned(phase);
  const said = [
    `measured ${formatMeasured(measured.rtoMs)}`,
    predicted.rtoMs === null ? null : `predicted ${formatMeasured(predicted.rtoMs)}`,
    objective.rtoMs === null ? null : `objective ${formatDuration(objective.rtoMs)}`,
  ].filter((part) => part !== null);
  const outage = judged && measured.rtoMs > 0;
  const label = outage || objective.rtoMs !== null ? said.join(', ') : 'no outage';
  const from = predicted.p10Ms ?? predicted.rtoMs;
  const to = predicted.p90Ms ?? predicted.rtoMs;
  return html`<svg role="img" aria-label="${label}"><title>${label}</title>${axis.ticks.map((tick) => html`<line x1="${coordinate(scale(tick))}" x2="${coordinate(scale(tick))}" y1="0" y2="100%" class="l-faint"/>`)}<svg y="50%" overflow="visible">${
    objective.rtoMs === null
      ? null
      : html`${rect({ x: scale(objective.rtoMs), y: -11, width: axisWidth - scale(objective.rtoMs), height: 22 }, 'f-beyond')}<path d="M${coordinate(scale(objective.rtoMs))} -15V15" class="l-objective"/>`
  }${
    from === null || to === null
      ? null
      : rect({ x: scale(from), y: -5, width: scale(to) - scale(from), height: 10 }, 'f-pale', {
          radius: 2,
        })
  }${predicted.rtoMs === null ? null : html`<path d="M${coordinate(scale(predicted.rtoMs))} -8V8" class="l-predicted"/>`}${
    outage
      ? html`<circle cx="${coordinate(scale(measured.rtoMs))}" cy="0" r="4.8" class="${phaseVerdict(phase) === 'missed' ? 'halo f-red' : 'halo'}"/>`
      : text(
          { x: objective.rtoMs === null ? axisWidth / 2 : to === null ? 4 : scale(to) + 8, y: 4 },
          'no outage',
          'axis-text',
          objective.rtoMs === null ? 'middle' : 'start',
        )
  }</svg></svg>`;
}

interface Cell {
  readonly name: string;
  readonly value: string;
  readonly className: string;
  /** A second figure below the first, smaller. */
  readonly below?: string;
}

function cells(phase: Phase): readonly Cell[] {
  const { objective, predicted, measured } = phase;
  const judged = isFault(phase) || isPlanned(phase);
  const duration = (value: number | null): string => (value === null ? '—' : formatDuration(value));
  const amount = (value: number | null): string => (value === 0 ? '0' : duration(value));
  const figure = (value: number | null): string => (value === null ? '—' : formatMeasured(value));
  const over = (value: number, limit: number | null): string =>
    limit !== null && value > limit ? 'measured bad' : 'measured';
  const bad = (isBad: boolean): string => (isBad ? 'bad' : '');
  const more = measured.recovered === false ? '> ' : '';
  const files = measured.rpoByStore?.files ?? 0;
  return [
    { name: 'RTO objective', value: duration(objective.rtoMs), className: 'objective' },
    { name: 'RTO predicted', value: figure(predicted.rtoMs), className: '' },
    {
      name: 'RTO measured',
      value: judged ? `${more}${formatMeasured(measured.rtoMs)}` : '—',
      className:
        measured.recovered === false ? 'measured bad' : over(measured.rtoMs, objective.rtoMs),
    },
    { name: 'RPO objective', value: amount(objective.rpoMs), className: 'objective' },
    {
      name: 'RPO measured',
      value: !judged ? '—' : measured.rpoMs === 0 ? '0' : figure(measured.rpoMs),
      className: breaksRpo(phase) ? 'measured bad' : 'measured',
      below: files > 0 ? `files ${formatMeasured(files)}` : '',
    },
    {
      name: 'Failed requests',
      value: formatCount(measured.clientErrors),
      className: bad(measured.clientErrors > 0),
    },
    {
      name: 'Acked writes lost',
      value: formatCount(measured.ackedLost),
      className: bad(measured.ackedLost > 0),
    },
    {
      name: 'Two writers',
      value: formatMeasured(measured.dualWriterMs),
      className: bad(measured.dualWriterMs > 0),
    },
  ];
}

function row(phase: Phase, axis: Axis, isMain: boolean): Markup {
  const judged = phaseVerdict(phase);
  // The row's name is in the verdict's reasons for the headline; here it would be said twice.
  const named = `${phaseWords(phase.name)}: `;
  const causes = missesOf(phase).map((miss) =>
    capitalised(miss.startsWith(named) ? miss.slice(named.length) : miss),
  );
  const names = [isMain ? 'main' : '', causes.length > 0 ? 'has-cause' : ''].join(' ').trim();
  return html`<tr role="row" class="${names}"><th scope="row" role="rowheader">${phaseTitle(phase.name)}<span>${phase.what}</span></th><td role="cell" class="axis">${axisCell(phase, axis)}</td>${cells(
    phase,
  ).map(
    (cell) =>
      html`<td role="cell" class="number ${cell.className}${cell.value === '—' ? ' none' : ''}" data-label="${cell.name}">${cell.value}${cell.below ? html`<br><small>${cell.below}</small>` : null}</td>`,
  )}<td role="cell" class="verdict">${verdictWord(judged)}</td></tr>${
    causes.length === 0
      ? null
      : html`<tr role="row" class="cause${isMain ? ' main' : ''}"><td role="cell" colspan="11">${causes.map((cause) => html`<div>${sign('missed', null)} ${cause}.</div>`)}</td></tr>`
  }`;
}

function verdictWord(judged: ReturnType<typeof phaseVerdict>): Markup {
  if (judged === 'met' || judged === 'missed') {
    return html`<span class="verdict-${judged}">${sign(judged, null)}<b>${judged === 'met' ? 'Met' : 'Missed'}</b></span>`;
  }
  return html`<span class="muted">${capitalised(judged)}</span>`;
}

function totalRow(report: DrillReport): Markup {
  const { phases } = report;
  const failed = sum(phases.map((phase) => phase.measured.clientErrors));
  const lost = sum(phases.map((phase) => phase.measured.ackedLost));
  const figures = [
    ['Failed requests', formatCount(failed), failed],
    ['Acked writes lost', formatCount(lost), lost],
    ['Two writers', formatMeasured(totalsOf(report).dualWriterMs), totalsOf(report).dualWriterMs],
  ] as const;
  return html`<tr role="row"><th scope="row" role="rowheader">All phases</th><td role="cell" colspan="6" class="none"></td>${figures.map(([name, value, amount]) => html`<td role="cell" class="number${amount > 0 ? ' bad' : ''}" data-label="${name}">${value}</td>`)}<td role="cell" class="none"></td></tr>`;
}

function legend({ phases }: DrillReport): Markup {
  const from = predictedFrom(phases);
  return html`<p class="legend"><span><svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="4" class="f-ink"/></svg>measured</span><span><svg width="22" height="12" aria-hidden="true"><rect y="1" width="22" height="10" rx="2" class="f-pale"/><path d="M11 0V12" class="l-predicted"/></svg>predicted, with p10–p90</span><span><svg width="18" height="14" aria-hidden="true"><rect x="2" y="2" width="16" height="10" class="f-beyond"/><path d="M1 0V14" class="l-objective"/></svg>objective, and beyond it</span><span>logarithmic axis</span>${from === null ? null : html`<span class="${from.isBefore ? '' : 'bad'}">predictions ${from.words}</span>`}</p>`;
}
