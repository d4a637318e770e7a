import { objectiveFor, type Platform, primaryRegion } from '@outrigger/model';
import type { PlanObjective, PlanProblem, PlanRequest } from './request.ts';
import { inZoneOrder, isLost, type Move, type Situation, writerOf } from './situation.ts';
import type { Member, Topology } from './topology.ts';

export type Situated =
  | { readonly situation: Situation; readonly problems?: undefined }
  | { readonly situation?: undefined; readonly problems: readonly PlanProblem[] };

interface Input {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly request: PlanRequest;
  /** Keys of the components that have a writer. */
  readonly stores: readonly string[];
}

/** Works out from what was observed who moves where, or says why nobody can. */
export function situate(input: Input): Situated {
  const problems = requestProblems(input);
  if (problems.length > 0) return { problems };
  if (input.request.intent === 'failover') return situateFailover(input);
  return situatePlanned(input);
}

function problem(path: string, wrong: string, mend: string): PlanProblem {
  return { path, wrong, mend };
}

function requestProblems({ platform, topology, request, stores }: Input): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const known = Object.keys(platform.regions).join(', ');
  const unknownRegion = (path: string, region: string | null | undefined) => {
    if (region === null || region === undefined) return;
    if (Object.hasOwn(platform.regions, region)) return;
    problems.push(problem(path, `no region is called ${region}`, `name one of: ${known}`));
  };
  unknownRegion('request.from', request.from);
  unknownRegion('request.to', request.to);
  const failure = request.failure ?? null;
  if (failure !== null) {
    unknownRegion('request.failure.region', failure.region);
    const region = Object.values(platform.regions).find(({ name }) => name === failure.region);
    const zones = region?.zones.map((zone) => zone.name) ?? [];
    if (failure.zone !== null && zones.length > 0 && !zones.includes(failure.zone)) {
      const wrong = `${failure.region} has no zone ${failure.zone}`;
      problems.push(problem('request.failure.zone', wrong, `name one of: ${zones.join(', ')}`));
    }
  }
  if (request.intent === 'failover' && failure === null) {
    const wrong = 'a failover needs to know what is lost';
    const mend =
      'name it, such as region-loss:us-east-1; with both sides healthy ask for a switchover';
    problems.push(problem('request.failure', wrong, mend));
  }
  for (const store of stores) {
    const data = topology.data[store];
    if (data === undefined) {
      const wrong = `nothing was observed of ${store}`;
      problems.push(problem(`topology.data.${store}`, wrong, 'observe it first'));
    } else if (data.writer !== null && writerOf(topology, store) === null) {
      const wrong = `the writer ${data.writer} is not among the members`;
      problems.push(problem(`topology.data.${store}.writer`, wrong, 'observe it again'));
    }
  }
  return problems;
}

interface Lost {
  readonly lostRegions: ReadonlySet<string>;
  readonly lostZones: ReadonlySet<string>;
}

function lostPlaces({ topology, request }: Input): Lost {
  const lostRegions = new Set(topology.lost.regions);
  const lostZones = new Set(topology.lost.zones);
  if (request.intent === 'failover' && request.failure) {
    if (request.failure.zone === null) lostRegions.add(request.failure.region);
    else lostZones.add(request.failure.zone);
  }
  return { lostRegions, lostZones };
}

function situateFailover(input: Input): Situated {
  const { topology, request, stores } = input;
  const failure = request.failure ?? null;
  const lost = lostPlaces(input);
  const affected = stores.filter((store) => {
    const writer = writerOf(topology, store);
    return writer === null || isLost(writer, lost);
  });
  const home = commonRegion(input, stores) ?? primaryRegion(input.platform).name;
  if (affected.length === 0) return unmoved(input, lost, home);
  const wholeRegion = failure?.zone === null;
  const from = failure?.region ?? home;
  if (!wholeRegion && request.to && request.to !== from) {
    const wrong = `only ${failure?.zone} is lost: a failover stays in ${from}`;
    const mend = `leave out the target, or fail over from region-loss:${from}`;
    return { problems: [problem('request.to', wrong, mend)] };
  }
  const target = wholeRegion ? bestRegion(input, affected, lost, from) : from;
  if (target === null) return { problems: noSurvivor(input, affected, lost) };
  const moves: Record<string, Move> = {};
  const problems: PlanProblem[] = [];
  for (const store of stores) {
    const writer = writerOf(topology, store);
    if (writer !== null && !affected.includes(store)) {
      moves[store] = { writer, target: writer, lossless: true };
      continue;
    }
    const candidate = survivor(input, store, target, lost);
    if (candidate === null) problems.push(noCandidate(input, store, target, wholeRegion));
    else moves[store] = { writer, target: candidate.member, lossless: candidate.inSync };
  }
  if (problems.length > 0) return { problems };
  const others = topology.admitted.filter(
    (region) => region !== target && region !== from && !lost.lostRegions.has(region),
  );
  return {
    situation: {
      intent: 'failover',
      failure,
      planned: false,
      from: target === from ? null : from,
      to: target,
      takesEpoch: true,
      startsToServe: target !== from || !topology.admitted.includes(target),
      objective: objectiveOf(input),
      ...lost,
      moves,
      admit: [target, ...others],
      exclude: [],
      hold: [],
    },
  };
}

/** Nobody moves: the writer is where it was, and traffic stays as it is. */
function unmoved(input: Input, lost: Lost, home: string): Situated {
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
      objective: objectiveOf(input),
      ...lost,
      moves: {},
      admit: [],
      exclude: [],
      hold: [],
    },
  };
}

function survivor(
  { platform, topology }: Input,
  store: string,
  region: string,
  lost: Lost,
): { readonly member: Member; readonly inSync: boolean } | null {
  const data = topology.data[store];
  if (data === undefined) return null;
  const standbys = inZoneOrder(platform, data.members).filter(
    (member) => member.region === region && member.state === 'standby' && !isLost(member, lost),
  );
  const inSync = standbys.find((member) => data.inSync.includes(member.id));
  const member = inSync ?? standbys[0];
  return member === undefined ? null : { member, inSync: inSync !== undefined };
}

/** A region that has a survivor of each affected store; the one with most of them in sync first. */
function bestRegion(
  input: Input,
  affected: readonly string[],
  lost: Lost,
  from: string,
): string | null {
  const { platform, request } = input;
  const asked = request.to ? [request.to] : Object.keys(platform.regions);
  let best: { region: string; inSync: number } | null = null;
  for (const region of asked) {
    if (region === from || lost.lostRegions.has(region)) continue;
    const survivors = affected.map((store) => survivor(input, store, region, lost));
    if (survivors.some((found) => found === null)) continue;
    const inSync = survivors.filter((found) => found?.inSync).length;
    if (best === null || inSync > best.inSync) best = { region, inSync };
  }
  return best?.region ?? null;
}

function noSurvivor(input: Input, affected: readonly string[], lost: Lost): PlanProblem[] {
  const { platform, request } = input;
  const regions = Object.keys(platform.regions).filter((region) => !lost.lostRegions.has(region));
  const asked = request.to ? regions.filter((region) => region === request.to) : regions;
  if (asked.length === 0) {
    const wrong = request.to ? `${request.to} is lost too` : 'every region is lost';
    return [problem('request.to', wrong, 'heal a region, or restore from a backup')];
  }
  const missing = affected.filter((store) =>
    asked.every((region) => survivor(input, store, region, lost) === null),
  );
  if (missing.length === 0) {
    const wrong = `no one region has a standby of all of: ${affected.join(', ')}`;
    const mend = 'they move together: attach the missing standby, or heal what is lost';
    return [problem('topology.data', wrong, mend)];
  }
  return missing.map((store) =>
    problem(
      `topology.data.${store}.members`,
      `no in-sync member and no standby of ${store} is left in ${asked.join(', ')}`,
      'heal what is lost, or restore from a backup',
    ),
  );
}

function noCandidate(
  { topology }: Input,
  store: string,
  region: string,
  wholeRegion: boolean,
): PlanProblem {
  const standbys = topology.data[store]?.members ?? [];
  const elsewhere = standbys.find(
    (member) => member.region !== region && member.state === 'standby',
  );
  const mend =
    elsewhere === undefined || wholeRegion
      ? 'heal the zone, or restore from a backup'
      : `heal the zone, or fail over from region-loss:${region}, which may lose data`;
  return problem(
    `topology.data.${store}.inSync`,
    `no in-sync member and no standby of ${store} is left in ${region}`,
    mend,
  );
}

function situatePlanned(input: Input): Situated {
  const { topology, request, stores, platform } = input;
  const lost = lostPlaces(input);
  const from = request.from ?? commonRegion(input, stores);
  if (from === null) return gathered(input, lost);
  const stranger = stores.find((store) => writerOf(topology, store)?.region !== from);
  if (stranger !== undefined) {
    const writer = topology.data[stranger]?.writer ?? 'nobody';
    const wrong = `${stranger} is not written in ${from}: ${writer} writes`;
    return { problems: [problem('request.from', wrong, 'leave it out, or fail over first')] };
  }
  if (request.intent === 'failback' && mendsInPlace(input, from)) {
    return unmoved(input, lost, from);
  }
  const to = request.to ?? planTarget(input, from);
  if (to === null || to === from) {
    const wrong = to === null ? 'the platform has one region only' : `${to} writes already`;
    const others = Object.keys(platform.regions).filter((region) => region !== from);
    const mend = others.length > 0 ? `name one of: ${others.join(', ')}` : 'add a second region';
    return { problems: [problem('request.to', wrong, mend)] };
  }
  return moved(input, lost, from, to);
}

/** A run that was given up half-way left stores in several regions: a failback gathers them. */
function gathered(input: Input, lost: Lost): Situated {
  const { platform, request, stores, topology } = input;
  const to = request.to ?? primaryRegion(platform).name;
  const homes = stores.map((store) => writerOf(topology, store)?.region ?? null);
  const elsewhere = homes.filter((home) => home !== to);
  const [from = null] = elsewhere;
  if (request.intent === 'failback' && from !== null && !homes.includes(null)) {
    const gone = elsewhere.find((home) => home !== null && lost.lostRegions.has(home));
    return moved(input, lost, gone ?? from, to);
  }
  const wrong = 'the stores are not all written in one region';
  const mend = 'ask for a failback, which brings them together; whoever has no writer fails over';
  return { problems: [problem('topology.data', wrong, mend)] };
}

function moved(input: Input, lost: Lost, from: string, to: string): Situated {
  const { topology, request, stores, platform } = input;
  for (const region of [from, to]) {
    if (!lost.lostRegions.has(region)) continue;
    const wrong = `${region} is lost: a ${request.intent} needs both sides healthy`;
    const mend = region === from ? `fail over from region-loss:${region}` : `heal ${region} first`;
    return { problems: [problem('topology.lost', wrong, mend)] };
  }
  const moves: Record<string, Move> = {};
  const problems: PlanProblem[] = [];
  for (const store of stores) {
    const writer = writerOf(topology, store);
    const found = plannedTarget(input, store, to, lost);
    if ('wrong' in found) problems.push(found);
    else moves[store] = { writer, target: found, lossless: true };
  }
  if (problems.length > 0) return { problems };
  const wasAdmitted = topology.admitted.length > 0 ? topology.admitted : [from];
  const stays = platform.regions[from]?.role === 'peer';
  const others = wasAdmitted.filter((region) => region !== to && (region !== from || stays));
  return {
    situation: {
      intent: request.intent,
      failure: request.failure ?? null,
      planned: true,
      from,
      to,
      takesEpoch: true,
      startsToServe: true,
      objective: objectiveOf(input),
      ...lost,
      moves,
      admit: [to, ...others],
      exclude: stays ? [] : [from],
      hold: wasAdmitted,
    },
  };
}

function plannedTarget(
  { platform, topology, request }: Input,
  store: string,
  to: string,
  lost: Lost,
): Member | PlanProblem {
  const path = `topology.data.${store}.members`;
  const members = inZoneOrder(platform, topology.data[store]?.members ?? []).filter(
    (member) => member.region === to,
  );
  const there = members.filter((member) => !isLost(member, lost));
  const writer = there.find((member) => member.id === topology.data[store]?.writer);
  if (writer !== undefined) return writer;
  const standby = there.find((member) => member.state === 'standby');
  if (request.intent === 'switchover') {
    if (standby !== undefined) return standby;
    const diverged = there.some((member) => member.state === 'diverged');
    const wrong = diverged ? `${store} has diverged in ${to}` : `${store} has no standby in ${to}`;
    return problem(path, wrong, 'ask for a failback: it salvages and rejoins first');
  }
  const mendable = there.find((member) => member.state === 'diverged') ?? standby ?? there[0];
  if (mendable !== undefined) return mendable;
  const wrong =
    members.length > 0 ? `${store} in ${to} is still lost` : `${store} has no member in ${to}`;
  return problem(path, wrong, members.length > 0 ? `heal ${to} first` : 'name another region');
}

/** A zone came back, or the writer is at home: members rejoin where they are, and nobody moves. */
function mendsInPlace({ platform, request, topology, stores }: Input, from: string): boolean {
  const failure = request.failure ?? null;
  if (failure !== null && failure.zone !== null) return true;
  if (request.to !== undefined && request.to !== null) return request.to === from;
  const isHome = primaryRegion(platform).name === from;
  if (failure !== null) return isHome;
  const hurtHere = stores.some((store) =>
    topology.data[store]?.members.some(
      (member) => member.region === from && member.state === 'diverged',
    ),
  );
  return hurtHere || isHome;
}

function planTarget({ platform }: Input, from: string): string | null {
  const primary = primaryRegion(platform).name;
  if (primary !== from) return primary;
  return Object.keys(platform.regions).find((region) => region !== from) ?? null;
}

function commonRegion({ topology }: Input, stores: readonly string[]): string | null {
  const regions = new Set(stores.map((store) => writerOf(topology, store)?.region ?? null));
  const only = [...regions][0];
  return regions.size === 1 ? (only ?? null) : null;
}

function objectiveOf({ platform, request }: Input): PlanObjective | null {
  const kind = request.failure?.kind ?? 'region-loss';
  const scope =
    request.intent !== 'failover' ? 'switchover' : kind === 'process-crash' ? 'zone-loss' : kind;
  const objective = objectiveFor(platform, scope);
  return objective === null ? null : { ...objective, scope };
}
