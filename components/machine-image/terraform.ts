import type { MachineImage } from '@outrigger/model';
import { data, labelOf, ref, resource, type TerraformFacet } from '@outrigger/terraform';
import { nameOf } from '../terraform.ts';

/**
 * The newest image of the account's own with this name, and its copies. A copy knows two regions,
 * so it lies in `peering/`; each region starts machines from its own.
 */
export const terraform: TerraformFacet<'machine-image'> = {
  region: ({ component, region }) => {
    if (region.name !== component.builtIn) return [];
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

function imageOf(component: MachineImage, region: string | null) {
  return data('aws_ami', labelOf(component.name), {
    ...(region === null ? {} : { region }),
    owners: ['self'],
    most_recent: true,
    filter: { name: 'name', values: [component.image] },
  });
}
