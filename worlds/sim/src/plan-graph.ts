import {
  clientsWaitFor,
  type Duration,
  durationsOf,
  finder,
  growthOf,
  type Plan,
  type Step,
  type Timings,
} from '@outrigger/recovery';
import { drawNames } from './draw-names.ts';
import type { Draw, Expression, StepGraph } from './step-graph.ts';
import { drawOf } from './units.ts';
import { isFenceUnproven } from './unproven-fence.ts';

/** What a plan's graph can be asked for, ms; all but `named` is what `estimate` gives. */
export const planOutputs = {
  /** From the failure (or the start) until every client is served. */
  served: 'served',
  /** Until a name leads to who serves; from then on its clients come, one after another. */
  named: 'named',
  /** Until all of the capacity is there too, by which a region serves normally. */
  full: 'full',
  /** Until the background is done too. */
  makespan: 'makespan',
  /** From the hold of a handover until a write is answered again; only where writes are held. */
  pause: 'pause',
} as const;

/** What clients keep a name's answer for, once another is there. */
export const ofNames: ReadonlySet<string> = new Set(['ttl', 'forget']);

/** A plan that does nothing takes no time, and says so. */
const nothing = 'nothing to do';

/** The name under which a step's end is found in the graph. */
export function endOf(step: string): string {
  return `${step} ended`;
}

/** What an RTO is held against: how long writes pause in a handover, else when all are served. */
export function rtoOf({ handover }: Plan): 'served' | 'pause' {
  return handover === null ? 'served' : 'pause';
}

/**
 * A plan and a world's timings as a plain graph: a draw for each step under the step's id (and
 * `detect`, `serve`, `ttl`, `forget`, `first-write` where the plan has them, a person's answer
 * where a fence proves nothing), and a node for each step's end. How long a step takes is known no
 * better than `estimate` knows it: both have that from `durationsOf`.
 */
export function graphOfPlan(plan: Plan, timings: Timings): StepGraph {
  const { steps, moments, firstWrite } = durationsOf(plan, timings);
  const draws: Record<string, Draw> = {};
  const add = (name: string, duration: Duration) => {
    draws[name] = drawOf(duration);
  };
  for (const moment of moments) add(moment.id, moment);
  for (const [index, step] of plan.steps.entries()) {
    const duration = steps[index];
    if (duration !== undefined) add(step.id, duration);
  }
  const [detect, ...after] = moments.map(({ id }) => id);
  const begin = detect === undefined ? [] : [detect];
  const nodes: Record<string, Expression> = {};
  const person = finder(timings, plan)(undefined, ['person']);
  for (const step of plan.steps) {
    const isAsked = person !== undefined && isFenceUnproven(plan, step.action, timings.world);
    if (isAsked) add(drawNames.person(step.id), person);
    nodes[endOf(step.id)] = ended(step, begin, isAsked ? [drawNames.person(step.id)] : []);
  }

  const waited = lastOf(clientsWaitFor(plan, timings)).map(endOf);
  const all = lastOf(plan.steps).map(endOf);
  const last = [waited, all].map((ends) => (ends.length > 0 ? ends : begin));
  if (last.some((ends) => ends.length === 0)) {
    const distribution = { kind: 'constant', ms: 0 } as const;
    add(nothing, { distribution, basis: 'documented', source: 'the plan: it has no such steps' });
  }
  const [servedBy, doneBy] = last.map((ends) => (ends.length > 0 ? ends : [nothing]));
  const isKept = after.includes('ttl');
  const named = { sum: [{ max: servedBy ?? [] }, ...after.filter((id) => !ofNames.has(id))] };
  if (isKept) nodes[planOutputs.named] = named;
  nodes[planOutputs.served] = isKept ? { sum: [planOutputs.named, ...ofNames] } : named;
  const grown = growthOf(plan).map(({ id }) => endOf(id));
  nodes[planOutputs.full] = { max: [planOutputs.served, ...grown] };
  nodes[planOutputs.makespan] = { max: doneBy ?? [] };
  if (plan.handover !== null) {
    if (firstWrite !== null) add('first-write', firstWrite);
    nodes[planOutputs.pause] = pauseOf(plan, plan.handover, begin, firstWrite !== null);
  }
  return { name: nameOf(plan), draws, nodes };
}

function ended(
  { id, after }: Step,
  begin: readonly string[],
  answered: readonly string[],
): Expression {
  const start = after.length > 0 ? after.map(endOf) : begin;
  const first = start.length === 1 ? start : [{ max: start }];
  if (start.length > 0) return { sum: [...first, id, ...answered] };
  return answered.length === 0 ? id : { sum: [id, ...answered] };
}

/** Ids of the steps that no other of them waits for: one of these ends last. */
function lastOf(steps: readonly Step[]): readonly string[] {
  const waitedFor = new Set(steps.flatMap(({ after }) => after));
  return steps.filter(({ id }) => !waitedFor.has(id)).map(({ id }) => id);
}

/**
 * From the last hold to begin (the new side holds first; that keeps nobody waiting, since its
 * clients are on the old side) until the last release, then until a write is answered.
 */
function pauseOf(
  plan: Plan,
  { opens, closes }: NonNullable<Plan['handover']>,
  begin: readonly string[],
  withFirstWrite: boolean,
): Expression {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const before = opens.flatMap((id) => {
    const after = (steps.get(id)?.after ?? []).map(endOf);
    return after.length > 0 ? after : begin;
  });
  const released = { max: closes.map(endOf) };
  const held: Expression =
    before.length > 0 ? { span: [{ max: [...new Set(before)] }, released] } : released;
  return withFirstWrite ? { sum: [held, 'first-write'] } : held;
}

function nameOf({ platform, intent, failure }: Plan): string {
  if (failure === null) return `${platform}: ${intent}`;
  return `${platform}: ${intent} after ${failure.kind} ${failure.zone ?? failure.region}`;
}
