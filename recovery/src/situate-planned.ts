import { primaryRegion } from '@outrigger/model';
import { isBuiltLater } from './rebuilding.ts';
import type { PlanProblem } from './request.ts';
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

/** Who moves where when both sides are there, or what is mended where it is. */
export function situatePlanned(input: Input): Situated {
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
    const isServed = topology.admitted.length === 0 || topology.admitted.includes(from);
    return isServed ? unmoved(input, lost, from) : servedInPlace(input, lost, from);
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

/** Nobody moves, but clients are sent where nothing is written: they are sent here again. */
function servedInPlace(input: Input, lost: Lost, home: string): Situated {
  const { platform, stores, topology } = input;
  const moves: Record<string, Move> = {};
  for (const store of stores) {
    const writer = writerOf(topology, store);
    if (writer !== null) moves[store] = { writer, target: writer, lossless: true };
  }
  const reached = topology.admitted.filter((region) => !lost.lostRegions.has(region));
  const isPeer = (region: string) => platform.regions[region]?.role === 'peer';
  const still = unmoved(input, lost, home);
  if (still.situation === undefined) return still;
  return {
    situation: {
      ...still.situation,
      takesEpoch: true,
      startsToServe: true,
      moves,
      admit: [home, ...reached.filter(isPeer)],
      exclude: reached.filter((region) => !isPeer(region)),
    },
  };
}

/** A run that was given up half-way left stores in several regions: a failback gathers them. */
function gathered(input: Input, lost: Lost): Situated {
  const { platform, request, stores, topology } = input;
  const to = request.to ?? primaryRegion(platform).name;
  const homes = stores.map((store) => writerOf(topology, store)?.region ?? null);
  const elsewhere = homes.filter((home) => home !== to);
  const [from = null] = elsewhere;
  if (request.intent === 'failback' && from !== null && !homes.includes(null)) {
    if (!haveAll(input, to)) return unmoved(input, lost, to);
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
      rebuilds: isBuiltLater(platform, to),
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
  const primary = primaryRegion(platform).name;
  const isHome = primary === from || !haveAll({ platform, request, topology, stores }, primary);
  if (failure !== null) return isHome;
  const hurtHere = stores.some((store) =>
    topology.data[store]?.members.some(
      (member) => member.region === from && member.state === 'diverged',
    ),
  );
  return hurtHere || isHome;
}

/** Whether each store has, or had, a copy there: otherwise nobody goes home to it. */
function haveAll({ stores, topology }: Input, region: string): boolean {
  return stores.every((store) =>
    topology.data[store]?.members.some((member) => member.region === region),
  );
}

function planTarget({ platform }: Input, from: string): string | null {
  const primary = primaryRegion(platform).name;
  if (primary !== from) return primary;
  return Object.keys(platform.regions).find((region) => region !== from) ?? null;
}
