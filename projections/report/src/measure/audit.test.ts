import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../types.ts';
import { auditTotals, createComparison, lostWrites, mergeFindings, unseenAsLost } from './audit.ts';

function order(number: number, change: Partial<RequestRecord> = {}): RequestRecord {
  return {
    dueMs: number * 10,
    endMs: number * 10 + 4,
    operation: 'write',
    client: 'c1',
    number,
    key: `r.c1.${number}`,
    outcome: 'acked',
    status: 201,
    epoch: 1,
    region: 'east',
    picture: null,
    ...change,
  };
}

const row = (id: number, request: RequestRecord) => ({
  id,
  key: request.key as string,
  client: request.client,
  number: request.number,
  picture: request.picture,
});

describe('the audit', () => {
  it('tells what is there, gone, altered, twice, and there although the client was told no', () => {
    const requests = [
      order(1),
      order(2),
      order(3),
      order(4),
      order(5, { outcome: 'refused' }),
      order(6, { outcome: 'unknown' }),
      order(7, { outcome: 'unknown' }),
    ];
    const comparison = createComparison(requests);
    const [first, , third, fourth, fifth, sixth] = requests as [
      RequestRecord,
      RequestRecord,
      RequestRecord,
      RequestRecord,
      RequestRecord,
      RequestRecord,
    ];
    comparison.order(row(1, first));
    comparison.order({ ...row(3, third), picture: 'another' });
    comparison.order(row(4, fourth));
    comparison.order(row(5, fourth));
    comparison.order(row(6, fifth));
    comparison.order(row(7, sixth));
    comparison.order({ ...row(8, first), key: 'a key of nobody' });
    comparison.order({ ...row(9, first), key: 'r.c1.8', number: 8 });
    const findings = comparison.finish(null);
    expect([...findings.found]).toEqual(['r.c1.1', 'r.c1.4']);
    expect([...findings.lost]).toEqual([
      ['r.c1.2', 'row'],
      ['r.c1.3', 'altered'],
    ]);
    expect(findings.duplicated).toEqual(['r.c1.4', 'r.c1.1']);
    expect(findings.refusedPresent).toEqual(['r.c1.5']);
    expect(findings.unknownPresent).toEqual(['r.c1.6']);
    expect(findings.unlisted).toBe(1);
    expect(auditTotals(requests, findings)).toMatchObject({ sent: 7, acked: 4, found: 2, lost: 2 });
    expect(lostWrites(requests, findings, new Set(['r.c1.2']), 50)).toMatchObject([
      { id: 'c1 order 2', key: 'r.c1.2', beforeFaultMs: 26, salvaged: true },
      { id: 'c1 order 3', beforeFaultMs: 16, salvaged: false },
    ]);
  });

  it('wants rising ids only where one order was acknowledged before the next was due', () => {
    const requests = [order(1), order(2, { endMs: 400 }), order(3, { endMs: 34 }), order(5)];
    const ids = [10, 13, 12, 11];
    const comparison = createComparison(requests);
    requests.forEach((request, index) => {
      comparison.order(row(ids[index] as number, request));
    });
    expect(comparison.finish(null).outOfOrder).toEqual(['r.c1.5']);
  });

  it('wants an upload’s row and its file, and finds references that dangle', () => {
    const upload = (number: number): RequestRecord =>
      order(number, { operation: 'upload', key: `r.c1.p${number}`, picture: `sha${number}` });
    const requests = [
      upload(1),
      upload(2),
      upload(3),
      order(1, { picture: 'sha1' }),
      order(2, { picture: 'sha2' }),
      order(3, { picture: 'sha3' }),
    ];
    const comparison = createComparison(requests);
    comparison.picture({ key: 'r.c1.p1', sha256: 'sha1' });
    comparison.picture({ key: 'r.c1.p2', sha256: 'sha2' });
    for (const request of requests.slice(3)) comparison.order(row(request.number, request));
    const findings = comparison.finish(new Set(['sha1']));
    expect([...findings.lost]).toEqual([
      ['r.c1.p2', 'file'],
      ['r.c1.p3', 'row'],
    ]);
    expect(findings.dangling).toEqual([
      { from: 'r.c1.2', to: 'file sha2' },
      { from: 'r.c1.3', to: 'picture sha3' },
    ]);
    // A phase finds its own among them by the keys that its clients sent.
    const keys = new Set(requests.map((request) => request.key));
    expect(findings.dangling.every(({ from }) => keys.has(from))).toBe(true);
  });

  it('counts as lost what any audit missed, though a failback brought it back', () => {
    const requests = [order(1), order(2), order(3)];
    const audited = (present: readonly RequestRecord[], of: readonly RequestRecord[]) => {
      const comparison = createComparison(of);
      for (const request of present) comparison.order(row(request.number, request));
      return comparison.finish(null);
    };
    const earlier = audited(requests.slice(0, 1), requests.slice(0, 2));
    const merged = mergeFindings(earlier, audited(requests, requests));
    expect([...merged.found]).toEqual(['r.c1.1', 'r.c1.3']);
    expect([...merged.lost]).toEqual([['r.c1.2', 'row']]);
    expect(auditTotals(requests, merged)).toMatchObject({ acked: 3, found: 2, lost: 1 });
  });

  it('counts as lost what was acked and could not be looked for any more', () => {
    const requests = [order(1), order(2), order(3, { outcome: 'unknown' })];
    const comparison = createComparison(requests.slice(0, 1));
    comparison.order(row(1, order(1)));
    const findings = unseenAsLost(comparison.finish(null), requests);
    expect(auditTotals(requests, findings)).toMatchObject({ acked: 2, found: 1, lost: 1 });
    expect(auditTotals(requests, unseenAsLost(null, requests))).toMatchObject({ lost: 2 });
  });

  it('names what it counts, as keys', () => {
    const requests = [
      order(1),
      order(2, { outcome: 'unknown' }),
      order(3, { outcome: 'refused' }),
      order(4, { outcome: 'unknown' }),
    ];
    const comparison = createComparison(requests);
    for (const [id, number] of [1, 1, 2, 3].entries()) {
      comparison.order(row(id, requests[number - 1] ?? order(number)));
    }
    expect(auditTotals(requests, comparison.finish(null))).toMatchObject({
      duplicated: 1,
      duplicatedWrites: ['r.c1.1'],
      refusedPresent: 1,
      refusedPresentWrites: ['r.c1.3'],
      unknown: 2,
      unknownPresent: 1,
      unknownPresentWrites: ['r.c1.2'],
      outOfOrderWrites: [],
    });
  });

  it('refuses findings of another ledger: sums that do not add up', () => {
    const findings = createComparison([]).finish(null);
    expect(() => auditTotals([order(1)], findings)).toThrow('does not add up');
  });
});
