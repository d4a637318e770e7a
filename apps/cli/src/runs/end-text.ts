import { holdMsMax } from '@outrigger/lab';
import {
  isWayBackGivenUp,
  type Plan,
  type RunResult,
  type RunState,
  retriableSteps,
  type Verb,
  whyNoCancel,
} from '@outrigger/recovery';
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
  const recover = `${hints.program} recover${hints.state}`;
  const command = (label: string, words: string) =>
    `  ${style.quiet(label.padEnd(9))}${style.command(runs(words))}`;
  switch (result.status) {
    case 'done': {
      const took = formatMilliseconds(tookMs);
      const epoch = result.state === null ? '' : `, epoch ${result.state.epoch}`;
      return [style.good(`✓ ${run} is done, in ${took}: ${plan.to} writes${epoch}.`)];
    }
    case 'cancelled':
      if (result.state !== null && isWayBackGivenUp(result.state)) {
        return [
          ...hang('', `! ${run} is given up: it could go neither on nor back.`, columns).map(
            style.bad,
          ),
          ...notBack(result.state).flatMap((sentence) => hang('  ', sentence, columns)),
          `  ${style.quiet('next'.padEnd(9))}${style.command(recover)}`,
        ];
      }
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
        ...(result.state?.goingBack === true
          ? hang('  ', 'It was going back, and that failed: maybe nobody writes now.', columns)
          : []),
        ...(result.state === null ? [] : waysOut(run, result.state, command)),
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

/** What a person may say to a run that stands still: nothing that would be refused. */
function waysOut(
  run: string,
  state: RunState,
  command: (label: string, words: string) => string,
): string[] {
  return [
    ...retriableSteps(state).map((step) => command('again', `retry ${run} ${step}`)),
    ...(whyNoCancel(state) === null ? [command('give up', `cancel ${run}`)] : []),
  ];
}

/** What a way back that was given up has left as it was. */
function notBack({ index, lives }: RunState): string[] {
  const left = index.steps.filter(
    (_, position) => position >= index.backFrom && lives.at(position).is === 'cancelled',
  );
  const componentsOf = (verb: Verb): string =>
    [...new Set(left.flatMap(({ action }) => (action.verb === verb ? [action.component] : [])))]
      .sort()
      .join(', ');
  const unwritten = componentsOf('transfer');
  const held = componentsOf('release-writes');
  return [
    ...(unwritten === ''
      ? []
      : [`Maybe nobody writes now: ${unwritten}. A new run decides who does.`]),
    ...(held === ''
      ? []
      : [
          `Maybe writes are still held: ${held}. It lets them go by itself, at the latest ` +
            `${holdMsMax / 1000} s after it last held them.`,
        ]),
  ];
}
