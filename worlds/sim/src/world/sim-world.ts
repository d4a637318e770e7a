import {
  createMemoryWorld,
  type Duration,
  type MemoryWorld,
  type MemoryWorldOptions,
  type Timings,
} from '@outrigger/recovery';
import { DrawSource } from '../sampler.ts';
import { SimPace } from './sim-pace.ts';

export interface SimWorldOptions extends Omit<MemoryWorldOptions, 'isFaithful' | 'pace'> {
  /** Whose durations: of AWS, of the lab, or a user's own over them. */
  readonly timings: Timings;
  /** Which of the seed's runs; the first if left out. */
  readonly run?: number;
}

/**
 * The simulated world: what a platform would do (recovery's model of it: who may write, who
 * follows, what is admitted) at the pace of a world's timings, in virtual time. It draws from its
 * seed and the number of its run alone, so the same two give the same run, to the byte.
 */
export function createSimWorld(options: SimWorldOptions): MemoryWorld {
  const { platform, run = 0, seed, timings } = options;
  const source = new DrawSource(seed);
  const pace = new SimPace({
    platform,
    timings,
    drawMs: (name: string, duration: Duration) => source.draw(name, duration)(run),
    now: () => memory.time.now(),
    reaches: ({ region, zone }) => memory.model.reaches(region, zone),
    isCut: (component) => {
      const store = memory.model.stores.get(component);
      const writer = store?.members.get(store.writer ?? '');
      return writer === undefined || !memory.model.reaches(writer.region, writer.zone);
    },
  });
  const memory: MemoryWorld = createMemoryWorld({ ...options, pace });
  return memory;
}
