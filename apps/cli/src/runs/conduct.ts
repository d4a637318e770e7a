import { labTimings, monotonicMs } from '@outrigger/lab';
import {
  type Approver,
  type Drive,
  type DriveOptions,
  estimate,
  type JournalRecord,
  type Plan,
  type RunResult,
} from '@outrigger/recovery';
import { type Context, styleOf } from '../context.ts';
import { nobody, terminalApprover } from '../drill/approver.ts';
import { stepTimings } from '../drill/run-recorder.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { columns } from '../layout.ts';
import { liveLines } from '../live-lines.ts';
import { operatorName } from '../operator.ts';
import { wantsColours } from '../style.ts';
import { endText, type Hints } from './end-text.ts';
import { liveSteps } from './live-steps.ts';

/** What every command that drives a run takes from the user. */
export interface DriveWords {
  readonly state?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export interface Conducting {
  readonly run: string;
  readonly plan: Plan;
  readonly context: Context;
  readonly words: DriveWords;
  readonly hints: Hints;
  /** Ctrl-C: the run is paused where that is safe, and can be resumed. */
  readonly signal: AbortSignal;
  /** What times count from, monotonic ms; null: the first record. */
  readonly baseMs: number | null;
  /** What was in the journal before. */
  readonly earlier: readonly JournalRecord[];
  /** The statuses that the user asked for: they are a success. */
  readonly wanted: readonly RunResult['status'][];
  start(options: RunOptions): Promise<Drive> | Drive;
}

type RunOptions = Pick<DriveOptions, 'onRecords'> & { readonly approver: Approver };

/** Drives a run to where it ends or waits, tells each step, and says how to go on. */
export async function conduct(given: Conducting): Promise<ExitCode> {
  const { context, plan, run, signal, words } = given;
  const isJson = words.json === true;
  const out = isJson ? context.stderr : context.stdout;
  const predicted = estimate(plan, labTimings);
  const fresh: JournalRecord[] = [];
  const expectedMs = new Map(predicted.steps.map((step) => [step.id, step.expectedMs]));
  using lines = liveLines(out);
  const steps = liveSteps({
    expectedMs,
    baseMs: given.baseMs,
    options: { color: wantsColours(context.environment, out.isTerminal), columns },
    write: lines.write,
  });
  lines.beneath(() => steps.running(monotonicMs()));
  const approver = approverOf(words, context);
  const drive = await given.start({
    approver: (question) => lines.held(() => approver(question)),
    onRecords: (records) => {
      fresh.push(...records);
      steps.tell(records);
    },
  });
  const pause = () =>
    drive.tell({ kind: 'pause', who: operatorName(context), when: new Date().toISOString() });
  if (signal.aborted) pause();
  signal.addEventListener('abort', pause, { once: true });
  const result = await drive.finished.finally(() => signal.removeEventListener('abort', pause));
  lines.beneath(() => '');
  const exitCode = exitCodeOf(result, given);
  if (isJson) {
    const records = [...given.earlier, ...fresh];
    const baseMs = given.baseMs ?? records[0]?.monotonicMs ?? 0;
    const recorded = {
      run,
      plan,
      expectedMs,
      critical: new Set(predicted.criticalPath),
      records,
      status: result.status,
      startedAtMs: baseMs,
      endedAtMs: records.at(-1)?.monotonicMs ?? baseMs,
    };
    const answer = {
      ok: exitCode === exitCodes.ok.code,
      exitCode,
      run,
      status: result.status,
      why: result.why,
      intent: plan.intent,
      failure: plan.failure,
      from: plan.from,
      to: plan.to,
      epoch: records.at(-1)?.epoch ?? null,
      tookMs: recorded.endedAtMs - recorded.startedAtMs,
      questions: result.questions,
      rejected: result.rejected,
      steps: stepTimings(recorded, baseMs),
    };
    context.stdout.write(`${JSON.stringify(answer)}\n`);
  } else {
    const tookMs = lastMs(fresh) - (given.baseMs ?? fresh[0]?.monotonicMs ?? 0);
    context.stdout.write(
      endText({ run, plan, result, tookMs }, given.hints, styleOf(context, out)),
    );
  }
  return exitCode;
}

function lastMs(records: readonly JournalRecord[]): number {
  return records.at(-1)?.monotonicMs ?? 0;
}

function exitCodeOf({ status }: RunResult, { signal, wanted }: Conducting): ExitCode {
  if (wanted.includes(status)) return exitCodes.ok.code;
  if (signal.aborted) return exitCodes.interrupted.code;
  if (status === 'needs-approval') return exitCodes.needsApproval.code;
  return status === 'refused' ? exitCodes.badInput.code : exitCodes.missed.code;
}

/** `--yes` says it for all questions, by the user's name; else a person is asked, or nobody. */
export function approverOf({ yes, json }: DriveWords, context: Context): Approver {
  const who = operatorName(context);
  if (yes === true) return async () => ({ yes: true, who, why: 'said --yes beforehand' });
  if (!context.canAsk || json === true) return nobody;
  const ask = terminalApprover(who);
  return (question) =>
    ask(question).catch((error: unknown) => {
      // Ctrl-C at the question: nobody has answered it.
      if (error instanceof Error && error.name === 'AbortError') return null;
      throw error;
    });
}
