import { formatDuration, type Json } from '@outrigger/model';
import { type NewRecord, type Plan, quantile } from '@outrigger/recovery';
import {
  type Disturbance,
  type Drawn,
  drawNames,
  givenUpMs,
  type PlanRun,
  type Unfollowed,
} from '@outrigger/sim';
import { columns, width, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { durationWords, titleOf } from './names.ts';

export interface ToldRun {
  readonly plan: Plan;
  readonly world: Parameters<typeof durationWords>[0];
  readonly timingsFrom: string | null;
  readonly seed: number;
  readonly run: PlanRun;
  readonly of: 'served' | 'pause';
  /** The same run's RTO as the evaluator has it, ms. */
  readonly evaluatorMs: number;
  readonly unfollowed: readonly Unfollowed[];
  /** Null: not in the simulated world. */
  readonly disturbances: readonly Disturbance[] | null;
}

/** What is this many times its own median is marked: it is what made the run long. */
const slowTimes = 2;

/** One run as the engine ran it: its journal, with what each step took beside its median. */
export function runText(told: ToldRun, style: Style): string {
  const { plan, run, seed, world, timingsFrom } = told;
  const lines = [
    ...wrap(titleOf(plan), columns).map(style.strong),
    `run ${run.run} of seed ${seed}, through the engine in virtual time`,
    ...wrap(durationWords(world, timingsFrom), columns).map(style.quiet),
    '',
    ...events(told, style),
    '',
    ...conclusion(told, style),
  ];
  return `${lines.join('\n')}\n`;
}

/** By their time: clients are served while the background still goes on. */
function events(told: ToldRun, style: Style): string[] {
  const { run } = told;
  const byStep = new Map<string | null, Drawn[]>();
  for (const drawn of run.draws) {
    byStep.set(drawn.step, [...(byStep.get(drawn.step) ?? []), drawn]);
  }
  const happened = [
    ...moments(told, byStep.get(null) ?? []),
    ...(run.anew ? [{ atMs: run.anew.atMs, what: 'it is planned anew', step: '', note: '' }] : []),
    ...run.records.flatMap((record): Happened[] => happenedIn(told, record, byStep)),
  ];
  return happened
    .toSorted((one, other) => one.atMs - other.atMs)
    .map((each) => lineOf(each, style));
}

interface Happened {
  readonly atMs: number;
  readonly what: string;
  readonly step: string;
  readonly note: string;
}

function moments({ run, of }: ToldRun, drawn: readonly Drawn[]): Happened[] {
  const detect = drawn.filter(({ name }) => name === 'detect');
  const after = drawn.filter(({ name }) => momentWords[name] !== undefined);
  const endMs = of === 'pause' ? (run.heldMs ?? 0) + (run.pauseMs ?? 0) : run.servedMs;
  let atMs = endMs - after.reduce((sum, { ms }) => sum + ms, 0);
  return [
    ...detect.map((each) => ({ atMs: each.ms, what: 'detected', step: '', note: took(each) })),
    ...after.map((each) => {
      atMs += each.ms;
      return { atMs, what: momentWords[each.name] ?? '', step: '', note: took(each) };
    }),
  ];
}

/** What comes after the last step that clients wait for. */
const momentWords: Readonly<Record<string, string>> = {
  'first-write': 'a write is answered',
  serve: 'clients come back',
  ttl: 'names expire',
  forget: 'the last client asks anew',
};

function happenedIn(
  { plan, run: { anew } }: ToldRun,
  { event, monotonicMs: atMs }: NewRecord,
  byStep: ReadonlyMap<string | null, readonly Drawn[]>,
): Happened[] {
  const tookOf = (step: string, otherwise: string) => {
    const parts = byStep.get(step) ?? [];
    const last = parts.at(-1);
    if (last === undefined) return otherwise;
    if (!parts.some(({ name }) => name === drawNames.heldUp(step))) return took(last);
    const wholeMs = parts.reduce((sum, { ms }) => sum + ms, 0);
    return `${formatDuration(wholeMs)}, ${formatDuration(last.ms)} held up`;
  };
  switch (event.type) {
    case 'performing':
      return [{ atMs, what: 'begins', step: event.step, note: '' }];
    case 'done': {
      const note = event.by === 'policy' ? grantedBy(event.facts) : tookOf(event.step, '');
      return [{ atMs, what: 'done', step: event.step, note }];
    }
    case 'checking': {
      const { steps } = anew?.plan ?? plan;
      const isApproval = steps.some(
        ({ action, id }) => id === event.step && action.verb === 'approve',
      );
      // What is decided by the lag has to see it first: that is no failure of anything.
      const note = isApproval ? 'how far is the copy behind?' : event.why;
      return [{ atMs, what: 'looks', step: event.step, note }];
    }
    case 'retried':
      return [{ atMs, what: 'again', step: event.step, note: 'a person says so' }];
    case 'going-back':
      return [{ atMs, what: 'goes back', step: '', note: event.why }];
    case 'lapsed':
    case 'retrying':
    case 'failed':
      return [{ atMs, what: event.type, step: event.step, note: event.why }];
    case 'asking':
      return [{ atMs, what: 'asks', step: event.step, note: askedFor(event) }];
    case 'approved':
      return [{ atMs, what: 'approved', step: event.step, note: tookOf(event.step, '') }];
    case 'ended':
      return [{ atMs, what: 'the plan is done', step: '', note: '' }];
    default:
      return [];
  }
}

/** What a policy went by: nobody had to be asked. */
function grantedBy({ lagMs, policy }: { readonly [fact: string]: Json }): string {
  if (typeof lagMs !== 'number') return `by policy${policy === undefined ? '' : `: ${policy}`}`;
  return `${formatDuration(lagMs)} behind, within the RPO: nobody is asked`;
}

function askedFor({ facts, question }: Extract<NewRecord['event'], { type: 'asking' }>): string {
  if (question === 'two-writers') return 'two may write then: a person has to say yes';
  const { lagMs } = facts;
  const behind = typeof lagMs === 'number' ? `${formatDuration(lagMs)} behind: ` : '';
  return `${behind}a person has to say yes`;
}

function took({ ms, duration }: Drawn): string {
  const medianMs = quantile(duration.distribution, 0.5);
  const times = medianMs === 0 ? 1 : ms / medianMs;
  const slow = times >= slowTimes ? `, ${times.toFixed(1)} × its p50` : '';
  return `${formatDuration(ms)}${slow}`;
}

/** Where the notes begin, if what is before them leaves room. */
const noteColumn = 52;

function lineOf({ atMs, what, step, note }: Happened, style: Style): string {
  const time = `+${formatDuration(atMs)}`.padStart(13);
  const left = step === '' ? `${time}  ${what}` : `${time}  ${what.padEnd(9)} ${step}`;
  if (note === '') return left;
  const noted = note.endsWith('its p50') ? style.warning(note) : note;
  if (width(left) + 2 + width(note) > columns) return `${left}\n${' '.repeat(15)}${noted}`;
  const gap = Math.min(Math.max(noteColumn - width(left), 2), columns - width(left) - width(note));
  return `${left}${' '.repeat(gap)}${noted}`;
}

function conclusion(told: ToldRun, style: Style): string[] {
  const { run, of, evaluatorMs, unfollowed, disturbances } = told;
  const ms = of === 'pause' ? (run.pauseMs ?? 0) : run.servedMs;
  if (!Number.isFinite(ms))
    return [style.bad(`It was given up after ${formatDuration(givenUpMs)}.`)];
  const isBehindName = run.draws.some(({ name }) => name === 'forget');
  const served = isBehindName ? 'All clients that ask the name again are' : 'Every client is';
  const what = of === 'pause' ? 'Writes pause for' : `${served} served after`;
  const words =
    disturbances !== null
      ? `The evaluator, which knows nothing of such a world, has ${formatDuration(evaluatorMs)}`
      : unfollowed.length > 0
        ? 'The evaluator can’t follow this plan'
        : Math.abs(evaluatorMs - ms) < 1
          ? 'The evaluator has the same, to the ms'
          : `The evaluator has ${formatDuration(evaluatorMs)}, which is a bug`;
  return [style.strong(`${what} ${formatDuration(ms)}.`), style.quiet(`${words}.`)];
}
