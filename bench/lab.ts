/**
 * `npm run bench -- lab --repeat 20 [--link 0ms] [--json]`: region losses and planned moves in the
 * lab, one fresh lab each time; median, min and max of what clients saw. `--link` sets every link.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { linkDelayMs } from '@outrigger/lab';
import { type DrillReport, parseReport } from '@outrigger/report';
import { interruptedCode, interruptSignal } from './interrupt.ts';
import {
  type LabFigures,
  type LinkWaits,
  phase,
  plannedMoves,
  type Spread,
  summarise,
} from './lab/figures.ts';

export const about =
  'region losses and planned moves in the lab, as clients saw them. To reach: after a loss ' +
  'writes again within 1 s (median), within 100 ms of its detection and three round trips to a ' +
  'region; a planned move stalls writes for 100 ms and two round trips between regions at most, ' +
  'and fails no request; RPO 250 ms at most; never two writers.';

const outrigger = join(import.meta.dirname, '../apps/cli/bin/outrigger.mjs');

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
  const signal = interruptSignal();
  const reports: DrillReport[] = [];
  for (let turn = 1; turn <= repeat; turn += 1) {
    const told = await drill(turn, values.link, signal);
    if (signal.aborted) return interruptedCode;
    if (told.kind === 'refused') {
      process.stderr.write(`${told.why}\n`);
      return 2;
    }
    if (told.kind === 'report') reports.push(told.report);
    const line = told.kind === 'report' ? oneLine(told.report) : told.why;
    process.stderr.write(`run ${turn} of ${repeat}: ${line}\n`);
  }
  const figures = summarise(reports, repeat, waitsOf(values.link));
  process.stdout.write(
    values.json ? `${JSON.stringify(figures, null, 2)}\n` : asText(figures, values.link),
  );
  return figures.missed.length === 0 ? 0 : 1;
}

/** The drill has accepted the words by then: `0ms`, `30ms`, `30`. */
function waitsOf(link: string | undefined): LinkWaits {
  const given = link === undefined ? null : Number(link.replace(/ms$/, ''));
  return {
    afterDetectionMs: 3 * 2 * (given ?? linkDelayMs.witnessToRegion),
    stallMs: 2 * 2 * (given ?? linkDelayMs.regionToRegion),
  };
}

type Told =
  | { readonly kind: 'report'; readonly report: DrillReport }
  /** The words are wrong: no other run would fare better. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'no report'; readonly why: string };

/** Ctrl-C, also one that only this process hears, ends the drill, which brings its lab down. */
function drill(seed: number, link: string | undefined, signal: AbortSignal): Promise<Told> {
  const words = ['drill', 'examples/eks-failover', '--bench', '--json', '--seed', String(seed)];
  if (link !== undefined) words.push('--link', link);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [outrigger, ...words], {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', end, { once: true });
    let text = '';
    let said = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-400);
    });
    child.once('close', () => {
      signal.removeEventListener('abort', end);
      resolve(read(text, said));
    });
  });
}

interface Refused {
  readonly ok: false;
  readonly exitCode: number;
  readonly message: string;
  readonly problems: readonly {
    readonly path: string;
    readonly wrong: string;
    readonly mend: string;
  }[];
}

/** What a drill prints with `--json`: its report, or why there is none. */
export function read(text: string, said: string): Told {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { kind: 'no report', why: `no report: ${said.trim()}` };
  }
  if (isRefused(answer)) {
    const problems = answer.problems.map(({ path, wrong, mend }) => `${path}: ${wrong}; ${mend}`);
    return { kind: 'refused', why: [`${answer.message}:`, ...problems].join('\n  ') };
  }
  const parsed = parseReport(answer);
  return parsed.ok
    ? { kind: 'report', report: parsed.report }
    : { kind: 'no report', why: `no report: ${parsed.problems[0]}` };
}

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

function oneLine(report: DrillReport): string {
  const loss = phase(report, 'region-loss');
  const moves = plannedMoves(report);
  return [
    `region loss ${loss === null ? '–' : Math.round(loss.writeOutageMs)} ms`,
    `stalls ${moves.map((each) => Math.round(each.writeOutageMs)).join(', ')} ms`,
    `${moves.reduce((sum, each) => sum + each.clientErrors, 0)} errors`,
  ].join('; ');
}

function asText(figures: LabFigures, link: string | undefined): string {
  const row = (name: string, value: Spread | null): string => {
    const cells =
      value === null
        ? ['–', '–', '–']
        : [value.median, value.min, value.max].map((each) => `${Math.round(each)} ms`);
    const count = String(value?.of ?? 0);
    return (
      `  ${name.padEnd(34)}` +
      [...cells.map((cell) => cell.padStart(10)), count.padStart(6)].join('')
    );
  };
  const { regionLoss, switchover, runs, missed } = figures;
  const heads = ['median', 'min', 'max'].map((cell) => cell.padStart(10)).join('');
  return `${[
    `lab, ${runs.measured} of ${runs.asked} runs, ${link ?? 'default'} links`,
    `  ${''.padEnd(34)}${heads}${'of'.padStart(6)}`,
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
      `writes lost, two writers ${switchover.dualWriterMs} ms`,
    ...missed.map((each) => `MISSED  ${each}`),
  ].join('\n')}\n`;
}
