import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labTimings, openJournal } from '@outrigger/lab';
import { type JournalRecord, type Timings, timingKey } from '@outrigger/recovery';
import { readTimings } from '@outrigger/sim';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { width } from '../layout.ts';
import { expectGolden, run, testdata } from '../testing.ts';

interface Report {
  run: string;
  world: string;
  schemaVersion: number;
  environment: { settings?: { [name: string]: number } };
  phases: { steps: { id: string; startMs: number; endMs: number }[] }[];
}

/** A full drill of the lab, as it was written, without its pictures' data. */
const full = readFileSync(join(testdata, 'drills/full.json'), 'utf8');
const journal = readFileSync(join(testdata, 'lab/run-done.json'), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-calibrate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Steps of the drill take `factor` times as long. */
function drill(name: string, factor = 1, change: (report: Report) => void = () => undefined): void {
  const report: Report = JSON.parse(full);
  report.run = name;
  for (const { steps } of report.phases) {
    for (const step of steps) step.endMs = step.startMs + factor * (step.endMs - step.startMs);
  }
  change(report);
  mkdirSync(join(folder, 'reports', name), { recursive: true });
  writeFileSync(join(folder, 'reports', name, 'report.json'), JSON.stringify(report));
}

function threeDrills(): void {
  for (const [index, factor] of [0.9, 1, 1.1].entries()) drill(`drill-${index}`, factor);
}

async function calibrate(...words: readonly string[]) {
  return run(['calibrate', ...words], { folder });
}

interface Row {
  readonly kind: string;
  readonly verb: string;
  readonly during?: object;
  readonly distribution: { readonly median: number; readonly value?: number };
  readonly n?: number;
  readonly drills?: number;
  readonly was?: { readonly distribution: { readonly median: number }; readonly source: string };
}

async function rowsOf(...words: readonly string[]): Promise<readonly Row[]> {
  const { stdout, stderr } = await calibrate(...words, '--json');
  expect(stderr).toBe('');
  const answer: { timings: readonly Row[] } = JSON.parse(stdout);
  return answer.timings;
}

const promotion = ({ kind, verb, during }: Row) =>
  kind === 'postgres' && verb === 'promote' && during === undefined;

describe('what drills measured', () => {
  test('is fitted; how often, and what stood there before, beside it', async () => {
    threeDrills();
    const row = (await rowsOf()).find(promotion);
    // A zone loss and a region loss in each drill: 55.3 ms and 40.3 ms, times 0.9 to 1.1.
    expect(row).toMatchObject({
      unit: 'ms',
      basis: 'measured',
      source: 'measured in 3 drills of eks-failover, 2026-11-21',
      n: 6,
    });
    expect(row?.distribution.median).toBeCloseTo((1.1 * 40.3 + 0.9 * 55.3) / 2, 0);
    const old = labTimings.timings.find((row) => row.kind === 'postgres' && row.verb === 'promote');
    expect(row?.was?.source).toBe(old?.source);
  });

  test('how far copies were behind when their region was lost, store by store', async () => {
    threeDrills();
    const rows = await rowsOf();
    const lags = rows.filter(({ verb, n }) => verb === 'lag' && n !== undefined);
    // Approved 486 ms after the loss at 495 and 538 ms: it was 9 and 52 ms when that struck.
    expect(lags).toMatchObject([
      { kind: 'postgres', n: 3, drills: 3, distribution: { kind: 'constant' } },
      { kind: 'file-store', n: 3, drills: 3, distribution: { kind: 'constant' } },
    ]);
    expect(lags.map(({ distribution }) => Math.round(distribution.value ?? 0))).toEqual([9, 52]);
    const old = labTimings.timings.find(({ verb }) => verb === 'lag');
    for (const { was } of lags) expect(was?.source).toBe(old?.source);
    await calibrate('--output', 'lab.json');
    const asked = ['eks-failover', '--failure', 'region-loss:us-east-1', '--world', 'lab'];
    const words = ['simulate', ...asked, '--timings', 'lab.json', '--runs', '100', '--json'];
    const { rpo } = JSON.parse((await run(words, { folder })).stdout);
    expect(Math.round(rpo['orders-db'].p50)).toBe(9);
  });

  test('as a person reads it, within 80 columns', async () => {
    threeDrills();
    const old = join(testdata, 'drills/old-timings.json');
    const { stdout, code } = await calibrate('reports', '--timings', old);
    expect(code).toBe(0);
    expectGolden('drills/calibrate.txt', stdout);
    for (const line of stdout.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
  });

  test('is written in one go, and is what other commands expect', async () => {
    threeDrills();
    const { stdout } = await calibrate('--output', 'lab.json');
    expect(stdout).toContain('Written to lab.json');
    expect(readdirSync(folder).sort()).toEqual(['lab.json', 'reports']);
    const { timings } = JSON.parse(readFileSync(join(folder, 'lab.json'), 'utf8'));
    const median = timings.find(promotion).distribution.median;
    const asked = ['eks-failover', '--failure', 'zone-loss:us-east-1a', '--world', 'lab', '--json'];
    const named = [...asked, '--timings', 'lab.json'];
    const planned = await run(['plan', ...named], { folder });
    const { estimate } = JSON.parse(planned.stdout);
    const promote = estimate.steps.find(({ id }: { id: string }) => id === 'orders-db/promote');
    expect(promote.expectedMs).toBe(median);
    expect(promote.source).toContain('measured in 3 drills');
    const simulated = await run(['simulate', ...named, '--runs', '200'], { folder });
    expect(simulated).toMatchObject({ code: 0, stderr: '' });
    const aws = ['plan', ...asked.slice(0, 3), '--timings', 'lab.json'];
    const other = await run(aws, { folder });
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('these are timings of lab, not of aws');
  });

  test('by name, by folder, by file: a drill counts once', async () => {
    threeDrills();
    const file = join('reports', 'drill-2', 'report.json');
    const row = (await rowsOf('drill-0', 'reports', 'reports/drill-1', file)).find(promotion);
    expect(row?.n).toBe(6);
  });

  test('a journal alone tells of steps; its world has to be said', async () => {
    for (const part of [1, 2, 3]) {
      writeFileSync(
        join(folder, `${part}.json`),
        journal.replaceAll('"run": "', `"run": "${part}-`),
      );
    }
    const files = ['1.json', '2.json', '3.json'];
    const unsaid = await calibrate(...files);
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('a journal does not say in which world it was written');
    const rows = await rowsOf(...files, '--world', 'lab');
    expect(rows.some(({ n }) => n === 3)).toBe(true);
    expect(rows.some(({ verb, n }) => verb === 'detect' && n !== undefined)).toBe(false);
  });

  test('by the name of a drill or of a run, from the journals that labs have left', async () => {
    const { records }: { records: JournalRecord[] } = JSON.parse(journal);
    mkdirSync(join(folder, 'state'));
    const store = openJournal(join(folder, 'state', 'earlier-runs.db'));
    for (const run of ['a-drill-1', 'a-drill-2', 'a-drill-3', 'another-1']) {
      store.append(records.map((record) => ({ ...record, run })));
    }
    const [first] = records;
    if (first === undefined) throw new Error('no record');
    // The drill's own notes have its name, and are no run.
    store.append([{ ...first, run: 'a-drill', event: { type: 'predicted' } }]);
    store.close();
    const rows = await rowsOf('a-drill', '--state', 'state');
    expect(rows.find(({ n }) => n !== undefined)).toMatchObject({ n: 3, drills: 1 });
    const both = await rowsOf('a-drill-1', 'a-drill-2', 'another-1', '--state', 'state');
    expect(both.find(({ n }) => n !== undefined)).toMatchObject({ n: 3, drills: 2 });
    const unknown = await calibrate('b-drill', '--state', 'state');
    expect(unknown.stderr.replaceAll(/\s+/g, ' ')).toContain('no run has this name');
  });

  test('a journal of one record a line is the same', async () => {
    const { records }: { records: object[] } = JSON.parse(journal);
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    for (const part of [1, 2, 3]) {
      writeFileSync(join(folder, `${part}.ndjson`), lines.replaceAll('"run":"', `"run":"${part}-`));
    }
    const rows = await rowsOf('1.ndjson', '2.ndjson', '3.ndjson', '--world', 'lab');
    expect(rows.some(({ n }) => n === 3)).toBe(true);
  });
});

describe('what cannot be used', () => {
  async function refused(...words: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await calibrate(...words, '--output', 'out.json');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(existsSync(join(folder, 'out.json'))).toBe(false);
    return stderr.replaceAll(/\s+/g, ' ');
  }

  function file(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return name;
  }

  const changed = (change: (records: Record<string, unknown>[]) => unknown): string => {
    const { records }: { records: Record<string, unknown>[] } = JSON.parse(journal);
    return JSON.stringify(change(records));
  };

  test('a journal of an older version says which, and which this reads', async () => {
    const text = changed(([first, ...more]) => [
      { ...first, event: { ...(first?.event as object), journalVersion: 0 } },
      ...more,
    ]);
    const told = await refused(file('old.json', text), '--world', 'lab');
    expect(told).toContain('it was written in journal version 0; this reads 1');
    expect(told).toContain("'old.json'");
  });

  test.each([
    ['no end', (records: object[]) => records.slice(0, -3), 'the run has not ended'],
    ['a gap', (records: object[]) => records.toSpliced(4, 1), 'record 4 is missing'],
    ['no beginning', (records: object[]) => records.slice(1), 'record 0 is missing'],
    ['another thing', (records: object[]) => [...records, { run: 7 }], 'is no record of a journal'],
    ['nothing', () => [], 'the journal has no records'],
  ])('a journal with %s', async (_, change, wrong) => {
    expect(await refused(file('cut.json', changed(change)), '--world', 'lab')).toContain(wrong);
  });

  test.each([
    ['a file that is cut off', full.slice(0, full.length / 2), 'it ends in the middle'],
    [
      'a line that is cut off',
      '{"run":"a","sequence":0}\n{"run":"a","seq',
      'line 2 ends in the middle',
    ],
    ['a line of something else', '{"run":"a"}\nwhat?\n{"run":"a"}', 'line 2 is not JSON'],
    ['no JSON', 'hello', 'it is not JSON'],
    ['nothing', '\n', 'the file is empty'],
    ['another JSON', '{"name":"shop"}', 'it is no report and no journal'],
  ])('%s', async (_, text, wrong) => {
    expect(await refused(file('drill.json', text))).toContain(wrong);
  });

  test.each([
    ['an older report', { schemaVersion: 0 }, 'it is a report of version 0; this reads 1'],
    ['half a report', { audit: null }, 'it is no whole report: audit'],
    ['a simulation', { world: 'sim' }, 'it is of a simulation, which measures nothing'],
  ])('%s', async (_, change, wrong) => {
    const text = JSON.stringify({ ...JSON.parse(full), ...change });
    expect(await refused(file('drill.json', text))).toContain(wrong);
  });

  test('drills of two worlds are never mixed', async () => {
    drill('in-lab');
    drill('on-aws', 1, (report) => {
      report.world = 'aws';
    });
    const told = await refused('reports/in-lab', 'reports/on-aws');
    expect(told).toContain('timings of two worlds are never mixed');
    expect(await refused('reports/in-lab', '--world', 'aws')).toContain('it was drilled in lab');
  });

  test('nor when both have one name', async () => {
    const named = ['in-lab', 'on-aws'].map((name) => {
      drill(name, 1, (report) => {
        report.run = 'one-name';
        report.world = name === 'on-aws' ? 'aws' : 'lab';
      });
      return join('reports', name);
    });
    expect(await refused(...named)).toContain('timings of two worlds are never mixed');
    expect(await refused(...named.toReversed())).toContain('two worlds are never mixed');
  });

  test('a journal does not take the world of a report beside it', async () => {
    drill('on-aws', 1, (report) => {
      report.world = 'aws';
    });
    const journals = [1, 2].map((part) =>
      file(`${part}.json`, journal.replaceAll('"run": "', `"run": "${part}-`)),
    );
    const told = await refused('reports/on-aws', ...journals);
    expect(told).toContain('2 problems');
    for (const name of journals) {
      expect(told).toContain(
        `'${name}' wrong a journal does not say in which world it was written`,
      );
    }
    expect(told).toContain('add --world lab, or --world aws');
    expect((await calibrate('reports/on-aws', ...journals, '--world', 'aws')).code).toBe(0);
  });

  const withFewer = (report: Report): void => {
    const rates = { writesPerSecond: 50, readsPerSecond: 50, requestsPerSecondDefault: 400 };
    report.environment.settings = { ...report.environment.settings, ...rates };
  };

  test('a drill with fewer clients', async () => {
    drill('slow', 1, withFewer);
    const told = await refused('slow');
    expect(told).toContain('its clients sent 100 requests a second, not the default of 400');
    expect(told).toContain('drill without --rate');
    threeDrills();
    const { stdout } = await calibrate('reports', '--json');
    const { skipped, timings } = JSON.parse(stdout);
    expect(skipped).toMatchObject([{ drill: 'reports/slow/report.json' }]);
    expect(timings.find(promotion).drills).toBe(3);
  });

  test.each([
    [-1e9, 'before it starts'],
    [1e308, 'ends after its drill'],
  ])('a report with a step that ends at %d', async (endMs, wrong) => {
    let id = '';
    drill('odd', 1, (report) => {
      const step = report.phases.flatMap(({ steps }) => steps)[3];
      if (step === undefined) throw new Error('no step');
      step.endMs = endMs;
      id = step.id;
    });
    const told = await refused('odd');
    expect(told).toContain(wrong);
    expect(told).toContain(id);
  });

  test.each([
    ['a clock that goes back', -1e6, 'is earlier than the record before it'],
    ['an endless step', 1e308, "can't take"],
  ])('a journal with %s', async (_, monotonicMs, wrong) => {
    const text = changed((records) => {
      const at = records.findLastIndex(({ event }) => (event as { type: string }).type === 'done');
      return records.map((record, index) => (index < at ? record : { ...record, monotonicMs }));
    });
    expect(await refused(file('odd.json', text), '--world', 'lab')).toContain(wrong);
  });

  test('a journal with a step that its plan does not have', async () => {
    const text = changed((records) =>
      records.map((record) => {
        const event = record.event as { type: string };
        return event.type === 'done'
          ? { ...record, event: { ...event, step: 'nosuch/x' } }
          : record;
      }),
    );
    const told = await refused(file('odd.json', text), '--world', 'lab');
    expect(told).toContain("illegal transition 'done' of nosuch/x: the plan has no such step");
  });

  test('all of it is told at once', async () => {
    const told = await refused(file('a.json', 'hello'), file('b.json', '[1'), 'nowhere');
    expect(told).toContain('3 problems');
    expect(told).toContain('no file, no drill and no run has this name');
  });

  test.each([
    [['--since', 'yesterday'], 'not a day'],
    [['--since', '2030-01-01'], 'there is no drill since 2030-01-01'],
    [['--timings', 'nowhere.json'], 'the file cannot be read'],
    [['--world', 'mars'], 'mars'],
  ])('%s', async (words, wrong) => {
    drill('one');
    expect(await refused('reports', ...words)).toContain(wrong);
  });

  test('in a folder it is left out, and told', async () => {
    threeDrills();
    mkdirSync(join(folder, 'reports', 'killed'));
    writeFileSync(join(folder, 'reports', 'killed', 'report.json'), full.slice(0, 5_000));
    const { code, stdout } = await calibrate('reports');
    expect(code).toBe(0);
    expect(stdout).toContain('! reports/killed/report.json: it ends in the middle');
  });
});

test('the lab’s own timings are what a file of timings would be read as', () => {
  const path = join(import.meta.dirname, '../../../../worlds/lab/src/lab-timings.json');
  const read = readTimings(JSON.parse(readFileSync(path, 'utf8')), { ...labTimings, timings: [] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const byName = (rows: Timings['timings']) => new Map(rows.map((row) => [timingKey(row), row]));
  expect(byName(read.timings.timings)).toEqual(byName(labTimings.timings));
});
