import { describe, expect, it } from 'vitest';
import { breakdown, untilFirstWrite } from './breakdown.ts';
import { countProblems, sum } from './facts.ts';
import { keyFigures } from './figures.ts';
import { headline } from './headline.ts';
import { renderTerminal } from './terminal/summary.ts';
import { sampleReport } from './testing/sample.ts';
import {
  crowdedReport,
  emptyReport,
  missedReport,
  steadyReport,
  stoppedReport,
  unservedReport,
} from './testing/variants.ts';
import type { DrillReport, Phase } from './types.ts';
import { phaseVerdict, verdict } from './verdict.ts';
import { worstLine, worstMoments } from './worst.ts';

function changed(report: DrillReport, name: string, change: (phase: Phase) => Phase): DrillReport {
  return {
    ...report,
    phases: report.phases.map((phase) => (phase.name === name ? change(phase) : phase)),
  };
}

describe('verdict and headline', () => {
  it('says that a good drill met its objectives', () => {
    const report = sampleReport();
    expect(verdict(report)).toEqual({ kind: 'met', sign: '✓', word: 'Met', reasons: [] });
    expect(headline(report)).toEqual({
      title: 'A region was lost. The service was back in 0.74 s.',
      context:
        'Drill of eks-failover in the lab: a zone loss, a region loss, the failback and two ' +
        'planned moves, under 28,800 client requests in 48 s.',
      outcome: 'All 5 phases with an objective met it.',
      damage: 'Nothing was lost except 6 writes in the region loss, which its RPO allows.',
    });
  });

  it('names the most serious miss first', () => {
    const report = missedReport();
    expect(verdict(report).kind).toBe('missed');
    expect(headline(report).title).toBe('Two writers at once for 12 ms in the region loss.');
    expect(verdict(report).reasons).toContain(
      'Region loss: 0.74 s until every client was served, over the RTO of 0.5 s',
    );
    expect(headline(report).outcome).toBe(
      'Seven things went wrong; 3 of 5 phases met their objective.',
    );
  });

  it('tells a missed RTO with what is allowed', () => {
    const report = changed(sampleReport(), 'region-loss', (phase) => ({
      ...phase,
      met: false,
      objective: { rtoMs: 500, rpoMs: 60_000 },
    }));
    expect(headline(report).title).toBe('A region was lost. Back in 0.74 s, but 0.5 s is allowed.');
  });

  it('does not believe a phase that calls itself met against its figures', () => {
    const report = changed(sampleReport(), 'switchover', (phase) => ({
      ...phase,
      met: true,
      measured: { ...phase.measured, clientErrors: 2 },
    }));
    expect(verdict(report).reasons).toEqual(['Switchover: 2 requests failed, where none may']);
    expect(headline(report).title).toBe(
      'The switchover was not clean. 2 requests failed, where none may.',
    );
  });

  it('believes a phase that calls itself missed without a figure that shows it', () => {
    const report = changed(sampleReport(), 'failback', (phase) => ({ ...phase, met: false }));
    expect(verdict(report).reasons).toEqual(['Failback: its objective was not met']);
  });

  it.each([
    [
      'unserved',
      unservedReport,
      'missed',
      'A region was lost. The service was not back within 13 s.',
    ],
    ['stopped', stoppedReport, 'stopped', 'The drill was stopped in the region loss.'],
    ['empty', emptyReport, 'nothing-measured', 'No request was sent. Nothing was measured.'],
    ['steady', steadyReport, 'met', 'Nothing was broken. The service answered for 6 s.'],
    ['crowded', crowdedReport, 'met', 'A region was lost. The service was back in 3 h 26 min.'],
  ] as const)('%s', (_, make, kind, title) => {
    const report = make();
    expect(verdict(report).kind).toBe(kind);
    expect(headline(report).title).toBe(title);
  });

  it('holds a broken invariant and a stored refusal against the drill', () => {
    const report = sampleReport();
    const broken: DrillReport = {
      ...report,
      invariants: report.invariants.map((item) => ({
        ...item,
        held: item.name !== 'journal-first',
      })),
      audit: { ...report.audit, refusedPresent: 2, outOfOrder: 1 },
    };
    expect(verdict(broken).reasons).toEqual([
      'Invariant broken: Journal before effect (68 of 68)',
      'Audit: 1 write out of order',
      'Audit: 2 writes stored that the client was told were refused',
    ]);
    expect(headline(broken).title).toBe('An invariant was broken: journal before effect.');
  });

  it('holds it against the drill when clients suffered with nothing broken', () => {
    const report = changed(sampleReport(), 'steady', (phase) => ({
      ...phase,
      measured: { ...phase.measured, clientErrors: 500, ackedLost: 5 },
    }));
    const whole = { ...report, audit: { ...report.audit, lost: report.audit.lost + 5 } };
    expect(verdict(whole)).toMatchObject({
      kind: 'missed',
      reasons: [
        'Steady state: 5 acked writes lost, where none may be',
        'Steady state: 500 requests failed, where none may',
      ],
    });
    expect(headline(whole).title).toBe(
      'The steady state was not clean. 5 acked writes lost, where none may be.',
    );
    expect(headline(whole).damage).toContain('5 writes in the steady state, where none may be');
    expect(renderTerminal(whole, { color: false })).toMatch(/✗ steady state +— +— .* 500 +5 /);
  });

  it('holds lost writes against the drill that no phase accounts for', () => {
    const report = sampleReport();
    const whole = { ...report, audit: { ...report.audit, lost: report.audit.lost + 3 } };
    expect(verdict(whole)).toMatchObject({
      kind: 'missed',
      reasons: ['Audit: 3 acked writes lost that no phase accounts for'],
    });
    expect(headline(whole).title).toBe('3 acked writes lost, and no phase accounts for them.');
    expect(headline(whole).damage).toContain('3 writes that no phase accounts for');
  });

  it('calls the baseline a baseline and a phase that was not judged so', () => {
    const words = stoppedReport().phases.map(phaseVerdict);
    expect(words).toEqual(['baseline', 'met', 'not judged']);
  });
});

describe('key figures', () => {
  it('has four, each with a verdict in words', () => {
    expect(keyFigures(sampleReport()).map((figure) => `${figure.value} ${figure.unit}`)).toEqual([
      '0.74 s',
      '6 writes',
      '0 errors',
      '0 ms',
    ]);
    expect(keyFigures(missedReport()).map((figure) => figure.met)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(keyFigures(emptyReport()).map((figure) => figure.met)).toEqual([null, null, null, null]);
  });
});

describe('what was lost', () => {
  it('is told of rows and of files where they differ', () => {
    const report = changed(sampleReport(), 'region-loss', (phase) => ({
      ...phase,
      measured: { ...phase.measured, rpoMs: 6.1, rpoByStore: { rows: 6.1, files: 420 } },
    }));
    expect(keyFigures(report)[1]?.note).toBe('6.1 ms of writes, 0.42 s of files; RPO of 1 min met');
  });
});

describe('where the time went', () => {
  it('adds up to what clients saw, in every phase', () => {
    for (const phase of sampleReport().phases.slice(1)) {
      const parts = breakdown(phase);
      const whole = phase.faultAtMs === null ? phase.measured.writeOutageMs : phase.measured.rtoMs;
      expect(sum(parts.map((part) => part.tookMs))).toBeCloseTo(whole, 6);
      expect(sum(untilFirstWrite(phase).map((part) => part.tookMs))).toBeCloseTo(
        phase.measured.writeOutageMs,
        6,
      );
      for (const [index, part] of parts.entries()) {
        const before = parts.slice(0, index);
        expect(part.startMs).toBeCloseTo(sum(before.map((item) => item.tookMs)), 6);
        expect(part.tookMs).toBeGreaterThan(0);
      }
    }
  });

  it('is the pictures sample: detection, fence, promote, reconnect, last clients', () => {
    const regionLoss = sampleReport().phases.find((phase) => phase.name === 'region-loss');
    const parts = regionLoss === undefined ? [] : breakdown(regionLoss);
    expect(parts.map((part) => [part.title, part.tookMs, part.expectedMs])).toEqual([
      ['Detection', 561, 560],
      ['Fence wait', 62, 74],
      ['Promote', 14, 16],
      ['Reconnect', 67, 76],
      ['Last clients', 34, 44],
    ]);
  });

  it('adds up without steps, and with a pause that is shorter than the steps', () => {
    const report = sampleReport();
    const bare = changed(report, 'region-loss', (phase) => ({ ...phase, steps: [] }));
    const short = changed(bare, 'failback', (phase) => ({
      ...phase,
      measured: { ...phase.measured, writeOutageMs: 40, rtoMs: 40 },
    }));
    for (const phase of short.phases.slice(1)) {
      const whole = phase.faultAtMs === null ? phase.measured.writeOutageMs : phase.measured.rtoMs;
      expect(sum(breakdown(phase).map((part) => part.tookMs))).toBeCloseTo(whole, 6);
    }
  });
});

describe('worst moments', () => {
  it('gives a cause and a lever for each, the worst first', () => {
    const moments = worstMoments(sampleReport());
    expect(moments[0]?.title).toMatch(/^\d+ requests failed in the region loss$/);
    expect(moments[0]?.why).toBe(
      'Detection took 76 % of the outage. Probing every 125 ms instead of 250 ms would save ' +
        'about 375 ms, and call a slow link dead sooner.',
    );
    expect(moments.every((moment) => moment.why.length > 20)).toBe(true);
  });
  it('says of failed requests when, with which answer, and what the plan did meanwhile', () => {
    const failures = [
      { status: null, count: 52, firstMs: 6_010, lastMs: 6_540 },
      { status: 503, count: 6, firstMs: 6_590, lastMs: 6_640 },
    ];
    const why = (name: string, change: Partial<Phase['measured']>): string | undefined =>
      worstMoments(
        changed(sampleReport(), name, (phase) => ({
          ...phase,
          measured: { ...phase.measured, failures, ...change },
        })),
      ).find(({ title }) => title.endsWith(`failed in the ${name.replace('-', ' ')}`))?.why;
    // Detection was not most of it, so no lever is known: only what was seen.
    expect(why('zone-loss', { detectionMs: 100, readOutageMs: 0 })).toBe(
      'Reads went on. 52 without an answer and 6 with status 503, due between +10 ms and ' +
        '+640 ms; meanwhile ran detect us-east-1a, orders-db/fence, orders-db/promote and ' +
        'entry/verify.',
    );
    const one = [{ status: 503, count: 1, firstMs: 30_010, lastMs: 30_010 }];
    expect(why('failback', { clientErrors: 1, failures: one })).toContain(
      'All with status 503, due at +10 ms; ',
    );
  });
  it('puts two writers before everything and names failed steps', () => {
    const titles = worstMoments(missedReport()).map((moment) => moment.title);
    expect(titles[0]).toBe('Two writers at once for 12 ms in the region loss');
    expect(titles).toContain('entry/admit failed in the switchover');
    expect(titles).toContain('2 orders without the picture in the region loss');
  });
  it('says so when nothing hurt', () => {
    expect(worstMoments(emptyReport())).toEqual([]);
    expect(worstLine(steadyReport())).toBe('nothing failed, nothing was slow');
  });
});

describe('counts', () => {
  it('agree in the sample and are named where they do not', () => {
    expect(countProblems(sampleReport())).toEqual([]);
    const report = sampleReport();
    const wrong = { ...report, audit: { ...report.audit, found: report.audit.found - 1 } };
    expect(countProblems(wrong)).toHaveLength(1);
  });
});
