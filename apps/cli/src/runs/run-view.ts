import {
  type JournalRecord,
  type Life,
  type Loss,
  type Plan,
  placeOf,
  type RunState,
  replay,
  retriableSteps,
  whyNoCancel,
} from '@outrigger/recovery';

/** How far a run has come. `open`: nothing says that it has ended, and nobody is waited for. */
export type RunStatus =
  | 'done'
  | 'cancelled'
  | 'went-back'
  | 'needs-approval'
  | 'failed'
  | 'paused'
  | 'open'
  | 'unreadable';

/** A run as its journal tells it. */
export interface RunView {
  readonly run: string;
  readonly platform: string;
  readonly platformDigest: string;
  readonly plan: Plan | null;
  /** `failover of region-loss:us-east-1, us-east-1 → us-west-2` */
  readonly what: string;
  readonly epoch: number;
  readonly controller: string;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly records: number;
  readonly steps: number;
  readonly stepsDone: number;
  readonly status: RunStatus;
  /** Ids of the steps that ask, of those that have failed, and of those to be tried again. */
  readonly asking: readonly string[];
  readonly failed: readonly string[];
  readonly retriable: readonly string[];
  /** Whether a cancel would be obeyed now. */
  readonly mayCancel: boolean;
  /** Why it can't be read; empty when it can. */
  readonly why: string;
}

/** Null: a journal without a plan, such as a drill's own notes. */
export function viewRun(records: readonly JournalRecord[]): RunView | null {
  const first = records[0];
  const last = records.at(-1);
  if (first === undefined || last === undefined || first.event.type !== 'started') return null;
  const replayed = replay(records);
  const { state } = replayed;
  const base = {
    run: first.run,
    platformDigest: String(first.event.platformDigest),
    epoch: first.epoch,
    controller: String(first.event.controller),
    startedAt: first.time,
    lastAt: last.time,
    records: records.length,
  };
  if (state === undefined) {
    const nothing = { platform: '', plan: null, what: '', steps: 0, stepsDone: 0 };
    return {
      ...base,
      ...nothing,
      status: 'unreadable',
      asking: [],
      failed: [],
      retriable: [],
      mayCancel: false,
      why: replayed.refused,
    };
  }
  const asking = stepsThatAre('asking', state);
  const failed = stepsThatAre('failed', state);
  return {
    ...base,
    platform: state.plan.platform,
    plan: state.plan,
    what: whatOf(state.plan),
    steps: state.plan.steps.length,
    stepsDone: stepsThatAre('done', state).length,
    status: statusOf(state, asking, failed),
    asking,
    failed,
    retriable: retriableSteps(state),
    mayCancel: whyNoCancel(state) === null,
    why: '',
  };
}

function statusOf(
  { ended, mode }: RunState,
  asking: readonly string[],
  failed: readonly string[],
): RunStatus {
  if (ended !== null) return ended;
  if (mode === 'paused') return 'paused';
  if (asking.length > 0) return 'needs-approval';
  return failed.length > 0 ? 'failed' : 'open';
}

function stepsThatAre(life: Life, { index, lives }: RunState): string[] {
  return index.steps.filter((_, position) => lives.at(position).is === life).map(({ id }) => id);
}

/** What a plan is for, in a line. */
export function whatOf({ intent, failure, from, to }: Plan): string {
  const because = failure === null ? '' : ` of ${lossWords(failure)}`;
  const where = from === null || from === to ? `in ${to}` : `${from} → ${to}`;
  return `${intent}${because}, ${where}`;
}

function lossWords(failure: Loss): string {
  return `${failure.kind}:${placeOf(failure)}`;
}

/** What a person calls it. */
export const statusWords: { readonly [status in RunStatus]: string } = {
  done: 'done',
  cancelled: 'cancelled',
  'went-back': 'went back',
  'needs-approval': 'waits for approval',
  failed: 'failed',
  paused: 'paused',
  open: 'not ended',
  unreadable: 'unreadable',
};

/** The word that moves a run on which somebody has to end, as `outrigger runs` takes it. */
export function wordOn({ asking, retriable, run }: RunView): string {
  const [question] = asking;
  if (question !== undefined) return `approve ${run} ${question}`;
  const [failed] = retriable;
  return failed === undefined ? `resume ${run}` : `retry ${run} ${failed}`;
}

/** Whether somebody still has to do something about it. */
export function isUnended({ status }: RunView): boolean {
  return !['done', 'cancelled', 'went-back', 'unreadable'].includes(status);
}
