import type { DataTopology, Member, Topology } from '@outrigger/recovery';
import { votersOf } from '../layout.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { LabControl, ZoneState } from './lab-control.ts';
import type { Reach } from './reach.ts';

/**
 * What is known now: the witness's record, and what each zone last told. A zone that does not
 * answer is lost; its members' data may be the only copy of something, so nothing is assumed of it.
 */
export function observeTopology(lab: LabControl, reach: Reach, record: ClusterRecord): Topology {
  const { layout } = lab;
  const lostRegions = layout.regions
    .filter((region) => !region.zones.some((zone) => reach.isReachable(zone.name)))
    .map((region) => region.name);
  const lostZones = layout.regions
    .flatMap((region) => region.zones)
    .filter((zone) => !lostRegions.includes(zone.region) && !reach.isReachable(zone.name))
    .map((zone) => zone.name);
  const data: Record<string, DataTopology> = {};
  for (const database of layout.databases) {
    data[database.component] = databaseTopology(lab, reach, record, database.component);
  }
  for (const fileStore of layout.fileStores) {
    data[fileStore.component] = fileStoreTopology(lab, reach, record, fileStore.component);
  }
  const epochs = [
    ...Object.values(record.databases).map((each) => each.epoch),
    ...Object.values(record.fileStores).map((each) => each.epoch),
  ];
  return {
    epoch: Math.max(0, ...epochs),
    data,
    lost: { regions: lostRegions, zones: lostZones },
    admitted: [record.activeRegion],
  };
}

const memberStates: Readonly<Record<string, Member['state']>> = {
  writer: 'writer',
  promoting: 'standby',
  standby: 'standby',
  stopped: 'standby',
  absent: 'absent',
  diverged: 'diverged',
};

function databaseTopology(
  lab: LabControl,
  reach: Reach,
  record: ClusterRecord,
  component: string,
): DataTopology {
  const database = lab.layout.databases.find((each) => each.component === component);
  const recorded = record.databases[component];
  if (database === undefined || recorded === undefined)
    throw new Error(`no record of ${component}`);
  const writer = database.members.find((member) => member.id === recorded.writer) ?? null;
  const members = database.members.map((member): Member => {
    const last = reach.last(member.zone);
    const told = last?.state.members.find((each) => each.member === member.id);
    const isHere = reach.isReachable(member.zone) && told !== undefined;
    const state = isHere ? (memberStates[told.role] ?? 'lost') : 'lost';
    const follows = state === 'standby' && told !== undefined;
    const lagMs = lagOf(lab, reach, member.zone, (seen) => memberLag(seen, member.id));
    return {
      ...(follows ? { streams: told.streaming, lagMs } : {}),
      id: member.id,
      region: member.region,
      zone: member.zone,
      // An old writer that doesn't know yet of the new epoch is not one any more.
      state: state === 'writer' && member.id !== recorded.writer ? 'diverged' : state,
      salvaged: told?.salvaged ?? false,
    };
  });
  const lags = database.members
    .filter((member) => member.region !== writer?.region && reach.isReachable(member.zone))
    .map((member) => lagOf(lab, reach, member.zone, (state) => memberLag(state, member.id)))
    .filter((lag) => lag !== null);
  return {
    writer: recorded.writer,
    members,
    inSync: recorded.inSync,
    voters:
      writer === null
        ? []
        : [
            writer.region,
            ...votersOf(lab.layout, writer.region, writer.zone).map((each) => each.site),
          ],
    lagMs: lags.length === 0 ? null : Math.min(...lags),
  };
}

function fileStoreTopology(
  lab: LabControl,
  reach: Reach,
  record: ClusterRecord,
  component: string,
): DataTopology {
  const fileStore = lab.layout.fileStores.find((each) => each.component === component);
  const recorded = record.fileStores[component];
  if (fileStore === undefined || recorded === undefined)
    throw new Error(`no record of ${component}`);
  const id = (region: string): string => `${component}@${region}`;
  const states: Readonly<Record<string, Member['state']>> = {
    source: 'writer',
    replica: 'standby',
    stopped: 'standby',
    diverged: 'diverged',
  };
  const lags: (number | null)[] = [];
  const members = fileStore.regions.map(({ region }): Member => {
    const zone = lab.zonesOf(region).find((each) => reach.isReachable(each.name))?.name;
    const told =
      zone === undefined
        ? undefined
        : reach.last(zone)?.state.fileStores.find((each) => each.component === component);
    if (zone !== undefined && region !== recorded.region) {
      lags.push(lagOf(lab, reach, zone, (state) => fileLag(state, component)));
    }
    const state = told === undefined ? 'lost' : (states[told.role] ?? 'lost');
    const follows = state === 'standby' && told !== undefined && zone !== undefined;
    const lagMs = follows ? lagOf(lab, reach, zone, (seen) => fileLag(seen, component)) : null;
    return {
      ...(follows ? { streams: told.streaming, lagMs } : {}),
      id: id(region),
      region,
      zone: null,
      state: state === 'writer' && region !== recorded.region ? 'diverged' : state,
      salvaged: told?.salvaged ?? false,
    };
  });
  const known = lags.filter((lag) => lag !== null);
  return {
    writer: id(recorded.region),
    members,
    inSync: [id(recorded.region)],
    voters: [],
    lagMs: known.length === 0 ? null : Math.min(...known),
  };
}

/** What was told then, plus the time since: nothing newer has been replayed for all we know. */
function lagOf(
  lab: LabControl,
  reach: Reach,
  zone: string,
  lag: (state: ZoneState) => number | null,
): number | null {
  const last = reach.last(zone);
  if (last === null) return null;
  const told = lag(last.state);
  return told === null ? null : told + (lab.now() - last.at);
}

function memberLag(state: ZoneState, id: string): number | null {
  return state.members.find((each) => each.member === id)?.lagMs ?? null;
}

function fileLag(state: ZoneState, component: string): number | null {
  return state.fileStores.find((each) => each.component === component)?.lagMs ?? null;
}
