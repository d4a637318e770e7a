import type { Platform, ResolvedComponent } from '@outrigger/model';
import {
  type Block,
  call,
  type Expression,
  labelOf,
  published,
  resource,
} from '@outrigger/terraform';
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
  const name = nameOf(platform, target);
  if (target.kind === 'postgres') {
    const parts = call('split', '.', published(target.name, 'endpoint'));
    return [
      {
        of: target.name,
        name,
        source: 'db-instance',
        identifier: call('element', parts, 0),
        categories: ['availability', 'failover', 'failure', 'maintenance', 'read replica'],
      },
    ];
  }
  if (target.kind !== 'aurora' && target.kind !== 'documentdb') return [];
  return [
    {
      of: target.name,
      name,
      source: 'db-cluster',
      identifier: published(target.name, 'identifier'),
      categories: ['failover', 'failure', 'global-failover', 'maintenance'],
    },
  ];
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
