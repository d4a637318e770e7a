import {
  type EngineIntervals,
  finder,
  quantile,
  type Timing,
  type Timings,
} from '@outrigger/recovery';

/** The engine's intervals in a world, ms: settings are data of that world like all else. */
export function intervalsOf(timings: Timings): EngineIntervals {
  const ms = (name: Timing['verb']) => settingMs(timings, name);
  return {
    pollMs: ms('poll'),
    patienceMs: { short: ms('patience-short'), long: ms('patience-long') },
    backoffMs: { short: ms('backoff-short'), long: ms('backoff-long') },
  };
}

/** The median of what no kind changes; a world that has none of it can't be simulated. */
export function settingMs(timings: Timings, name: Timing['verb']): number {
  const found = finder(timings)(undefined, [name]);
  if (found === undefined) throw new Error(`the timings of ${timings.world} have no '${name}'`);
  return quantile(found.distribution, 0.5);
}
