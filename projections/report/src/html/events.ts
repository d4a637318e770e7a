/** What happened when: faults, heals and planned moves, with their signs on a time axis. */
import { isPlanned } from '../facts.ts';
import { formatClock } from '../format.ts';
import type { DrillReport } from '../types.ts';
import { eventWords } from '../words.ts';
import type { Frame } from './frame.ts';
import { html, type Markup } from './markup.ts';
import type { Scale } from './scales.ts';
import { coordinate, placeLabels, text, textWidth, vertical } from './svg.ts';

export interface TimelineEvent {
  readonly kind: 'fault' | 'healed' | 'planned';
  readonly atMs: number;
  readonly words: string;
}

/** Faults, heals and planned moves in the order of time. */
export function timelineEvents(report: DrillReport): readonly TimelineEvent[] {
  const events = report.phases.flatMap((phase): readonly TimelineEvent[] => [
    ...(phase.faultAtMs === null
      ? []
      : [{ kind: 'fault' as const, atMs: phase.faultAtMs, words: eventWords(phase) }]),
    ...(phase.healedAtMs === null
      ? []
      : [{ kind: 'healed' as const, atMs: phase.healedAtMs, words: 'healed' }]),
    ...(isPlanned(phase)
      ? [{ kind: 'planned' as const, atMs: phase.startMs, words: eventWords(phase) }]
      : []),
  ]);
  return events.sort((a, b) => a.atMs - b.atMs);
}

export const eventLine: { readonly [kind in TimelineEvent['kind']]: string } = {
  fault: 'l-fault',
  healed: 'l-healed',
  planned: 'l-moment',
};

/** The sign of an event, centred on x. Shape as well as colour. */
export function eventSign(kind: TimelineEvent['kind'], x: number, y: number): Markup {
  const at = html`translate(${coordinate(x)} ${coordinate(y)})`;
  if (kind === 'fault') {
    return html`<g transform="${at}"><path d="M0 -6.2L6.4 5.2H-6.4Z" class="f-red"/><path d="M0 -2V1.6M0 3V4" stroke="var(--on-sign)" stroke-width="1.5"/></g>`;
  }
  return kind === 'healed'
    ? html`<g transform="${at}"><circle r="5" class="ring"/></g>`
    : html`<g transform="${at}"><path d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" class="f-purple"/></g>`;
}

export function eventMarks(
  events: readonly TimelineEvent[],
  x: Scale,
  frame: Frame,
): { readonly markup: Markup; readonly height: number } {
  const words = events.map((event, index) =>
    frame.kind === 'wide' ? event.words : String(index + 1),
  );
  const placed = placeLabels(
    events.map((event, index) => ({
      x: x(event.atMs),
      width: textWidth(words[index] ?? '', 12, 'bold'),
      gap: 10,
      prefer: 'start',
    })),
    frame.left,
    frame.width,
  );
  const rows = Math.max(1, ...placed.map((label) => label.row + 1));
  const baseOf = (row: number) => 12 + row * 18;
  const markup = html`${events.map((event, index) => {
    const label = placed[index] ?? { row: 0, x: 0, anchor: 'start' as const };
    const className = { fault: 'red-text', healed: 'green-text', planned: '' }[event.kind];
    const y = baseOf(label.row);
    return html`${label.row + 1 < rows ? vertical(x(event.atMs), y, baseOf(rows - 1), eventLine[event.kind]) : null}${eventSign(event.kind, x(event.atMs), y - 4)}${text({ x: label.x, y }, words[index] ?? '', `strong over-lines ${className}`.trim(), label.anchor)}`;
  })}`;
  return { markup, height: baseOf(rows - 1) + 14 };
}

/**
 * The events once more as a list: the narrow picture numbers them, and a list can be read aloud.
 */
export function eventList(report: DrillReport): Markup {
  return html`<ol class="events">${timelineEvents(report).map((event, index) => html`<li>${index + 1} ${event.words}, ${formatClock(event.atMs)}</li>`)}</ol>`;
}
