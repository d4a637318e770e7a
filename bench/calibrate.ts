/**
 * `npm run bench -- calibrate reports/a reports/b … [--json]`: does a calibrated prediction meet
 * the next drill? Each drill in turn is left out; the timings are fitted to all others, and the
 * phases of the one that was left out are predicted with them. What is told per phase: the median
 * of these predictions, the median of what was drilled, and how far apart they are; beside it what
 * the drills themselves had journaled before each fault. Goal: each phase within 20 %, over 10
 * drills or more. It measures nothing itself: run drills first. A drill that is named twice counts
 * once: it would be predicted by itself.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { planFor } from '@outrigger/components';
import { labTimings } from '@outrigger/lab';
import { resolve as resolvePlatform } from '@outrigger/model';
import { estimate, type Plan, scenariosOf, type Timings } from '@outrigger/recovery';
import {
  type DrillReport,
  lowerRate,
  measuredTimes,
  type Phase,
  parseReport,
} from '@outrigger/report';
import { calibrate, type DrilledTimes } from '@outrigger/sim';

export const about =
  'does a calibrated prediction meet the next drill? Each drill is predicted by timings that ' +
  'were fitted to the others. To reach: each phase within 20 %, over 10 drills or more.';

const drillsMin = 10;
const errorMax = 0.2;

interface Row {
  readonly phase: string;
  readonly drills: number;
  readonly drilledMs: number;
  /** By timings that this drill had no part in. */
  readonly predictedMs: number;
  /** Of the drilled median: 0.1 is a tenth too long. */
  readonly error: number;
  /** What was in the journals before the faults, whatever the timings were then. */
  readonly journaledMs: number | null;
}

export async function run(parameters: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const read = positionals.map(readReport);
  const problems = read.flatMap(({ wrong }) => wrong ?? []);
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    return 2;
  }
  const reports = onceEach(read.flatMap(({ report }) => report ?? []));
  const [first] = reports;
  if (first === undefined || reports.length < 2) {
    process.stderr.write('Name the folders of two different drills or more: reports/<drill> …\n');
    return 2;
  }
  const others = reports.filter(({ platform }) => platform !== first.platform);
  if (others.length > 0) {
    process.stderr.write(`These are no drills of ${first.platform}: ${others.map(nameOf)}\n`);
    return 2;
  }
  const plans = await plansOf(first.platform);
  const rows = rowsOf(reports, plans);
  const isMet = reports.length >= drillsMin && rows.every(({ error }) => met(error));
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ drills: reports.length, errorMax, isMet, phases: rows }, null, 2)}\n`
      : asText(rows, reports.length),
  );
  return isMet ? 0 : 1;
}

const nameOf = ({ run: name }: DrillReport): string => name;
const met = (error: number): boolean => Math.abs(error) <= errorMax;

interface Read {
  readonly report?: DrillReport;
  readonly wrong?: string;
}

function readReport(folder: string): Read {
  const file = join(resolve(folder), 'report.json');
  const wrong = (what: string): Read => ({ wrong: `${folder}: ${what}` });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return wrong('its report.json is not JSON; leave it out');
    return wrong('there is no report.json that can be read; name the folder of a drill');
  }
  const parsed = parseReport(value);
  if (!parsed.ok) return wrong(`it is no whole report: ${parsed.problems[0]}; leave it out`);
  const { report } = parsed;
  if (report.world !== 'lab')
    return wrong(`it is of ${report.world}, not of the lab; leave it out`);
  const slower = lowerRate(report);
  if (slower === null) return { report };
  const { sent, usual } = slower;
  return wrong(`${sent} requests a second were sent, not the default of ${usual}; leave it out`);
}

/** By their names, whatever led to them: `latest` is a link to one of the others. */
function onceEach(reports: readonly DrillReport[]): readonly DrillReport[] {
  const byName = new Map<string, DrillReport>();
  for (const report of reports) {
    if (byName.has(nameOf(report))) {
      process.stderr.write(`${nameOf(report)} is named more than once, and counts once.\n`);
    }
    byName.set(nameOf(report), report);
  }
  return [...byName.values()];
}

/** The plan of each phase of a full drill, as the platform's example has it. */
async function plansOf(platform: string): Promise<ReadonlyMap<string, Plan>> {
  const file = join(import.meta.dirname, '../examples', platform, 'platform.ts');
  const { default: written } = await import(pathToFileURL(file).href);
  const resolved = resolvePlatform(written);
  if (!resolved.ok) throw new Error(`${file} is not sound`);
  const plans = new Map<string, Plan>();
  for (const scenario of await scenariosOf(resolved.platform, planFor)) {
    const { plan } = planFor(scenario);
    if (plan === undefined) continue;
    const { failure, intent } = plan;
    const isBack = intent === 'switchover' && scenario.request.to !== undefined;
    const isHome = intent === 'failback' && plan.handover !== null;
    const phase = failure?.kind ?? (isBack ? 'switchback' : intent);
    // The zone that is killed is the writer's, and the region its own: the first of each.
    if (intent === 'failback' && !isHome) continue;
    if (!plans.has(phase)) plans.set(phase, plan);
  }
  return plans;
}

function rowsOf(reports: readonly DrillReport[], plans: ReadonlyMap<string, Plan>): Row[] {
  const drilled = reports.map(timesOf);
  const folds = reports.map((report, left) => ({
    report,
    timings: calibrate(
      drilled.filter((_, index) => index !== left),
      labTimings,
    ).timings,
  }));
  return [...plans].flatMap(([name, plan]): Row[] => {
    const tried = folds.flatMap(({ report, timings }) =>
      report.phases
        .filter((phase) => phase.name === name && phase.measured.recovered !== false)
        .map((phase) => ({
          phase,
          drilledMs: drilledMs(phase),
          predictedMs: predictedMs(plan, timings),
        })),
    );
    if (tried.length === 0) return [];
    const drilledMedian = median(tried.map((one) => one.drilledMs));
    const predicted = median(tried.map((one) => one.predictedMs));
    const journaled = tried.flatMap(({ phase }) => phase.predicted.rtoMs ?? []);
    return [
      {
        phase: name,
        drills: tried.length,
        drilledMs: drilledMedian,
        predictedMs: predicted,
        error: predicted / drilledMedian - 1,
        journaledMs: journaled.length === 0 ? null : median(journaled),
      },
    ];
  });
}

function timesOf(report: DrillReport): DrilledTimes {
  const { run: drill, platform, startedAt } = report;
  return { drill, platform, day: startedAt.slice(0, 10), times: measuredTimes(report, labTimings) };
}

/** As in a report: of a planned move how long writes pause, else until every client is served. */
function drilledMs({ fault, measured }: Phase): number {
  return fault === null ? measured.writeOutageMs : measured.rtoMs;
}

function predictedMs(plan: Plan, timings: Timings): number {
  const { pauseMs, servedMs } = estimate(plan, timings);
  return (pauseMs ?? servedMs).p50;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function asText(rows: readonly Row[], drills: number): string {
  const whole = (ms: number | null): string => (ms === null ? '–' : String(Math.round(ms)));
  const share = (error: number): string =>
    `${error < 0 ? '−' : '+'}${Math.abs(error * 100).toFixed(1)} %`;
  const line = ([name = '', ...cells]: readonly string[]): string =>
    `${name.padEnd(14)}${cells.map((cell) => cell.padStart(12)).join('')}`.trimEnd();
  const journaled = (row: Row) =>
    row.journaledMs === null ? '–' : share(row.journaledMs / row.drilledMs - 1);
  const body = rows.map((row) => {
    const { phase, drilledMs: ms, predictedMs: predicted, error } = row;
    return [phase, String(row.drills), whole(ms), whole(predicted), share(error), journaled(row)];
  });
  const worst = Math.max(...rows.map(({ error }) => Math.abs(error)));
  const enough = drills >= drillsMin ? '' : `; too few drills: ${drillsMin} are wanted`;
  return [
    `${drills} drills; each is predicted by timings that were fitted to the others, ms (medians)`,
    line(['', 'drills', 'drilled', 'predicted', 'error', 'journaled']),
    ...body.map(line),
    `goal: each within ${errorMax * 100} %; worst ${(worst * 100).toFixed(1)} %${enough}`,
    '',
  ].join('\n');
}
