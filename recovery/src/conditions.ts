import type { Action, Json } from './action.ts';
import type { Condition } from './step.ts';
import type { Observation, Subject } from './world.ts';

export type Facts = { readonly [fact: string]: Json };

/** What an action acts on, as something to look at. */
export function subjectOf({ component, region, zone }: Action): Subject {
  const kind = 'component';
  if (zone === undefined) {
    return region === undefined ? { kind, component } : { kind, component, region };
  }
  return region === undefined ? { kind, component, zone } : { kind, component, region, zone };
}

/** Two subjects are the same when this is: the parts that a subject lacks are empty. */
export function subjectKey(subject: Subject): string {
  if (subject.kind === 'zone') return `zone ${subject.region} ${subject.zone}`;
  if (subject.kind === 'region') return `region ${subject.region}`;
  return `component ${subject.component} ${subject.region ?? ''} ${subject.zone ?? ''}`;
}

/** As their keys say, without making them. */
function isSameSubject(one: Subject, other: Subject): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || (one.region ?? '') !== (other.region ?? '')) return false;
  if (one.kind === 'component' && other.kind === 'component' && one.component !== other.component) {
    return false;
  }
  return zoneOf(one) === zoneOf(other);
}

function zoneOf(subject: Subject): string {
  return subject.kind === 'region' ? '' : (subject.zone ?? '');
}

/** Each subject once. */
export function subjectsOf(conditions: readonly Condition[]): readonly Subject[] {
  const subjects = new Map<string, Subject>();
  for (const { subject } of conditions) subjects.set(subjectKey(subject), subject);
  return [...subjects.values()];
}

export type Verdict =
  | { readonly kind: 'met'; readonly facts: Facts }
  /** All was seen, and something is not as it should be. */
  | { readonly kind: 'unmet'; readonly why: string }
  /** Something could not be seen. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Judges conditions by observations made at `notBefore` or later; older ones count for nothing. */
export function judge(
  conditions: readonly Condition[],
  observations: readonly Observation[],
  context: { readonly notBefore: number; readonly epoch: number },
): Verdict {
  const facts: { [fact: string]: Json } = {};
  let unmet: string | null = null;
  for (const condition of conditions) {
    const observation = lastOf(observations, condition.subject, context);
    if (observation === undefined) return { kind: 'unknown', why: 'not seen since' };
    if (observation.status === 'unknown') return { kind: 'unknown', why: observation.why };
    const value = observation.facts[condition.fact];
    if (value !== undefined) facts[condition.fact] = value;
    if (!holds(condition, value, context.epoch)) {
      unmet ??= `${condition.fact} is ${value === undefined ? 'not told' : JSON.stringify(value)}`;
    }
  }
  return unmet === null ? { kind: 'met', facts } : { kind: 'unmet', why: unmet };
}

/** The last one of a subject that is new enough: there are few, so they are just gone through. */
function lastOf(
  observations: readonly Observation[],
  subject: Subject,
  context: { readonly notBefore: number },
): Observation | undefined {
  for (let index = observations.length - 1; index >= 0; index -= 1) {
    const observation = observations[index];
    if (observation === undefined || !isSameSubject(observation.subject, subject)) continue;
    if (observation.at >= context.notBefore) {
      return observation;
    }
  }
  return undefined;
}

function holds(condition: Condition, value: Json | undefined, epoch: number): boolean {
  if (value === undefined || value === null) return false;
  const expected = expectedValue(condition.value, epoch);
  switch (condition.is) {
    case 'equal':
      return value === expected;
    case 'at-least':
      return typeof value === 'number' && typeof expected === 'number' && value >= expected;
    case 'at-most':
      return typeof value === 'number' && typeof expected === 'number' && value <= expected;
    case 'one-of':
      return Array.isArray(expected) && expected.includes(value);
  }
}

function expectedValue(value: Condition['value'], epoch: number): Json {
  const isEpoch =
    typeof value === 'object' && value !== null && 'run' in value && value.run === 'epoch';
  return isEpoch ? epoch : value;
}
