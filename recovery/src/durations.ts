import type { Kind } from '@outrigger/model';
import type { Action } from './action.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import {
  type Checks,
  type Distribution,
  type During,
  gibLoaded,
  type Timing,
  type Timings,
  timingNames,
} from './timings.ts';

/** How long one thing takes, and how we know. */
export type Duration = Pick<Timing, 'distribution' | 'basis' | 'source'>;
type Found = Duration & Pick<Timing, 'checks'>;

/**
 * What is timed and is no step: noticing the failure, and clients after the last step. `ttl`:
 * clients may keep a name's answer for so long; `forget`: some keep it for longer.
 */
export interface Moment extends Duration {
  readonly id: 'detect' | 'serve' | 'ttl' | 'forget';
}

/** Everything that takes time in a plan, in one world. */
export interface Durations {
  /** One a step, in the plan's order. */
  readonly steps: readonly Duration[];
  /** A failover's, in their order: `detect` is the first; the others come after the last step. */
  readonly moments: readonly Moment[];
  /** After the release of writes that a handover held; null without one, or where none is timed. */
  readonly firstWrite: Duration | null;
}

/** Used where a world has no timing: seen as assumed, and large enough to be noticed. */
export const untimed: Duration = {
  distribution: { kind: 'constant', ms: 1000 },
  basis: 'assumed',
  source: 'no timing is known: 1 s is assumed',
};

/**
 * The one place where a plan meets a world's timings: what `estimate` and the simulator's graph
 * are made of.
 */
export function durationsOf(plan: Plan, timings: Timings): Durations {
  const find = finder(timings, plan);
  return {
    steps: plan.steps.map((step) => durationOf(step, plan, find)),
    moments: momentsOf(plan, find),
    firstWrite: (plan.handover === null ? null : find(undefined, ['first-write'])) ?? null,
  };
}

/**
 * By the first name that is timed: a kind's own timing, else the one for all kinds; of each the one
 * for such recoveries before the one for any.
 */
export type Find = (kind: Kind | undefined, names: readonly Timing['verb'][]) => Found | undefined;

export function finder(timings: Timings, plan?: During): Find {
  const byName = rowsOf(timings);
  const circumstances = plan === undefined ? [undefined] : [plan, undefined];
  return (kind, names) => {
    for (const verb of names) {
      for (const named of kindsFor(kind, timings)) {
        for (const during of circumstances) {
          const found = byName.get(timingKey({ kind: named, verb, during }));
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  };
}

/** A simulation asks for the same rows in each of its runs. */
const known = new WeakMap<Timings, ReadonlyMap<string, Timing>>();

function rowsOf(timings: Timings): ReadonlyMap<string, Timing> {
  const rows = known.get(timings) ?? new Map(timings.timings.map((one) => [timingKey(one), one]));
  known.set(timings, rows);
  return rows;
}

function kindsFor(kind: Kind | undefined, { playedBy }: Timings): readonly string[] {
  if (kind === undefined) return ['*'];
  const other = playedBy?.[kind];
  return other === undefined ? [kind, '*'] : [kind, other, '*'];
}

/** What a row of a world's timings is told apart by. */
export function timingKey(row: {
  readonly kind: string;
  readonly verb: string;
  readonly during?: During | undefined;
}): string {
  const { kind, verb, during } = row;
  return during === undefined ? `${kind} ${verb}` : `${kind} ${verb} ${during.intent} ${during.to}`;
}

function durationOf({ action }: Step, plan: Plan, find: Find): Duration {
  return actionDuration(action, plan.kinds[action.component], find);
}

/** How long a world has an action take; what it loads from a backup takes so long for each GiB. */
export function actionDuration(action: Action, kind: Kind | undefined, find: Find): Duration {
  const found = checkedAs(checksIn(action), find(kind, timingNames(action)) ?? untimed);
  const gib = gibLoaded(action);
  if (gib === null) return found;
  const source = `${found.source}; ${gib} GiB`;
  return { ...found, distribution: times(found.distribution, gib), source };
}

/** How the entry that an action is about checks its regions; null: as whoever timed it. */
function checksIn({ arguments: { checks } }: Action): Checks | null {
  if (typeof checks !== 'object' || checks === null || !('threshold' in checks)) return null;
  return { intervalMs: Number(checks.intervalMs), threshold: Number(checks.threshold) };
}

/** From the failure on the first check comes at any time, the last one all intervals later. */
function checkedAs(own: Checks | null, { checks, ...duration }: Found): Duration {
  const { basis, distribution, source } = duration;
  if (own === null || checks === undefined || distribution.kind !== 'uniform') return duration;
  const later = (times: 0 | 1) =>
    own.intervalMs * (own.threshold - times) - checks.intervalMs * (checks.threshold - times);
  if (later(0) === 0 && later(1) === 0) return duration;
  const lowMs = distribution.lowMs + later(1);
  const highMs = distribution.highMs + later(0);
  const told = `${source}; here ${own.intervalMs / 1000} s × ${own.threshold}`;
  return { distribution: { kind: 'uniform', lowMs, highMs }, basis, source: told };
}

function times(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case 'constant':
      return { kind: 'constant', ms: distribution.ms * factor };
    case 'uniform': {
      const { highMs, lowMs } = distribution;
      return { kind: 'uniform', lowMs: lowMs * factor, highMs: highMs * factor };
    }
    case 'lognormal': {
      const { medianMs, p99Ms } = distribution;
      return { kind: 'lognormal', medianMs: medianMs * factor, p99Ms: p99Ms * factor };
    }
  }
}

/** What a plan may lose of a store is timed by: how far its copy, or its backup, is behind. */
export function lagName({ steps }: Pick<Plan, 'steps'>, store: string): 'lag' | 'backup-age' {
  const isRestored = steps.some(
    ({ action }) => action.component === store && action.verb === 'restore',
  );
  return isRestored ? 'backup-age' : 'lag';
}

function momentsOf(plan: Plan, find: Find): Moment[] {
  if (plan.intent !== 'failover') return [];
  const entries = plan.steps.flatMap(({ action }) =>
    action.arguments.through === undefined ? [] : [action],
  );
  const entry = plan.kinds[entries[0]?.component ?? ''];
  const checks = entries[0] === undefined ? null : checksIn(entries[0]);
  const detect = checkedAs(checks, find(entry, ['detect']) ?? untimed);
  const moments: Moment[] = [{ id: 'detect', ...detect }];
  const serve = find(entry, ['serve']);
  if (serve !== undefined) moments.push({ id: 'serve', ...serve });
  const keptMs = Math.max(...entries.map((each) => Number(each.arguments.answersKeptMs ?? 0)), 0);
  const forget = find(entry, ['forget']);
  if (keptMs === 0 || forget === undefined) return moments;
  const source = 'the platform: how long clients may keep the answer of its name';
  const distribution = { kind: 'constant', ms: keptMs } as const;
  moments.push({ id: 'ttl', distribution, basis: 'documented', source });
  return [...moments, { id: 'forget', ...forget }];
}
