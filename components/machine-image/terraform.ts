import type { MachineImage, Platform } from '@outrigger/model';
import {
  data,
  forAutoScaling,
  labelOf,
  publishedIn,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';
import { keyOf, nameOf } from '../terraform.ts';

/**
 * The newest image of the account's own with this name, and its copies. A copy knows two regions,
 * so it lies in `peering/`; each region starts machines from its own.
 */
export const terraform: TerraformFacet<'machine-image'> = {
  region: ({ component, platform, region }) => {
    if (region.name !== component.builtIn) {
      const key = copyKey(component, platform, region.name);
      const publishes = { 'key-arn': key.arn };
      return [{ layer: 'network', file: component.name, blocks: key.blocks, publishes }];
    }
    const newest = imageOf(component, null);
    return [
      {
        layer: 'network',
        file: component.name,
        blocks: [newest],
        publishes: { 'image-id': ref(newest, 'id') },
      },
    ];
  },
  peering: ({ component, platform }) => {
    if (component.copiedTo.length === 0) return [];
    const source = imageOf(component, component.builtIn);
    const copies = component.copiedTo.map((region) => ({
      region,
      copy: resource('aws_ami_copy', labelOf(`${component.name}_${region}`), {
        region,
        name: `${nameOf(platform, component)}-${region}`,
        description: `${component.image}, from ${component.builtIn}`,
        source_ami_id: ref(source, 'id'),
        source_ami_region: component.builtIn,
        encrypted: component.encrypted,
        kms_key_id: publishedIn(region, component.name, 'key-arn'),
        lifecycle: { create_before_destroy: true },
      }),
    }));
    return [
      {
        file: component.name,
        blocks: [source, ...copies.map(({ copy }) => copy)],
        publishesIn: Object.fromEntries(
          copies.map(({ region, copy }) => [region, { 'image-id': ref(copy, 'id') }]),
        ),
      },
    ];
  },
};

/** A copy is encrypted anew, by a key of the region that it is copied to. */
function copyKey(component: MachineImage, platform: Platform, region: string) {
  return keyOf(platform, component, region, forAutoScaling());
}

function imageOf(component: MachineImage, region: string | null) {
  return data('aws_ami', labelOf(component.name), {
    ...(region === null ? {} : { region }),
    owners: ['self'],
    most_recent: true,
    filter: { name: 'name', values: [component.image] },
  });
}
