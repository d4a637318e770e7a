import {
  type EngineRequest,
  EngineRuns,
  graphOfPlan,
  type OutputDistribution,
  planOutputs,
} from '@outrigger/sim';
import { GraphCount, type ServedRuns } from './graph-runs.ts';

export type UndisturbedRecovery = Omit<EngineRequest, 'disturbances'>;

/**
 * How long it takes until clients are served, by the real engine run by run: for what the evaluator
 * can't follow, such as a person who is asked in some of the runs. Some hundred times slower.
 */
export class ServedByEngine implements ServedRuns {
  private readonly engine: EngineRuns;
  private readonly count: GraphCount;

  constructor(request: UndisturbedRecovery, limitMs: number) {
    const engine = new EngineRuns({ ...request, disturbances: null }, planOutputs.served);
    this.engine = engine;
    this.count = new GraphCount(
      graphOfPlan(request.plan, request.timings),
      [{ of: planOutputs.served, limitsMs: [limitMs] }],
      (program, from, to) => engine.block(from, to, program, null, []).rto,
    );
  }

  advance(to: number): void {
    this.count.advance(to);
  }

  result(): { readonly rto: OutputDistribution; readonly assumedShare: number } {
    const [rto] = this.count.result();
    if (rto === undefined) throw new Error('nothing was run');
    return { rto, assumedShare: this.engine.path().typical.assumedShare };
  }
}
