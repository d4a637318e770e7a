import { planFor } from '@outrigger/components';
import {
  type ObjectiveScope,
  objectiveFor,
  type PlannedObjective,
  type Platform,
  parseDuration,
  primaryRegion,
} from '@outrigger/model';
import {
  type Loss,
  type Plan,
  type PlanRequest,
  placeOf,
  scenariosOf,
  startTopology,
  type Topology,
} from '@outrigger/recovery';
import { type Disturbance, runProblems, type WorldTimings } from '@outrigger/sim';
import { type PlanWords, readRequest } from '../plan-request.ts';
import { type Problem, Refusal } from '../refusal.ts';
import { loadTimings, worldTimings } from '../timings.ts';
import { readDisturbances } from './disturb-words.ts';

/** What a user says about the simulation that they want: all as it was written. */
export interface SimulateWords extends PlanWords {
  readonly runs: string;
  readonly seed: string;
  readonly run?: string;
  readonly engine?: boolean;
  /** Names, with commas between. */
  readonly disturb?: string;
  readonly world: 'aws' | 'lab';
  readonly timings?: string;
  readonly rto?: string;
  readonly rpo?: string;
  readonly svg?: string;
  readonly json?: boolean;
}

export interface ReadSimulation {
  readonly platform: Platform;
  readonly request: PlanRequest;
  readonly timings: WorldTimings;
  readonly runs: number;
  readonly seed: number;
  /** The one run to tell; null: all of them. */
  readonly run: number | null;
  /** What disturbs it in the simulated world; null: nobody asked for that world. */
  readonly disturbances: readonly Disturbance[] | null;
}

/** Everything that was asked for, or a refusal with all that is wrong with it. */
export async function readSimulation(
  words: SimulateWords,
  loaded: Platform,
  folder: string,
): Promise<ReadSimulation> {
  const problems: Problem[] = [...numberProblems(words)];
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const disturbances = await readDisturbances(words).catch((error: unknown): null => {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.problems);
    return null;
  });
  const base = await worldTimings(words.world);
  const timings = attempt(() => loadTimings(words.timings, base, folder, loaded));
  const request = attempt(() => requestOf(words, loaded));
  const platform = attempt(() => withObjective(words, request, loaded));
  if (problems.length > 0 || request === null || platform === null || timings === null) {
    throw new Refusal('The command cannot be run', problems);
  }
  const run = words.run === undefined ? null : Number(words.run);
  const { runs, seed } = words;
  const numbers = { runs: Number(runs), seed: Number(seed), run };
  return { platform, request, timings, ...numbers, disturbances };
}

/** An empty word is no 0. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** Of a run: draws are made of its number in 32 bits. */
const runMax = 2 ** 32 - 1;

function numberProblems({ runs, seed, run }: SimulateWords): Problem[] {
  const written: { readonly [path: string]: string } = { runs, seed };
  const found = runProblems({ runs: numberOf(runs), seed: numberOf(seed) }).map((problem) => ({
    ...problem,
    path: `--${problem.path}`,
    value: written[problem.path] ?? null,
    file: null,
  }));
  if (run === undefined) return found;
  const number = numberOf(run);
  if (Number.isInteger(number) && number >= 0 && number <= runMax) return found;
  const wrong = 'not the number of a run';
  const mend = `write a whole number from 0 to ${runMax}; a result names its worst run`;
  return [...found, { path: '--run', value: run, wrong, mend, file: null, line: null }];
}

function requestOf(words: SimulateWords, platform: Platform): PlanRequest {
  const { failure, intent, rto, rpo } = words;
  if (failure === undefined && intent === undefined && (rto ?? rpo) !== undefined) {
    const path = rto === undefined ? '--rpo' : '--rto';
    const wrong = 'an objective is for a failure, and none is named';
    const region = primaryRegion(platform).name;
    const mend = `add --failure region-loss:${region}, or --intent switchover`;
    const problem = { path, value: rto ?? rpo ?? null, wrong, mend, file: null, line: null };
    throw new Refusal('The command cannot be run', [problem]);
  }
  return readRequest(words, platform);
}

/** The platform with the objective of the command line in place of its own. */
function withObjective(
  { rto, rpo }: SimulateWords,
  request: PlanRequest | null,
  platform: Platform,
): Platform {
  if (rto === undefined && rpo === undefined) return platform;
  const problems: Problem[] = [];
  const read = (path: string, text: string | undefined): number | null => {
    if (text === undefined) return null;
    const duration = parseDuration(text);
    if (duration.ok) return duration.value;
    const { wrong, mend } = duration;
    problems.push({ path, value: text, wrong, mend, file: null, line: null });
    return null;
  };
  const rtoMs = read('--rto', rto);
  if (rtoMs === 0) {
    const wrong = 'a recovery takes some time';
    const mend = 'write one that is longer, like 15m; an RPO may be 0s: nothing is lost';
    problems.push({ path: '--rto', value: rto ?? null, wrong, mend, file: null, line: null });
  }
  const rpoMs = read('--rpo', rpo);
  const scope = scopeOf(request);
  const own = scope === null ? null : objectiveFor(platform, scope);
  if (scope !== null && own === null && (rto === undefined || rpo === undefined)) {
    const path = rto === undefined ? '--rpo' : '--rto';
    const wrong = `${platform.name} has no objective for ${scope}, so it takes both`;
    const mend = `add ${rto === undefined ? '--rto' : '--rpo'} too`;
    problems.push({ path, value: rto ?? rpo ?? null, wrong, mend, file: null, line: null });
  }
  if (problems.length > 0) throw new Refusal('The command cannot be run', problems);
  if (scope === null) return platform;
  const objective: PlannedObjective = {
    approval: own?.approval ?? 'when data may be lost',
    rtoMs: rtoMs ?? (own === null ? 0 : own.rtoMs),
    rpoMs: rpoMs ?? own?.rpoMs ?? 0,
  };
  return { ...platform, objectives: { ...platform.objectives, [scope]: objective } };
}

/** As the planner chooses it. */
function scopeOf(request: PlanRequest | null): ObjectiveScope | null {
  if (request === null) return null;
  if (request.intent !== 'failover') return 'switchover';
  const kind = request.failure?.kind ?? 'region-loss';
  return kind === 'process-crash' ? 'zone-loss' : kind;
}

/** A plan for a platform at rest; a failback's, for what its failure has left behind. */
export async function planOf(
  platform: Platform,
  request: PlanRequest,
  shown: string,
): Promise<{ readonly plan: Plan; readonly topology: Topology }> {
  const topology =
    request.intent === 'failback'
      ? await topologyAfter(platform, request)
      : startTopology(platform);
  const planned = planFor({ platform, topology, request });
  if (planned.plan !== undefined) return { plan: planned.plan, topology };
  throw new Refusal(
    `${shown} has no such plan`,
    planned.problems.map((problem) => ({ ...problem, value: null, file: null, line: null })),
  );
}

/** A failback needs something to mend: the failover before it is rehearsed in memory. */
async function topologyAfter(platform: Platform, request: PlanRequest): Promise<Topology> {
  const failure = request.failure ?? lossOf(platform);
  const place = placeOf(failure);
  const name = `${platform.name} failback after ${place}`;
  const scenario = (await scenariosOf(platform, planFor)).find((each) => each.name === name);
  if (scenario !== undefined) return scenario.topology;
  const mend = `simulate it after --failure ${lossOf(platform).kind}:${placeOf(lossOf(platform))}`;
  const wrong = `the loss of ${place} leaves nothing behind that a failback would mend`;
  const problem = { path: '--failure', value: place, wrong, mend, file: null, line: null };
  throw new Refusal('The command cannot be run', [problem]);
}

function lossOf(platform: Platform): Loss {
  const { name: region, zones } = primaryRegion(platform);
  if (Object.keys(platform.regions).length > 1) return { kind: 'region-loss', region, zone: null };
  return { kind: 'zone-loss', region, zone: zones[0]?.name ?? '' };
}
