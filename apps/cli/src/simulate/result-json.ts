import type { Json } from '@outrigger/model';
import type { Plan } from '@outrigger/recovery';
import type { OutputDistribution, SimulationResult } from '@outrigger/sim';

export interface JsonInput {
  readonly plan: Plan;
  readonly result: SimulationResult;
  readonly runsAsked: number;
  readonly replay: string;
  /** What it took on the clock of the wall. */
  readonly wallMs: number;
}

/** A result for programs: durations in ms, shares from 0 to 1. */
export function resultJson({ plan, result, runsAsked, replay, wallMs }: JsonInput): Json {
  const { rto, path, runs } = result;
  return {
    platform: plan.platform,
    intent: plan.intent,
    failure: plan.failure === null ? null : { ...plan.failure },
    from: plan.from,
    to: plan.to,
    world: result.world,
    unit: 'ms',
    runs,
    interrupted: runs < runsAsked,
    seed: result.seed,
    wallMs: Math.round(wallMs),
    method: result.method,
    unfollowed: result.unfollowed.map(({ step, why }) => ({ step, why })),
    rto: { of: rto.of, ...distribution(rto) },
    rpo: Object.fromEntries(
      result.rpo.map(({ store, loses, why, lag, distribution: lost }): [string, Json] => [
        store,
        {
          loses,
          why,
          ...(loses === 'nothing' ? nothing : lost === null ? unknown : distribution(lost)),
          basis: lag?.basis ?? null,
          source: lag?.source ?? null,
        },
      ]),
    ),
    objectives: result.objectives.map(({ limitMs, ...judged }) => ({ ...judged, limit: limitMs })),
    assumedShare: { p50: shareOf(path.typical.assumedShare), p99: shareOf(path.tail.assumedShare) },
    criticalPath: path.steps.map(({ step, basis, source, onPath, typical, tail }) => ({
      step,
      basis,
      source,
      onPath: shareOf(onPath),
      p50: { ms: ms(typical.ms), share: shareOf(typical.share) },
      p99: { ms: ms(tail.ms), share: shareOf(tail.share) },
    })),
    fixFirst: result.sensitivity.map(({ step, medianMs, always, halved }) => ({
      step,
      p50: ms(medianMs),
      p99Before: ms(halved.beforeMs),
      p99AlwaysItsP50: always === null ? null : ms(always.afterMs),
      p99TwiceAsFast: ms(halved.afterMs),
    })),
    histogram: result.rows.map(({ fromMs, toMs, runs: held, share }) => ({
      from: fromMs,
      to: toMs,
      runs: held,
      share,
    })),
    worst: { run: rto.maxRun, ms: ms(rto.maxMs), replay },
  };
}

const nothing = { p50: 0, p90: 0, p99: 0, max: 0 };
const unknown = { p50: null, p90: null, p99: null, max: null };

function distribution({ p50Ms, p90Ms, p99Ms, maxMs, meanMs, minMs }: OutputDistribution) {
  return {
    p50: ms(p50Ms),
    p90: ms(p90Ms),
    p99: ms(p99Ms),
    max: ms(maxMs),
    mean: ms(meanMs),
    min: ms(minMs),
  };
}

/** A µs is less than what any source knows. */
function ms(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function shareOf(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
