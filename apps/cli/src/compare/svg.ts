import { formatDuration } from '@outrigger/model';
import type { Comparison } from './comparison.ts';
import { amountText, money } from './money.ts';
import { costScale, niceAbove, type Point, pointsOf, timeScale, timeTicks } from './plot.ts';
import { type Box, dotRadius, type Label, labelsOf, textWidth } from './svg-labels.ts';

const width = 720;
const height = 420;
const frame = { left: 84, right: 24, top: 56, bottom: 56 } as const;

const inner = {
  width: width - frame.left - frame.right,
  height: height - frame.top - frame.bottom,
} as const;

/** Where dots and names are. */
const area: Box = {
  left: frame.left,
  right: width - 4,
  top: frame.top,
  bottom: frame.top + inner.height,
};
const limitY = frame.top + 12;

/** Readable on white and on dark: the same meaning as in the terminal. */
const colours = {
  yes: '#2e7d32',
  no: '#c62828',
  unknown: '#b26a00',
  dominated: '#8a94a0',
} as const;

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
  const limitX = x(objective.rtoMs);
  const limitText = `objective ${formatDuration(objective.rtoMs)}`;
  const names = dots.map((dot) => ({ text: labelOf(dot.point), x: dot.x, y: dot.y }));
  const labels = labelsOf(names, takenBy(dots, limitX, limitText), area);
  const title = `${platform}: cost against p99 RTO, ${failure.kind} of ${place}`;
  const parts = [
    `<text x="${frame.left}" y="24" font-size="15" font-weight="600">${escaped(title)}</text>`,
    note(`${prices.currency} a month while nothing happens; prices: ${prices.shown}`),
    ...costLines(costs.to, y),
    ...timeTicks(times).map((ms) => tick(x(ms), formatDuration(ms))),
    axisName(),
    limit(limitX, limitText),
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
    `<text x="${frame.left - 8}" y="${y(cost) + 4}" text-anchor="end">${amountText(cost)}</text>`,
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

/** Its name stands to the right of the line, where there is room. */
function limit(x: number, text: string): string {
  const path = `M${x} ${frame.top}v${inner.height}`;
  const [at, anchor] = isRoomy(x, text) ? [x + 6, 'start'] : [x - 6, 'end'];
  return (
    `<path d="${path}" stroke="${colours.no}" stroke-dasharray="4 4"/>` +
    `<text x="${round(at)}" y="${limitY}" text-anchor="${anchor}" fill="${colours.no}">` +
    `${escaped(text)}</text>`
  );
}

function isRoomy(x: number, text: string): boolean {
  return x + 6 + textWidth(text) <= area.right;
}

/** A point in the picture; `badX` is where it is on a bad day. */
interface Dot {
  readonly point: Point;
  readonly x: number;
  readonly badX: number;
  readonly y: number;
}

/** What no name may cover: dots, the lines to bad days, and the objective with its own name. */
function takenBy(dots: readonly Dot[], limitX: number, limitText: string): readonly Box[] {
  const wide = 6 + textWidth(limitText);
  const left = isRoomy(limitX, limitText) ? limitX : limitX - wide;
  const name = { left, right: left + wide, top: limitY - 10, bottom: limitY + 3 };
  const line = { left: limitX, right: limitX, top: frame.top, bottom: frame.top + inner.height };
  const ways = dots.map(({ badX, x, y }) => ({
    left: Math.min(x, badX) - dotRadius,
    right: Math.max(x, badX) + dotRadius,
    top: y - dotRadius,
    bottom: y + dotRadius,
  }));
  return [line, name, ...ways];
}

function labelOf({ isDominated, strategy }: Point): string {
  return isDominated ? `${strategy} (dominated)` : strategy;
}

/** A line leads to where the p99 is on a bad day. */
function drawn({ badX, point, x, y }: Dot, label: Label, currency: string): string {
  const { strategy, badP99Ms, cost, p99Ms, isFloor, isDominated, meets } = point;
  const colour = colours[isDominated ? 'dominated' : meets];
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
