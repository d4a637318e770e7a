/**
 * `npm run bench -- lab --repeat 20 [--link 0ms] [--json]`: region losses and planned moves in the
 * lab, one fresh lab each time; median, min and max of what clients saw. `--link` sets every link.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const outrigger = join(import.meta.dirname, '../apps/cli/bin/outrigger.mjs');

/** What is read from a drill's report; its schema is `projections/report/report.schema.json`. */
interface Report {
  readonly phases: readonly {
    readonly name: string;
    readonly measured: {
      readonly detectionMs: number | null;
      readonly writeOutageMs: number;
      readonly afterDetectionMs: number | null;
      readonly readOutageMs: number;
      readonly rtoMs: number;
      readonly rpoMs: number;
      readonly clientErrors: number;
      readonly ackedLost: number;
      readonly dualWriterMs: number;
    };
  }[];
}

interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      repeat: { type: 'string', default: '20' },
      link: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 1) {
    process.stderr.write(`--repeat ${values.repeat}: it is a whole number from 1 on\n`);
    return 2;
  }
  const reports: Report[] = [];
  for (let turn = 1; turn <= repeat; turn += 1) {
    const report = await drill(turn, values.link);
    if (typeof report === 'string') process.stderr.write(`run ${turn}: ${report}\n`);
    else {
      reports.push(report);
      process.stderr.write(`run ${turn} of ${repeat}: ${oneLine(report)}\n`);
    }
  }
  const figures = summarise(reports, repeat);
  process.stdout.write(
    values.json ? `${JSON.stringify(figures, null, 2)}\n` : asText(figures, values.link),
  );
  return reports.length === repeat ? 0 : 1;
}

function drill(seed: number, link: string | undefined): Promise<Report | string> {
  const words = ['drill', 'examples/eks-failover', '--bench', '--json', '--seed', String(seed)];
  if (link !== undefined) words.push('--link', link);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [outrigger, ...words], {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let said = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-400);
    });
    child.once('close', () => {
      try {
        resolve(JSON.parse(text) as Report);
      } catch {
        resolve(`no report: ${said.trim()}`);
      }
    });
  });
}

function phase(report: Report, name: string): Report['phases'][number]['measured'] | null {
  return report.phases.find((each) => each.name === name)?.measured ?? null;
}

function oneLine(report: Report): string {
  const loss = phase(report, 'region-loss');
  const moves = moved(report);
  return [
    `region loss ${Math.round(loss?.writeOutageMs ?? Number.NaN)} ms`,
    `stalls ${moves.map((each) => Math.round(each.writeOutageMs)).join(', ')} ms`,
    `${moves.reduce((sum, each) => sum + each.clientErrors, 0)} errors`,
  ].join('; ');
}

function moved(report: Report): Report['phases'][number]['measured'][] {
  return ['switchover', 'switchback'].flatMap((name) => phase(report, name) ?? []);
}

function summarise(reports: readonly Report[], asked: number) {
  const losses = reports.flatMap((report) => phase(report, 'region-loss') ?? []);
  const moves = reports.flatMap(moved);
  return {
    runs: { asked, measured: reports.length },
    regionLoss: {
      writeOutageMs: spread(losses.map((each) => each.writeOutageMs)),
      detectionMs: spread(losses.flatMap((each) => each.detectionMs ?? [])),
      afterDetectionMs: spread(losses.flatMap((each) => each.afterDetectionMs ?? [])),
      readOutageMs: spread(losses.map((each) => each.readOutageMs)),
      rtoMs: spread(losses.map((each) => each.rtoMs)),
      rpoMs: spread(losses.map((each) => each.rpoMs)),
      ackedLost: sum(losses.map((each) => each.ackedLost)),
      dualWriterMs: Math.max(0, ...losses.map((each) => each.dualWriterMs)),
    },
    switchover: {
      stallMs: spread(moves.map((each) => each.writeOutageMs)),
      clientErrors: sum(moves.map((each) => each.clientErrors)),
      ackedLost: sum(moves.map((each) => each.ackedLost)),
      dualWriterMs: Math.max(0, ...moves.map((each) => each.dualWriterMs)),
    },
  };
}

function spread(values: readonly number[]): Spread | null {
  const sorted = [...values].sort((left, right) => left - right);
  const [min] = sorted;
  const max = sorted.at(-1);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (min === undefined || max === undefined || low === undefined || high === undefined)
    return null;
  return { min, median: (low + high) / 2, max };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function asText(figures: ReturnType<typeof summarise>, link: string | undefined): string {
  const row = (name: string, value: Spread | null): string => {
    const cells =
      value === null
        ? ['–', '–', '–']
        : [value.median, value.min, value.max].map((each) => `${Math.round(each)} ms`);
    return `  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  };
  const { regionLoss, switchover, runs } = figures;
  return `${[
    `lab, ${runs.measured} of ${runs.asked} runs, ${link ?? 'default'} links`,
    `  ${''.padEnd(34)}${['median', 'min', 'max'].map((cell) => cell.padStart(10)).join('')}`,
    row('region loss: write outage', regionLoss.writeOutageMs),
    row('region loss: detection', regionLoss.detectionMs),
    row('region loss: after detection', regionLoss.afterDetectionMs),
    row('region loss: every client served', regionLoss.rtoMs),
    row('region loss: RPO', regionLoss.rpoMs),
    row('switchover: write stall', switchover.stallMs),
    '',
    `  region loss: ${regionLoss.ackedLost} acked writes lost, two writers ` +
      `${regionLoss.dualWriterMs} ms`,
    `  switchover: ${switchover.clientErrors} client errors, ${switchover.ackedLost} acked ` +
      'writes lost',
  ].join('\n')}\n`;
}
