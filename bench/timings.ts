/**
 * `npm run bench -- timings [--since 2026-11-21T12:30:00Z] [--platform eks-failover] [--json]`:
 * what steps took in the drills that `reports/` has, by kind and verb, beside what lab-timings says
 * of them. It measures nothing itself: run drills first.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labTimings } from '@outrigger/lab';
import { type Distribution, quantile } from '@outrigger/recovery';
import { type DrillReport, type Phase, parseReport } from '@outrigger/report';

const reportsFolder = join(import.meta.dirname, '../reports');

interface Row {
  readonly kind: string;
  readonly verb: string;
  readonly count: number;
  readonly medianMs: number;
  /** Nearest rank: the largest where there are fewer than 100. */
  readonly p99Ms: number;
  /** What lab-timings has; null: nothing. */
  readonly told: { readonly medianMs: number; readonly p99Ms: number } | null;
}

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      since: { type: 'string' },
      platform: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const sinceMs = values.since === undefined ? 0 : Date.parse(values.since);
  if (Number.isNaN(sinceMs)) {
    process.stderr.write('--since takes a time: 2026-11-21T12:30:00Z\n');
    return 2;
  }
  const reports = readReports().filter(
    ({ platform, startedAt }) =>
      Date.parse(startedAt) >= sinceMs &&
      (values.platform === undefined || values.platform === platform),
  );
  const rows = rowsOf(reports);
  process.stdout.write(
    values.json ? `${JSON.stringify(rows, null, 2)}\n` : asText(rows, reports.length),
  );
  return reports.length === 0 ? 1 : 0;
}

/** Those that this version can read; `latest` is one of them once more. */
function readReports(): DrillReport[] {
  return readdirSync(reportsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      try {
        const text = readFileSync(join(reportsFolder, name, 'report.json'), 'utf8');
        const parsed = parseReport(JSON.parse(text));
        return parsed.ok ? [parsed.report] : [];
      } catch {
        // A drill that is under way, or was killed, has no report.
        return [];
      }
    });
}

function rowsOf(reports: readonly DrillReport[]): Row[] {
  const durations = new Map<string, number[]>();
  for (const report of reports) {
    for (const phase of report.phases) {
      for (const [name, ms] of durationsOf(phase)) {
        const known = durations.get(name) ?? [];
        known.push(ms);
        durations.set(name, known);
      }
    }
  }
  return [...durations]
    .map(([name, values]): Row => {
      const [kind = '', verb = ''] = name.split(' ');
      const sorted = values.sort((left, right) => left - right);
      const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      return {
        kind,
        verb,
        count: values.length,
        medianMs: at(0.5),
        p99Ms: at(0.99),
        told: toldOf(kind, verb),
      };
    })
    .sort((left, right) => order(left).localeCompare(order(right)));
}

const order = ({ kind, verb }: Row): string => `${kind} ${verb}`;

/** What is timed in a phase, each with its name: kind and verb. */
function durationsOf(phase: Phase): [string, number][] {
  const { measured, steps } = phase;
  const done = steps.filter((step) => step.outcome === 'done');
  const timed = done.flatMap(({ kind, verb, startMs, endMs }): [string, number][] =>
    kind === undefined || verb === undefined ? [] : [[`${kind} ${verb}`, endMs - startMs]],
  );
  if (measured.recovered === false) return timed;
  if (measured.detectionMs !== null) {
    timed.push(['* detect', measured.detectionMs]);
    const last = Math.max(...done.filter((step) => !step.background).map((step) => step.endMs));
    timed.push(['* serve', Math.max(0, measured.rtoMs - last)]);
  }
  const held = done.findLast((step) => step.verb === 'hold-writes');
  const released = done.find((step) => step.id.endsWith('/release-writes'));
  if (held !== undefined && released !== undefined) {
    // Clients saw the whole pause: what the steps do not tell of it is the first write's.
    const rest = measured.writeOutageMs - (released.endMs - held.startMs);
    timed.push(['* first-write', Math.max(0, rest)]);
  }
  return timed;
}

function toldOf(kind: string, verb: string): Row['told'] {
  const { timings } = labTimings;
  const timing =
    timings.find((each) => each.kind === kind && each.verb === verb) ??
    timings.find((each) => each.kind === '*' && each.verb === verb);
  if (timing === undefined) return null;
  const at = (distribution: Distribution, share: number): number => quantile(distribution, share);
  return { medianMs: at(timing.distribution, 0.5), p99Ms: at(timing.distribution, 0.99) };
}

/** Beyond this factor, either way, a median is another one: the lab varies by a third by itself. */
const farOff = 1.5;

function asText(rows: readonly Row[], reports: number): string {
  const whole = (ms: number): string => Math.round(ms).toLocaleString('en');
  const line = (cells: readonly string[]): string => {
    const [name = '', ...figures] = cells;
    return `${name.padEnd(36)}${figures.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
  };
  const head = ['ms', 'count', 'median', 'p99', 'told', 'p99', ''];
  const body = rows.map(({ kind, verb, count, medianMs, p99Ms, told }) => {
    const ratio = told === null ? 0 : medianMs / told.medianMs;
    const mark = ratio > farOff || ratio < 1 / farOff ? '≠' : '';
    const [median, p99] = told === null ? ['–', '–'] : [whole(told.medianMs), whole(told.p99Ms)];
    return [`${kind} ${verb}`, String(count), whole(medianMs), whole(p99Ms), median, p99, mark];
  });
  return `${[`${reports} reports`, line(head), ...body.map(line)].join('\n')}\n`;
}
