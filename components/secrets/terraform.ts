import { labelOf, ref, resource, type TerraformFacet } from '@outrigger/terraform';
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
        publishes: { arns: made.map((secret) => ref(secret, 'arn')) },
      },
    ];
  },
};
