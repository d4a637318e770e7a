import type { Json } from '@outrigger/model';
import type { Plan } from '@outrigger/recovery';
import type { OutputDistribution, PlanRun, SimulationResult } from '@outrigger/sim';
import type { Waited } from './result-text.ts';

export interface JsonInput {
  readonly plan: Plan;
  readonly result: SimulationResult;
  readonly runsAsked: number;
  readonly timingsFrom: string | null;
  readonly replay: string;
  readonly worst: readonly Waited[];
  readonly worstRun: PlanRun;
  /** What it took on the clock of the wall. */
  readonly wallMs: number;
}

/** A result for programs: durations in ms, shares from 0 to 1. */
export function resultJson(input: JsonInput): Json {
  const { plan, result, runsAsked, timingsFrom, wallMs } = input;
  const { rto, path, runs } = result;
  return {
    platform: plan.platform,
    intent: plan.intent,
    failure: plan.failure === null ? null : { ...plan.failure },
    from: plan.from,
    to: plan.to,
    world: result.world,
    timings: timingsFrom,
    unit: 'ms',
    runs,
    interrupted: runs < runsAsked,
    seed: result.seed,
    wallMs: Math.round(wallMs),
    method: result.method,
    unfollowed: result.unfollowed.map(({ step, why }) => ({ step, why })),
    befell:
      result.befell === null
        ? null
        : {
            disturbances: result.befell.disturbances.map((each) => ({ ...each })),
            wentBack: result.befell.wentBack,
            plannedAnew: result.befell.plannedAnew,
            givenUp: result.befell.givenUp,
            helped: result.befell.helped,
            failingShare: result.befell.failingShare,
          },
    rto: { of: rto.of, ...distribution(rto) },
    capacity:
      result.capacity === null
        ? null
        : {
            share: shareOf(result.capacity.share),
            reduced: result.capacity.reduced.map((part) => ({ ...part })),
            full: distribution(result.capacity.full),
          },
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
    clients: result.clients.map(({ share, p50Ms, p90Ms, p99Ms }) => ({
      share,
      p50: ms(p50Ms),
      p90: ms(p90Ms),
      p99: ms(p99Ms),
      basis: 'assumed',
    })),
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
    fixFirst: result.sensitivity.map(({ step, medianMs, beforeMs, always, halved, mend }) => ({
      step,
      p50: ms(medianMs),
      p99Before: ms(beforeMs),
      p99AlwaysItsP50: always === null ? null : ms(always.afterMs),
      p99TwiceAsFast: halved === null ? null : ms(halved.afterMs),
      mend: mend?.words ?? null,
      p99Mended: mend === null || mend.p99 === null ? null : ms(mend.p99.afterMs),
    })),
    histogram: result.rows.map(({ fromMs, toMs, runs: held, share }) => ({
      from: fromMs,
      to: toMs,
      runs: held,
      share,
    })),
    worst: worstOf(input),
  };
}

/** The run that took longest, with what it waited for and its journal. */
function worstOf({ result: { rto, seed }, replay, worst, worstRun }: JsonInput): Json {
  return {
    run: rto.maxRun,
    seed,
    ms: ms(rto.maxMs),
    replay,
    waitedFor: worst.map(({ name, ms: took }) => ({ step: name, ms: ms(took) })),
    transcript: worstRun.records.map(({ sequence, monotonicMs, event }) => ({
      sequence,
      at: ms(monotonicMs),
      event: JSON.parse(JSON.stringify(event)),
    })),
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
