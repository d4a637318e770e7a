/** The whole drill on one time axis: what clients saw, who wrote, what recovery did. */
import { formatDuration } from '@outrigger/model';
import { largest, totalsOf } from '../facts.ts';
import { formatClock, formatCount, formatTick } from '../format.ts';
import type { DrillReport } from '../types.ts';
import { regionOfZone } from '../words.ts';
import { type Bins, joinedBins, latencyTop } from './bins.ts';
import { eventLine, eventMarks, timelineEvents } from './events.ts';
import { bandName, type Frame, nameRoom } from './frame.ts';
import type { LensView } from './lens-view.ts';
import { html, type Markup } from './markup.ts';
import { linearScale, logScale, niceAbove, type Scale, ticks, timeStep } from './scales.ts';
import {
  coordinate,
  dots,
  figure,
  fitText,
  horizontal,
  path,
  rect,
  stepPath,
  text,
  textWidth,
  vertical,
} from './svg.ts';

const answeredHeight = 76;
/** Failed is drawn to the scale of answered, down to this. */
const failedHeightMin = 26;
const decadeHeight = 22;
const laneHeight = 18;
const laneGap = 3;

/** Positions of the bands, from top to bottom. */
interface Bands {
  readonly top: number;
  readonly zero: number;
  readonly failedEnd: number;
  readonly latencyTop: number;
  readonly latencyEnd: number;
  readonly lanes: number;
  readonly lanesEnd: number;
}

interface Drawing {
  readonly report: DrillReport;
  readonly frame: Frame;
  readonly bins: Bins;
  readonly x: Scale;
  readonly bands: Bands;
  readonly peak: number;
  readonly latencyTopMs: number;
  readonly writerLanes: readonly string[];
  readonly recoveryLanes: readonly (readonly DrillReport['timeline']['recoveries'][number][])[];
}

export function timelineFigure(
  report: DrillReport,
  frame: Frame,
  lenses: readonly LensView[],
): Markup {
  const totals = totalsOf(report);
  const x = linearScale([0, Math.max(1, totals.drillMs)], [frame.left, frame.right]);
  const marks = eventMarks(timelineEvents(report), x, frame);
  const drawing = drawingOf(report, frame, x, marks.height);
  const { bands } = drawing;
  const zoomEnd = bands.lanesEnd + 50;
  const label =
    `Requests over ${formatDuration(totals.drillMs)}: ${formatCount(totals.answered)} answered, ` +
    `${formatCount(totals.failed)} failed; latency, the active writer and recovery below, on ` +
    'one time axis.';
  return figure({
    width: frame.width,
    height: lenses.length > 0 ? zoomEnd : bands.lanesEnd + 24,
    className: `chart ${frame.kind}`,
    label,
    content: [
      redBands(drawing),
      // Narrow, the names stand within the picture: lines go beneath them.
      frame.kind === 'narrow' ? eventLines(drawing) : null,
      requestsBand(drawing),
      latencyBand(drawing),
      lanes(drawing),
      timeAxis(drawing, totals.drillMs),
      frame.kind === 'wide' ? eventLines(drawing) : null,
      marks.markup,
      lenses.map((lens) => zoom(lens, drawing, zoomEnd)),
    ],
  });
}

function drawingOf(report: DrillReport, frame: Frame, x: Scale, eventsHeight: number): Drawing {
  const room = nameRoom(frame);
  const bins = joinedBins(report.timeline, (frame.right - frame.left) / 1.6);
  const peak = niceTop(largest([...bins.answered, ...bins.failed], 1));
  const failedShare = largest(bins.failed) / peak;
  const latencies = bins.latency.flatMap((bin) => (bin === null ? [] : [bin[2]]));
  const latencyTopMs = latencyTop(latencies);
  const top = eventsHeight + 14 + room;
  const zero = top + answeredHeight;
  const failedEnd = zero + Math.max(failedHeightMin, failedShare * answeredHeight + 4);
  const latencyStart = failedEnd + 20 + room;
  const latencyEnd = latencyStart + Math.log10(latencyTopMs) * decadeHeight;
  const writerLanes = [
    ...new Set(report.timeline.writers.map((writer) => componentOf(writer.member))),
  ];
  const recoveryLanes = laneOut(report.timeline.recoveries);
  const laneCount = Math.max(1, writerLanes.length) + Math.max(1, recoveryLanes.length);
  const lanesStart = latencyEnd + 18 + room;
  const bands = {
    top,
    zero,
    failedEnd,
    latencyTop: latencyStart,
    latencyEnd,
    lanes: lanesStart,
    lanesEnd: lanesStart + laneCount * (laneHeight + laneGap) + room,
  };
  return { report, frame, bins, x, bands, peak, latencyTopMs, writerLanes, recoveryLanes };
}

/** A little above the busiest bin, so that a steady load is not drawn at half height. */
function niceTop(value: number): number {
  const step = niceAbove(value / 8);
  return Math.ceil(value / step) * step;
}

function componentOf(member: string): string {
  return member.split('@')[0] ?? member;
}

function redBands({ report, bands, x, frame }: Drawing): readonly Markup[] {
  return report.phases.flatMap((phase) => {
    if (phase.faultAtMs === null) {
      return [];
    }
    const fromX = x(phase.faultAtMs);
    const toX = x(phase.healedAtMs ?? phase.endMs);
    const y = bands.top - 14;
    return [
      rect(
        { x: fromX, y, width: Math.min(toX, frame.right) - fromX, height: bands.lanesEnd - y },
        'f-red-band',
      ),
    ];
  });
}

function requestsBand({ bins, bands, x, peak, frame }: Drawing): Markup {
  const up = linearScale([0, peak], [bands.zero, bands.top]);
  const down = linearScale([0, peak], [bands.zero, bands.zero + answeredHeight]);
  const at = (index: number) => Math.min(frame.right, x(index * bins.binMs));
  const line = stepPath(bins.answered, at, up);
  const base = coordinate(bands.zero);
  const area = line === '' ? '' : `${line}V${base}H${coordinate(frame.left)}Z`;
  const bars = bins.failed
    .map((count, index) =>
      count === 0
        ? ''
        : `M${coordinate(at(index))} ` +
          `${base}V${coordinate(down(count))}` +
          `H${coordinate(Math.max(at(index) + 1, at(index + 1)))}V${base}Z`,
    )
    .join('');
  const marks = [peak, peak / 2, 0];
  const failedPeak = largest(bins.failed);
  return html`${marks.map((mark) => [
    horizontal(frame.left, frame.right, up(mark), 'l-faint'),
    text({ x: frame.right + 8, y: up(mark) + 4 }, short(mark), 'axis-text'),
  ])}${path(area, 'f-answered')}${path(line, 'l-teal')}${path(bars, 'f-red')}${horizontal(frame.left, frame.right, bands.zero, 'l-grey')}${
    failedPeak === 0 || down(failedPeak) - bands.zero < 12
      ? null
      : text(
          { x: frame.right + 8, y: down(failedPeak) + 4 },
          short(failedPeak),
          'axis-text red-text',
        )
  }${bandName(frame, frame.kind === 'wide' ? bands.top + 4 : bands.top - 4, 'Answered', [`requests per ${formatTick(bins.binMs)}`])}${
    frame.kind === 'wide'
      ? bandName(frame, bands.zero + 13, 'Failed', ['errors, time-outs'], 'red-text')
      : text(
          { x: frame.left, y: bands.failedEnd + 8 },
          'Failed: downwards, red',
          'axis-text red-text',
        )
  }`;
}

/** Axis figures stay short: 1200 is 1.2 k beside a picture. */
function short(value: number): string {
  return value >= 10_000 ? `${formatCount(Math.round(value / 100) / 10)} k` : formatCount(value);
}

function latencyBand({ bins, bands, x, latencyTopMs, frame }: Drawing): Markup {
  const y = logScale([1, latencyTopMs], [bands.latencyEnd, bands.latencyTop]);
  const centre = (index: number) => Math.min(frame.right, x((index + 0.5) * bins.binMs));
  let band = '';
  let line = '';
  for (let from = 0; from < bins.latency.length; from += 1) {
    if (bins.latency[from] === null) {
      continue;
    }
    let to = from;
    while (to + 1 < bins.latency.length && bins.latency[to + 1] !== null) {
      to += 1;
    }
    const points = bins.latency.slice(from, to + 1).map((bin, index) => {
      const [p50, p99] = bin ?? [1, 1];
      return {
        x: coordinate(centre(from + index)),
        p50: coordinate(y(p50)),
        p99: coordinate(y(p99)),
      };
    });
    const upper = points.map((point) => `${point.x} ${point.p99}`).join('L');
    const lower = points
      .toReversed()
      .map((point) => `${point.x} ${point.p50}`)
      .join('L');
    band += `M${upper}L${lower}Z`;
    line += `M${points.map((point) => `${point.x} ${point.p50}`).join('L')}`;
    from = to;
  }
  const limitMs = slowLimit(bins);
  const slow = bins.latency.flatMap((bin, index) =>
    bin !== null && bin[2] > limitMs ? [{ x: centre(index), y: y(bin[2]) }] : [],
  );
  const marks = ticks(0, Math.log10(latencyTopMs), 1).map((power) => 10 ** power);
  const lines = [
    'of answered requests',
    'p50 line, p50–p99 band,',
    `dots: slowest > ${formatTick(limitMs)}`,
  ];
  return html`${marks.map((mark) => [
    horizontal(frame.left, frame.right, y(mark), 'l-faint'),
    text({ x: frame.right + 8, y: y(mark) + 4 }, formatTick(mark), 'axis-text'),
  ])}${path(band, 'f-latency')}${path(line, 'l-ink')}${dots(slow, 'd d-slow')}${bandName(frame, frame.kind === 'wide' ? bands.latencyTop + 10 : bands.latencyTop, 'Latency', frame.kind === 'wide' ? lines : [`p50, p99; dots: slowest > ${formatTick(limitMs)}`])}`;
}

/** Above what the ordinary bin's slowest request takes, so that a dot means something. */
function slowLimit(bins: Bins): number {
  const slowest = bins.latency
    .flatMap((bin) => (bin === null ? [] : [bin[2]]))
    .sort((a, b) => a - b);
  const usual = slowest[Math.floor(slowest.length * 0.9)] ?? 20;
  return niceAbove(usual * 1.3);
}

function lanes(drawing: Drawing): Markup {
  const { report, frame, bands, writerLanes } = drawing;
  const regions = [...new Set(report.timeline.writers.map((writer) => regionOfZone(writer.zone)))];
  const room = nameRoom(frame);
  const pitch = laneHeight + laneGap;
  const writersName = frame.kind === 'wide' ? bands.lanes + 13 : bands.lanes;
  const recoveryY = bands.lanes + Math.max(1, writerLanes.length) * pitch + room;
  const recoveryName = frame.kind === 'wide' ? recoveryY + 13 : recoveryY;
  return html`${bandName(frame, writersName, 'Active writer', [])}${bandName(frame, recoveryName, 'Recovery', [])}${report.timeline.writers.map(
    (writer) => {
      const lane = Math.max(0, writerLanes.indexOf(componentOf(writer.member)));
      return writerBar(
        drawing,
        writer,
        bands.lanes + lane * pitch,
        regions.indexOf(regionOfZone(writer.zone)),
      );
    },
  )}${drawing.recoveryLanes.map((lane, index) => recoveryLane(drawing, lane, recoveryY + index * pitch))}`;
}

function writerBar(
  { x, frame, writerLanes }: Drawing,
  writer: DrillReport['timeline']['writers'][number],
  y: number,
  region: number,
): Markup {
  const fromX = x(writer.fromMs);
  const width = Math.max(1, Math.min(frame.right, x(writer.toMs)) - fromX - 1);
  const prefix = writerLanes.length > 1 ? `${componentOf(writer.member)} ` : '';
  const choices = [
    `${prefix}${writer.zone} · epoch ${writer.epoch}`,
    `${writer.zone} · epoch ${writer.epoch}`,
    `${writer.zone} · ${writer.epoch}`,
    `${writer.epoch}`,
  ];
  const words = choices.find((choice) => textWidth(choice, 12) + 8 <= width) ?? '';
  const shade = ['f-region-a', 'f-region-b', 'f-region-c'][region % 3] ?? 'f-region-a';
  const title =
    `${writer.member}, epoch ${writer.epoch}, ${formatClock(writer.fromMs)} to ` +
    `${formatClock(writer.toMs)}`;
  return html`${rect({ x: fromX, y, width, height: laneHeight }, shade, { title })}${words === '' ? null : text({ x: fromX + 6, y: y + 13 }, words)}`;
}

/** Recoveries that overlap go into lanes below each other. */
function laneOut(
  recoveries: DrillReport['timeline']['recoveries'],
): readonly DrillReport['timeline']['recoveries'][] {
  const found: DrillReport['timeline']['recoveries'][number][][] = [];
  for (const recovery of [...recoveries].sort((a, b) => a.fromMs - b.fromMs)) {
    const lane = found.find((items) => items.every((item) => item.toMs <= recovery.fromMs));
    if (lane === undefined) {
      found.push([recovery]);
    } else {
      lane.push(recovery);
    }
  }
  return found;
}

function recoveryLane(
  { x, frame }: Drawing,
  lane: DrillReport['timeline']['recoveries'],
  y: number,
): readonly Markup[] {
  return lane.map((recovery, index) => {
    const fromX = x(recovery.fromMs);
    const width = Math.max(3, Math.min(frame.right, x(recovery.toMs)) - fromX);
    const next = lane[index + 1];
    const limit = next === undefined ? frame.right + 60 : x(next.fromMs);
    const words = fitText(recovery.label, limit - fromX - width - 8, 12);
    const whole = words.length >= Math.min(4, recovery.label.length);
    const when = `${formatClock(recovery.fromMs)} to ${formatClock(recovery.toMs)}`;
    const title = `${recovery.label}, ${when}`;
    return html`${rect({ x: fromX, y, width, height: laneHeight - 2 }, recovery.background ? 'f-pale' : 'f-purple', { radius: 2, title })}${whole && frame.kind === 'wide' ? text({ x: fromX + width + 5, y: y + 13 }, words, 'soft') : null}`;
  });
}

function timeAxis({ x, bands, frame }: Drawing, drillMs: number): readonly Markup[] {
  const step = timeStep(drillMs, frame.kind === 'wide' ? 9 : 4);
  return ticks(0, drillMs, step).map((tick) => {
    const words = drillMs >= 180_000 ? formatDuration(tick) : `${tick / 1000} s`;
    const anchor = frame.kind === 'narrow' && tick === 0 ? 'start' : 'middle';
    return text({ x: x(tick), y: bands.lanesEnd + 18 }, words, 'axis-text', anchor);
  });
}

function eventLines({ report, x, bands }: Drawing): readonly Markup[] {
  return timelineEvents(report).map((event) =>
    vertical(x(event.atMs), bands.top - 18, bands.lanesEnd, eventLine[event.kind]),
  );
}

/** The part of the time axis that a lens opens, and the lines that lead into it. */
function zoom(lens: LensView, { x, bands, frame }: Drawing, endY: number): Markup {
  const fromX = x(Math.max(0, lens.fromMs));
  const toX = Math.min(frame.right, Math.max(fromX + 3, x(lens.toMs)));
  const top = bands.top - 8;
  const bottom = bands.lanesEnd + 26;
  const shown = lens.first ? ' shown' : '';
  const box =
    `M${coordinate(fromX)} ` +
    `${coordinate(top)}H${coordinate(toX)}V${coordinate(bottom)}L${coordinate(frame.lensRight)} ` +
    `${coordinate(endY - 1)}H${coordinate(frame.lensLeft)}L${coordinate(fromX)} ` +
    `${coordinate(bottom)}Z`;
  const lines =
    `M${coordinate(frame.lensLeft)} ${coordinate(endY - 1)}L${coordinate(fromX)} ` +
    `${coordinate(bottom)}V${coordinate(top)}H${coordinate(toX)}` +
    `V${coordinate(bottom)}L${coordinate(frame.lensRight)} ` +
    `${coordinate(endY - 1)}`;
  return html`<g class="zoom${shown}" data-lens="${lens.id}">${path(box, 'f-zoom')}${path(lines, 'l-zoom')}</g>`;
}

export function timelineIntro(report: DrillReport): string {
  const rate = Math.round(totalsOf(report).requestsPerSecond);
  return rate === 0
    ? 'The whole drill. No request was sent.'
    : `The whole drill. Clients send ${formatCount(rate)} requests/s whether or not answers ` +
        'come back; latency counts from the moment a request was due.';
}
