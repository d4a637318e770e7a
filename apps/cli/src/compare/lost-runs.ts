import {
  type Counting,
  drawNames,
  lagDraws,
  type OutputDistribution,
  type Program,
  type StoreLoss,
  wilson,
} from '@outrigger/sim';
import { anyStore, type Day } from './forecast.ts';
import { programOf } from './graph-runs.ts';

/** What may be lost of each store, and how that is counted in runs. */
export class LostRuns {
  /** Its outputs are the worst of all stores in a run, then each; null where none is timed. */
  readonly program: Program | null;
  /** Those whose loss is a matter of luck, as the program has them after its first output. */
  private readonly stores: readonly string[];
  private readonly losses: readonly StoreLoss[];
  private readonly limitMs: number;

  constructor(losses: readonly StoreLoss[], limitMs: number) {
    this.losses = losses;
    this.limitMs = limitMs;
    const draws = lagDraws(losses);
    const max = Object.keys(draws);
    this.stores = losses.map(({ store }) => store).filter((store) => drawNames.lag(store) in draws);
    const limitsMs = [limitMs];
    const graph = { name: anyStore, draws, nodes: { [anyStore]: { max } } };
    const outputs = [anyStore, ...this.stores.map(drawNames.lag)].map((of) => ({ of, limitsMs }));
    this.program = max.length === 0 ? null : programOf(graph, outputs);
  }

  /** For runs in the simulated world, which tell how far each copy was behind. */
  countings(): readonly Counting[] {
    const { program, stores } = this;
    if (program === null) return [];
    const valuesOf: Counting['valuesOf'] = ({ lagsMs }) => {
      const behindMs = stores.map((store) => lagsMs?.get(store) ?? 0);
      return [Math.max(0, ...behindMs), ...behindMs];
    };
    return [{ program, valuesOf }];
  }

  /** Of as many runs; a store without any copy loses all in each of them. */
  told(counted: readonly OutputDistribution[], runs: number): Pick<Day, 'rpo' | 'stores'> {
    const [worst = null, ...stores] = counted;
    if (this.losses.some(({ loses }) => loses === 'all')) {
      return { rpo: this.always(Number.POSITIVE_INFINITY, runs), stores };
    }
    return { rpo: this.losses.length === 0 ? null : (worst ?? this.always(0, runs)), stores };
  }

  private always(ms: number, runs: number): OutputDistribution {
    const { limitMs } = this;
    const met = ms <= limitMs ? runs : 0;
    const limits = [{ limitMs, met, ...wilson(met, runs) }];
    const figures = { minMs: ms, p50Ms: ms, p90Ms: ms, p99Ms: ms, maxMs: ms, meanMs: ms };
    return { of: anyStore, runs, ...figures, maxRun: 0, limits };
  }
}
