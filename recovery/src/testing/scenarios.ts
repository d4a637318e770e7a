import type { Platform } from '@outrigger/model';
import type { Planned } from '../planner.ts';
import type { PlanRequest } from '../request.ts';
import { startTopology } from '../start-topology.ts';
import type { Topology } from '../topology.ts';
import { rehearse } from './rehearse.ts';

/** One situation to be planned and survived: a platform as it stands, and what is asked for. */
export interface Scenario {
  readonly name: string;
  readonly platform: Platform;
  readonly topology: Topology;
  readonly request: PlanRequest;
}

export type PlanWith = (input: {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly request: PlanRequest;
}) => Planned;

/**
 * Every intent and failure of a platform: each zone and region lost, a partition, a planned move,
 * and the ways home, whose topologies are what the failovers before them left behind.
 */
export async function scenariosOf(
  platform: Platform,
  plan: PlanWith,
): Promise<readonly Scenario[]> {
  const topology = startTopology(platform);
  const writerIn = Object.values(topology.data)[0]?.members[0]?.region ?? '';
  const regions = Object.values(platform.regions);
  const scenarios: Scenario[] = [];
  const add = (name: string, request: PlanRequest, from: Topology = topology) => {
    scenarios.push({ name: `${platform.name} ${name}`, platform, topology: from, request });
  };
  for (const zone of platform.regions[writerIn]?.zones ?? []) {
    const failure = { kind: 'zone-loss', region: writerIn, zone: zone.name } as const;
    add(`zone-loss ${zone.name}`, { intent: 'failover', failure });
  }
  const firstZone = platform.regions[writerIn]?.zones[0]?.name ?? '';
  const crash = { kind: 'process-crash', region: writerIn, zone: firstZone } as const;
  add(`process-crash ${firstZone}`, { intent: 'failover', failure: crash });
  const zoneLoss: PlanRequest = { intent: 'failover', failure: { ...crash, kind: 'zone-loss' } };
  const zoneGone = await aftermath({ name: '', platform, topology, request: zoneLoss }, plan);
  if (zoneGone !== null) add(`failback after ${firstZone}`, { intent: 'failback' }, zoneGone);
  if (regions.length === 1) return scenarios;
  for (const { name } of regions) {
    const failure = { kind: 'region-loss', region: name, zone: null } as const;
    add(`region-loss ${name}`, { intent: 'failover', failure });
  }
  const cut = { kind: 'partition', region: writerIn, zone: null } as const;
  add(`partition ${writerIn}`, { intent: 'failover', failure: cut });
  // Where there are only backups, there is nobody to hand over to.
  if (platform.strategy !== 'backup-restore') add('switchover', { intent: 'switchover' });
  const regionLoss: PlanRequest = { intent: 'failover', failure: { ...cut, kind: 'region-loss' } };
  const regionGone = await aftermath({ name: '', platform, topology, request: regionLoss }, plan);
  if (regionGone !== null) add(`failback after ${writerIn}`, { intent: 'failback' }, regionGone);
  const away: PlanRequest = { intent: 'switchover' };
  const moved = await aftermath({ name: '', platform, topology, request: away }, plan);
  if (moved !== null) add('switchback', { intent: 'switchover', to: writerIn }, moved);
  return scenarios;
}

/** What is there once a plan was run and everything lost has come back. */
async function aftermath(scenario: Scenario, plan: PlanWith): Promise<Topology | null> {
  const planned = plan(scenario);
  if (planned.plan === undefined) return null;
  const { platform, topology } = scenario;
  const { memory } = await rehearse({ platform, topology, plan: planned.plan, seed: 1 });
  memory.model.places.lostRegions.clear();
  memory.model.places.lostZones.clear();
  return memory.model.topology();
}
