import {
  type Distribution,
  type During,
  type MeasuredTime,
  quantile,
  type Timing,
  type Timings,
  timingKey,
} from '@outrigger/recovery';
import { differ, fitted, groupMin } from './fit.ts';
import type { WorldTimings } from './world/own-figures.ts';

/** What one drill measured. */
export interface DrilledTimes {
  readonly drill: string;
  readonly platform: string;
  /** The day, ISO 8601: `2026-11-21`. */
  readonly day: string;
  readonly times: readonly MeasuredTime[];
}

/** A row that was measured, beside what stood there before. */
export interface CalibratedTiming {
  readonly timing: Timing;
  /** How many durations it was fitted to, and of how many drills. */
  readonly n: number;
  readonly drills: number;
  /** The old value; null where the world had none. */
  readonly was: Pick<Timing, 'distribution' | 'basis' | 'source'> | null;
}

/** A world's timings as drills have them. */
export interface Calibration {
  readonly world: Timings['world'];
  readonly drills: readonly Omit<DrilledTimes, 'times'>[];
  readonly measured: readonly CalibratedTiming[];
  /** Rows of the world that stay as they were: nothing, or too little, was measured of them. */
  readonly kept: readonly Timing[];
  readonly timings: WorldTimings;
}

/** Fewer durations than this are an anecdote. */
export const samplesMin = 3;
/** A recovery's own row is worth its space where its median is another one by a tenth. */
const anotherBy = 1.1;

/**
 * Fits a world's timings to what drills measured: for each kind and verb one distribution, of all
 * that was measured of it. Where recoveries of another intent, or towards another region, are
 * another thing (Kruskal and Wallis, 5 %), those whose median is a tenth away have a row of their
 * own. What was measured less than three times stays as it was. A row keeps its old value beside
 * it.
 */
export function calibrate(drills: readonly DrilledTimes[], base: WorldTimings): Calibration {
  const known = new Map(base.timings.map((timing) => [timingKey(timing), timing]));
  const names = namesOf(base);
  const groups = new Map<string, Group>();
  for (const [position, { times }] of drills.entries()) {
    for (const { kind, verb, during, ms } of times) {
      const name = names(kind, verb);
      const key = timingKey(name);
      const group = groups.get(key) ?? { ...name, samples: [] };
      group.samples.push({ ms, during, drill: position });
      groups.set(key, group);
    }
  }
  const source = sourceOf(drills);
  const measured = [...groups.values()]
    .filter(({ samples }) => samples.length >= samplesMin)
    .flatMap((group) => rowsOf(group, known, source));
  const replaced = new Set(measured.map(({ timing }) => `${timing.kind} ${timing.verb}`));
  const kept = base.timings.filter(({ kind, verb }) => !replaced.has(`${kind} ${verb}`));
  return {
    world: base.world,
    drills: drills.map(({ drill, platform, day }) => ({ drill, platform, day })),
    measured,
    kept,
    timings: { ...base, timings: [...measured.map(({ timing }) => timing), ...kept] },
  };
}

interface Group extends Pick<Timing, 'kind' | 'verb'> {
  readonly samples: {
    readonly ms: number;
    readonly during: During;
    readonly drill: number;
  }[];
}

/** What is copied, and how often, is each kind's own: a figure for all of them says little. */
const ownOfKind: readonly Timing['verb'][] = ['lag', 'backup-age'];

/**
 * Under which name the world has it: the kind's own, the one of the kind by which it is played, or
 * the one for all kinds (but for how far copies are behind); else a new one of the kind's. In a
 * world that times no person an answer is an approval.
 */
function namesOf({ timings, playedBy }: Timings) {
  const known = new Set(timings.map(({ kind, verb }) => `${kind} ${verb}`));
  return (kind: string, said: Timing['verb']): Pick<Timing, 'kind' | 'verb'> => {
    const verb = said === 'person' && !known.has('* person') ? 'approve' : said;
    const played = playedBy?.[kind] ?? kind;
    const isOwn = ownOfKind.includes(verb);
    const names = isOwn ? [kind, played] : [kind, played, '*'];
    const found = names.find((name) => known.has(`${name} ${verb}`));
    return { kind: found ?? (isOwn ? played : kind), verb };
  };
}

function rowsOf(
  { kind, verb, samples }: Group,
  known: ReadonlyMap<string, Timing>,
  source: string,
): CalibratedTiming[] {
  const row = (some: Group['samples'], during?: During): CalibratedTiming => {
    const name = { kind, verb, ...(during === undefined ? {} : { during }) };
    const old = [name, { kind, verb }, { kind: '*', verb }]
      .map((each) => known.get(timingKey(each)))
      .find((each) => each !== undefined);
    const distribution = fitted(some.map(({ ms }) => ms));
    return {
      timing: { ...name, distribution, basis: 'measured', source },
      n: some.length,
      drills: new Set(some.map(({ drill }) => drill)).size,
      was:
        old === undefined
          ? null
          : { distribution: old.distribution, basis: old.basis, source: old.source },
    };
  };
  const all = row(samples);
  const median = middle(all.timing.distribution);
  const byRecovery = new Map<string, Group['samples']>();
  for (const sample of samples) {
    const key = `${sample.during.intent} ${sample.during.to}`;
    byRecovery.set(key, [...(byRecovery.get(key) ?? []), sample]);
  }
  const apart = [...byRecovery.values()].map((some) => some.map(({ ms }) => ms));
  const own = differ(apart) ? [...byRecovery.values()].filter(isAnother(median)) : [];
  return [all, ...own.map((some) => row(some, some[0]?.during))];
}

/** Whether some are worth a row of their own, beside one for all with this median. */
function isAnother(medianMs: number) {
  return (some: Group['samples']): boolean => {
    if (some.length < groupMin) return false;
    const ratio = middle(fitted(some.map(({ ms }) => ms))) / medianMs;
    return ratio >= anotherBy || ratio <= 1 / anotherBy;
  };
}

const middle = (distribution: Distribution): number => quantile(distribution, 0.5);

/** "measured in 10 drills of eks-failover, 2026-11-21" */
function sourceOf(drills: readonly DrilledTimes[]): string {
  const days = [...new Set(drills.map(({ day }) => day))].sort();
  const platforms = [...new Set(drills.map(({ platform }) => platform))].sort();
  const first = days[0] ?? '';
  const last = days.at(-1) ?? '';
  const when = first === last ? first : `${first} to ${last}`;
  const count = drills.length === 1 ? '1 drill' : `${drills.length} drills`;
  return `measured in ${count} of ${platforms.join(', ')}, ${when}`;
}
