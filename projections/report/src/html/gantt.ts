/**
 * The steps of a phase as bars: solid is the critical path, pale runs beside it, dashed is
 * expected.
 */
import { compactMilliseconds, formatSpan } from '../format.ts';
import type { StepTiming } from '../types.ts';
import type { Frame } from './frame.ts';
import type { LensView } from './lens-view.ts';
import { html, type Markup } from './markup.ts';
import type { Scale } from './scales.ts';
import { coordinate, fitText, horizontal, path, rect, text, textWidth } from './svg.ts';

const rowHeights = { wide: 23, narrow: 34 } as const;
const headHeight = 24;
const barHeight = 10;

export function ganttHeight(lens: LensView, frame: Frame): number {
  const rows = lens.steps.length + (lens.stepsHidden > 0 ? 1 : 0);
  return headHeight + Math.max(1, rows) * rowHeights[frame.kind] + 4;
}

export interface GanttPlace {
  readonly lens: LensView;
  readonly frame: Frame;
  readonly x: Scale;
  readonly top: number;
  readonly end: number;
}

export function ganttRows(place: GanttPlace): Markup {
  const { lens, frame, top } = place;
  const rows = lens.steps.map((step, index) => row(place, step, rowTop(frame, top, index)));
  const tookX = frame.kind === 'wide' ? frame.width - 52 : frame.width;
  const foot = rowTop(frame, top, lens.steps.length) + 15;
  return html`${horizontal(0, frame.width, top - 8, 'l-line')}${text({ x: 0, y: top + 11 }, 'recovery step', 'axis-text')}${
    frame.kind === 'wide'
      ? html`${text({ x: tookX, y: top + 11 }, 'took', 'axis-text', 'end')}${text({ x: frame.width, y: top + 11 }, 'exp. ms', 'axis-text', 'end')}`
      : text({ x: frame.width, y: top + 11 }, 'took / expected, ms', 'axis-text', 'end')
  }${frame.kind === 'wide' ? html`${rows}${criticalLine(place)}` : html`${criticalLine(place)}${rows}`}${
    lens.steps.length === 0
      ? text({ x: frame.lensLeft + 8, y: foot }, 'no step was needed', 'soft')
      : lens.stepsHidden > 0
        ? text({ x: 0, y: foot }, `and ${lens.stepsHidden} more steps, in report.json`, 'soft')
        : null
  }`;
}

function rowTop(frame: Frame, top: number, index: number): number {
  return top + headHeight + index * rowHeights[frame.kind];
}

/** Where the bar of a row is, from its top. */
function barTop(frame: Frame, y: number): number {
  return frame.kind === 'wide' ? y + 4 : y + 18;
}

/**
 * Where a line that crosses the rows may be seen, from and to: all along them, or in the narrow
 * layout, where a step's name is above its bar, beside the bars only.
 */
export function lineSpans(
  lens: LensView,
  frame: Frame,
  top: number,
  end: number,
): readonly (readonly [number, number])[] {
  if (frame.kind === 'wide') return [[top - 8, end]];
  return lens.steps.map((_, index) => {
    const bar = barTop(frame, rowTop(frame, top, index));
    return [bar - 3, bar + barHeight + 3] as const;
  });
}

function clamped(frame: Frame, value: number): number {
  return Math.min(frame.lensRight, Math.max(frame.lensLeft, value));
}

function performed(step: StepTiming): boolean {
  return step.outcome !== 'skipped' && step.outcome !== 'cancelled';
}

function row(place: GanttPlace, step: StepTiming, y: number): Markup {
  const { lens, frame, x } = place;
  const wide = frame.kind === 'wide';
  const at = (ms: number) => clamped(frame, x(lens.originMs + ms));
  const tookMs = step.endMs - step.startMs;
  // In the narrow layout the line between the bars of the critical path goes beneath the names.
  const nameClass = `mono${step.critical ? '' : ' soft'}${wide ? '' : ' over-lines'}`;
  const nameWidth = wide ? frame.lensLeft - 10 : frame.width - 116;
  const barY = barTop(frame, y);
  const fromX = at(step.startMs);
  const toX = Math.max(fromX + 2, at(step.endMs));
  const expectedX = step.expectedMs === null ? fromX : at(step.startMs + step.expectedMs);
  const fill =
    step.outcome === 'failed'
      ? 'f-red'
      : step.outcome === 'unknown'
        ? 'f-orange'
        : step.critical
          ? 'f-purple'
          : 'f-pale';
  const tookText = performed(step) ? compactMilliseconds(tookMs) : '—';
  const expectedText = step.expectedMs === null ? '—' : compactMilliseconds(step.expectedMs);
  const expected = step.expectedMs === null ? '' : `, expected ${formatSpan(step.expectedMs)}`;
  const took = `took ${formatSpan(tookMs)}${expected}`;
  const title = `${step.id}: ${step.outcome}, ${took}. ${step.note}`;
  const textY = wide ? y + 13 : y + 11;
  return html`<g><title>${title}</title>${text({ x: 0, y: textY }, fitId(step.id, nameWidth), nameClass)}${horizontal(wide ? frame.lensLeft : 0, frame.lensRight, y + rowHeights[frame.kind] - 3, 'l-faint')}${
    performed(step)
      ? html`${
          expectedX > fromX + 1
            ? rect(
                {
                  x: fromX,
                  y: barY - 3,
                  width: Math.max(3, expectedX - fromX),
                  height: barHeight + 6,
                },
                'l-expected',
                { radius: 2 },
              )
            : null
        }${rect({ x: fromX, y: barY, width: toX - fromX, height: barHeight }, fill)}${overflow(place, step, barY)}`
      : null
  }${wide ? note(place, step, Math.max(toX, expectedX), fromX, textY) : null}${
    wide
      ? html`${text({ x: frame.width - 52, y: textY }, tookText, '', 'end')}${text({ x: frame.width, y: textY }, expectedText, 'soft', 'end')}`
      : text({ x: frame.width, y: textY }, `${tookText} / ${expectedText}`, '', 'end')
  }</g>`;
}

/** A long id is cut in its component: the verb says what the step does. */
function fitId(id: string, width: number): string {
  const slash = id.lastIndexOf('/');
  const verb = id.slice(slash);
  const room = width - textWidth(verb, 11.5, 'mono');
  return slash < 0 || room < 40
    ? fitText(id, width, 11.5, 'mono')
    : fitText(id.slice(0, slash), room, 11.5, 'mono') + verb;
}

/** A bar that goes on beyond the picture ends in an arrow. */
function overflow({ lens, frame, x }: GanttPlace, step: StepTiming, barY: number): Markup | null {
  if (x(lens.originMs + step.endMs) <= frame.lensRight) {
    return null;
  }
  const tip = coordinate(frame.lensRight + 6);
  const y = barY + barHeight / 2;
  return path(
    `M${coordinate(frame.lensRight)} ${coordinate(y - 6)}L${tip} ` +
      `${coordinate(y)}L${coordinate(frame.lensRight)} ${coordinate(y + 6)}Z`,
    step.critical ? 'f-purple' : 'f-pale',
  );
}

/** Notes stand in a column after the last moment, or behind bars that reach into it. */
function note(
  place: GanttPlace,
  step: StepTiming,
  barEnd: number,
  barStart: number,
  y: number,
): Markup | null {
  const { lens, frame, x } = place;
  const words =
    step.outcome === 'done'
      ? step.note
      : `${step.outcome}${step.note === '' ? '' : `: ${step.note}`}`;
  if (words === '') {
    return null;
  }
  const seen = lens.moments.filter((moment) => lens.originMs + moment.atMs <= lens.toMs);
  const last = Math.max(0, ...seen.map((moment) => moment.atMs));
  const column = clamped(frame, x(lens.originMs + last)) + 8;
  const className = step.outcome === 'failed' ? 'red-text' : 'soft';
  const startX = Math.max(column, barEnd + 8);
  // The figures at the right begin about 90 px before the edge.
  const room = frame.width - 94 - startX;
  if (room >= Math.min(90, textWidth(words, 12))) {
    return text({ x: startX, y }, fitText(words, room, 12), className);
  }
  const before = barStart - 10 - Math.max(frame.lensLeft, x(lens.originMs));
  return before < 60
    ? null
    : text({ x: barStart - 8, y }, fitText(words, before, 12), `${className} over-lines`, 'end');
}

/** From the end of each critical step down to the start of the next. */
function criticalLine({ lens, frame, x, top }: GanttPlace): Markup {
  const critical = lens.steps
    .map((step, index) => ({ step, y: barTop(frame, rowTop(frame, top, index)) }))
    .filter(({ step }) => step.critical && performed(step) && !step.background)
    .sort((a, b) => a.step.startMs - b.step.startMs);
  const d = critical
    .slice(1)
    .map(({ step, y }, index) => {
      const before = critical[index];
      if (before === undefined) {
        return '';
      }
      const fromX = clamped(frame, x(lens.originMs + Math.min(before.step.endMs, step.startMs)));
      return (
        `M${coordinate(fromX)} ` +
        `${coordinate(before.y + barHeight)}V${coordinate(y)}` +
        `H${coordinate(clamped(frame, x(lens.originMs + step.startMs)))}`
      );
    })
    .join('');
  return path(d, 'l-critical');
}
