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

/**
 * Whether a subscription tells of it: where no EventBridge tells of every database of the region.
 * Events of DocumentDB go to SNS topics (DocumentDB guide, event subscriptions): it is not said
 * anywhere that EventBridge has them.
 */
export function tellsByItself(
  platform: Platform,
  { kind }: DatabaseComponent,
  region: string,
): boolean {
  return kind === 'documentdb' || databaseTeller(platform, region) === undefined;
}

/** Databases of which an events component tells by a subscription, where no alarms do. */
export function toldBySubscription(
  events: Events,
  platform: Platform,
  region: string,
): readonly DatabaseComponent[] {
  if (databaseTeller(platform, region)?.name !== events.name) return [];
  const alarms = componentsOf(platform, 'alarms').filter(
    ({ faults, notify }) => faults && notify !== null,
  );
  return databaseComponents(platform).filter(
    (database) =>
      database.regions.includes(region) &&
      tellsByItself(platform, database, region) &&
      !alarms.some(({ watches }) => watches.includes(database.name)),
  );
}

/** Of the topic of a database's own alarms; empty: others look after it, and it has no topic. */
export function databaseTellers(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): readonly Teller[] {
  // DocumentDB has no alarms of its own.
  if (component.kind === 'documentdb' || isWatched(platform, component)) return [];
  const isTold = tellsByItself(platform, component, region);
  return ['cloudwatch', ...(isTold ? (['events.rds'] as const) : [])];
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
  const databases = databaseComponents(platform).filter(
    (database) => database.regions.includes(region) && tellsByItself(platform, database, region),
  );
  const tellsFaults = callers.some(
    ({ faults, watches }) => faults && databases.some(({ name }) => watches.includes(name)),
  );
  const subscribed = toldBySubscription(events, platform, region);
  return [
    ...(callers.length > 0 ? (['cloudwatch'] as const) : []),
    ...(sourcesOf(events, platform).length > 0 ? (['events'] as const) : []),
    ...(tellsFaults || subscribed.length > 0 ? (['events.rds'] as const) : []),
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
