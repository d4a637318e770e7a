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
  const title = `${platform}: cost against p99 RTO, ${failure.kind} of ${place}`;
  const parts = [
    `<text x="${frame.left}" y="24" font-size="15" font-weight="600">${escaped(title)}</text>`,
    note(`${prices.currency} a month while nothing happens; prices: ${prices.shown}`),
    ...costLines(costs.to, y),
    ...timeTicks(times).map((ms) => tick(x(ms), formatDuration(ms))),
    axisName(),
    limit(x(objective.rtoMs), formatDuration(objective.rtoMs)),
    ...points.map((point) => dot(point, x(point.p99Ms), y(point.cost), prices.currency)),
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
  const text = 'p99 RTO: 99 of 100 recoveries are faster';
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

/** Labels of points at the right edge stand to their left. */
function dot(point: Point, x: number, y: number, currency: string): string {
  const { strategy, cost, p99Ms, isFloor, isDominated, meets } = point;
  const colour = isDominated ? colours.dominated : meets ? colours.met : colours.missed;
  const isRight = x > width - 190;
  const label = isDominated ? `${strategy} (dominated)` : strategy;
  const least = isFloor ? 'at least ' : '';
  const told = `${strategy}: ${least}${money(cost)} ${currency}, ${formatDuration(p99Ms)}`;
  return (
    `<g><title>${escaped(told)}</title>` +
    `<circle cx="${x}" cy="${y}" r="6" fill="${isFloor ? '#ffffff' : colour}" ` +
    `stroke="${colour}" stroke-width="2"/>` +
    `<text x="${isRight ? x - 11 : x + 11}" y="${y + 4}" fill="${colour}"` +
    `${isRight ? ' text-anchor="end"' : ''}>${escaped(label)}</text></g>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
