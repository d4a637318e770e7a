import { formatDuration } from '@outrigger/model';
import type { HistogramRow, SimulationResult } from '@outrigger/sim';
import { columns, width } from '../layout.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A share of so many columns in blocks, to an eighth of a column. */
export function bar(share: number, columnsMax: number): string {
  const count = Math.round(Math.min(Math.max(share, 0), 1) * columnsMax * 8);
  return '█'.repeat(Math.floor(count / 8)) + (eighths[count % 8] ?? '');
}

/** What lies in a row: quantiles, and the objective. */
export function marksOf(
  { fromMs, toMs }: HistogramRow,
  { rto }: Pick<SimulationResult, 'rto'>,
  isFirst: boolean,
): readonly string[] {
  const has = (ms: number) => (ms >= fromMs || isFirst) && (toMs === null || ms < toMs);
  const marks = [
    ['p50', rto.p50Ms],
    ['p90', rto.p90Ms],
    ['p99', rto.p99Ms],
    ...rto.limits.map(({ limitMs }) => ['objective', limitMs] as const),
  ] as const;
  return marks.filter(([, ms]) => has(ms)).map(([name]) => name);
}

/** A row as people read it: `5 min 30 s to 6 min`, `14 min and longer`. */
export function rangeOf({ fromMs, toMs }: HistogramRow): string {
  const from = fromMs === 0 ? '0' : formatDuration(fromMs);
  return toMs === null ? `${from} and longer` : `${from} to ${formatDuration(toMs)}`;
}

/** One line a row, at most 80 columns. */
export function histogramText(result: Pick<SimulationResult, 'rows' | 'rto'>): string[] {
  const labels = result.rows.map(rangeOf);
  const marks = result.rows.map((row, index) => marksOf(row, result, index === 0).join(', '));
  const labelColumns = Math.max(...labels.map(width));
  const markColumns = Math.max(...marks.map(width));
  const barColumns = columns - labelColumns - markColumns - 15;
  const most = Math.max(...result.rows.map(({ share }) => share));
  return result.rows.map(({ share }, index) => {
    const label = (labels[index] ?? '').padStart(labelColumns);
    const blocks = bar(share / most, barColumns).padEnd(barColumns);
    return `  ${label}  ${blocks} ${percentOf(share).padStart(7)}  ${marks[index] ?? ''}`.trimEnd();
  });
}

/** `78 %`, `0.4 %`, `< 0.1 %`; nothing at all is `0 %`, and all is `100 %`. */
export function percentOf(share: number): string {
  if (share === 0) return '0 %';
  if (share < 0.001) return '< 0.1 %';
  if (share < 0.1) return `${(share * 100).toFixed(1)} %`;
  return `${Math.round(share * 100)} %`;
}

/** A probability, never rounded to a certainty: `99.98 %`. */
export function probabilityOf(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  const digits = share < 0.001 || share > 0.999 ? 3 : share < 0.1 || share > 0.9 ? 2 : 1;
  const text = (share * 100).toFixed(digits);
  return `${text === '100.000' ? '> 99.999' : text === '0.000' ? '< 0.001' : text} %`;
}
