import { formatDuration } from '@outrigger/model';
import type { SimulationResult } from '@outrigger/sim';
import { percentOf, rangeOf } from './histogram-text.ts';

const width = 760;
const height = 360;
const plot = { left: 56, right: 744, top: 72, bottom: 288 } as const;

/** Colours that hold on white and on black. */
const colours = {
  bar: '#3b82f6',
  objective: '#dc2626',
  quantile: '#6b7280',
  text: '#6b7280',
  title: '#374151',
} as const;

/**
 * The histogram as a picture that needs nothing else: bars of one width, the last one of all that
 * is longer, with the quantiles and the objective where they lie.
 */
export function histogramSvg(
  result: Pick<SimulationResult, 'rows' | 'rto' | 'runs' | 'seed' | 'world'>,
  title: string,
): string {
  const { rows, rto, runs, seed, world } = result;
  const most = Math.max(...rows.map(({ share }) => share));
  const step = (plot.right - plot.left) / rows.length;
  const yOf = (share: number) => plot.bottom - (share / most) * (plot.bottom - plot.top);
  const bars = rows.map((row, index) => {
    const x = plot.left + index * step;
    const y = yOf(row.share);
    const told = `${rangeOf(row)}: ${percentOf(row.share)}`;
    return (
      `<rect x="${round(x + 1)}" y="${round(y)}" width="${round(step - 2)}" ` +
      `height="${round(plot.bottom - y)}" fill="${colours.bar}"` +
      `${row.toMs === null ? ' fill-opacity="0.5"' : ''}><title>${escaped(told)}</title></rect>`
    );
  });
  const labels = rows.map(({ fromMs, toMs }, index) => {
    const x = plot.left + index * step;
    const words = toMs === null ? `${formatDuration(fromMs)} +` : formatDuration(fromMs);
    return (
      `<text x="${round(x + 4)}" y="${plot.bottom + 14}" font-size="11" fill="${colours.text}" ` +
      `transform="rotate(35 ${round(x + 4)} ${plot.bottom + 14})">${escaped(words)}</text>`
    );
  });
  const where = `${world === 'lab' ? 'in the lab; ' : ''}${runs.toLocaleString('en-GB')} runs`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ` +
      `font-family="Open Sans, Helvetica, Arial, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description(rto))}</desc>`,
    `<text x="16" y="26" font-size="16" font-weight="600" fill="${colours.title}">` +
      `${escaped(title)}</text>`,
    `<text x="16" y="46" font-size="12" fill="${colours.text}">` +
      `${escaped(`${description(rto)} · ${where}, seed ${seed}`)}</text>`,
    `<line x1="${plot.left}" y1="${plot.bottom}" x2="${plot.right}" y2="${plot.bottom}" ` +
      `stroke="${colours.text}"/>`,
    `<text x="${plot.left - 6}" y="${plot.top + 4}" font-size="11" text-anchor="end" ` +
      `fill="${colours.text}">${percentOf(most)}</text>`,
    `<text x="${plot.left - 6}" y="${plot.bottom + 4}" font-size="11" text-anchor="end" ` +
      `fill="${colours.text}">0</text>`,
    ...bars,
    ...labels,
    ...marks(result, step),
    '</svg>',
    '',
  ].join('\n');
}

function description({ p50Ms, p90Ms, p99Ms, maxMs }: SimulationResult['rto']): string {
  const [p50, p90, p99, longest] = [p50Ms, p90Ms, p99Ms, maxMs].map(formatDuration);
  return `p50 ${p50}, p90 ${p90}, p99 ${p99}, longest ${longest}`;
}

/** Lines at the quantiles and the objective; one that is beyond the last bar is at its edge. */
function marks({ rows, rto }: Pick<SimulationResult, 'rows' | 'rto'>, step: number): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const widthMs = first.toMs === null ? 1 : first.toMs - first.fromMs;
  const xOf = (ms: number) => {
    const at = plot.left + ((ms - first.fromMs) / widthMs) * step;
    return Math.min(Math.max(at, plot.left), plot.right);
  };
  const all = [
    ['p50', rto.p50Ms, colours.quantile],
    ['p90', rto.p90Ms, colours.quantile],
    ['p99', rto.p99Ms, colours.quantile],
    ...rto.limits.map(({ limitMs }) => ['objective', limitMs, colours.objective] as const),
  ] as const;
  return all.flatMap(([name, ms, colour]) => {
    const x = round(xOf(ms));
    const dash = name === 'objective' ? '' : ' stroke-dasharray="3 3"';
    const anchor = xOf(ms) > plot.right - 40 ? 'end' : 'middle';
    const y = name === 'objective' ? plot.top - 14 : plot.top - 2;
    return [
      `<line x1="${x}" y1="${plot.top}" x2="${x}" y2="${plot.bottom}" stroke="${colour}"${dash}/>`,
      `<text x="${x}" y="${y}" font-size="11" text-anchor="${anchor}" fill="${colour}">` +
        `${name}</text>`,
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
