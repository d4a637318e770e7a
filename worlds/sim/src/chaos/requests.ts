import type { Platform } from '@outrigger/model';
import {
  isHurt,
  type Loss,
  type MemoryModel,
  type PlanRequest,
  type Topology,
} from '@outrigger/recovery';
import type { Draws } from './draws.ts';

/** What an operator would ask for, seeing this. */
export function requestOf(
  topology: Topology,
  platform: Platform,
  draws: Draws,
  name: string,
): PlanRequest {
  const failure = failureOf(topology, draws, name);
  if (failure !== null) return { intent: 'failover', failure };
  const canMove = Object.keys(platform.regions).length > 1;
  if (isAnyHurt(topology) && draws.chance(`${name} fails back`, 0.7)) return { intent: 'failback' };
  if (canMove && draws.chance(`${name} moves`, 0.6)) return { intent: 'switchover' };
  return { intent: 'failback' };
}

/** The loss of a place where somebody writes, or of any place; null when all are reached. */
function failureOf({ data, lost }: Topology, draws: Draws, name: string): Loss | null {
  const [region] = lost.regions;
  const kind = draws.pick(`${name} told as`, ['region-loss', 'partition']);
  for (const { members, writer } of Object.values(data)) {
    const member = members.find(({ id }) => id === writer);
    if (member === undefined) continue;
    if (lost.regions.includes(member.region)) return { kind, region: member.region, zone: null };
    if (member.zone !== null && lost.zones.includes(member.zone)) {
      return { kind: 'zone-loss', region: member.region, zone: member.zone };
    }
  }
  return region === undefined ? null : { kind, region, zone: null };
}

/** Whether any copy is not what it should be. */
function isAnyHurt({ data }: Topology): boolean {
  return Object.values(data).some((store) => {
    const home = store.members.find(({ id }) => id === store.writer);
    return home !== undefined && store.members.some((member) => isHurt(member, home, store));
  });
}

/** What is still wrong when all is healed and mended; empty when all is well. */
export function stillWrong(model: MemoryModel, platform: Platform): string {
  if (!writesAll(model)) return 'somebody cannot write';
  if (!isReached(model, platform)) return 'clients are not served';
  return isAnyHurt(model.topology()) ? 'a copy is not mended' : '';
}

/** Whether every database's writer holds its lease, and so can answer. */
export function writesAll(model: MemoryModel): boolean {
  return model.allWritable() && [...model.stores.keys()].every((name) => isAnswering(model, name));
}

/** Peers send writes to each other; any other region serves only what is written in it. */
function isReached({ stores, traffic }: MemoryModel, platform: Platform): boolean {
  const homes = new Set(
    [...stores.values()].map(({ members, writer }) => members.get(writer ?? '')?.region),
  );
  return [...traffic.admitted.keys()].some((region) => {
    const isPeer = platform.regions[region]?.role === 'peer';
    return traffic.isReady(region) && (isPeer || [...homes].every((home) => home === region));
  });
}

function isAnswering(model: MemoryModel, name: string): boolean {
  const truth = model.truthOf(name);
  if (truth === null) return true;
  truth.settle();
  return truth.lease.holder() === model.stores.get(name)?.writer && truth.isAnswering();
}

/** With everything healed: what would make it well, the gentlest first. Empty when it is well. */
export function mendingRequests(
  model: MemoryModel,
  platform: Platform,
  topology: Topology,
): readonly PlanRequest[] {
  const isAlone = Object.keys(platform.regions).length === 1;
  const moves: readonly PlanRequest[] = isAlone ? [] : [{ intent: 'switchover' }];
  // Where nobody can take over yet, the copies that could are mended first.
  const copies: readonly PlanRequest[] = isAnyHurt(topology) ? [{ intent: 'failback' }] : [];
  if (!writesAll(model)) return [...stuckRequests(model, topology), ...moves, ...copies];
  if (!isReached(model, platform)) return [{ intent: 'failback' }, ...moves];
  return copies;
}

/** A writer that was fenced, and nobody was promoted: its place is as good as lost. */
function stuckRequests(model: MemoryModel, { data }: Topology): readonly PlanRequest[] {
  const members = Object.entries(data).flatMap(([name, { members: all, writer }]) =>
    isAnswering(model, name) ? [] : all.filter(({ id }) => id === writer),
  );
  return members.flatMap(({ region, zone }): readonly PlanRequest[] => {
    const whole: Loss = { kind: 'region-loss', region, zone: null };
    const regional: PlanRequest = { intent: 'failover', failure: whole };
    if (zone === null) return [regional];
    return [{ intent: 'failover', failure: { kind: 'process-crash', region, zone } }, regional];
  });
}
