import type { Platform, ResolvedComponent } from '@outrigger/model';
import { type Block, type Expression, labelOf, published, resource } from '@outrigger/terraform';
import { eventCategories } from '../../database-terraform.ts';
import { nameOf } from '../../terraform.ts';

/** What RDS tells of a database besides its metrics: that it failed over, that it stopped. */
export interface DatabaseEvents {
  readonly of: string;
  readonly name: string;
  readonly source: 'db-instance' | 'db-cluster';
  readonly identifier: string | Expression;
  readonly categories: readonly string[];
}

export function eventsOf(target: ResolvedComponent, platform: Platform): readonly DatabaseEvents[] {
  const common = {
    of: target.name,
    name: nameOf(platform, target),
    identifier: published(target.name, 'identifier'),
  };
  switch (target.kind) {
    case 'postgres':
      return [{ ...common, source: 'db-instance', categories: eventCategories['db-instance'] }];
    case 'aurora':
    case 'documentdb':
      return [{ ...common, source: 'db-cluster', categories: eventCategories['db-cluster'] }];
    default:
      return [];
  }
}

export function eventsSubscription(events: DatabaseEvents, topic: Expression): Block {
  return resource('aws_db_event_subscription', labelOf(events.of), {
    name: events.name,
    sns_topic: topic,
    source_type: events.source,
    source_ids: [events.identifier],
    event_categories: events.categories,
  });
}
