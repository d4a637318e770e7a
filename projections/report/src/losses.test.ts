/** What was lost, or stopped, where nothing may be: judged by what was counted, told as it is. */
import { describe, expect, it, test } from 'vitest';
import { keyFigures } from './figures.ts';
import { headline } from './headline.ts';
import { renderHtml } from './html/page.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal } from './terminal/summary.ts';
import { sampleReport } from './testing/sample.ts';
import type { DrillReport, LossReason, Measured, Phase } from './types.ts';
import { missesOf, phaseVerdict, verdict } from './verdict.ts';
import { invariantWords } from './words.ts';
import { worstLine, worstMoments } from './worst.ts';

const fonts = { regular: 'd09GMg==', semibold: 'd09GMg==', bold: 'd09GMg==' };

function phaseOf(name: string): Phase {
  const phase = sampleReport().phases.find((each) => each.name === name);
  if (phase === undefined) throw new Error(name);
  return phase;
}

/** The sample with one phase that went otherwise. */
function reportWith(changed: Phase, name = changed.name): DrillReport {
  const report = sampleReport();
  const phases = report.phases.map((phase) => (phase.name === name ? changed : phase));
  const lost = phases.reduce((total, phase) => total + phase.measured.ackedLost, 0);
  const audit = { ...report.audit, lost, found: report.audit.acked - lost };
  return { ...report, audit, phases, worst: [] };
}

function measured(phase: Phase, figures: Partial<Measured>): Phase {
  return { ...phase, measured: { ...phase.measured, ...figures } };
}

/** One write is lost, and a later one of the same epoch survived. */
function losing(
  name: string,
  { reason = 'row', salvaged = true }: { reason?: LossReason; salvaged?: boolean | null } = {},
): Phase {
  const phase = measured(phaseOf(name), { ackedLost: 1, rpoMs: 0 });
  const write = { id: 'a order 7', key: 'k7', client: 'a', beforeFaultMs: 12, salvaged, reason };
  return { ...phase, lostWrites: [write], salvaged };
}

describe('an RPO of 0', () => {
  const lost = losing('zone-loss');

  it('is missed by one lost write, also where a later one survived', () => {
    expect(missesOf(lost)).toEqual(['zone loss: 1 acked write lost, where none may be']);
    expect(phaseVerdict(lost)).toBe('missed');
    const report = reportWith(lost);
    expect(verdict(report).kind).toBe('missed');
    expect(headline(report).title).toBe('A zone was lost. 1 acked write lost, where none may be.');
    expect(headline(report).damage).toContain('1 write in the zone loss, which its RPO does not');
    const only = { ...report, audit: { ...report.audit, lost: 1 }, phases: [lost] };
    expect(keyFigures(only)[1]).toMatchObject({ met: false });
  });

  it('is not one of an hour, which allows it', () => {
    const allowed = { ...lost, objective: { rtoMs: 120_000, rpoMs: 3_600_000 } };
    expect(missesOf(allowed)).toEqual([]);
  });

  it('is met where nothing was lost', () => {
    expect(missesOf(phaseOf('zone-loss'))).toEqual([]);
  });
});

describe('a fault that should stop nobody', () => {
  const calm: Phase = {
    ...measured(phaseOf('zone-loss'), {
      detectionMs: null,
      afterDetectionMs: null,
      clientErrors: 0,
      rtoMs: 9,
      writeOutageMs: 9,
    }),
    name: 'witness-loss',
    fault: 'witness-loss',
    intent: null,
    harmless: true,
    objective: { rtoMs: 5_000, rpoMs: 0 },
    steps: [],
    runs: [],
  };

  it('is met when it stopped nobody', () => {
    expect(missesOf(calm)).toEqual([]);
    expect(verdict(reportWith(calm, 'zone-loss')).kind).toBe('met');
  });

  test.each<[string, Phase, string]>([
    [
      'an outage of 15 s',
      measured(calm, { clientErrors: 3_000, rtoMs: 15_000, writeOutageMs: 15_000 }),
      'witness loss: 3,000 requests failed, where none may',
    ],
    [
      'one failed request',
      measured(calm, { clientErrors: 1 }),
      'witness loss: 1 request failed, where none may',
    ],
    [
      'a recovery',
      { ...calm, runs: ['r-1'] },
      'witness loss: taken for a loss, where nothing is to be recovered',
    ],
    [
      'a wrong verdict',
      measured(calm, { detectionMs: 700 }),
      'witness loss: taken for a loss, where nothing is to be recovered',
    ],
    [
      'a lost write',
      measured(calm, { ackedLost: 1 }),
      'witness loss: 1 acked write lost, where none may be',
    ],
  ])('is missed by %s', (_name, phase, reason) => {
    expect(missesOf(phase)).toContain(reason);
    expect(verdict(reportWith(phase, 'zone-loss')).kind).toBe('missed');
  });

  it('is not told as an outage of a step that there was none of', () => {
    const failed = reportWith(measured(calm, { clientErrors: 4 }), 'zone-loss');
    const moment = worstMoments(failed).find(({ title }) => title.includes('witness loss'));
    expect(moment?.why).toContain('it should stop nobody');
  });

  it('is told beside the processors, where none was free', () => {
    const failed = measured(calm, { clientErrors: 4 });
    const why = (share: number | null): string =>
      worstMoments(reportWith({ ...failed, busyShare: share }, 'zone-loss')).find(({ title }) =>
        title.includes('witness loss'),
      )?.why ?? '';
    expect(why(0.98)).toContain("98 % of the machine's processors were in use");
    expect([why(0.5), why(null)].join()).not.toContain('processors');
  });

  it('may fail requests where it is a loss', () => {
    expect(missesOf(phaseOf('region-loss'))).toEqual([]);
    expect(phaseOf('region-loss').measured.clientErrors).toBeGreaterThan(0);
  });
});

describe('why writes were lost', () => {
  const asynchronous = 'They had not crossed the asynchronous link.';
  const whyOf = (phase: Phase): string => {
    const found = worstMoments(reportWith(phase)).find(({ title }) => title.includes('lost'));
    if (found === undefined) throw new Error('it is not told');
    return found.why;
  };

  test.each<[string, Phase, string]>([
    ['a region loss', losing('region-loss'), asynchronous],
    [
      'files of a region loss',
      losing('region-loss', { reason: 'file' }),
      'Files cross the link apart from the rows',
    ],
    ['a zone loss', losing('zone-loss'), 'A commit waits for the copy in another zone'],
    ['files of a zone loss', losing('zone-loss', { reason: 'file' }), 'whose file store'],
    ['a failback', losing('failback'), 'A planned move waits until the other side has all'],
    ['a cut link', { ...losing('zone-loss'), harmless: true }, 'Nothing that holds writes'],
    [
      'a drill that could not look',
      losing('region-loss', { reason: 'unseen', salvaged: null }),
      'The drill ended before anybody could look',
    ],
  ])('%s', (_name, phase, why) => {
    expect(whyOf(phase)).toContain(why);
    if (why !== asynchronous) expect(whyOf(phase)).not.toContain(asynchronous);
  });

  it('puts writes that may not be lost before any outage', () => {
    expect(worstMoments(reportWith(losing('failback')))[0]?.title).toContain(
      'lost in the failback',
    );
    expect(worstLine(reportWith(losing('failback')))).toContain('lost in the failback');
  });
});

describe('writes that no salvage has looked for', () => {
  const report = reportWith(losing('region-loss', { salvaged: null }));

  it('are not told as gone, nor as kept', () => {
    const texts = [
      renderHtml(report, { fonts }),
      renderTerminal(report, { color: false }),
      renderMarkdown(report),
      JSON.stringify([headline(report), worstMoments(report), keyFigures(report)]),
    ].join('\n');
    expect(texts).not.toMatch(/for good|are gone|kept all|kept them all|did not find/);
    expect(texts).toContain('not looked for yet');
    expect(headline(report).damage).toContain('No salvage has looked for them yet');
    expect(verdict(report).kind).toBe('met');
  });

  it('are gone once one has looked in vain', () => {
    const gone = reportWith(losing('region-loss', { salvaged: false }));
    expect(verdict(gone).kind).toBe('missed');
    expect(headline(gone).title).toBe('1 acked write lost for good in the region loss.');
  });
});

describe('invariants that nothing asked for', () => {
  const { invariants } = sampleReport();
  const asked = invariants.map((each, index) => ({ ...each, asked: index < 2 ? 3 : 0 }));

  it('do not count as held', () => {
    expect(invariantWords(invariants)).toBe('6 of 6 held');
    expect(invariantWords(asked)).toBe('2 held, 4 had nothing to judge');
    const report = { ...sampleReport(), invariants: asked };
    expect(renderTerminal(report, { color: false })).toContain('2 held, 4 had nothing to judge');
    expect(renderMarkdown(report)).toContain('2 held, 4 had nothing to judge');
    const page = renderHtml(report, { fonts });
    expect(page.match(/aria-label="Held"/g)).toHaveLength(2);
    expect(page.match(/aria-label="Nothing to judge"/g)).toHaveLength(4);
    expect(page).toContain('Invariants: 2 of 6 held');
  });

  it('are broken whatever they were asked', () => {
    const broken = asked.map((each) => ({ ...each, held: each.asked > 0 }));
    expect(invariantWords(broken)).toBe('2 of 6 held');
  });
});
