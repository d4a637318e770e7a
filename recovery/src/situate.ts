import { primaryRegion } from '@outrigger/model';
import { backupIn, isBuiltLater } from './rebuilding.ts';
import type { PlanProblem } from './request.ts';
import { situatePlanned } from './situate-planned.ts';
import {
  commonRegion,
  type Input,
  type Lost,
  lostPlaces,
  objectiveOf,
  problem,
  type Situated,
  unmoved,
} from './situating.ts';
import { inZoneOrder, isLost, type Move, writerOf } from './situation.ts';
import type { Member } from './topology.ts';

/** Works out from what was observed who moves where, or says why nobody can. */
export function situate(input: Input): Situated {
  const problems = requestProblems(input);
  if (problems.length > 0) return { problems };
  if (input.request.intent === 'failover') return situateFailover(input);
  return situatePlanned(input);
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

function situateFailover(input: Input): Situated {
  const { topology, request, stores } = input;
  const failure = request.failure ?? null;
  const lost = lostPlaces(input);
  const affected = stores.filter((store) => {
    const writer = writerOf(topology, store);
    return writer === null || isLost(writer, lost);
  });
  const home = commonRegion(input, stores) ?? primaryRegion(input.platform).name;
  const wholeRegion = failure?.zone === null;
  // Where nothing is stored clients alone move, from the region that served them.
  const servesAlone = stores.length === 0 && wholeRegion && failure?.region === home;
  if (affected.length === 0 && !servesAlone) return unmoved(input, lost, home);
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
      rebuilds: target !== from && isBuiltLater(input.platform, target),
      objective: objectiveOf(input),
      ...lost,
      moves,
      admit: [target, ...others],
      exclude: [],
      hold: [],
    },
  };
}

/** A copy that can take over there: one that is in sync, one that follows, or a backup. */
function survivor(
  { platform, request, topology }: Input,
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
  const isLeft = request.failure?.region !== region;
  const backup = isLeft ? backupIn(platform, store, region, data.members) : null;
  const member = inSync ?? standbys[0] ?? backup;
  return member === null ? null : { member, inSync: inSync !== undefined };
}

/**
 * A region that has a survivor of each affected store: the one with most of them in sync, then the
 * one whose worst is the least behind; what is not known counts as far behind.
 */
function bestRegion(
  input: Input,
  affected: readonly string[],
  lost: Lost,
  from: string,
): string | null {
  const { platform, request } = input;
  const asked = request.to ? [request.to] : Object.keys(platform.regions);
  let best: { region: string; inSync: number; lagMs: number } | null = null;
  for (const region of asked) {
    if (region === from || lost.lostRegions.has(region)) continue;
    const survivors = affected.map((store) => survivor(input, store, region, lost));
    if (survivors.some((found) => found === null)) continue;
    const inSync = survivors.filter((found) => found?.inSync).length;
    const lags = survivors.map((found) => (found?.inSync ? 0 : found?.member.lagMs));
    const lagMs = Math.max(...lags.map((lag) => lag ?? Number.POSITIVE_INFINITY));
    const isBetter =
      best === null || inSync > best.inSync || (inSync === best.inSync && lagMs < best.lagMs);
    if (isBetter) best = { region, inSync, lagMs };
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
