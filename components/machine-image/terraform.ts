import { componentsOf, type MachineImage, type Platform } from '@outrigger/model';
import {
  data,
  type Found,
  forAutoScaling,
  foundIn,
  hcl,
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
    if (region.name === component.builtIn) return [imageFile(component, platform, null)];
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
  existing: ({ component, platform }, found) => [imageFile(component, platform, found)],
};

/** A copy is encrypted anew, by a key of the region that it is copied to. */
function copyKey(component: MachineImage, platform: Platform, region: string) {
  return keyOf(platform, component, region, forAutoScaling());
}

/** It is looked up in either case: an image is built by somebody else. */
function imageFile(
  component: MachineImage,
  platform: Platform,
  found: Found | null,
): LayerFragment {
  const postcondition = fitsDisks(component, platform);
  const image = data('aws_ami', labelOf(component.name), {
    ...(found?.by === 'id' ? {} : { owners: ['self'], most_recent: true }),
    filter: filterOf(component, found),
    ...(postcondition === null ? {} : { lifecycle: { postcondition } }),
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

/** EC2 starts no machine on a disk that is smaller than the root of its image. */
function fitsDisks({ name }: MachineImage, platform: Platform) {
  const users = componentsOf(platform, 'virtual-machines').filter(({ image }) => image === name);
  if (users.length === 0) return null;
  const gib = Math.min(...users.map(({ diskBytes }) => Math.ceil(diskBytes / 2 ** 30)));
  const root = 'disk.device_name == self.root_device_name';
  const fits = `try(tonumber(disk.ebs.volume_size), 0) <= ${gib}`;
  return {
    condition: hcl(`alltrue([for disk in self.block_device_mappings : ${fits} if ${root}])`),
    error_message:
      `The root of ${name} has more than the ${gib} GiB of a machine's disk. Say as much in ` +
      `the platform: disk of ${users.map((user) => user.name).join(', ')}.`,
  };
}
