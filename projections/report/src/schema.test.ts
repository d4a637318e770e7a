import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport, reportJsonSchema } from './schema.ts';
import { sampleReport } from './testing/sample.ts';
import { variants } from './testing/variants.ts';

const schemaFile = new URL('../report.schema.json', import.meta.url);

describe('report.schema.json', () => {
  it('is what the schema makes (UPDATE_GOLDEN=1 rewrites it)', () => {
    const schema = reportJsonSchema();
    if (process.env.UPDATE_GOLDEN === '1') {
      writeFileSync(schemaFile, schema);
    }
    expect(readFileSync(schemaFile, 'utf8')).toBe(schema);
  });
});

describe('parseReport', () => {
  it.each(Object.entries(variants()))('reads %s back as it was written', (_, report) => {
    const parsed = parseReport(JSON.parse(JSON.stringify(report)));
    // Equal means also that no field of the types is missing from the schema.
    expect(parsed).toEqual({ ok: true, report });
  });

  it('names the path of what is wrong', () => {
    const report = sampleReport();
    const parsed = parseReport({
      ...report,
      schemaVersion: 2,
      audit: { ...report.audit, lost: -1 },
    });
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.split(':')[0])).toEqual([
      'schemaVersion',
      'audit.lost',
    ]);
    expect(parseReport(null).ok).toBe(false);
  });

  it('holds the machine-readable contract, names and all', () => {
    const report: unknown = JSON.parse(JSON.stringify(sampleReport()));
    const measured = {
      detectionMs: expect.any(Number),
      writeOutageMs: expect.any(Number),
      afterDetectionMs: expect.any(Number),
      readOutageMs: expect.any(Number),
      rtoMs: expect.any(Number),
      rpoMs: expect.any(Number),
      clientErrors: expect.any(Number),
      ackedWrites: expect.any(Number),
      ackedLost: expect.any(Number),
      duplicated: expect.any(Number),
      dualWriterMs: expect.any(Number),
    };
    const step = {
      id: expect.any(String),
      startMs: expect.any(Number),
      endMs: expect.any(Number),
      expectedMs: expect.any(Number),
      outcome: 'done',
    };
    expect(report).toMatchObject({
      schemaVersion: 1,
      platform: 'eks-failover',
      world: 'lab',
      totalMs: expect.any(Number),
      phases: expect.arrayContaining([
        expect.objectContaining({
          name: 'region-loss',
          fault: 'region-loss',
          intent: 'failover',
          objective: { rtoMs: 900_000, rpoMs: 60_000 },
          predicted: expect.objectContaining({ rtoMs: 770 }),
          measured: expect.objectContaining(measured),
          steps: expect.arrayContaining([expect.objectContaining(step)]),
          met: true,
        }),
      ]),
      audit: {
        acked: expect.any(Number),
        found: expect.any(Number),
        lost: 6,
        duplicated: 0,
        unknownPresent: 3,
      },
      invariants: expect.arrayContaining([
        {
          name: 'one-writer',
          held: true,
          title: expect.any(String),
          figure: expect.any(String),
          detail: expect.any(String),
        },
      ]),
    });
    expect(sampleReport().phases.map((phase) => phase.name)).toEqual([
      'steady',
      'zone-loss',
      'region-loss',
      'failback',
      'switchover',
      'switchback',
    ]);
  });
});
