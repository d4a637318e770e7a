import type { Platform } from '@outrigger/model';
import { bucketKept, noAccessLogs } from './bucket.ts';
import { keyAlias } from './frame.ts';
import type { Module } from './gather.ts';
import type { Block } from './hcl/block.ts';
import { template } from './hcl/value.ts';
import { accountId } from './lookups.ts';
import { keyPolicy } from './policy.ts';
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
  return [
    policy,
    key,
    resource('aws_kms_alias', name, {
      region,
      name: keyAlias(platform),
      target_key_id: ref(key, 'id'),
    }),
    bucket,
    ...bucketKept(name, {
      bucket,
      keyArn: ref(key, 'arn'),
      region,
      policyLabel: `${name}_bucket`,
      versioned: 'A state that was overwritten by mistake can be had back.',
      tidies: 'old-states',
      expireDays: null,
      noncurrentDays: 90,
    }),
  ];
}
