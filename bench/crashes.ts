/**
 * `npm run bench -- crashes [--of failback] [--from N] [--to N] [--only N] [--json]`: in the lab
 * under load a region is lost and its recovery's controller killed after record 1, 2, … of its
 * journal, and, where a record begins a step, once more in that step's effect. Another controller
 * goes on, as a user would have it do: `outrigger runs resume`. Each has to end right; see
 * `crashes/verdict.ts`. With `--of failback` it is the way home whose controller is killed.
 */
import { parseArgs } from 'node:util';
import { type Crash, crash, type Killed } from './crashes/crash.ts';
import { raiseSubject, type Subject } from './crashes/subject.ts';
import type { Point } from './crashes/tap.ts';
import { interruptedCode, interruptSignal } from './interrupt.ts';

export const about =
  'the controller killed after every record of its journal, and in every effect; another one ' +
  'goes on. To reach: each recovery ends right, its invariants held, never two writers.';

/** One line of the campaign. */
interface Told {
  readonly point: Point;
  readonly crash: Crash | null;
  /** What did not go as it has to; empty when it ended right. */
  readonly wrong: readonly string[];
}

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      of: { type: 'string', default: 'region-loss' },
      from: { type: 'string', default: '1' },
      to: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const from = Number(values.only ?? values.from);
  const to = Number(values.only ?? values.to ?? Number.POSITIVE_INFINITY);
  if (!(Number.isInteger(from) && from >= 1 && to >= from)) {
    process.stderr.write('--from, --to and --only take the number of a record, from 1 on\n');
    return 2;
  }
  if (values.of !== 'region-loss' && values.of !== 'failback') {
    process.stderr.write('--of takes region-loss or failback\n');
    return 2;
  }
  const campaign = new Campaign(values.of);
  const end = (): void => void campaign.giveUp().then(() => process.exit(interruptedCode));
  interruptSignal().addEventListener('abort', end, { once: true });
  try {
    for (let record = from; record <= to; record += 1) {
      const told = await campaign.kill({ record, when: 'record' });
      if (told.crash !== null && told.crash.struck === null) break;
      if (!told.crash?.struck?.event.startsWith('performing')) continue;
      await campaign.kill({ record, when: 'effect' });
    }
  } finally {
    await campaign.close();
  }
  const { told } = campaign;
  process.stdout.write(
    values.json ? `${JSON.stringify(asJson(told), null, 2)}\n` : `${summary(told)}\n`,
  );
  return told.length > 0 && told.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
}

/** The kills one after the other, in one lab for as long as all goes right in it. */
class Campaign {
  readonly told: Told[] = [];
  private readonly killed: Killed;
  private subject: Promise<Subject> | null = null;
  private isGivenUp = false;

  constructor(killed: Killed) {
    this.killed = killed;
  }

  async kill(point: Point): Promise<Told> {
    // Whoever gave it up ends the process, once nothing of the lab is left.
    if (this.isGivenUp) return new Promise(() => {});
    this.subject ??= raiseSubject(`crashes-${this.told.length + 1}`);
    const subject = await this.subject;
    const told = await crash(subject, this.killed, point, `${point.when}-${point.record}`).then(
      (done): Told => ({ point, crash: done, wrong: done.wrong }),
      (error: unknown): Told => ({
        point,
        crash: null,
        wrong: [error instanceof Error ? error.message : String(error)],
      }),
    );
    this.told.push(told);
    process.stderr.write(`${line(told)}\n`);
    // What is left of a recovery that failed would be held against the next one.
    if (told.wrong.length > 0) await this.close(true);
    return told;
  }

  /** Ctrl-C: ends what runs, also in the middle of a kill. */
  giveUp(): Promise<void> {
    this.isGivenUp = true;
    return this.close();
  }

  async close(isKept = false): Promise<void> {
    const subject = await this.subject?.catch(() => null);
    this.subject = null;
    if (subject === undefined || subject === null) return;
    const folder = await subject.down(isKept);
    if (isKept) process.stderr.write(`  its logs, journal and ledger are in ${folder}\n`);
  }
}

function line({ point, crash: done, wrong }: Told): string {
  const { record, when } = point;
  const sign = wrong.length === 0 ? '✓' : '✗';
  const where = `${sign} ${when} ${String(record).padStart(2)}`;
  if (done === null) return `${where}  ${wrong.join('; ')}`;
  const at = done.struck === null ? 'the run was over before' : done.struck.event;
  const figures = [
    `done ${(done.goneOnMs / 1000).toFixed(1)} s later`,
    `${done.ackedLost} of ${done.ackedWrites} lost, ${done.lostForGood} for good`,
    `two writers ${done.dualWriterMs} ms`,
    `${done.invariants} invariants`,
  ];
  return [`${where}  ${at.padEnd(46)}${figures.join(', ')}`, ...wrong].join('\n    ');
}

function summary(told: readonly Told[]): string {
  const killed = told.filter(({ crash: done }) => done === null || done.struck !== null);
  const right = killed.filter(({ wrong }) => wrong.length === 0).length;
  const sum = (of: (done: Crash) => number): number =>
    told.reduce((total, { crash: done }) => total + (done === null ? 0 : of(done)), 0);
  const whole = told.length - killed.length;
  return [
    `${killed.length} controllers killed, ${right} recoveries resumed and ended right` +
      (whole === 0 ? '' : '; one ended before it came to its kill'),
    `${sum((done) => done.ackedWrites)} acked writes, ${sum((done) => done.ackedLost)} lost, ` +
      `${sum((done) => done.lostForGood)} of them for good; two writers ` +
      `${Math.max(0, ...told.map(({ crash: done }) => done?.dualWriterMs ?? 0))} ms`,
  ].join('\n');
}

function asJson(told: readonly Told[]) {
  return {
    killed: told.filter(({ crash: done }) => done === null || done.struck !== null).length,
    failed: told.filter(({ wrong }) => wrong.length > 0).length,
    crashes: told.map(({ point, crash: done, wrong }) => ({ ...point, ...done, wrong })),
  };
}
