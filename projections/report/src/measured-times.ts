import { intents, type MeasuredTime, type Timings, verbs } from '@outrigger/recovery';
import { originMs, staysInRegion } from './facts.ts';
import type { DrillReport, Phase, StepTiming } from './types.ts';

type During = MeasuredTime['during'];

/**
 * What things took in a drill, each under the names that a world's timings have: its steps, what
 * only clients could see (`detect`, `serve`, `first-write`), and how far copies were behind when
 * their region was lost (`lag`). What clients saw is looked for where a phase got through;
 * `staysAdmitted` is the world's.
 */
export function measuredTimes(
  { phases }: Pick<DrillReport, 'phases'>,
  world: Pick<Timings, 'staysAdmitted'>,
): readonly MeasuredTime[] {
  return phases.flatMap((phase) => {
    const during = duringOf(phase);
    if (during === null) return [];
    const { own, mending } = splitSteps(phase);
    const later: During = { intent: 'failback', to: during.to };
    return [
      ...own.flatMap((step) => stepTime(step, during)),
      ...own.flatMap((step) => lagTime(step, phase, during)),
      ...mending.flatMap((step) => stepTime(step, later)),
      ...(phase.measured.recovered === false ? [] : clientTimes(phase, own, during, world)),
    ];
  });
}

/** Null where it is not known where writes went: nothing moved, or the report is too old. */
function duringOf({ fault, intent: wanted, moved, steps }: Phase): During | null {
  const intent = wanted ?? (fault === null ? null : 'failover');
  const to = moved?.to ?? toldBy(steps);
  return intent === null || to === null || !intents.includes(intent) ? null : { intent, to };
}

/** Reports of before `moved` tell it in the note of the last check: "answered from us-west-2". */
function toldBy(steps: readonly StepTiming[]): string | null {
  const notes = steps.map(({ note }) => /^answered from (\S+)$/.exec(note)?.[1]);
  return notes.findLast((region) => region !== undefined) ?? null;
}

/** After a heal it is the way back that goes on, in the same phase. */
function splitSteps(phase: Phase) {
  const done = phase.steps.filter(({ outcome }) => outcome === 'done');
  const healedMs = phase.fault === null ? null : phase.healedAtMs;
  const isLater = ({ startMs }: StepTiming) =>
    healedMs !== null && startMs + originMs(phase) >= healedMs;
  return { own: done.filter((step) => !isLater(step)), mending: done.filter(isLater) };
}

function stepTime({ kind, verb, startMs, endMs, approval }: StepTiming, during: During) {
  const named = [...verbs, 'start' as const].find((each) => each === verb);
  if (kind === undefined || named === undefined) return [];
  const isAnswer = named === 'approve' && approval?.by === 'person';
  // What a policy decides is done in the turn in which it is reached.
  if (named === 'approve' && !isAnswer) return [];
  const time: MeasuredTime = {
    kind,
    verb: isAnswer ? 'person' : named,
    during,
    ms: endMs - startMs,
  };
  return [time];
}

/**
 * A lag is approved as what it has grown to by then: nothing has come since the loss. What a
 * failover may lose is what it was at that moment.
 */
function lagTime(
  { kind, id, approval, startMs }: StepTiming,
  { fault, steps }: Phase,
  during: During,
): MeasuredTime[] {
  if (kind === undefined || approval?.by !== 'policy' || approval.lagMs === null) return [];
  const [component] = id.split('/');
  const isRestored = steps.some((each) => each.verb === 'restore' && isOf(each, component));
  const sinceMs = fault === null ? 0 : startMs;
  const ms = Math.max(0, approval.lagMs - sinceMs);
  return [{ kind, verb: isRestored ? 'backup-age' : 'lag', during, ms }];
}

function isOf({ id }: StepTiming, component: string | undefined): boolean {
  return id.split('/')[0] === component;
}

function clientTimes(
  phase: Phase,
  own: readonly StepTiming[],
  during: During,
  { staysAdmitted }: Pick<Timings, 'staysAdmitted'>,
): MeasuredTime[] {
  const { measured, fault } = phase;
  const entry = own.find(({ verb }) => verb === 'admit')?.kind ?? '*';
  const time = (verb: MeasuredTime['verb'], kind: string, ms: number): MeasuredTime => {
    return { kind, verb, during, ms: Math.max(0, ms) };
  };
  const lastOf = (steps: readonly StepTiming[]) => Math.max(...steps.map(({ endMs }) => endMs));
  if (fault !== null) {
    const stays = staysInRegion(phase);
    // As `clientsWaitFor` in recovery has it, of what the report tells of a step.
    const waited = own.filter(({ verb, background }) => {
      if (background || verb === undefined || verb === 'verify') return false;
      return verb !== 'admit' || !stays || staysAdmitted !== true;
    });
    if (measured.detectionMs === null || waited.length === 0) return [];
    return [
      time('detect', entry, measured.detectionMs),
      time('serve', entry, measured.rtoMs - lastOf(waited)),
    ];
  }
  const opens = own.filter(({ verb }) => verb === 'hold-writes');
  const closes = own.filter(({ verb }) => verb === 'release-writes');
  if (opens.length === 0 || closes.length === 0) return [];
  // Clients saw the whole pause: what the steps don't tell of it is the first write's.
  const heldMs = Math.max(...opens.map(({ startMs }) => startMs));
  return [time('first-write', '*', measured.writeOutageMs - (lastOf(closes) - heldMs))];
}
