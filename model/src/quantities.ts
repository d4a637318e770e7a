/** Durations and sizes as people write them, held in one unit: ms and bytes. */

const msOf = { ms: 1, s: 1_000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const bytesOf = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 } as const;

/** One or more amounts with a unit: `10m`, `1h 30m`, `0.5s`. Nine digits keep every sum exact. */
export const durationPattern =
  /^\d{1,9}(\.\d{1,3})? ?(ms|s|min|m|h|d)( ?\d{1,9}(\.\d{1,3})? ?(ms|s|min|m|h|d))*$/;
export const bytesPattern = /^\d{1,9}(\.\d{1,3})? ?(B|KiB|MiB|GiB|TiB)$/;

export type Quantity =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly wrong: string; readonly mend: string };

/** In ms. */
export function parseDuration(text: string): Quantity {
  if (!durationPattern.test(text)) {
    return { ok: false, ...durationFault(text) };
  }
  let ms = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?) ?(ms|s|min|m|h|d)/g)) {
    ms += Number(amount) * unitValue(msOf, unit);
  }
  return { ok: true, value: Math.round(ms) };
}

/** In bytes. */
export function parseBytes(text: string): Quantity {
  const match = bytesPattern.test(text) ? /^([\d.]+) ?([A-Za-z]+)$/.exec(text) : null;
  if (match === null) return { ok: false, ...bytesFault(text) };
  return { ok: true, value: Math.round(Number(match[1]) * unitValue(bytesOf, match[2])) };
}

function unitValue(units: { readonly [unit: string]: number }, unit: string | undefined): number {
  const value = unit === undefined ? undefined : units[unit];
  if (value === undefined) throw new Error(`no such unit: ${unit}`);
  return value;
}

const durationUnits = 'ms, s, m, h, d';
const durationWords: readonly (readonly [RegExp, string])[] = [
  [/^(millis|milliseconds?|msecs?)$/i, 'ms'],
  [/^(secs?|seconds?)$/i, 's'],
  [/^(M|mins?|minutes?)$/i, 'm'],
  [/^(hrs?|hours?)$/i, 'h'],
  [/^days?$/i, 'd'],
];

function durationFault(text: string): { wrong: string; mend: string } {
  const trimmed = text.trim();
  const [, amount, word] = /^(-?[\d.]+)\s*([^\d\s.-]*)$/.exec(trimmed) ?? [];
  if (amount?.startsWith('-')) {
    return { wrong: 'is negative', mend: `write a length of time: '${trimmed.slice(1)}'` };
  }
  if (amount !== undefined && word === '') {
    return {
      wrong: 'has no unit',
      mend: `write '${amount}s' or '${amount}m'; units: ${durationUnits}`,
    };
  }
  const unit = durationWords.find(([pattern]) => pattern.test(word ?? ''))?.[1];
  if (amount !== undefined && unit !== undefined) {
    return { wrong: `has a unit that is not known: '${word}'`, mend: `write '${amount}${unit}'` };
  }
  return {
    wrong: 'is not a length of time',
    mend: `write a number and a unit, like '10m'; units: ${durationUnits}`,
  };
}

function bytesFault(text: string): { wrong: string; mend: string } {
  const [, amount, letter, tail] = /^([\d.]+)\s*([KMGT])(i|B|b|iB|ib|)$/i.exec(text.trim()) ?? [];
  if (amount !== undefined && letter !== undefined) {
    const unit = `${letter.toUpperCase()}iB`;
    return {
      wrong: `has a unit that is not known: '${letter}${tail}'`,
      mend: `write '${amount} ${unit}', 1,024 to a step, as AWS and Kubernetes count`,
    };
  }
  if (/^[\d.]+$/.test(text.trim())) {
    return {
      wrong: 'has no unit',
      mend: `write '${text.trim()} GiB'; units: B, KiB, MiB, GiB, TiB`,
    };
  }
  return {
    wrong: 'is not a size',
    mend: "write a number and a unit, like '5 GiB'; units: B, KiB, MiB, GiB, TiB",
  };
}

/**
 * For people: `88 ms`, `0.74 s`, `5.9 s`, `6 min 10 s`, `15 min`, `14 d`. Two units at most; what
 * is smaller is rounded away.
 */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return 'unknown';
  if (ms < 0) return `-${formatDuration(-ms)}`;
  if (ms < 9.95) return `${trim(ms, 1)} ms`;
  if (ms < 99.5) return `${Math.round(ms)} ms`;
  if (ms < 9_995) return `${trim(ms / 1_000, 2)} s`;
  if (ms < 59_950) return `${trim(ms / 1_000, 1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return pair(seconds, 60, 'min', 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return pair(minutes, 60, 'h', 'min');
  return pair(Math.round(minutes / 60), 24, 'd', 'h');
}

/** For people: `512 B`, `1.12 GiB`, `100 GiB`. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'unknown';
  if (bytes < 0) return `-${formatBytes(-bytes)}`;
  const units = Object.entries(bytesOf).reverse();
  // 1,023.996 KiB rounds to 1,024: it is shown as 1 MiB.
  const [unit, size] = units.find(([, value]) => bytes >= value * 0.9995) ?? ['B', 1];
  if (unit === 'B') return `${Math.round(bytes)} B`;
  const amount = bytes / size;
  return `${trim(amount, amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0)} ${unit}`;
}

/** `5.00` as `5`, `0.70` as `0.7`. */
function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

function pair(total: number, size: number, large: string, small: string): string {
  const rest = total % size;
  const head = `${Math.floor(total / size)} ${large}`;
  return rest === 0 ? head : `${head} ${rest} ${small}`;
}
