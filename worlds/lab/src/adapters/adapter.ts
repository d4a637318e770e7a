import type { Kind } from '@outrigger/model';
import type { Action, Observation, Outcome, PerformContext, Subject } from '@outrigger/recovery';
import type { LabControl } from '../controller/lab-control.ts';
import type { Reach } from '../controller/reach.ts';

/** What an adapter is given besides the action. */
export interface AdapterContext {
  readonly lab: LabControl;
  /** Which zones answer now; nobody waits long for one that has not answered for a while. */
  readonly reach: Reach;
}

/**
 * How one kind of component is played in the lab: it turns the verbs that make sense for it into
 * calls of agents, voters and gateways, and says what it sees.
 */
export interface Adapter {
  perform(action: Action, context: PerformContext, given: AdapterContext): Promise<Outcome>;
  observe(subject: Subject & { kind: 'component' }, given: AdapterContext): Promise<Observation>;
}

/** One adapter for each kind: a missing one is a compile error. */
export type Adapters = { readonly [K in Kind]: Adapter };

/**
 * An agent's answer can take a link, PostgreSQL's start and a seed; the engine has its own
 * patience.
 */
export const verbTimeoutMs = 120_000;

/**
 * An agent that was out of reach at so many looks in a row, 2 s, is not waited for: what it was
 * doing is for the check to see, once it is back. Looks are counted, since a controller that stood
 * still itself has missed nothing but time.
 */
const missedLooksMax = 20;
const lookMs = 100;

/** Resolves when a zone has been out of reach for too long; `end` stops looking. */
function outOfReach(
  zone: string,
  { reach }: AdapterContext,
): { readonly lost: Promise<null>; readonly end: () => void } {
  let missed = 0;
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<null>((resolve) => {
    timer = setInterval(() => {
      missed = reach.isReachable(zone) ? 0 : missed + 1;
      if (missed > missedLooksMax) resolve(null);
    }, lookMs);
  });
  return { lost, end: () => clearInterval(timer) };
}

/** Asks one zone's agent to perform a verb; no answer says nothing of what it did. */
export async function askAgent(
  zone: string,
  action: Action,
  context: PerformContext,
  given: AdapterContext,
  timeoutMs = verbTimeoutMs,
): Promise<Outcome> {
  const asked = given.lab
    .agent(zone)
    .call<Outcome>('POST', `/verbs/${action.verb}`, { action, context }, timeoutMs);
  const unreached = outOfReach(zone, given);
  const answer = await Promise.race([asked, unreached.lost]).finally(unreached.end);
  if (answer === null) return { kind: 'unknown', why: `${zone} is out of reach` };
  switch (answer.kind) {
    case 'answered':
      // The effect was seen on the other side before the answer left: it is no older than `at`.
      return answer.body;
    case 'refused':
      return { kind: 'refused', why: answer.why };
    case 'unreachable':
      return { kind: 'unknown', why: `${zone}: ${answer.why}` };
    default:
      return answer satisfies never;
  }
}

/**
 * Asks the agents of several zones at once. Zones that are out of reach are told too, but not
 * waited for. `every`: all that are in reach must have done it; else one is enough.
 */
export async function askZones(
  zones: readonly string[],
  action: Action,
  context: PerformContext,
  given: AdapterContext,
  needed: 'every' | 'one',
): Promise<readonly Outcome[] | Outcome> {
  const asked = zones.map((zone) => ({
    zone,
    inReach: given.reach.isReachable(zone),
    outcome: askAgent(zone, { ...action, zone }, context, given),
  }));
  const awaited = asked.some((each) => each.inReach) ? asked.filter((each) => each.inReach) : asked;
  const outcomes = await Promise.all(awaited.map((each) => each.outcome));
  const done = outcomes.filter((outcome) => outcome.kind === 'done');
  const bad = outcomes.find((outcome) => outcome.kind !== 'done');
  if (bad !== undefined && (needed === 'every' || done.length === 0)) return bad;
  return done;
}

export function refused(action: Action): Outcome {
  return {
    kind: 'refused',
    why: `${action.verb} means nothing for ${action.component} in the lab`,
  };
}

export function unknown(
  subject: Subject,
  at: number,
  since: number | null,
  why: string,
): Observation {
  return { subject, at, status: 'unknown', since, why };
}
