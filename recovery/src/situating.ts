import { objectiveFor, type Platform, primaryRegion } from '@outrigger/model';
import type { PlanObjective, PlanProblem, PlanRequest } from './request.ts';
import { type Situation, writerOf } from './situation.ts';
import type { Topology } from './topology.ts';

export type Situated =
  | { readonly situation: Situation; readonly problems?: undefined }
  | { readonly situation?: undefined; readonly problems: readonly PlanProblem[] };

export interface Input {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly request: PlanRequest;
  /** Keys of the components that have a writer. */
  readonly stores: readonly string[];
}

export function problem(path: string, wrong: string, mend: string): PlanProblem {
  return { path, wrong, mend };
}

export interface Lost {
  readonly lostRegions: ReadonlySet<string>;
  readonly lostZones: ReadonlySet<string>;
}

export function lostPlaces({ topology, request }: Input): Lost {
  const lostRegions = new Set(topology.lost.regions);
  const lostZones = new Set(topology.lost.zones);
  if (request.intent === 'failover' && request.failure) {
    if (request.failure.zone === null) lostRegions.add(request.failure.region);
    else lostZones.add(request.failure.zone);
  }
  return { lostRegions, lostZones };
}

/** Nobody moves: the writer is where it was, and traffic stays as it is. */
export function unmoved(input: Input, lost: Lost, home: string): Situated {
  const { failure, intent } = input.request;
  return {
    situation: {
      intent,
      failure: failure ?? null,
      planned: intent !== 'failover',
      from: null,
      to: home,
      takesEpoch: false,
      startsToServe: false,
      rebuilds: false,
      objective: objectiveOf(input),
      ...lost,
      moves: {},
      admit: [],
      exclude: [],
      hold: [],
    },
  };
}

/** Where the stores are written, null: in several places; without any store, where clients are. */
export function commonRegion(
  { platform, topology }: Input,
  stores: readonly string[],
): string | null {
  if (stores.length === 0) return topology.admitted[0] ?? primaryRegion(platform).name;
  const regions = new Set(stores.map((store) => writerOf(topology, store)?.region ?? null));
  const only = [...regions][0];
  return regions.size === 1 ? (only ?? null) : null;
}

export function objectiveOf({ platform, request }: Input): PlanObjective | null {
  const kind = request.failure?.kind ?? 'region-loss';
  const scope =
    request.intent !== 'failover' ? 'switchover' : kind === 'process-crash' ? 'zone-loss' : kind;
  const objective = objectiveFor(platform, scope);
  return objective === null ? null : { ...objective, scope };
}
