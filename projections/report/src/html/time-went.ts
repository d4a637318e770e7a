/** Where the time went: the main phase as a waterfall, the others as bars to compare. */
import { formatDuration } from '@outrigger/model';
import { breakdown, type Part, partsInOrder, untilFirstWrite } from '../breakdown.ts';
import { isFault, isPlanned, mainPhase, sum } from '../facts.ts';
import {
  bareMilliseconds,
  compactMilliseconds,
  formatMilliseconds,
  formatPercent,
  formatSpan,
  listed,
} from '../format.ts';
import type { DrillReport, Phase } from '../types.ts';
import { capitalised, inPhase, phaseTitle, phaseWords } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { linearScale, niceAbove, ticks, timeStep } from './scales.ts';
import { coordinate, figure, fitText, path, rect, text, textWidth, vertical } from './svg.ts';

export function timeWent(report: DrillReport): Markup | null {
  const main = mainPhase(report);
  const parts = main === null ? [] : breakdown(main);
  if (main === null || parts.length === 0) {
    return null;
  }
  const others = report.phases.filter(
    (phase) =>
      phase !== main && (isFault(phase) || isPlanned(phase)) && untilFirstWrite(phase).length > 0,
  );
  return html`<section aria-labelledby="went"><h2 id="went">Where the time went</h2>
<p class="intro">${intro(main, parts)}</p>
<div class="went"><div><h3>${phaseTitle(main.name)}, ${formatSpan(sum(parts.map((part) => part.tookMs)))}</h3>${waterfall(main, parts, 760, 'wide')}${waterfall(main, parts, 360, 'narrow')}</div>${others.length === 0 ? null : html`<div><h3>The other phases, until the first write</h3>${comparison(others, 412)}</div>`}</div></section>`;
}

function intro(main: Phase, parts: readonly Part[]): Markup {
  const total = sum(parts.map((part) => part.tookMs));
  const first = parts[0];
  if (isFault(main) && first?.title === 'Detection') {
    const fence = parts.find((part) => part.title === 'Fence wait');
    const wait =
      fence === undefined
        ? '.'
        : `, of which ${formatSpan(fence.tookMs)} was waiting to be sure that the old writer ` +
          'was dead.';
    const back =
      main.measured.recovered === false
        ? 'the clients still failed for'
        : 'the service was back in';
    return html`Detection is <strong>${formatPercent(first.tookMs / total)}</strong> of ${inPhase(main)}. After it, ${back} ${formatSpan(total - first.tookMs)}${wait}`;
  }
  const longest = [...parts].sort((a, b) => b.tookMs - a.tookMs)[0];
  return longest === undefined
    ? html``
    : html`Most of it was <strong>${longest.title.toLowerCase()}</strong>: ${formatSpan(longest.tookMs)} of ${formatSpan(total)}.`;
}

const rowPitch = 42;

/** Each part begins where the one above ended, so that their sum is the whole width. */
function waterfall(main: Phase, parts: readonly Part[], width: number, kind: string): Markup {
  const wide = kind === 'wide';
  const total = sum(parts.map((part) => part.tookMs));
  const longest = Math.max(total, ...parts.map((part) => part.startMs + (part.expectedMs ?? 0)));
  const left = wide ? 236 : 0;
  const right = wide ? width - 168 : width - 8;
  const pitch = wide ? rowPitch : rowPitch + 14;
  const x = linearScale([0, longest], [left, right]);
  const top = 14;
  const bottom = top + parts.length * pitch + 4;
  const step = timeStep(longest, wide ? 8 : 4);
  const took = parts.map((part) => `${part.title} ${formatSpan(part.tookMs)}`);
  const label = `${phaseTitle(main.name)}: ${took.join(', ')}.`;
  const rows = parts.map((part, index) => {
    const y = top + index * pitch;
    const barY = wide ? y + 8 : y + 26;
    const fromX = x(part.startMs);
    const toX = x(part.startMs + part.tookMs);
    const end = x(part.startMs + (part.expectedMs ?? 0));
    const took = formatSpan(part.tookMs);
    const expected = part.expectedMs === null ? '' : `exp. ${compactMilliseconds(part.expectedMs)}`;
    return html`${text({ x: 0, y: y + 12 }, part.title, 'strong')}${
      wide ? text({ x: 0, y: y + 28 }, fitText(part.note, left - 8, 11.5), 'soft') : null
    }${part.expectedMs === null ? null : rect({ x: fromX, y: barY - 4, width: Math.max(3, end - fromX), height: 22 }, 'l-expected', { radius: 2 })}${rect({ x: fromX, y: barY, width: Math.max(1.5, toX - fromX), height: 14 }, `f-${part.colour}`, { title: `${part.title}: ${took}` })}${
      index === parts.length - 1
        ? null
        : path(`M${coordinate(toX)} ${coordinate(barY + 14)}V${coordinate(barY + pitch)}`, 'l-fall')
    }${text({ x: width - 86, y: wide ? y + 20 : y + 12 }, took, 'strong', 'end')}${text({ x: width, y: wide ? y + 20 : y + 12 }, expected, 'soft', 'end')}`;
  });
  return figure({
    width,
    height: bottom + 24,
    className: `chart ${kind}`,
    label,
    content: [
      ticks(0, longest, step).map((tick) => [
        vertical(x(tick), top, bottom, 'l-faint'),
        text(
          { x: x(tick), y: bottom + 16 },
          tick === 0 ? '0 ms' : axisText(tick, longest),
          'axis-text',
          tick === 0 && !wide ? 'start' : 'middle',
        ),
      ]),
      rows,
    ],
  });
}

function axisText(tick: number, longestMs: number): string {
  return longestMs >= 10_000 ? formatDuration(tick) : bareMilliseconds(tick);
}

/** Failovers and planned moves differ by decades: each group has its own axis, and says so. */
function comparison(phases: readonly Phase[], width: number): Markup {
  const groups = [phases.filter(isFault), phases.filter(isPlanned)].filter(
    (group) => group.length > 0,
  );
  const left = Math.min(
    150,
    Math.max(...phases.map((phase) => textWidth(phaseTitle(phase.name), 12, 'bold'))) + 12,
  );
  const right = width - 70;
  let y = 12;
  const content: Markup[] = [];
  for (const group of groups) {
    const longest = Math.max(
      ...group.map((phase) => sum(untilFirstWrite(phase).map((part) => part.tookMs))),
    );
    const top = niceTop(longest);
    const x = linearScale([0, top], [left, right]);
    content.push(text({ x: 0, y }, `0–${formatSpan(top)}`, 'axis-text'));
    y += 10;
    for (const phase of group) {
      content.push(stack(phase, x, left, y, width));
      y += 28;
    }
    y += 18;
  }
  const outages = phases.map(
    (phase) => `${phaseTitle(phase.name)} ${formatSpan(phase.measured.writeOutageMs)}`,
  );
  const label = `Until the first write: ${outages.join(', ')}.`;
  return html`${figure({ width, height: y - 8, className: 'chart', label, content })}${groups.map((group) => partNames(group, groups.length > 1))}`;
}

function niceTop(value: number): number {
  const step = niceAbove(value / 10);
  return Math.ceil(value / step) * step;
}

function stack(
  phase: Phase,
  x: (value: number) => number,
  left: number,
  y: number,
  width: number,
): Markup {
  const parts = untilFirstWrite(phase);
  return html`${text({ x: 0, y: y + 12 }, fitText(phaseTitle(phase.name), left - 6, 12, 'bold'), 'strong')}${parts.map(
    (part) =>
      rect(
        {
          x: x(part.startMs),
          y,
          width: Math.max(1, x(part.startMs + part.tookMs) - x(part.startMs) - 1.2),
          height: 15,
        },
        `f-${part.colour}`,
        { title: `${part.title}: ${formatMilliseconds(part.tookMs)}` },
      ),
  )}${text({ x: width, y: y + 12 }, formatSpan(sum(parts.map((part) => part.tookMs))), 'strong', 'end')}`;
}

function uncapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The parts that bars of this group have, in their order: a colour may mean two of two groups. */
function partNames(group: readonly Phase[], isNamed: boolean): Markup {
  const parts = new Map(
    group.flatMap(untilFirstWrite).map((part) => [part.title, part.colour] as const),
  );
  const shown = partsInOrder.filter((title) => parts.has(title));
  const name = listed(group.map((phase) => phaseWords(phase.name)));
  return html`<p class="legend parts">${isNamed ? html`<b>${capitalised(name)}</b>` : null}${shown.map((title) => html`<span><svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="1" class="f-${parts.get(title) ?? ''}"/></svg>${uncapitalised(title)}</span>`)}</p>`;
}
