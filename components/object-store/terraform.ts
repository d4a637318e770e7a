import { componentsOf, type ObjectStore, type Platform } from '@outrigger/model';
import {
  accountId,
  allow,
  type Block,
  bucketKept,
  data,
  type Expression,
  type Found,
  foundIn,
  identified,
  type LayerFragment,
  labelOf,
  noAccessLogs,
  published,
  publishedIn,
  type RegionInput,
  ref,
  resource,
  type Statement,
  serviceRole,
  type TerraformFacet,
  type TerraformInput,
  template,
  type WideFragment,
} from '@outrigger/terraform';
import { cdnStatements, DAY_MS, keyOf, nameOf, sidOf } from '../terraform.ts';

/**
 * A bucket in each region that has a copy. Objects are copied both ways, so that what is written
 * after a failover comes home by itself; that is said in `peering/`, which knows both ends.
 */
export const terraform: TerraformFacet<'object-store'> = {
  region: (input) => [bucketFile(input)],
  peering: (input) => replications(input),
  existing: (input, found) => [existing(input, found)],
};

function existing({ component }: RegionInput<'object-store'>, found: Found): LayerFragment {
  const label = labelOf(component.name);
  const { id, blocks } = identified(label, found, { type: 's3', by: 'last part' });
  const bucket = data('aws_s3_bucket', label, { bucket: id });
  return {
    layer: 'data',
    file: component.name,
    blocks: [...blocks, bucket],
    publishes: { bucket: ref(bucket, 'id'), arn: ref(bucket, 'arn') },
  };
}

function bucketFile(input: RegionInput<'object-store'>): LayerFragment {
  const { component, platform, region } = input;
  const label = labelOf(component.name);
  const key = keyOf(platform, component, region.name, cdnStatements(platform, [component.name]));
  const named = {
    // Names of buckets are taken once in the world: the account's number makes it ours.
    bucket: template`${nameOf(platform, component)}-${region.name}-${accountId}`,
  };
  const bucket = resource('aws_s3_bucket', label, named, {
    accepted: {
      CKV_AWS_18: noAccessLogs,
      CKV_AWS_144:
        component.regions.length > 1
          ? 'Copied in peering/, the one place that knows both buckets'
          : 'The platform asks for no copy of it',
      CKV2_AWS_62: 'Nobody waits for a change of an object',
    },
  });
  const { expireAfterMs, publicAccess, versioning } = component;
  const kept = bucketKept(label, {
    bucket,
    keyArn: key.arn,
    isVersioned: versioning,
    isPublic: publicAccess,
    statements: readers(input, ref(bucket, 'arn')),
    tidies: 'tidy',
    expireDays: expireAfterMs === null ? null : Math.ceil(expireAfterMs / DAY_MS),
    noncurrentDays: 90,
  });
  return {
    layer: 'data',
    file: component.name,
    blocks: [...key.blocks, bucket, ...kept],
    publishes: {
      bucket: ref(bucket, 'id'),
      arn: ref(bucket, 'arn'),
      'key-arn': key.arn,
    },
  };
}

/** Who reads it besides roles of the account: CDNs in front of it, or everybody. */
function readers(
  { component, platform }: RegionInput<'object-store'>,
  arn: Expression,
): readonly Statement[] {
  const everybody = allow('AnyoneReads', {
    actions: ['s3:GetObject'],
    resources: [template`${arn}/*`],
    principals: { type: '*', identifiers: ['*'] },
  });
  const cdns = readersOf(platform, component.name, arn);
  return component.publicAccess ? [...cdns, everybody] : cdns;
}

/** A CDN in front of it signs what it asks: it alone may read, and only as that distribution. */
function readersOf(platform: Platform, name: string, arn: Expression) {
  return componentsOf(platform, 'cdn')
    .filter(({ from }) => from === name)
    .map((cdn) =>
      allow(sidOf('Cdn', cdn.name), {
        actions: ['s3:GetObject'],
        resources: [template`${arn}/*`],
        principals: { type: 'Service', identifiers: ['cloudfront.amazonaws.com'] },
        condition: {
          test: 'StringEquals',
          variable: 'aws:SourceArn',
          values: [published(cdn.name, 'arn')],
        },
      }),
    );
}

/**
 * Each copy to each other, under one role that may read here and write there. Two buckets that both
 * stand already are left as they are.
 */
function replications({ component, platform }: TerraformInput<'object-store'>): WideFragment[] {
  const { regions } = component;
  if (regions.length < 2) return [];
  const isMade = (region: string) => foundIn(component, region) === null;
  const blocks = regions.flatMap((from) => {
    const to = regions.filter((other) => other !== from && (isMade(from) || isMade(other)));
    return to.length === 0 ? [] : replication(component, platform, from, to);
  });
  return [{ file: component.name, blocks }];
}

function replication(
  component: ObjectStore,
  platform: Platform,
  from: string,
  to: readonly string[],
): readonly Block[] {
  const label = labelOf(`${component.name}_from_${from}`);
  const arnIn = (region: string) => publishedIn(region, component.name, 'arn');
  const keyIn = (region: string) => publishedIn(region, component.name, 'key-arn');
  const { role, blocks } = serviceRole(label, {
    name: `${nameOf(platform, component)}-replication-${from}`,
    service: 's3.amazonaws.com',
    statements: [
      allow('ReadBucket', {
        actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
        resources: [arnIn(from)],
      }),
      allow('ReadObjects', {
        actions: [
          's3:GetObjectVersionForReplication',
          's3:GetObjectVersionAcl',
          's3:GetObjectVersionTagging',
        ],
        resources: [template`${arnIn(from)}/*`],
      }),
      allow('WriteCopies', {
        actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
        resources: to.map((region) => template`${arnIn(region)}/*`),
      }),
      allow('Decrypt', { actions: ['kms:Decrypt'], resources: [keyIn(from)] }),
      allow('Encrypt', { actions: ['kms:Encrypt'], resources: to.map(keyIn) }),
    ],
  });
  const made = resource('aws_s3_bucket_replication_configuration', label, {
    region: from,
    bucket: publishedIn(from, component.name, 'bucket'),
    role: ref(role, 'arn'),
    rule: to.map((region, priority) => ruleTo(component, region, priority, arnIn, keyIn)),
  });
  return [...blocks, made];
}

function ruleTo(
  component: ObjectStore,
  region: string,
  priority: number,
  arnIn: (region: string) => Expression,
  keyIn: (region: string) => Expression,
) {
  const quarter = { minutes: 15 };
  const timeControl = component.replicationTimeControl
    ? {
        metrics: { status: 'Enabled', event_threshold: quarter },
        replication_time: { status: 'Enabled', time: quarter },
      }
    : {};
  return {
    id: `to-${region}`,
    status: 'Enabled',
    priority,
    filter: {},
    delete_marker_replication: { status: 'Enabled' },
    source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
    destination: {
      bucket: arnIn(region),
      encryption_configuration: { replica_kms_key_id: keyIn(region) },
      ...timeControl,
    },
  };
}
