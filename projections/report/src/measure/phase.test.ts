import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../types.ts';
import { type AuditFindings, createComparison } from './audit.ts';
import { measurePhase, type PhaseMarks, requestsByPhase } from './phase.ts';

/** One write and one read each 10 ms, answered 4 ms later, unless `change` says otherwise. */
function load(
  lengthMs: number,
  change: (request: RequestRecord) => Partial<RequestRecord> = () => ({}),
): readonly RequestRecord[] {
  const requests: RequestRecord[] = [];
  for (let dueMs = 0; dueMs < lengthMs; dueMs += 10) {
    for (const operation of ['write', 'read'] as const) {
      const plain: RequestRecord = {
        dueMs,
        endMs: dueMs + 4,
        operation,
        client: 'c1',
        number: dueMs / 10,
        key: operation === 'write' ? `k${dueMs / 10}` : null,
        outcome: 'acked',
        status: operation === 'write' ? 201 : 200,
        epoch: 1,
        region: 'east',
        picture: null,
      };
      requests.push({ ...plain, ...change(plain) });
    }
  }
  return requests;
}

/** Everything that was acked is there, but for what `lost` names. */
function findings(
  requests: readonly RequestRecord[],
  lost: (request: RequestRecord) => boolean = () => false,
): AuditFindings {
  const comparison = createComparison(requests);
  for (const [index, request] of requests.entries()) {
    if (request.key === null || request.outcome !== 'acked' || lost(request)) continue;
    const { key, client, number, picture } = request;
    comparison.order({ id: index, key, client, number, picture });
  }
  return comparison.finish(null);
}

function measure(
  requests: readonly RequestRecord[],
  marks: Partial<PhaseMarks> & { readonly endMs: number },
  lost?: (request: RequestRecord) => boolean,
) {
  return measurePhase({
    phase: { name: 'phase', startMs: 0, faultAtMs: null, verdictAtMs: null, ...marks },
    requests,
    allRequests: requests,
    directAcks: [],
    findings: findings(requests, lost),
    salvaged: new Set(),
  });
}

/** All that is due in [from, to) fails at its time-out. */
const failsBetween =
  (fromMs: number, toMs: number) =>
  (request: RequestRecord): Partial<RequestRecord> =>
    request.dueMs >= fromMs && request.dueMs < toMs
      ? { endMs: request.dueMs + 2000, outcome: 'unknown', status: null, epoch: null }
      : {};

describe('an unplanned loss', () => {
  it('counts the outage from the fault to the first accepted write, and the rest from it', () => {
    const requests = load(6000, failsBetween(1000, 1900));
    const { measured } = measure(requests, { endMs: 6000, faultAtMs: 1001, verdictAtMs: 1700 });
    expect(measured).toMatchObject({
      detectionMs: 699,
      writeOutageMs: 1904 - 1001,
      afterDetectionMs: 1904 - 1700,
      readOutageMs: 1904 - 1001,
      rtoMs: 1904 - 1001,
      rpoMs: 0,
      recovered: true,
      clientErrors: 180,
      failures: [expect.objectContaining({ count: 180 })],
      sentWrites: 600,
      ackedWrites: 510,
      ackedLost: 0,
    });
  });

  it('counts from the fault although answers trickle in for a while after it', () => {
    const requests = load(4000, failsBetween(1060, 1500));
    expect(measure(requests, { endMs: 4000, faultAtMs: 1000 }).measured.writeOutageMs).toBe(504);
  });

  it('counts only the silence when clients were served after the fault', () => {
    const requests = load(4000, failsBetween(1400, 1500));
    const { measured } = measure(requests, { endMs: 4000, faultAtMs: 1000 });
    expect(measured.writeOutageMs).toBe(1504 - 1394);
    expect(measured.rtoMs).toBe(504);
  });

  it('sees no outage when nothing stopped', () => {
    const { measured } = measure(load(4000), { endMs: 4000, faultAtMs: 1001, verdictAtMs: 1300 });
    expect(measured.writeOutageMs).toBeLessThanOrEqual(13);
    expect(measured.rtoMs).toBeLessThanOrEqual(13);
    expect(measured.afterDetectionMs).toBe(4);
    expect(measured.clientErrors).toBe(0);
  });

  it('is counted from the fault when writes had stalled before it', () => {
    const requests = load(4000, failsBetween(800, 1500));
    expect(measure(requests, { endMs: 4000, faultAtMs: 1000 }).measured.writeOutageMs).toBe(504);
  });

  it('waits for the last client: one late failure moves the objective, not the outage', () => {
    const requests = load(6000, (request) =>
      request.dueMs === 3000 && request.operation === 'read'
        ? { outcome: 'refused', status: 503 }
        : failsBetween(1000, 1500)(request),
    );
    const { measured } = measure(requests, { endMs: 6000, faultAtMs: 1000 });
    expect(measured.writeOutageMs).toBe(504);
    expect(measured.rtoMs).toBe(3014 - 1000);
  });

  it('lasts to the end of the phase when nothing comes back, and says so', () => {
    const requests = load(4000, failsBetween(1000, 4000));
    const { measured } = measure(requests, { endMs: 4000, faultAtMs: 1000, verdictAtMs: 1700 });
    expect(measured).toMatchObject({
      writeOutageMs: 3000,
      readOutageMs: 3000,
      rtoMs: 3000,
      afterDetectionMs: null,
      recovered: false,
    });
  });

  it('has not recovered while reads fail, whatever writes do', () => {
    const requests = load(4000, (request) =>
      request.operation === 'read' ? failsBetween(1000, 4000)(request) : {},
    );
    const { measured } = measure(requests, { endMs: 4000, faultAtMs: 1000 });
    expect(measured.recovered).toBe(false);
    expect(measured.writeOutageMs).toBeLessThanOrEqual(14);
    expect(measured.rtoMs).toBe(3000);
  });
});

describe('a planned move', () => {
  it('reports the longest stall, and no detection', () => {
    const requests = load(4000, (request) =>
      request.operation === 'write' && request.dueMs >= 2000 && request.dueMs < 2080
        ? { endMs: 2085 }
        : {},
    );
    expect(measure(requests, { endMs: 4000 }).measured).toMatchObject({
      detectionMs: null,
      afterDetectionMs: null,
      writeOutageMs: 2084 - 1994,
      readOutageMs: 10,
      rtoMs: 90,
      clientErrors: 0,
      recovered: true,
    });
  });
});

describe('data loss', () => {
  it('is fault minus the newest surviving commit of the old epoch', () => {
    const requests = load(6000, (request) => {
      if (request.dueMs >= 1900) return { epoch: 2 };
      return failsBetween(1000, 1900)(request);
    });
    const { measured, lostWrites, salvaged } = measure(
      requests,
      { endMs: 6000, faultAtMs: 1000 },
      (request) => request.dueMs >= 950 && request.dueMs < 1000,
    );
    expect(measured.rpoMs).toBe(1000 - 944);
    expect(measured.ackedLost).toBe(5);
    expect(lostWrites.map((write) => write.beforeFaultMs)).toEqual([46, 36, 26, 16, 6]);
    expect(salvaged).toBe(false);
  });

  it('is never negative: a partitioned writer may go on after the cut', () => {
    const requests = load(6000, (request) => (request.dueMs >= 1900 ? { epoch: 2 } : {}));
    const { measured } = measure(
      requests,
      { endMs: 6000, faultAtMs: 1000 },
      (request) => request.dueMs >= 1200 && request.dueMs < 1300,
    );
    expect(measured.rpoMs).toBe(0);
    expect(measured.ackedLost).toBe(10);
  });

  it('is told too when only files were lost: an acked upload is an acked write', () => {
    const requests = load(6000, (request) => {
      if (request.dueMs >= 1900) return { epoch: 2 };
      return failsBetween(1000, 1900)(request);
    });
    const byRow = findings(requests, ({ dueMs }) => dueMs >= 950 && dueMs < 1000);
    const byFile = new Map([...byRow.lost.keys()].map((key) => [key, 'file' as const]));
    const { measured } = measurePhase({
      phase: { name: 'phase', startMs: 0, endMs: 6000, faultAtMs: 1000, verdictAtMs: null },
      requests,
      allRequests: requests,
      directAcks: [],
      findings: { ...byRow, lost: byFile },
      salvaged: new Set(),
    });
    // The newest row survived, so the records were thrown back by no more than its age.
    expect(measured.rpoMs).toBe(1000 - 994);
    expect(measured.rpoByStore?.rows).toBe(0);
    expect(measured.rpoByStore?.files).toBeGreaterThan(0);
    expect(measured.ackedLost).toBe(5);
  });
});

it('gives each request to the last phase that had started when it was due', () => {
  const marks = (name: string, startMs: number, endMs: number): PhaseMarks => ({
    name,
    startMs,
    endMs,
    faultAtMs: null,
    verdictAtMs: null,
  });
  const split = requestsByPhase(load(300), [marks('a', 50, 100), marks('b', 100, 200)]);
  expect(split.map((requests) => requests.length)).toEqual([20, 40]);
  expect(() => requestsByPhase([], [marks('a', 2, 3), marks('b', 1, 2)])).toThrow('in the order');
});
