import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../types.ts';
import type { PhaseMarks } from './phase.ts';
import { timeline } from './timeline.ts';

function request(dueMs: number, endMs: number, operation: 'read' | 'write'): RequestRecord {
  const key = operation === 'read' ? null : `k${dueMs}`;
  const told = { outcome: 'acked', status: 200, epoch: 1, region: 'us-east-1' } as const;
  return { dueMs, endMs, operation, client: 'c', number: dueMs, key, ...told, picture: null };
}

const marks = { startMs: 10_000, endMs: 20_000, faultAtMs: null, verdictAtMs: null } as const;

function drawn(phase: Partial<PhaseMarks>, requests: readonly RequestRecord[]) {
  return timeline({
    requests,
    directAcks: [],
    phases: [
      { ...marks, name: 'steady', startMs: 0, endMs: 10_000 },
      { ...marks, name: 'moved', ...phase },
    ],
    recoveries: [
      { label: 'moved', fromMs: 10_100, toMs: 12_400, background: false },
      { label: 'redundancy', fromMs: 12_400, toMs: 15_000, background: true },
    ],
    zoneOf: (member) => member,
    totalMs: 20_000,
    binMs: 100,
    lens: { beforeMs: 500, afterMs: 3_000 },
  });
}

/** A write each 10 ms; those due from 12 000 on wait until 12 090. */
const writes = Array.from({ length: 2_000 }, (_, index) => {
  const dueMs = index * 10;
  return request(dueMs, dueMs >= 12_000 && dueMs < 12_090 ? 12_090 : dueMs + 2, 'write');
});

describe('the lens', () => {
  it('of a planned move stands around its longest stall after the hold', () => {
    const { lenses } = drawn({ plannedAtMs: 11_900 }, writes);
    expect(lenses.map(({ phase, fromMs, toMs }) => [phase, fromMs, toMs])).toEqual([
      ['moved', 11_492, 14_992],
    ]);
    expect(lenses[0]?.requests).toHaveLength(350);
    expect(lenses[0]?.requests[0]).toEqual([11_500, 2, 1, 1]);
  });

  it('of a move without a write stands around its beginning', () => {
    const [lens] = drawn({ plannedAtMs: 11_900 }, [request(12_000, 12_004, 'read')]).lenses;
    expect(lens).toMatchObject({ fromMs: 11_400, toMs: 14_900, requests: [[12_000, 4, 0, 1]] });
  });

  it('of a fault stands around the fault', () => {
    const [lens] = drawn({ faultAtMs: 11_000 }, writes).lenses;
    expect(lens).toMatchObject({ fromMs: 10_500, toMs: 14_000 });
  });

  it('shows less time under more load, never less than the moment itself', () => {
    const busy = Array.from({ length: 100_000 }, (_, index) => request(index / 5, 20_000, 'read'));
    const [lens] = drawn({ faultAtMs: 11_000 }, busy).lenses;
    expect(lens?.requests.length).toBeLessThanOrEqual(4_000);
    expect(lens?.requests.length).toBeGreaterThan(3_000);
    expect(lens?.fromMs).toBeLessThan(11_000);
    expect(lens?.toMs).toBeGreaterThan(11_000);
  });
});

it('a planned move’s bar begins when writes are held; another’s stays as it is', () => {
  const starts = (phase: Partial<PhaseMarks>) =>
    drawn(phase, []).recoveries.map(({ fromMs }) => fromMs);
  expect(starts({ plannedAtMs: 11_900 })).toEqual([11_900, 12_400]);
  expect(starts({ faultAtMs: 10_050 })).toEqual([10_100, 12_400]);
});
