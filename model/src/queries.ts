import type { DatabaseBase } from './component.ts';
import type { ComponentOf, DataKind, Kind, ResolvedComponent } from './kinds.ts';
import type {
  Failure,
  Objective,
  ObjectiveScope,
  PlannedObjective,
  Platform,
  Region,
} from './platform.ts';
import { Unchecked } from './unchecked.ts';

export type DataComponent = ComponentOf<DataKind>;

/** The kinds that are databases: they have a writer, standbys, a log position and backups. */
export type DatabaseComponent = Extract<DataComponent, DatabaseBase>;

/** Whether it holds acknowledged writes. */
export function isData(component: ResolvedComponent): component is DataComponent {
  return 'replicaIn' in component;
}

export function isDatabase(component: ResolvedComponent): component is DatabaseComponent {
  return 'backupRetentionMs' in component;
}

/** All of one kind, in the platform's order. */
export function componentsOf<K extends Kind>(platform: Platform, kind: K): ComponentOf<K>[] {
  return Object.values(platform.components).filter(
    (component): component is ComponentOf<K> => component.kind === kind,
  );
}

export function servicesOf(platform: Platform): ComponentOf<'service'>[] {
  return componentsOf(platform, 'service');
}

export function dataComponents(platform: Platform): DataComponent[] {
  return Object.values(platform.components).filter(isData);
}

export function databaseComponents(platform: Platform): DatabaseComponent[] {
  return Object.values(platform.components).filter(isDatabase);
}

/** Stores that clients' writes end up in: by name, what a service or virtual machines need. */
export function neededStores(platform: Platform): ReadonlySet<string> {
  return new Set(
    Object.values(platform.components).flatMap((component) =>
      'needs' in component ? component.needs : [],
    ),
  );
}

/** The region that serves at the start: the primary, or the first peer where all are peers. */
export function primaryRegion(platform: Platform): Region {
  const regions = Object.values(platform.regions);
  const found = regions.find((region) => region.role === 'primary') ?? regions[0];
  if (found === undefined) throw new Unchecked('the platform has no region');
  return found;
}

/** Regions that serve all the time besides the primary. */
export function peers(platform: Platform): Region[] {
  return Object.values(platform.regions).filter((region) => region.role === 'peer');
}

/** The objective of a failure, or of a planned move; null when the platform sets none. */
export function objectiveFor(platform: Platform, scope: Failure): Objective | null;
export function objectiveFor(platform: Platform, scope: ObjectiveScope): PlannedObjective | null;
export function objectiveFor(platform: Platform, scope: ObjectiveScope): PlannedObjective | null {
  return platform.objectives[scope] ?? null;
}

/** The region of a zone; null when no region has it. */
export function regionOfZone(platform: Platform, zone: string): Region | null {
  return (
    Object.values(platform.regions).find((region) =>
      region.zones.some((candidate) => candidate.name === zone),
    ) ?? null
  );
}
