/**
 * Numbers as people read them: units always, thousands separated, as many digits as mean something.
 * Durations and sizes are the model's. Own code instead of `Intl`, so that the same report gives
 * the same bytes on every machine.
 */

import { formatDuration } from '@outrigger/model';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** 9377 → "9,377"; 1.25 → "1.25". Minus is U+2212, as in the pictures' axes. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) {
    return '—';
  }
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const sign = value < 0 ? '−' : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}

/** "1 write", "6 writes". */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(value)} ${value === 1 ? singular : plural}`;
}

/** Always ms: "3.3 ms", "561 ms", "12,040 ms". */
export function formatMilliseconds(milliseconds: number): string {
  return `${bareMilliseconds(milliseconds)} ms`;
}

/** For a narrow column whose head says ms: bare below 100 s, else one unit: "2.6 h". */
export function compactMilliseconds(milliseconds: number): string {
  if (milliseconds < 100_000 || !Number.isFinite(milliseconds)) {
    return bareMilliseconds(milliseconds);
  }
  const [size, unit]: readonly [number, string] =
    milliseconds < 2 * hourMs
      ? [minuteMs, 'min']
      : milliseconds < 2 * dayMs
        ? [hourMs, 'h']
        : [dayMs, 'd'];
  const amount = milliseconds / size;
  return `${formatCount(Number(amount.toFixed(amount < 100 ? 1 : 0)))} ${unit}`;
}

/** One decimal as long as it means something: "31.2 ms", "412 ms". For columns to compare in. */
export function formatTenths(milliseconds: number): string {
  return Math.abs(milliseconds) < 99.95
    ? `${milliseconds.toFixed(1)} ms`
    : formatMilliseconds(milliseconds);
}

/** The number of `formatMilliseconds`, for columns whose head names the unit. */
export function bareMilliseconds(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) {
    return '—';
  }
  if (Math.abs(milliseconds) >= 9.95) {
    return formatCount(Math.round(milliseconds));
  }
  return formatCount(Number(milliseconds.toFixed(1)));
}

/** Ms for what is short, else as `formatDuration`: offsets and bars of recoveries. */
export function formatSpan(milliseconds: number): string {
  return Math.abs(milliseconds) < 10_000
    ? formatMilliseconds(milliseconds)
    : formatDuration(milliseconds);
}

/**
 * A duration that was measured or predicted, to stand beside others of its kind: below 10 s with
 * two decimals, "0.70 s", where `formatDuration` would drop the last one.
 */
export function formatMeasured(milliseconds: number): string {
  const isShort = milliseconds >= 99.5 && milliseconds < 9_995;
  return isShort ? `${(milliseconds / 1000).toFixed(2)} s` : formatDuration(milliseconds);
}

/** Tick of an axis: "1 ms", "100 ms", "1 s", "15 min". */
export function formatTick(milliseconds: number): string {
  return milliseconds < 1000 ? formatMilliseconds(milliseconds) : formatDuration(milliseconds);
}

/** "+561 ms", "−200 ms", "+12.3 s". */
export function formatOffset(milliseconds: number): string {
  return milliseconds < 0 ? formatSpan(milliseconds) : `+${formatSpan(milliseconds)}`;
}

/** A place on the drill's axis: "17.0 s". */
export function formatClock(milliseconds: number, decimals = 1): string {
  return `${(milliseconds / 1000).toFixed(decimals)} s`;
}

/** "17.00–17.56 s". */
export function formatClockRange(fromMs: number, toMs: number): string {
  if (toMs - fromMs < 5) {
    return formatClock(fromMs, 2);
  }
  if (toMs >= 600_000) {
    return `${formatDuration(fromMs)} to ${formatDuration(toMs)}`;
  }
  return `${(fromMs / 1000).toFixed(2)}–${(toMs / 1000).toFixed(2)} s`;
}

/** "84–91 ms", or "88 ms" when both are the same. */
export function formatRange(valuesMs: readonly number[]): string {
  const low = Math.min(...valuesMs);
  const high = Math.max(...valuesMs);
  const lowText = formatMeasured(low);
  const highText = formatMeasured(high);
  if (lowText === highText) {
    return lowText;
  }
  const unit = highText.slice(highText.lastIndexOf(' '));
  return lowText.endsWith(unit) && !lowText.slice(0, -unit.length).includes(' ')
    ? `${lowText.slice(0, -unit.length)}–${highText}`
    : `${lowText} to ${highText}`;
}

/** "76 %". */
export function formatPercent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

/** ISO 8601 → "21 Nov 2026, 03:12:04 UTC"; what is not ISO 8601 in UTC is given back as it is. */
export function formatTime(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(iso);
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const [, year, month, day, time] = parts ?? [];
  const name = names[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}, ${time} UTC`;
}

/** A long key by its ends: "7f3a…d1". */
export function shortKey(key: string): string {
  return key.length <= 10 ? key : `${key.slice(0, 4)}…${key.slice(-2)}`;
}

/** What a duration that was predicted is held against; nothing without an objective. */
export function allowedWords(durationMs: number, objectiveMs: number | null): string {
  if (objectiveMs === null) return '';
  const allowed = formatDuration(objectiveMs);
  return durationMs <= objectiveMs ? ` of the ${allowed} allowed` : ` where ${allowed} is allowed`;
}

/** With a full stop, so that several can follow each other. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** An order's key without the name of its run, which the report has at its top: "c07.152". */
export function keyInRun(key: string): string {
  return key.slice(key.indexOf('.') + 1);
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
