import { describe, expect, test } from 'vitest';
import { receiving } from './endpoint-groups.ts';
import { type HealthChecks, unhealthyAtMs } from './health-checks.ts';

const checks: HealthChecks = {
  phasesMs: [0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000],
  intervalMs: 10_000,
  threshold: 3,
  timeoutMs: 4000,
  healthyShareMax: 0.18,
};

describe('health checkers', () => {
  test('who is lost is unhealthy once all but 18 % have missed three probes in a row', () => {
    // Nine of ten have to agree: the ninth probes at 8 s, 18 s and 28 s, and waits 4 s.
    expect(unhealthyAtMs(checks, () => true, 600_000)).toBe(32_000);
  });

  test('more often and fewer in a row is sooner', () => {
    const keen = { ...checks, threshold: 2 };
    expect(unhealthyAtMs(keen, () => true, 600_000)).toBe(22_000);
  });

  test('who answers every third probe is never unhealthy', () => {
    expect(unhealthyAtMs(checks, (_, probe) => probe % 3 !== 2, 600_000)).toBeNull();
  });

  test('checkers that disagree: two who reach it keep it healthy', () => {
    expect(unhealthyAtMs(checks, (checker) => checker >= 2, 600_000)).toBeNull();
    expect(unhealthyAtMs(checks, (checker) => checker >= 1, 600_000)).toBe(33_000);
  });

  test('a checker that has changed its mind back needs three misses again', () => {
    const one = { ...checks, phasesMs: [0, 0] };
    // The first misses probes 0 to 2, answers 3 to 5, and misses from 6 on; the second from 4 on.
    const fails = (checker: number, probe: number) =>
      checker === 0 ? probe < 3 || probe > 5 : probe > 3;
    expect(unhealthyAtMs(one, fails, 600_000)).toBe(84_000);
  });
});

describe('Global Accelerator', () => {
  const group = (region: string, dial: number, isHealthy: boolean) => ({ region, dial, isHealthy });

  test.each([
    [[group('a', 100, true), group('b', 0, true)], ['a']],
    [[group('a', 100, false), group('b', 0, true)], ['b']],
    [
      [group('a', 0, true), group('b', 0, true)],
      ['a', 'b'],
    ],
    [
      [group('a', 100, false), group('b', 0, false)],
      ['a', 'b'],
    ],
    [
      [group('a', 100, true), group('b', 50, true)],
      ['a', 'b'],
    ],
  ])('%j: %j', (groups, expected) => {
    expect(receiving(groups)).toEqual(expected);
  });
});
