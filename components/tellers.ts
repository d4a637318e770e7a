/** Who tells a topic something: nobody else publishes to it, or uses the key that encrypts it. */
import {
  componentsOf,
  type DatabaseComponent,
  databaseComponents,
  type EventSource,
  type Events,
  type Platform,
} from '@outrigger/model';
import { databaseTeller, isWatched, type Teller } from './terraform.ts';

/** RDS tells by itself where no EventBridge tells of every database of the region. */
function ownEvents(platform: Platform, region: string): readonly Teller[] {
  return databaseTeller(platform, region) === undefined ? ['events.rds'] : [];
}

/** Of the topic of a database's own alarms; empty: others look after it, and it has no topic. */
export function databaseTellers(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): readonly Teller[] {
  // DocumentDB has no alarms of its own.
  if (component.kind === 'documentdb' || isWatched(platform, component)) return [];
  return ['cloudwatch', ...ownEvents(platform, region)];
}

/** Of the topic of an events component: alarms that notify it, EventBridge, what RDS tells. */
export function topicTellers(
  platform: Platform,
  events: Events,
  region: string,
): readonly Teller[] {
  const isHere = (name: string) => platform.components[name]?.regions.includes(region);
  const callers = componentsOf(platform, 'alarms').filter(
    ({ notify, watches }) => notify === events.name && watches.some(isHere),
  );
  const databases = databaseComponents(platform).filter(({ regions }) => regions.includes(region));
  const tellsFaults = callers.some(
    ({ faults, watches }) => faults && databases.some(({ name }) => watches.includes(name)),
  );
  return [
    ...(callers.length > 0 ? (['cloudwatch'] as const) : []),
    ...(sourcesOf(events, platform).length > 0 ? (['events'] as const) : []),
    ...(tellsFaults ? ownEvents(platform, region) : []),
  ];
}

/**
 * Alarms that call this topic by themselves are not told a second time, and those that are told to
 * call nobody stay silent: EventBridge would tell of every change of either.
 */
export function sourcesOf({ name, sources }: Events, platform: Platform): readonly EventSource[] {
  const isCalled = componentsOf(platform, 'alarms').some(({ notify }) => notify === name);
  return isCalled ? sources.filter((source) => source !== 'aws.cloudwatch') : sources;
}
