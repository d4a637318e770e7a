import { isDatabase, type Platform, type ResolvedComponent } from '@outrigger/model';
import { type Block, type Expression, labelOf, published, resource } from '@outrigger/terraform';
import { eventCategories } from './database-terraform.ts';
import { tellsByItself } from './tellers.ts';
import { nameOf } from './terraform.ts';

/** What RDS tells of a database besides its metrics: that it failed over, that it stopped. */
export interface DatabaseEvents {
  readonly of: string;
  readonly name: string;
  readonly source: 'db-instance' | 'db-cluster';
  readonly identifier: string | Expression;
  readonly categories: readonly string[];
}

/**
 * Of what DocumentDB tells, what an operator acts on (DocumentDB guide, event categories and
 * messages): that a cluster was stopped, or could not be, is a notification.
 */
const documentdbCategories = ['failover', 'failure', 'maintenance', 'notification'] as const;

/** Empty: it is no database, or EventBridge tells of it. */
export function eventsOf(
  target: ResolvedComponent,
  platform: Platform,
  region: string,
): readonly DatabaseEvents[] {
  if (!isDatabase(target) || !tellsByItself(platform, target, region)) return [];
  const common = {
    of: target.name,
    name: nameOf(platform, target),
    identifier: published(target.name, 'identifier'),
  };
  switch (target.kind) {
    case 'postgres':
      return [{ ...common, source: 'db-instance', categories: eventCategories['db-instance'] }];
    case 'aurora':
      return [{ ...common, source: 'db-cluster', categories: eventCategories['db-cluster'] }];
    case 'documentdb':
      return [{ ...common, source: 'db-cluster', categories: documentdbCategories }];
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
