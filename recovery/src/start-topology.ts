import {
  type DataComponent,
  dataComponents,
  isDatabase,
  isWrittenEverywhere,
  type Platform,
  primaryRegion,
} from '@outrigger/model';
import type { DataTopology, Member, Topology } from './topology.ts';

/** Where everything is when nothing has happened yet: how a new platform would be observed. */
export function startTopology(platform: Platform, epoch = 1): Topology {
  const data: Record<string, DataTopology> = {};
  for (const component of dataComponents(platform)) {
    if (!isWrittenEverywhere(component.kind)) data[component.name] = startOf(platform, component);
  }
  const peers = Object.values(platform.regions).filter((region) => region.role === 'peer');
  const primary = primaryRegion(platform).name;
  const admitted = [...new Set([primary, ...peers.map((region) => region.name)])];
  return { epoch, data, lost: { regions: [], zones: [] }, admitted };
}

function startOf(platform: Platform, component: DataComponent): DataTopology {
  const members = isDatabase(component)
    ? [
        ...zonal(platform, component, component.writerIn, 'writer'),
        ...component.replicaIn.flatMap((region) => zonal(platform, component, region, 'standby')),
      ]
    : [component.writerIn, ...component.replicaIn].map((region, index) =>
        member(component.name, region, null, index === 0 ? 'writer' : 'standby'),
      );
  const writer = members.find((candidate) => candidate.state === 'writer');
  const inSync = members.filter(
    (candidate) => candidate.region === component.writerIn && candidate.state !== 'absent',
  );
  const other = component.replicaIn[0] ?? platform.regions[component.writerIn]?.zones[1]?.name;
  return {
    writer: writer?.id ?? null,
    members,
    inSync: inSync.map((candidate) => candidate.id),
    voters: [component.writerIn, ...(other === undefined ? [] : [other]), 'witness'],
    lagMs: component.replicaIn.length > 0 ? 0 : null,
  };
}

/** A copy in the region's first zone; in its second the synchronous standby, or room for one. */
function zonal(
  platform: Platform,
  component: DataComponent,
  region: string,
  first: 'writer' | 'standby',
): Member[] {
  const zones = platform.regions[region]?.zones ?? [];
  const second = first === 'writer' && component.multiZone ? 'standby' : 'absent';
  return zones
    .slice(0, 2)
    .map((zone, index) => member(component.name, region, zone.name, index === 0 ? first : second));
}

function member(
  component: string,
  region: string,
  zone: string | null,
  state: Member['state'],
): Member {
  return { id: memberId(component, zone ?? region), region, zone, state, salvaged: false };
}

/** What the copy of a store in a zone, or of a regional one in a region, is called. */
export function memberId(component: string, place: string): string {
  return `${component}@${place}`;
}
