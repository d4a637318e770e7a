import {
  data,
  hcl,
  labelOf,
  ref,
  resource,
  type TerraformFacet,
  tagFilters,
  variable,
} from '@outrigger/terraform';
import { nameOf } from '../terraform.ts';

/** The public half, in each region: AWS never sees the other one. */
export const terraform: TerraformFacet<'key-pair'> = {
  region: ({ component, platform }) => {
    const label = labelOf(component.name);
    const asked = variable(`${label}_public_key`, {
      type: 'string',
      description: `The one line of the .pub file of ${component.name}.`,
    });
    const made = resource('aws_key_pair', label, {
      key_name: nameOf(platform, component),
      public_key: component.publicKey ?? hcl(asked.address),
    });
    return [
      ...(component.publicKey === null
        ? [{ layer: 'cluster', file: 'variables', blocks: [asked] } as const]
        : []),
      {
        layer: 'cluster',
        file: component.name,
        blocks: [made],
        publishes: { 'key-name': ref(made, 'key_name') },
      },
    ];
  },
  existing: ({ component }, found) => {
    const pair = data('aws_key_pair', labelOf(component.name), {
      ...(found.by === 'id' ? { key_name: found.id } : { filter: tagFilters(found.tags) }),
    });
    return [
      {
        layer: 'cluster',
        file: component.name,
        blocks: [pair],
        publishes: { 'key-name': ref(pair, 'key_name') },
      },
    ];
  },
};
