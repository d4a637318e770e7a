import type { Secrets } from '@outrigger/model';
import {
  data,
  type Found,
  hcl,
  type LayerFragment,
  labelOf,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';
import { keyOf, nameOf } from '../terraform.ts';

/**
 * The secrets without their values: those are written by a person, so that neither code nor state
 * ever holds one. Copies in other regions follow by themselves.
 */
export const terraform: TerraformFacet<'secrets'> = {
  region: ({ component, platform, region }) => {
    if (region.name !== component.writerIn) return [];
    const key = keyOf(platform, component, region.name);
    const made = component.entries.map((entry) =>
      resource(
        'aws_secretsmanager_secret',
        labelOf(`${component.name}_${entry}`),
        {
          name: `${nameOf(platform, component)}/${entry}`,
          description: `${entry}: written by a person, read by ${platform.name}`,
          kms_key_id: key.arn,
          recovery_window_in_days: component.deletionDays,
          replica: component.replicateTo.map((to) => ({ region: to })),
        },
        {
          remarks: { replica: 'A region that takes over reads its own copy.' },
          accepted: { CKV2_AWS_57: 'Its value is made elsewhere, and a person brings it' },
        },
      ),
    );
    return [
      {
        layer: 'data',
        file: component.name,
        blocks: [...key.blocks, ...made],
        publishes: {
          ...Object.fromEntries(
            made.map((secret, index) => [arnName(component.entries[index]), ref(secret, 'arn')]),
          ),
          'key-arn': key.arn,
        },
      },
    ];
  },
  existing: ({ component }, found) => [existing(component, found)],
};

function arnName(entry = ''): string {
  return `arn-${labelOf(entry)}`;
}

/** Each secret by its name below the path that is their id, or by the tags that they all have. */
function existing(component: Secrets, found: Found): LayerFragment {
  const tagged =
    found.by === 'id'
      ? null
      : data('aws_resourcegroupstaggingapi_resources', labelOf(component.name), {
          resource_type_filters: ['secretsmanager:secret'],
          tag_filter: Object.entries(found.tags).map(([key, value]) => ({ key, values: [value] })),
        });
  const read = component.entries.map((entry) => {
    const label = labelOf(`${component.name}_${entry}`);
    if (found.by === 'id') {
      return data('aws_secretsmanager_secret', label, { name: `${found.id}/${entry}` });
    }
    const all = `${tagged?.address}.resource_tag_mapping_list[*].resource_arn`;
    // Secrets Manager puts six characters of its own behind the name; what is before it is a path.
    const exact = entry.replaceAll(/[.+]/g, '\\$&');
    const ending = JSON.stringify(`[:/]${exact}-[[:alnum:]]{6}$`);
    const own = hcl(`one([for arn in ${all} : arn if can(regex(${ending}, arn))])`);
    return data('aws_secretsmanager_secret', label, { arn: own });
  });
  return {
    layer: 'data',
    file: component.name,
    blocks: [...(tagged === null ? [] : [tagged]), ...read],
    publishes: Object.fromEntries(
      read.map((secret, index) => [arnName(component.entries[index]), ref(secret, 'arn')]),
    ),
  };
}
