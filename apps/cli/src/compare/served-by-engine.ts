import {
  countRuns,
  type EngineRequest,
  EngineRuns,
  followedRuns,
  graphOfPlan,
  planOutputs,
  runSampler,
} from '@outrigger/sim';
import { ProgramCount, type ServedRuns, timesIn, timesOf, tracedRuns } from './graph-runs.ts';

export type UndisturbedRecovery = Omit<EngineRequest, 'disturbances'>;

/**
 * How long it takes until clients are served where the evaluator can't follow every run, such as
 * one in which a person is asked: those go through the real engine, and so do the first ones, which
 * tell what rests on assumptions. The evaluator takes the others, at the same ms and some hundred
 * times faster.
 */
export class ServedByEngine implements ServedRuns {
  private readonly engine: EngineRuns;
  private readonly count: ProgramCount;

  constructor(
    request: UndisturbedRecovery,
    { firstRuns, limitMs }: { firstRuns: number; limitMs: number },
  ) {
    const { plan, seed, timings } = request;
    const engine = new EngineRuns({ ...request, disturbances: null }, planOutputs.served);
    this.engine = engine;
    const times = timesOf(graphOfPlan(plan, timings), limitMs);
    const isFollowed = followedRuns(plan, timings, seed);
    const evaluated = runSampler(times, seed);
    const valuesOf = (run: number) => {
      const told = evaluated(run);
      const lastsMs = told[planOutputs.served] ?? Number.POSITIVE_INFINITY;
      if (run < tracedRuns || !isFollowed(run, lastsMs)) return engine.valuesOf(run, times);
      return times.outputs.map(({ of }) => told[of] ?? Number.NaN);
    };
    this.count = new ProgramCount(times, firstRuns, (program, from, to) => {
      const [tally] = countRuns(from, to, [{ program, valuesOf }]);
      if (tally === undefined) throw new Error('nothing was counted');
      return tally;
    });
  }

  advance(to: number): void {
    this.count.advance(to);
  }

  result() {
    const times = timesIn(this.count.result());
    const first = timesIn(this.count.first());
    return { ...times, first, assumedShare: this.engine.path().typical.assumedShare };
  }
}
