import type { MachineImage, Platform } from '@outrigger/model';
import {
  data,
  type Found,
  forAutoScaling,
  foundIn,
  type LayerFragment,
  labelOf,
  publishedIn,
  ref,
  resource,
  type TerraformFacet,
  tagFilters,
  template,
} from '@outrigger/terraform';
import { keyOf, nameOf } from '../terraform.ts';

/**
 * The newest image of the account's own with this name, and its copies. A copy knows two regions,
 * so it lies in `peering/`; each region starts machines from its own.
 */
export const terraform: TerraformFacet<'machine-image'> = {
  region: ({ component, platform, region }) => {
    if (region.name === component.builtIn) return [imageFile(component, null)];
    const key = copyKey(component, platform, region.name);
    const publishes = { 'key-arn': key.arn };
    return [{ layer: 'network', file: component.name, blocks: key.blocks, publishes }];
  },
  peering: ({ component, platform }) => {
    const missing = component.copiedTo.filter((region) => foundIn(component, region) === null);
    if (missing.length === 0) return [];
    const source = publishedIn(component.builtIn, component.name, 'image-id');
    const root = publishedIn(component.builtIn, component.name, 'root-device-name');
    const copies = missing.map((region) => ({
      region,
      copy: resource('aws_ami_copy', labelOf(`${component.name}_${region}`), {
        region,
        // Of its own for each image: for a time the new copy stands beside the old one.
        name: template`${nameOf(platform, component)}-${region}-${source}`,
        description: `${component.image}, from ${component.builtIn}`,
        source_ami_id: source,
        source_ami_region: component.builtIn,
        encrypted: component.encrypted,
        kms_key_id: publishedIn(region, component.name, 'key-arn'),
        lifecycle: { create_before_destroy: true },
      }),
    }));
    return [
      {
        file: component.name,
        blocks: copies.map(({ copy }) => copy),
        publishesIn: Object.fromEntries(
          copies.map(({ region, copy }) => [
            region,
            { 'image-id': ref(copy, 'id'), 'root-device-name': root },
          ]),
        ),
      },
    ];
  },
  existing: ({ component }, found) => [imageFile(component, found)],
};

/** A copy is encrypted anew, by a key of the region that it is copied to. */
function copyKey(component: MachineImage, platform: Platform, region: string) {
  return keyOf(platform, component, region, forAutoScaling());
}

/** It is looked up in either case: an image is built by somebody else. */
function imageFile(component: MachineImage, found: Found | null): LayerFragment {
  const image = data('aws_ami', labelOf(component.name), {
    ...(found?.by === 'id' ? {} : { owners: ['self'], most_recent: true }),
    filter: filterOf(component, found),
  });
  return {
    layer: 'network',
    file: component.name,
    blocks: [image],
    publishes: { 'image-id': ref(image, 'id'), 'root-device-name': ref(image, 'root_device_name') },
  };
}

function filterOf({ image }: MachineImage, found: Found | null) {
  if (found === null) return { name: 'name', values: [image] };
  return found.by === 'id' ? { name: 'image-id', values: [found.id] } : tagFilters(found.tags);
}
