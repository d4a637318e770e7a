import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatDuration, parseBytes, parseDuration } from './index.ts';

describe('durations', () => {
  test.each([
    ['10m', 600_000],
    ['30s', 30_000],
    ['14d', 1_209_600_000],
    ['250ms', 250],
    ['0s', 0],
    ['1.5 h', 5_400_000],
    ['6 min 10 s', 370_000],
    ['1h30m', 5_400_000],
  ])('%s', (text, ms) => expect(parseDuration(text)).toEqual({ ok: true, value: ms }));

  test.each([
    ['10', 'has no unit', "write '10s' or '10m'; units: ms, s, m, h, d"],
    ['-5m', 'is negative', "write a length of time: '5m'"],
    ['10 minutes', "has a unit that is not known: 'minutes'", "write '10m'"],
    ['10M', "has a unit that is not known: 'M'", "write '10m'"],
    ['', 'is not a length of time', "write a number and a unit, like '10m'; units: ms, s, m, h, d"],
    [
      'soon',
      'is not a length of time',
      "write a number and a unit, like '10m'; units: ms, s, m, h, d",
    ],
  ])('%s is refused', (text, wrong, mend) =>
    expect(parseDuration(text)).toEqual({ ok: false, wrong, mend }),
  );

  test.each([
    [0, '0 ms'],
    [3.3, '3.3 ms'],
    [88, '88 ms'],
    [99.6, '0.1 s'],
    [531, '0.53 s'],
    [740, '0.74 s'],
    [5_000, '5 s'],
    [9_996, '10 s'],
    [56_300, '56.3 s'],
    [59_970, '1 min'],
    [370_000, '6 min 10 s'],
    [900_000, '15 min'],
    [7_500_000, '2 h 5 min'],
    [1_209_600_000, '14 d'],
    [-88, '-88 ms'],
    [Number.NaN, 'unknown'],
  ])('%d is shown as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  test('what is shown can be written, and is within 1 % of what was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 86_400_000 }), (ms) => {
        const read = parseDuration(formatDuration(ms));
        if (!read.ok) return false;
        return Math.abs(read.value - ms) <= Math.max(1, ms * 0.05);
      }),
    );
  });
});

describe('sizes', () => {
  test.each([
    ['5 GiB', 5 * 2 ** 30],
    ['256MiB', 2 ** 28],
    ['1.5 TiB', 1.5 * 2 ** 40],
    ['0 B', 0],
  ])('%s', (text, bytes) => expect(parseBytes(text)).toEqual({ ok: true, value: bytes }));

  const units = 'units: B, KiB, MiB, GiB, TiB';
  test.each([
    ['5', 'has no unit', `write '5 GiB'; ${units}`],
    [
      '5GB',
      "has a unit that is not known: 'GB'",
      "write '5 GiB', 1,024 to a step, as AWS and Kubernetes count",
    ],
    [
      '5 Gi',
      "has a unit that is not known: 'Gi'",
      "write '5 GiB', 1,024 to a step, as AWS and Kubernetes count",
    ],
    ['large', 'is not a size', `write a number and a unit, like '5 GiB'; ${units}`],
  ])('%s is refused', (text, wrong, mend) =>
    expect(parseBytes(text)).toEqual({ ok: false, wrong, mend }),
  );

  test.each([
    [0, '0 B'],
    [512, '512 B'],
    [1.12 * 2 ** 30, '1.12 GiB'],
    [100 * 2 ** 30, '100 GiB'],
    [2 ** 20 - 1, '1 MiB'],
    [12.34 * 2 ** 20, '12.3 MiB'],
  ])('%d is shown as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

test('no text makes the readers throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const read of [parseDuration(text), parseBytes(text)]) {
        if (!read.ok) expect(read.wrong.length * read.mend.length).toBeGreaterThan(0);
      }
    }),
  );
});
