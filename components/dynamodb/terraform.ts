import type { Dynamodb } from '@outrigger/model';
import {
  arnOf,
  call,
  data,
  type Expression,
  type Found,
  foundIn,
  identified,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';
import { keyOf, nameOf } from '../terraform.ts';

const DAY_MS = 86_400_000;

/**
 * One table, made where it is first written, with a replica in each other region: DynamoDB makes
 * those, and every one of them takes writes. A lost region leaves the others as they are.
 */
export const terraform: TerraformFacet<'dynamodb'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const home = foundIn(component, component.writerIn);
    // A replica has the name of the table that it follows, whoever made that one.
    const name = home?.by === 'id' ? home.id : nameOf(platform, component);
    const isHome = region.name === component.writerIn;
    const key = isHome ? keyOf(platform, component, region.name) : null;
    const shared = key !== null && key.blocks.length === 0 ? key.arn : null;
    return [
      {
        layer: 'data',
        file: component.name,
        blocks: isHome ? [tableOf(input, shared)] : [],
        // The ARN of a table is known beforehand: no region has to be asked for another's.
        publishes: { arn: arnOf('dynamodb', region.name, `table/${name}`), name },
      },
    ];
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

/** `sharedKey`: of a `keys` component; without one each region's own key of DynamoDB is used. */
function tableOf({ component, platform }: RegionInput<'dynamodb'>, sharedKey: Expression | null) {
  return resource(
    'aws_dynamodb_table',
    labelOf(component.name),
    {
      name: nameOf(platform, component),
      billing_mode: 'PAY_PER_REQUEST',
      hash_key: component.partitionKey,
      ...(component.sortKey === null ? {} : { range_key: component.sortKey }),
      attribute: keysOf(component).map((attribute) => ({ name: attribute, type: 'S' })),
      deletion_protection_enabled: true,
      // Replicas follow by its stream.
      ...(component.replicaIn.length > 0
        ? { stream_enabled: true, stream_view_type: 'NEW_AND_OLD_IMAGES' }
        : {}),
      point_in_time_recovery: {
        enabled: true,
        recovery_period_in_days: Math.round(component.pointInTimeRecoveryMs / DAY_MS),
      },
      server_side_encryption: {
        enabled: true,
        ...(sharedKey === null ? {} : { kms_key_arn: sharedKey }),
      },
      ...(component.expiresBy === null
        ? {}
        : { ttl: { attribute_name: component.expiresBy, enabled: true } }),
      replica: component.replicaIn.map((region) => ({
        region_name: region,
        point_in_time_recovery: true,
        deletion_protection_enabled: true,
        propagate_tags: true,
        ...(component.consistency === 'strong' ? { consistency_mode: 'STRONG' } : {}),
        ...(sharedKey === null
          ? {}
          : { kms_key_arn: call('replace', sharedKey, component.writerIn, region) }),
      })),
    },
    sharedKey === null
      ? {}
      : { remarks: { replica: 'A replica of the key has the same number in every region.' } },
  );
}

function keysOf({ partitionKey, sortKey }: Dynamodb): readonly string[] {
  return sortKey === null ? [partitionKey] : [partitionKey, sortKey];
}
