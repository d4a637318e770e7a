import { type Kind, kinds, type Platform, resolve } from '@outrigger/model';
import { type NoFacet, startState } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import type { TerraformFacet, TerraformFacets } from './facet.ts';
import { gather } from './gather.ts';
import type { Block } from './hcl/block.ts';
import { resource, variable } from './resource.ts';

/** A platform of buckets, of which each brings a resource and asks for a variable of them all. */
function platformOf(buckets: number): Platform {
  const written = Array.from({ length: buckets }, (_, index): [string, unknown] => [
    `bucket-${index}`,
    { kind: 'object-store' },
  ]);
  const resolution = resolve({
    name: 'shop',
    strategy: 'backup-restore',
    objectives: { 'zone-loss': { rpo: '0s', rto: '10m' } },
    regions: { 'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 3 } },
    components: Object.fromEntries(written),
  });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

/** `type` of each block, counted. */
function facetsWith(count: () => void): TerraformFacets {
  const counted = (block: Block): Block =>
    Object.defineProperty({ ...block }, 'type', {
      enumerable: true,
      get: () => {
        count();
        return block.type;
      },
    });
  const facet: TerraformFacet<Kind> = {
    region: ({ component }) => [
      {
        layer: 'data',
        file: 'buckets',
        blocks: [
          counted(variable('alarm_emails', { type: 'string', description: 'Of all of them.' })),
          counted(resource('aws_s3_bucket', component.name.replace('-', '_'), {})),
        ],
      },
    ],
  };
  const all = Object.keys(kinds).map((kind): [string, TerraformFacet<Kind> | NoFacet] => [
    kind,
    kind === 'object-store' ? facet : { none: 'It brings nothing here' },
  ]);
  return Object.fromEntries(all) as TerraformFacets;
}

function gathered(buckets: number) {
  let looks = 0;
  const platform = platformOf(buckets);
  const facets = facetsWith(() => {
    looks += 1;
  });
  const { modules, problems } = gather(platform, startState(platform), facets);
  expect(problems).toEqual([]);
  return { looks, blocks: modules.get('us-east-1/data')?.files.get('buckets') ?? [] };
}

test('what several components ask for is there once, where the first one asked for it', () => {
  const { blocks } = gathered(3);
  expect(blocks.map(({ labels }) => labels.join('.'))).toEqual([
    'alarm_emails',
    'aws_s3_bucket.bucket_0',
    'aws_s3_bucket.bucket_1',
    'aws_s3_bucket.bucket_2',
  ]);
});

test('a block of a large platform is looked at no more often than one of a small platform', () => {
  const [small, large] = [gathered(10), gathered(1000)];
  expect(small.looks).toBeGreaterThanOrEqual(small.blocks.length);
  expect(large.looks / large.blocks.length).toBeLessThanOrEqual(
    (1.1 * small.looks) / small.blocks.length,
  );
});
