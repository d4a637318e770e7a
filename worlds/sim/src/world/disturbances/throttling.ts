import { type DirectWorld, quantile, type Subject } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance, type Running } from '../disturbance.ts';
import { constantOf, durationOf } from '../figure.ts';
import { subjectKey } from '../subject-key.ts';

/**
 * A control plane turns calls away; the SDK tries again by itself. Then an attempt at a step has
 * failed, and a look has shown nothing: the engine tries or looks again.
 */
export const throttling = disturbance({
  name: 'throttling',
  about: 'control planes turn calls and reads away: too many at once',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.3 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure is published: in a regional event everybody calls at once',
    },
    reads: {
      distribution: { kind: 'constant', value: 0.075 },
      unit: 'share',
      basis: 'assumed',
      source: 'EC2 API guide: 20 reads a second for 5 changes; a quarter of the share is ours',
    },
    tries: {
      distribution: { kind: 'constant', value: 3 },
      unit: 'count',
      basis: 'documented',
      source: 'AWS SDKs and Tools guide, standard mode: 3 attempts',
    },
    backoff: {
      distribution: { kind: 'uniform', low: 0, high: 1 },
      unit: 's',
      basis: 'documented',
      source: 'AWS SDKs and Tools guide, standard mode: up to 1 s, doubled each time',
    },
  },
  disturb: ({ befalls, callMs, draws, memory, running }, figures) => {
    const triesMax = constantOf(figures.tries);
    const readShare = constantOf(figures.reads);
    const backoff = durationOf(figures.backoff).distribution;
    /** By what is looked at: chance, look after look. */
    const chances = new Map<string, () => number>();

    /** How often a call is turned away, and what that takes, the SDK's waits between included. */
    const turnedAway = (draw: Draws): { readonly waitMs: number; readonly isLost: boolean } => {
      let waitMs = 0;
      for (let number = 1; number <= triesMax; number += 1) {
        if (!draw.isTurnedAway(number)) break;
        befalls();
        waitMs += draw.callMs(number);
        if (number === triesMax) return { waitMs, isLost: true };
        waitMs += 2 ** (number - 1) * draw.backoffMs(number);
      }
      return { waitMs, isLost: false };
    };

    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: (subject, then) => {
          const key = subjectKey(subject);
          if (key === null || !readsControlPlane(running(), subject)) {
            inner.observe(subject, then);
            return;
          }
          const next = chances.get(key) ?? draws.sequence(`throttled looks at ${key}`);
          chances.set(key, next);
          const at = memory.time.now();
          const { isLost, waitMs } = turnedAway({
            isTurnedAway: () => next() < readShare,
            callMs: () => callMs(`throttled look at ${key}`),
            backoffMs: () => quantile(backoff, next()),
          });
          const why = 'ThrottlingException';
          afterwards(memory.time, waitMs, () => {
            if (isLost) then({ subject, at, status: 'unknown', since: null, why });
            else inner.observe(subject, then);
          });
        },
        perform: (action, context, then) => {
          if (!callsControlPlane(action)) {
            inner.perform(action, context, then);
            return;
          }
          const name = (number: number) => `throttled ${context.step} ${context.attempt}.${number}`;
          const { isLost, waitMs } = turnedAway({
            isTurnedAway: (number) => draws.happens(name(number), figures.share),
            callMs: (number) => callMs(`${name(number)} call`),
            backoffMs: (number) => draws.value(`${name(number)} backoff`, figures.backoff),
          });
          afterwards(memory.time, waitMs, () => {
            if (isLost) then({ kind: 'failed', why: 'ThrottlingException' });
            else inner.perform(action, context, then);
          });
        },
      }),
    };
  },
});

/** What is drawn for each try of one call. */
interface Draws {
  readonly isTurnedAway: (number: number) => boolean;
  readonly callMs: (number: number) => number;
  readonly backoffMs: (number: number) => number;
}

/** Whether what is looked at is asked of a control plane: one that the plan has do something. */
function readsControlPlane({ plan }: Running, subject: Subject): boolean {
  if (subject.kind !== 'component') return false;
  return plan.steps.some(
    ({ action }) => action.component === subject.component && callsControlPlane(action),
  );
}

function afterwards(
  time: { readonly after: (ms: number, then: () => void) => void },
  ms: number,
  then: () => void,
): void {
  if (ms === 0) then();
  else time.after(ms, then);
}
