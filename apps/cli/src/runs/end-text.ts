import type { Plan, RunResult } from '@outrigger/recovery';
import { formatMilliseconds } from '@outrigger/report';
import { questionText } from '../drill/approver.ts';
import { columns, hang } from '../layout.ts';
import type { Style } from '../style.ts';

/** How the user calls us here, for commands that they will copy. */
export interface Hints {
  /** `outrigger`, or `npm run outrigger --`. */
  readonly program: string;
  /** ` --state other`, or nothing. */
  readonly state: string;
}

export interface RunEnd {
  readonly run: string;
  readonly plan: Plan;
  readonly result: RunResult;
  readonly tookMs: number;
}

/** What came of a run, and what to do now. */
export function endText(end: RunEnd, hints: Hints, style: Style): string {
  const lines = linesOf(end, hints, style);
  return `\n${lines.join('\n')}\n`;
}

function linesOf(end: RunEnd, hints: Hints, style: Style): string[] {
  const { run, plan, result, tookMs } = end;
  const runs = (words: string) => `${hints.program} runs ${words}${hints.state}`;
  const command = (label: string, words: string) =>
    `  ${style.quiet(label.padEnd(9))}${style.command(runs(words))}`;
  switch (result.status) {
    case 'done': {
      const took = formatMilliseconds(tookMs);
      const epoch = result.state === null ? '' : `, epoch ${result.state.epoch}`;
      return [style.good(`✓ ${run} is done, in ${took}: ${plan.to} writes${epoch}.`)];
    }
    case 'cancelled':
      return [style.warning(`${run} is cancelled. What it had done stays; a new run plans anew.`)];
    case 'went-back':
      return [style.bad(`✗ ${run} went back: ${plan.from ?? plan.to} writes again.`)];
    case 'needs-approval':
      return [
        style.warning(`! ${run} waits for an approval:`),
        ...result.questions.flatMap((question) => [
          ...hang('  ', questionText(question), columns),
          command('yes', `approve ${run} ${question.step}`),
        ]),
        command('no', `cancel ${run}`),
        command('later', `resume ${run}`),
      ];
    case 'failed':
      return [
        style.bad(`✗ ${run} can't go on: a step has failed.`),
        ...failedSteps(result).flatMap((step) => [command('again', `retry ${run} ${step}`)]),
        command('give up', `cancel ${run}`),
        command('read', `show ${run}`),
      ];
    case 'paused':
      return [style.warning(`${run} is paused.`), command('go on', `resume ${run}`)];
    case 'stopped':
      return [
        ...hang('', `✗ ${run} was stopped here: ${result.why}.`, columns).map(style.bad),
        command('look', `show ${run}`),
        command('go on', `resume ${run}`),
      ];
    case 'refused':
      return hang('', `✗ ${run} can't be read by this release: ${result.why}.`, columns).map(
        style.bad,
      );
  }
}

function failedSteps({ state }: RunResult): string[] {
  if (state === null) return [];
  const { index, lives } = state;
  return index.steps
    .filter((_, position) => lives.at(position).is === 'failed')
    .map(({ id }) => id);
}
