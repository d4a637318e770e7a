import type { Platform } from '@outrigger/model';
import { keyAlias } from './frame.ts';
import type { Module } from './gather.ts';
import type { Block } from './hcl/block.ts';
import { template } from './hcl/value.ts';
import { accountId } from './lookups.ts';
import { deny, keyPolicy, policyDocument } from './policy.ts';
import { noAccessLogs } from './recipes.ts';
import { output, ref, resource } from './resource.ts';

/**
 * The first module that is applied: a bucket and a key in each region. A region's states lie in
 * the region, so that a lost one blocks no plan of another.
 */
export function bootstrap(platform: Platform): Module {
  const regions = Object.keys(platform.regions);
  const files = regions.map((region): [string, readonly Block[]] => [
    region,
    regionBlocks(platform, region),
  ]);
  const names = regions.map((region) =>
    output(
      `bucket_${label(region)}`,
      ref(bucketOf(platform, region), 'bucket'),
      `Holds the states of ${region}: terraform init -backend-config="bucket=…"`,
    ),
  );
  return { root: { place: 'bootstrap' }, files: new Map([...files, ['outputs', names]]) };
}

function label(region: string): string {
  return region.replaceAll('-', '_');
}

function bucketOf(platform: Platform, region: string) {
  return resource(
    'aws_s3_bucket',
    `states_${label(region)}`,
    {
      region,
      // Names of buckets are taken once in the world: the account's number makes it ours.
      bucket: template`${platform.name}-terraform-${region}-${accountId}`,
      lifecycle: { prevent_destroy: true },
    },
    {
      accepted: {
        CKV_AWS_18: noAccessLogs,
        CKV_AWS_144: "A region's states are of use in the region alone",
        CKV2_AWS_62: 'Nobody waits for a change of a state',
      },
    },
  );
}

function regionBlocks(platform: Platform, region: string): readonly Block[] {
  const name = `states_${label(region)}`;
  const policy = keyPolicy(`${name}_key`);
  const key = resource('aws_kms_key', name, {
    region,
    description: `States and parameters of ${platform.name} in ${region}`,
    enable_key_rotation: true,
    policy: ref(policy, 'json'),
  });
  const bucket = bucketOf(platform, region);
  const id = ref(bucket, 'id');
  const transport = policyDocument(`${name}_bucket`, [
    deny('TlsOnly', {
      actions: ['s3:*'],
      resources: [ref(bucket, 'arn'), template`${ref(bucket, 'arn')}/*`],
      principals: { type: '*', identifiers: ['*'] },
      condition: { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
    }),
  ]);
  return [
    policy,
    key,
    resource('aws_kms_alias', name, {
      region,
      name: keyAlias(platform),
      target_key_id: ref(key, 'id'),
    }),
    bucket,
    resource(
      'aws_s3_bucket_versioning',
      name,
      { region, bucket: id, versioning_configuration: { status: 'Enabled' } },
      { comment: 'A state that was overwritten by mistake can be had back.' },
    ),
    resource('aws_s3_bucket_server_side_encryption_configuration', name, {
      region,
      bucket: id,
      rule: {
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: ref(key, 'arn'),
        },
        bucket_key_enabled: true,
      },
    }),
    resource('aws_s3_bucket_public_access_block', name, {
      region,
      bucket: id,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    }),
    resource('aws_s3_bucket_lifecycle_configuration', name, {
      region,
      bucket: id,
      rule: {
        id: 'old-states',
        status: 'Enabled',
        filter: {},
        noncurrent_version_expiration: { noncurrent_days: 90 },
        abort_incomplete_multipart_upload: { days_after_initiation: 7 },
      },
    }),
    transport,
    resource('aws_s3_bucket_policy', name, { region, bucket: id, policy: ref(transport, 'json') }),
  ];
}
