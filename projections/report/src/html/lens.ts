import { largest } from '../facts.ts';
import { formatSpan, formatTick } from '../format.ts';
import { latencyTop, lensBins } from './bins.ts';
import { eventSign } from './events.ts';
import { bandName, type Frame, nameRoom } from './frame.ts';
import { ganttHeight, ganttRows, lineSpans } from './gantt.ts';
import type { LensView, Moment } from './lens-view.ts';
import { html, type Markup } from './markup.ts';
import { linearScale, logScale, niceAbove, type Scale, ticks, timeStep } from './scales.ts';
import {
  coordinate,
  crosses,
  dots,
  figure,
  horizontal,
  path,
  placeLabels,
  rect,
  text,
  textWidth,
} from './svg.ts';

const answeredHeight = 50;
const decadeHeight = 29;
const rowHeight = 19;

interface Bands {
  readonly top: number;
  readonly zero: number;
  readonly failedEnd: number;
  readonly dotsTop: number;
  readonly dotsEnd: number;
  readonly steps: number;
  readonly end: number;
}

interface Drawing {
  readonly lens: LensView;
  readonly frame: Frame;
  readonly x: Scale;
  readonly bands: Bands;
  readonly binMs: number;
  readonly answered: readonly number[];
  readonly failed: readonly number[];
  readonly peak: number;
  readonly latencyTopMs: number;
}

export function lensFigure(lens: LensView, frame: Frame): Markup {
  const x = linearScale([lens.fromMs, lens.toMs], [frame.lensLeft, frame.lensRight]);
  const labels = momentLabels(lens, frame, x);
  const drawing = drawingOf(lens, frame, x, labels.height);
  const { bands } = drawing;
  const label =
    `${lens.title} in ms: requests answered and failed, the latency of each, ` +
    `and ${lens.steps.length} recovery steps. ` +
    `${lens.moments.map((moment) => moment.words).join('; ')}.`;
  return figure({
    width: frame.width,
    height: bands.end + 28,
    className: `chart ${frame.kind}`,
    label,
    content: [
      shades(drawing),
      frame.kind === 'narrow' ? momentLines(drawing, labels) : null,
      bars(drawing),
      requestDots(drawing),
      ganttRows({ lens, frame, x, top: bands.steps, end: bands.end }),
      timeAxis(drawing),
      frame.kind === 'wide' ? momentLines(drawing, labels) : null,
      labels.markup,
      frame.kind === 'wide' ? remarks(drawing) : null,
    ],
  });
}

function drawingOf(lens: LensView, frame: Frame, x: Scale, labelsHeight: number): Drawing {
  const room = nameRoom(frame);
  const { binMs } = lens;
  const counts = lensBins(lens.requests, lens.fromMs, lens.toMs, binMs);
  const peak = niceTop(largest([...counts.answered, ...counts.failed], 1));
  const latencyTopMs = latencyTop(lens.requests.map(([, latency]) => latency));
  const top = labelsHeight + 12 + room;
  const zero = top + answeredHeight;
  const failedEnd = zero + Math.max(16, (largest(counts.failed) / peak) * answeredHeight + 4);
  const dotsTop = failedEnd + 20 + room;
  const dotsEnd = dotsTop + Math.log10(latencyTopMs) * decadeHeight;
  const steps = dotsEnd + 22;
  const end = steps + ganttHeight(lens, frame);
  const bands = { top, zero, failedEnd, dotsTop, dotsEnd, steps, end };
  return { lens, frame, x, bands, binMs, ...counts, peak, latencyTopMs };
}

function niceTop(value: number): number {
  const step = niceAbove(value / 12);
  return Math.ceil(value / step) * step;
}

function shades({ lens, x, bands, frame }: Drawing): Markup {
  const shade = (band: readonly [number, number] | null, className: string): Markup | null => {
    if (band === null) {
      return null;
    }
    const fromX = Math.max(frame.lensLeft, x(lens.originMs + band[0]));
    const toX = Math.min(frame.lensRight, x(lens.originMs + band[1]));
    const y = bands.top - 12;
    return rect({ x: fromX, y, width: toX - fromX, height: bands.end - y }, className);
  };
  return html`${shade(lens.redBand, 'f-red-band')}${shade(lens.orangeBand, 'f-orange-band')}`;
}

function bars(drawing: Drawing): Markup {
  const { lens, x, bands, frame, binMs, answered, failed, peak } = drawing;
  const up = linearScale([0, peak], [bands.zero, bands.top]);
  const down = linearScale([0, peak], [bands.zero, bands.zero + answeredHeight]);
  const base = coordinate(bands.zero);
  const left = (bin: number) => x(lens.fromMs + bin * binMs);
  const right = (bin: number) => Math.min(frame.lensRight, left(bin + 1));
  const column = (bin: number, y: number): string =>
    `M${coordinate(left(bin) + 0.75)} ` +
    `${base}V${coordinate(y)}H${coordinate(right(bin) - 0.75)}V${base}Z`;
  const fills = answered.map((count, bin) => (count === 0 ? '' : column(bin, up(count)))).join('');
  const tops = answered
    .map((count, bin) =>
      count === 0
        ? ''
        : `M${coordinate(left(bin) + 0.75)} ` +
          `${coordinate(up(count))}H${coordinate(right(bin) - 0.75)}`,
    )
    .join('');
  const reds = failed
    .map((count, bin) => (count === 0 ? '' : column(bin, Math.max(down(count), bands.zero + 1.5))))
    .join('');
  const per = `requests per ${formatTick(binMs)}`;
  return html`${[peak, 0].map((mark) => [
    horizontal(frame.lensLeft, frame.lensRight, up(mark), 'l-faint'),
    text({ x: frame.lensRight + 8, y: up(mark) + 4 }, String(mark), 'axis-text'),
  ])}${path(fills, 'f-answered')}${path(tops, 'l-teal')}${path(reds, 'f-red')}${horizontal(frame.lensLeft, frame.lensRight, bands.zero, 'l-grey')}${
    frame.kind === 'wide'
      ? html`${bandName(frame, bands.top + 8, 'Answered', [per])}${bandName(frame, bands.zero + 14, 'Failed', [], 'red-text')}`
      : html`${bandName(frame, bands.top - 2, 'Answered', [`up, failed down; ${per}`])}`
  }`;
}

function requestDots({ lens, x, bands, frame, latencyTopMs }: Drawing): Markup {
  const y = logScale([1, latencyTopMs], [bands.dotsEnd, bands.dotsTop]);
  const places = (wanted: 'read' | 'write' | 'failed') =>
    lens.requests
      .filter(([, , operation, answered]) =>
        answered === 0 ? wanted === 'failed' : wanted === (operation === 0 ? 'read' : 'write'),
      )
      .map(([due, latency]) => ({ x: x(due), y: y(latency) }));
  const marks = ticks(0, Math.log10(latencyTopMs), 1).map((power) => 10 ** power);
  const nothing = lens.requests.length === 0;
  return html`${marks.map((mark) => [
    horizontal(frame.lensLeft, frame.lensRight, y(mark), 'l-faint'),
    text({ x: frame.lensRight + 8, y: y(mark) + 4 }, formatTick(mark), 'axis-text'),
  ])}${dots(places('read'), 'd d-read')}${dots(places('write'), 'd d-write')}${crosses(places('failed'), 'x-failed', frame.kind === 'wide' ? 1.7 : 1.3)}${
    nothing
      ? text(
          { x: frame.lensLeft + 8, y: (bands.dotsTop + bands.dotsEnd) / 2 },
          'no request was recorded near this phase',
          'remark soft',
        )
      : null
  }${bandName(frame, frame.kind === 'wide' ? bands.dotsTop + 10 : bands.dotsTop, 'Every request', frame.kind === 'wide' ? ['latency, from the', 'intended start'] : [])}${dotLegend(frame, bands)}`;
}

function dotLegend(frame: Frame, bands: Bands): Markup {
  const wide = frame.kind === 'wide';
  const y = wide ? bands.dotsTop + 60 : bands.dotsTop - 6;
  const x = wide ? 4 : 106;
  const items = [
    ['read', 0],
    ['write, upload', 46],
  ] as const;
  const failedAt = wide ? { x, y: y + 16 } : { x: x + 142, y };
  return html`${items.map(([name, dx]) => [
    dots([{ x: x + dx, y: y - 4 }], name === 'read' ? 'd d-read' : 'd d-write'),
    text({ x: x + dx + 7, y }, name, 'axis-text'),
  ])}${crosses([{ x: failedAt.x, y: failedAt.y - 4 }], 'x-failed', 2.2)}${text({ x: failedAt.x + 7, y: failedAt.y }, 'failed', 'axis-text')}`;
}

function timeAxis({ lens, x, bands, frame }: Drawing): readonly Markup[] {
  const step = timeStep(lens.toMs - lens.fromMs, frame.kind === 'wide' ? 10 : 5);
  return ticks(lens.fromMs - lens.originMs, lens.toMs - lens.originMs, step)
    .filter((tick) => {
      const at = x(lens.originMs + tick);
      return at >= frame.lensLeft + 18 && at <= frame.lensRight - 12;
    })
    .map((tick) => {
      const origin = lens.phase.faultAtMs === null ? 'start' : 'fault';
      const words = tick === 0 ? origin : `${tick < 0 ? '' : '+'}${formatSpan(tick)}`;
      return text({ x: x(lens.originMs + tick), y: bands.end + 18 }, words, 'axis-text', 'middle');
    });
}

const lineOf: { readonly [kind in Moment['kind']]: string } = {
  fault: 'l-fault',
  planned: 'l-moment',
  moment: 'l-moment',
  served: 'l-served',
  unserved: 'l-fault',
};

interface MomentLabels {
  readonly markup: Markup;
  readonly height: number;
  /** Baseline of each moment's words. */
  readonly baselines: readonly number[];
}

function momentLabels(lens: LensView, frame: Frame, x: Scale): MomentLabels {
  const seen = lens.moments.map((moment) => {
    const at = x(lens.originMs + moment.atMs);
    return { moment, at: Math.min(frame.lensRight, Math.max(frame.lensLeft, at)) };
  });
  const signed = (moment: Moment) => moment.kind === 'fault' || moment.kind === 'planned';
  const placed = placeLabels(
    seen.map(({ moment, at }) => ({
      x: at,
      width: textWidth(moment.words, 12, 'bold'),
      gap: signed(moment) ? 12 : 8,
      prefer: moment.prefer,
    })),
    frame.kind === 'wide' ? 0 : frame.lensLeft,
    frame.width,
  );
  const rows = Math.max(1, ...placed.map((label) => label.row + 1));
  const baselines = placed.map((label) => 12 + label.row * 19);
  const markup = html`${seen.map(({ moment, at }, index) => {
    const label = placed[index];
    const y = baselines[index] ?? 12;
    const className = {
      fault: 'red-text',
      unserved: 'red-text',
      served: 'green-text',
      planned: '',
      moment: '',
    }[moment.kind];
    const shape = moment.kind === 'fault' ? 'fault' : moment.kind === 'planned' ? 'planned' : null;
    return html`${shape === null ? null : eventSign(shape, at, y - 4)}${text({ x: label?.x ?? at, y }, moment.words, `strong over-lines ${className}`.trim(), label?.anchor ?? 'start')}`;
  })}`;
  return { markup, height: 12 + (rows - 1) * rowHeight + 8, baselines };
}

function momentLines(
  { lens, x, bands, frame }: Drawing,
  labels: MomentLabels,
): readonly (Markup | null)[] {
  return lens.moments.map((moment, index) => {
    const at = x(lens.originMs + moment.atMs);
    const from =
      (labels.baselines[index] ?? 12) -
      (moment.kind === 'fault' || moment.kind === 'planned' ? -2 : 10);
    if (at < frame.lensLeft - 0.5 || at > frame.lensRight + 0.5) return null;
    const spans = [
      [from, bands.steps - 8] as const,
      ...lineSpans(lens, frame, bands.steps, bands.end),
    ];
    const d = spans
      .map(([fromY, toY]) => `M${coordinate(at)} ${coordinate(fromY)}V${coordinate(toY)}`)
      .join('');
    return path(d, lineOf[moment.kind]);
  });
}

function remarks({ lens, x, bands, frame, latencyTopMs }: Drawing): Markup {
  const { failed, held, calmFromMs } = lens.remarks;
  // Beneath the line of 100 ms on a picture that ends at 1 s: free of dots in every usual case.
  const y = bands.dotsTop + (Math.log10(latencyTopMs) - 2) * decadeHeight + 9;
  const calmX = Math.min(frame.lensRight - 60, x(lens.originMs + calmFromMs) + 8);
  const failedX = Math.max(frame.lensLeft, x(lens.originMs)) + 8;
  const heldRoom = frame.lensRight - 4 - calmX;
  const failedEnd = failed === null ? 0 : failedX + textWidth(failed, 11.5);
  const bandEnd = x(lens.originMs + (lens.redBand?.[1] ?? calmFromMs));
  // Beyond the band are the dots of requests that were held: the words go above them.
  const failedY = failedEnd > bandEnd ? y - 20 : y;
  const collide = failedEnd > calmX - 12 && failedY !== y - 20;
  return html`${failed === null ? null : text({ x: failedX, y: failedY }, failed, 'remark red-text over-lines')}${
    held === null || collide || textWidth(held, 11.5) > heldRoom
      ? null
      : text({ x: calmX, y }, held, 'remark soft')
  }`;
}
