import { planFor } from '@outrigger/components';
import type { Objective, Platform } from '@outrigger/model';
import { type Loss, servingCapacity, startTopology, type Timings } from '@outrigger/recovery';
import { type Disturbance, graphOfPlan, storeLosses, unfollowed } from '@outrigger/sim';
import { BadDayRuns } from './bad-day-runs.ts';
import type { Forecast, Outlook } from './forecast.ts';
import { evaluatedBlocks, GraphRuns, ProgramCount, type ServedRuns } from './graph-runs.ts';
import { LostRuns } from './lost-runs.ts';
import { ServedByEngine, type UndisturbedRecovery } from './served-by-engine.ts';

export interface Question {
  readonly failure: Loss;
  readonly objective: Objective;
  readonly timings: Timings;
  /** What a bad day brings besides the failure. */
  readonly disturbances: readonly Disturbance[];
  readonly runs: number;
  /** The first so many of these once more, on a bad day. */
  readonly badDayRuns: number;
  readonly seed: number;
}

/** Recoveries of one strategy, made some at a time, so that one can stop between two. */
export interface Recoveries {
  /** Makes those before this one that are not yet made. */
  advance(to: number): void;
  /** What those that were made come to: one at least. */
  outlook(): Outlook;
}

export function recoveriesOf(platform: Platform, question: Question): Recoveries {
  const { disturbances, failure, objective, seed, timings } = question;
  const topology = startTopology(platform);
  const planned = planFor({ platform, topology, request: { intent: 'failover', failure } });
  if (planned.plan === undefined) {
    return unknown(planned.problems.map(({ wrong, mend }) => `${wrong}: ${mend}`));
  }
  const { plan } = planned;
  const losses = storeLosses(plan, platform, timings);
  const untimed = losses.filter(({ loses }) => loses === 'unknown');
  if (untimed.length > 0) return unknown(untimed.map(({ why }) => why));
  const gone = losses.filter(({ loses }) => loses === 'all');
  const recovery = { plan, platform, topology, timings, seed };
  const lost = new LostRuns(losses, objective.rpoMs);
  const badDay = { disturbances, limitMs: objective.rtoMs, runs: question.badDayRuns };
  const bad = new BadDayRuns(recovery, badDay, lost);
  const about = {
    to: plan.to,
    capacity: servingCapacity(plan, platform),
    notes: [
      ...plan.redFlags,
      ...plan.notes,
      ...gone.map(({ store, why }) => `${store} is lost: ${why}`),
    ],
  };
  return told({ served: servedRuns(recovery, question), lost, bad, question }, about);
}

/** By the evaluator; by the engine itself where a person is waited for. */
function servedRuns(recovery: UndisturbedRecovery, question: Question): ServedRuns {
  const { plan, timings, topology, seed } = recovery;
  const limits = { firstRuns: question.badDayRuns, limitMs: question.objective.rtoMs };
  if (unfollowed(plan, timings, { ...question, topology }).length > 0) {
    return new ServedByEngine(recovery, limits);
  }
  return new GraphRuns(graphOfPlan(plan, timings), { seed, ...limits });
}

/** Nothing can be made of these, for a reason. */
export function unknown(why: readonly string[]): Recoveries {
  return { advance: () => undefined, outlook: () => ({ known: false, why }) };
}

interface Counted {
  readonly served: ServedRuns;
  readonly lost: LostRuns;
  readonly bad: BadDayRuns;
  readonly question: Question;
}

function told(
  { served, lost, bad, question }: Counted,
  about: Pick<Forecast, 'to' | 'capacity' | 'notes'>,
): Recoveries {
  const { program } = lost;
  const { badDayRuns, disturbances, seed } = question;
  const lags =
    program === null ? null : new ProgramCount(program, badDayRuns, evaluatedBlocks(seed));
  const isLossTouched = disturbances.some(({ changesLoss }) => changesLoss);
  return {
    advance(to) {
      served.advance(to);
      lags?.advance(to);
      bad.advance(to);
    },
    outlook() {
      const { rto, full, first, assumedShare } = served.result();
      const loss = lost.told(lags?.result() ?? [], rto.runs);
      const undisturbed = { rto, full, ...loss };
      // What none of them changes is known from all of the runs, on a bad day too.
      const firstLoss = lost.told(lags?.first() ?? [], first.rto.runs);
      const sameUndisturbed = { ...first, ...(isLossTouched ? firstLoss : loss) };
      const disturbed = isLossTouched ? bad.result() : { ...bad.result(), ...loss };
      const days = { undisturbed, bad: disturbed, sameUndisturbed, givenUp: bad.givenUp };
      return { known: true, forecast: { ...days, assumedShare, ...about } };
    },
  };
}
