import { formatDuration } from '@outrigger/model';
import type { Comparison } from './comparison.ts';
import { money } from './money.ts';
import { costScale, niceAbove, type Point, pointsOf, timeScale, timeTicks } from './plot.ts';

const width = 720;
const height = 420;
const frame = { left: 84, right: 24, top: 56, bottom: 56 } as const;

const inner = {
  width: width - frame.left - frame.right,
  height: height - frame.top - frame.bottom,
} as const;

/** Readable on white and on dark: the same meaning as in the terminal. */
const colours = { met: '#2e7d32', missed: '#c62828', dominated: '#8a94a0' } as const;

/** The scatter plot as a picture of its own: no script, no font, nothing from elsewhere. */
export function svgOf(comparison: Comparison): string {
  const points = pointsOf(comparison);
  const { platform, failure, objective, prices } = comparison;
  const times = timeScale(points, objective.rtoMs);
  const costs = costScale(points);
  const x = (ms: number) => round(frame.left + times.at(ms) * inner.width);
  const y = (cost: number) => round(frame.top + (1 - costs.at(cost)) * inner.height);
  const place = failure.zone ?? failure.region;
  const dots = points.map((point) => ({
    point,
    x: x(point.p99Ms),
    badX: x(point.badP99Ms),
    y: y(point.cost),
  }));
  const labels = labelsOf(dots, x(objective.rtoMs));
  const title = `${platform}: cost against p99 RTO, ${failure.kind} of ${place}`;
  const parts = [
    `<text x="${frame.left}" y="24" font-size="15" font-weight="600">${escaped(title)}</text>`,
    note(`${prices.currency} a month while nothing happens; prices: ${prices.shown}`),
    ...costLines(costs.to, y),
    ...timeTicks(times).map((ms) => tick(x(ms), formatDuration(ms))),
    axisName(),
    limit(x(objective.rtoMs), formatDuration(objective.rtoMs)),
    ...dots.flatMap((dot, index) => {
      const label = labels[index];
      return label === undefined ? [] : [drawn(dot, label, prices.currency)];
    }),
  ];
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const font = 'font-family="system-ui, sans-serif" font-size="12" fill="#232f3e"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" ${font}>`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function note(text: string): string {
  return `<text x="${frame.left}" y="42" fill="#5a6776">${escaped(text)}</text>`;
}

function costLines(highest: number, y: (cost: number) => number): string[] {
  const step = niceAbove(highest / 5);
  const count = Math.floor(highest / step);
  const right = width - frame.right;
  return Array.from({ length: count + 1 }, (_, index) => index * step).flatMap((cost) => [
    `<path d="M${frame.left} ${y(cost)}H${right}" stroke="#dde3e9"/>`,
    `<text x="${frame.left - 8}" y="${y(cost) + 4}" text-anchor="end">${money(cost)}</text>`,
  ]);
}

function tick(x: number, label: string): string {
  const y = height - frame.bottom;
  return (
    `<path d="M${x} ${y}v5" stroke="#5a6776"/>` +
    `<text x="${x}" y="${y + 19}" text-anchor="middle">${escaped(label)}</text>`
  );
}

function axisName(): string {
  const x = frame.left + inner.width / 2;
  const text = 'p99 RTO: 99 of 100 recoveries are faster; a line leads to that of a bad day';
  return `<text x="${x}" y="${height - 14}" text-anchor="middle" fill="#5a6776">${text}</text>`;
}

function limit(x: number, label: string): string {
  const path = `M${x} ${frame.top}v${inner.height}`;
  return (
    `<path d="${path}" stroke="#c62828" stroke-dasharray="4 4"/>` +
    `<text x="${x + 6}" y="${frame.top + 12}" fill="#c62828">` +
    `objective ${escaped(label)}</text>`
  );
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A point in the picture; `badX` is where it is on a bad day. */
interface Dot {
  readonly point: Point;
  readonly x: number;
  readonly badX: number;
  readonly y: number;
}

/** Of a letter of the label's size, as wide as most; the browser's font is not known here. */
const letterWidth = 6.6;

interface Label extends Box {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Beside its dot, else above or below it: the first place that crosses no line, dot or label. */
function labelsOf(dots: readonly Dot[], limitX: number): readonly Label[] {
  const line: Box = { left: limitX, right: limitX, top: frame.top, bottom: height };
  const ways = dots.map(({ badX, x, y }) => ({ ...around(x, y), right: badX + 7 }));
  const taken: Box[] = [line, ...ways];
  return dots.map(({ point, x, y }) => {
    const wide = labelOf(point).length * letterWidth;
    const places = [
      place(x + 11, y + 4, 'start', wide),
      place(x - 11, y + 4, 'end', wide),
      ...[1, 2].flatMap((lines) =>
        (['middle', 'end', 'start'] as const).flatMap((anchor) => [
          place(x, y + 4 - lines * 15, anchor, wide),
          place(x, y + 4 + lines * 15, anchor, wide),
        ]),
      ),
    ];
    const isFree = (label: Label) =>
      label.left >= frame.left && label.right <= width && !taken.some((box) => meets(box, label));
    const label = places.find(isFree) ?? places[0];
    if (label === undefined) throw new Error('a label has a place');
    taken.push(label);
    return label;
  });
}

function place(x: number, y: number, anchor: Label['anchor'], wide: number): Label {
  const left = { start: x, middle: x - wide / 2, end: x - wide }[anchor];
  return { x, y, anchor, left, right: left + wide, top: y - 10, bottom: y + 3 };
}

function around(x: number, y: number): Box {
  return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
}

function meets(one: Box, other: Box): boolean {
  return (
    one.left <= other.right &&
    one.right >= other.left &&
    one.top <= other.bottom &&
    one.bottom >= other.top
  );
}

function labelOf({ isDominated, strategy }: Point): string {
  return isDominated ? `${strategy} (dominated)` : strategy;
}

/** A line leads to where the p99 is on a bad day. */
function drawn({ badX, point, x, y }: Dot, label: Label, currency: string): string {
  const { strategy, badP99Ms, cost, p99Ms, isFloor, isDominated, meets: isMet } = point;
  const colour = isDominated ? colours.dominated : isMet ? colours.met : colours.missed;
  const least = isFloor ? 'at least ' : '';
  const told =
    `${strategy}: ${least}${money(cost)} ${currency}, ${formatDuration(p99Ms)}; ` +
    `on a bad day ${formatDuration(badP99Ms)}`;
  const bad =
    Math.abs(badX - x) < 1
      ? ''
      : `<path d="M${x} ${y}H${badX}M${badX} ${y - 5}v10" stroke="${colour}" fill="none"/>`;
  const anchor = label.anchor === 'start' ? '' : ` text-anchor="${label.anchor}"`;
  return (
    `<g><title>${escaped(told)}</title>${bad}` +
    `<circle cx="${x}" cy="${y}" r="6" fill="${isFloor ? '#ffffff' : colour}" ` +
    `stroke="${colour}" stroke-width="2"/>` +
    `<text x="${round(label.x)}" y="${round(label.y)}" fill="${colour}"${anchor}>` +
    `${escaped(labelOf(point))}</text></g>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
