import {
  type Disturbance,
  EngineRuns,
  graphOfPlan,
  merge,
  planOutputs,
  summarise,
  type Tally,
} from '@outrigger/sim';
import type { Day } from './forecast.ts';
import { timesIn, timesOf } from './graph-runs.ts';
import type { LostRuns } from './lost-runs.ts';
import type { UndisturbedRecovery } from './served-by-engine.ts';

/** The first of the recoveries once more, in the simulated world and with what disturbs them. */
export class BadDayRuns {
  private readonly engine: EngineRuns;
  private readonly runs: number;
  private readonly lost: LostRuns;
  private readonly times: ReturnType<typeof timesOf>;
  private tallies: readonly Tally[] = [];

  constructor(
    request: UndisturbedRecovery,
    {
      disturbances,
      limitMs,
      runs,
    }: { disturbances: readonly Disturbance[]; limitMs: number; runs: number },
    lost: LostRuns,
  ) {
    this.engine = new EngineRuns({ ...request, disturbances }, planOutputs.served);
    this.lost = lost;
    this.runs = runs;
    this.times = timesOf(graphOfPlan(request.plan, request.timings), limitMs);
  }

  advance(asked: number): void {
    const from = this.tallies[0]?.runs ?? 0;
    const to = Math.min(asked, this.runs);
    if (from >= to) return;
    const block = this.engine.block(from, to, [
      this.engine.counting(this.times),
      ...this.lost.countings(),
    ]);
    this.tallies = block.map((tally, index) => {
      const before = this.tallies[index];
      return before === undefined ? tally : merge(before, tally);
    });
  }

  /** Of them, those that came to no end. */
  get givenUp(): number {
    return this.engine.told()?.givenUp ?? 0;
  }

  result(): Day {
    const [times, lost] = this.tallies;
    const { program } = this.lost;
    const counted = program === null || lost === undefined ? [] : summarise(program, lost);
    const told = timesIn(times === undefined ? [] : summarise(this.times, times));
    return { ...told, ...this.lost.told(counted, told.rto.runs) };
  }
}
