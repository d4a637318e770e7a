import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectAck, RequestRecord } from '../types.ts';
import { auditTotals, createComparison } from './audit.ts';
import { longestGap } from './gaps.ts';
import { measurePhase, type PhaseMarks, requestsByPhase } from './phase.ts';
import { timeline } from './timeline.ts';
import { dualWriterMs } from './writers.ts';

const requestArbitrary = fc.record({
  dueMs: fc.integer({ min: 0, max: 5000 }),
  latencyMs: fc.integer({ min: 0, max: 2000 }),
  operation: fc.constantFrom('read' as const, 'write' as const, 'upload' as const),
  client: fc.constantFrom('c1', 'c2', 'c3'),
  outcome: fc.constantFrom(
    'acked' as const,
    'acked' as const,
    'refused' as const,
    'unknown' as const,
  ),
  epoch: fc.constantFrom(1, 2),
});

/** What became of a write in the store: not there, there, twice, or with another content. */
const fateArbitrary = fc.constantFrom('absent', 'present', 'present', 'twice', 'altered');

const logArbitrary = fc
  .array(fc.tuple(requestArbitrary, fateArbitrary), { maxLength: 120 })
  .map((entries) => {
    const requests: RequestRecord[] = [];
    const fates: string[] = [];
    entries.forEach(([entry, fate], number) => {
      const { latencyMs, ...rest } = entry;
      const read = entry.operation === 'read';
      requests.push({
        ...rest,
        endMs: entry.dueMs + latencyMs,
        number,
        key: read ? null : `k${number}`,
        status: entry.outcome === 'acked' ? 200 : null,
        region: null,
        picture: entry.operation === 'upload' ? `sha${number}` : null,
      });
      fates.push(fate);
    });
    return { requests, fates };
  });

function audited(requests: readonly RequestRecord[], fates: readonly string[]) {
  const comparison = createComparison(requests);
  requests.forEach((request, index) => {
    const fate = fates[index];
    if (request.key === null || fate === 'absent') return;
    const altered = fate === 'altered';
    for (let copy = 0; copy < (fate === 'twice' ? 2 : 1); copy += 1) {
      if (request.operation === 'upload') {
        comparison.picture({ key: request.key, sha256: altered ? 'other' : `sha${index}` });
      } else {
        const { key, client, number, picture } = request;
        comparison.order({ id: index, key, client: altered ? 'other' : client, number, picture });
      }
    }
  });
  return comparison.finish(null);
}

describe('figures of any log', () => {
  it('add up: per phase, over the phases, and in the timeline', () => {
    fc.assert(
      fc.property(logArbitrary, fc.integer({ min: 1, max: 4999 }), ({ requests, fates }, cut) => {
        const findings = audited(requests, fates);
        const totals = auditTotals(requests, findings);
        expect(totals.sent).toBe(totals.acked + totals.refused + totals.unknown);
        expect(totals.acked).toBe(totals.found + totals.lost);
        const phases: PhaseMarks[] = [
          { name: 'a', startMs: 0, endMs: cut, faultAtMs: null, verdictAtMs: null },
          { name: 'b', startMs: cut, endMs: 8000, faultAtMs: cut, verdictAtMs: cut },
        ];
        const measured = requestsByPhase(requests, phases).map(
          (own, index) =>
            measurePhase({
              phase: phases[index] as PhaseMarks,
              requests: own,
              allRequests: requests,
              directAcks: [],
              findings,
              salvaged: new Set(),
            }).measured,
        );
        const sum = (of: (figures: (typeof measured)[number]) => number): number =>
          measured.reduce((total, figures) => total + of(figures), 0);
        expect(sum((figures) => figures.sentWrites)).toBe(totals.sent);
        expect(sum((figures) => figures.ackedWrites)).toBe(totals.acked);
        expect(sum((figures) => figures.ackedLost)).toBe(totals.lost);
        expect(sum((figures) => figures.duplicated)).toBe(totals.duplicated);
        const failed = requests.filter((request) => request.outcome !== 'acked').length;
        expect(sum((figures) => figures.clientErrors)).toBe(failed);
        for (const figures of measured) {
          expect(figures.rtoMs).toBeGreaterThanOrEqual(figures.writeOutageMs);
          expect(figures.rtoMs).toBeGreaterThanOrEqual(figures.readOutageMs);
          expect(figures.rpoMs).toBeGreaterThanOrEqual(0);
          if (figures.ackedLost === 0) expect(figures.rpoMs).toBe(0);
        }
        const pictures = timeline({
          requests,
          directAcks: [],
          phases,
          recoveries: [],
          zoneOf: (member) => member,
          totalMs: 4000,
          binMs: 100,
          lens: { beforeMs: 200, afterMs: 500 },
        });
        const total = (bins: readonly number[]): number => bins.reduce((a, b) => a + b, 0);
        expect(total(pictures.answered)).toBe(requests.length - failed);
        expect(total(pictures.failed)).toBe(failed);
      }),
    );
  });

  it('finds the longest gap that a search by brute force finds', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 0, max: 500 }),
        fc.nat(500),
        (acks, fromMs, lengthMs) => {
          const toMs = fromMs + lengthMs;
          const sorted = [...acks].sort((a, b) => a - b);
          const bounds = [fromMs, ...sorted.filter((t) => t >= fromMs && t <= toMs), toMs];
          let longest = 0;
          for (let i = 1; i < bounds.length; i += 1) {
            longest = Math.max(longest, (bounds[i] as number) - (bounds[i - 1] as number));
          }
          const gap = longestGap(sorted, fromMs, toMs);
          expect(gap.toMs - gap.fromMs).toBe(longest);
          expect(sorted.some((t) => t > gap.fromMs && t < gap.toMs)).toBe(false);
        },
      ),
    );
  });
});

describe('two writers', () => {
  const ackArbitrary = fc.record({
    epoch: fc.integer({ min: 1, max: 4 }),
    atMs: fc.integer({ min: 0, max: 1000 }),
  });

  it('is the worst overlap that comparing every pair finds', () => {
    fc.assert(
      fc.property(fc.array(ackArbitrary, { maxLength: 30 }), (acks) => {
        let worst = 0;
        for (const old of acks) {
          for (const young of acks) {
            if (young.epoch > old.epoch) worst = Math.max(worst, old.atMs - young.atMs);
          }
        }
        expect(dualWriterMs(acks, 0, Number.POSITIVE_INFINITY)).toBe(worst);
        const parts = [0, 400, 700].map((fromMs, index) =>
          dualWriterMs(acks, fromMs, [400, 700, Number.POSITIVE_INFINITY][index] as number),
        );
        expect(Math.max(...parts)).toBe(worst);
      }),
    );
  });

  it('draws each writer once for each epoch, and a silence as a silence', () => {
    const acks: DirectAck[] = [0, 20, 40, 1000, 1020].map((atMs) => ({
      member: 'db@a',
      epoch: 1,
      atMs,
    }));
    const drawn = timeline({
      requests: [],
      directAcks: [...acks, { member: 'db@b', epoch: 2, atMs: 500 }],
      phases: [],
      recoveries: [],
      zoneOf: (member) => member.slice(3),
      totalMs: 2000,
      binMs: 100,
      lens: { beforeMs: 0, afterMs: 0 },
    });
    expect(drawn.writers).toEqual([
      { member: 'db@a', zone: 'a', epoch: 1, fromMs: 0, toMs: 40 },
      { member: 'db@b', zone: 'b', epoch: 2, fromMs: 500, toMs: 500 },
      { member: 'db@a', zone: 'a', epoch: 1, fromMs: 1000, toMs: 1020 },
    ]);
    expect(drawn.answered).toHaveLength(20);
  });
});
