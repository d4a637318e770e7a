import type { Dynamodb, Platform } from '@outrigger/model';
import {
  arnOf,
  data,
  type Expression,
  type Found,
  foundIn,
  identified,
  type LayerFragment,
  labelOf,
  published,
  publishedIn,
  ref,
  resource,
  type TerraformFacet,
  type TerraformInput,
} from '@outrigger/terraform';
import { DAY_MS, nameOf, sharedKeyOf } from '../terraform.ts';

/**
 * One table, made where it is first written, with a replica in each other region: DynamoDB makes
 * those, and every one of them takes writes. A lost region leaves the others as they are. The
 * provider asks every region of a global table about its replica, so that one is in `peering/`.
 */
export const terraform: TerraformFacet<'dynamodb'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const home = foundIn(component, component.writerIn);
    // A replica has the name of the table that it follows, whoever made that one.
    const name = home?.by === 'id' ? home.id : nameOf(platform, component);
    const isOnlyOne = region.name === component.writerIn && component.replicaIn.length === 0;
    return [
      {
        layer: 'data',
        file: component.name,
        blocks: isOnlyOne ? [tableOf(input, published)] : [],
        // The ARN of a table is known beforehand: no region has to be asked for another's.
        publishes: { arn: arnOf('dynamodb', region.name, `table/${name}`), name },
      },
    ];
  },
  peering: (input) => {
    const { component } = input;
    const isMade = foundIn(component, component.writerIn) === null;
    if (!isMade || component.replicaIn.length === 0) return [];
    const inHome = (key: string, name: string) => publishedIn(component.writerIn, key, name);
    return [{ file: component.name, blocks: [tableOf(input, inHome)] }];
  },
  existing: ({ component }, found) => [existing(component, found)],
};

function existing(component: Dynamodb, found: Found): LayerFragment {
  const label = labelOf(component.name);
  const { id, blocks } = identified(label, found, { type: 'dynamodb:table', by: 'last part' });
  const table = data('aws_dynamodb_table', label, { name: id });
  return {
    layer: 'data',
    file: component.name,
    blocks: [...blocks, table],
    publishes: { arn: ref(table, 'arn'), name: ref(table, 'name') },
  };
}

/** Without a shared key each region's own key of DynamoDB is used. */
function tableOf(
  { component, platform }: TerraformInput<'dynamodb'>,
  readHome: (component: string, name: string) => Expression,
) {
  const isGlobal = component.replicaIn.length > 0;
  const shared = sharedKeyOf(platform, component, component.writerIn);
  return resource('aws_dynamodb_table', labelOf(component.name), {
    ...(isGlobal ? { region: component.writerIn } : {}),
    name: nameOf(platform, component),
    billing_mode: 'PAY_PER_REQUEST',
    hash_key: component.partitionKey,
    ...(component.sortKey === null ? {} : { range_key: component.sortKey }),
    attribute: keysOf(component).map((attribute) => ({ name: attribute, type: 'S' })),
    deletion_protection_enabled: true,
    // Replicas follow by its stream.
    ...(isGlobal ? { stream_enabled: true, stream_view_type: 'NEW_AND_OLD_IMAGES' } : {}),
    point_in_time_recovery: {
      enabled: true,
      recovery_period_in_days: Math.round(component.pointInTimeRecoveryMs / DAY_MS),
    },
    server_side_encryption: {
      enabled: true,
      ...(shared === undefined ? {} : { kms_key_arn: readHome(shared.name, 'key-arn') }),
    },
    ...(component.expiresBy === null
      ? {}
      : { ttl: { attribute_name: component.expiresBy, enabled: true } }),
    replica: component.replicaIn.map((region) => replicaIn(platform, component, region)),
  });
}

function replicaIn(platform: Platform, component: Dynamodb, region: string) {
  const shared = sharedKeyOf(platform, component, region);
  return {
    region_name: region,
    point_in_time_recovery: true,
    deletion_protection_enabled: true,
    propagate_tags: true,
    ...(component.consistency === 'strong' ? { consistency_mode: 'STRONG' } : {}),
    ...(shared === undefined ? {} : { kms_key_arn: publishedIn(region, shared.name, 'key-arn') }),
  };
}

function keysOf({ partitionKey, sortKey }: Dynamodb): readonly string[] {
  return sortKey === null ? [partitionKey] : [partitionKey, sortKey];
}
