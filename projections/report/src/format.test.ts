import { describe, expect, it } from 'vitest';
import {
  compactMilliseconds,
  counted,
  formatClockRange,
  formatCount,
  formatMeasured,
  formatMilliseconds,
  formatOffset,
  formatPercent,
  formatRange,
  formatTenths,
  formatTick,
  formatTime,
  listed,
  shortKey,
} from './format.ts';

describe('other figures', () => {
  it('separates thousands and keeps fractions', () => {
    expect(formatCount(9_377_123)).toBe('9,377,123');
    expect(formatCount(1234.5)).toBe('1,234.5');
    expect(formatCount(-1200)).toBe('−1,200');
  });
  it('counts things by their number', () => {
    expect(counted(1, 'write')).toBe('1 write');
    expect(counted(0, 'write')).toBe('0 writes');
    expect(counted(1200, 'miss', 'misses')).toBe('1,200 misses');
  });
  it('writes ms for what is compared in ms', () => {
    expect(formatMilliseconds(12_040)).toBe('12,040 ms');
    expect(formatOffset(-200)).toBe('−200 ms');
    expect(formatOffset(561)).toBe('+561 ms');
    expect(formatTenths(31.24)).toBe('31.2 ms');
    expect(compactMilliseconds(9_360_000)).toBe('2.6 h');
    expect(compactMilliseconds(561)).toBe('561');
    expect([1, 100, 1000, 900_000].map(formatTick)).toEqual(['1 ms', '100 ms', '1 s', '15 min']);
  });
  it('writes measured durations with as many digits as those beside them', () => {
    expect([640, 700, 2_000, 99, 0, 12_040, 370_000].map(formatMeasured)).toEqual([
      '0.64 s',
      '0.70 s',
      '2.00 s',
      '99 ms',
      '0 ms',
      '12 s',
      '6 min 10 s',
    ]);
  });
  it('writes ranges with one unit where both have it', () => {
    expect(formatRange([91, 84, 88])).toBe('84–91 ms');
    expect(formatRange([88])).toBe('88 ms');
    expect(formatRange([88, 4000])).toBe('88 ms to 4.00 s');
    expect(formatClockRange(17_000, 17_561)).toBe('17.00–17.56 s');
    expect(formatClockRange(17_000, 17_000)).toBe('17.00 s');
  });
  it('writes sizes, shares, times and lists', () => {
    expect(formatPercent(0.761)).toBe('76 %');
    expect(formatTime('2026-11-21T03:12:04.120Z')).toBe('21 Nov 2026, 03:12:04 UTC');
    expect(formatTime('yesterday')).toBe('yesterday');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(shortKey('7f3a-02-c1-44d1')).toBe('7f3a…d1');
  });
});
