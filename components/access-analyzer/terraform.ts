import { labelOf, resource, type TerraformFacet } from '@outrigger/terraform';
import { nameOf } from '../terraform.ts';

/** An analyzer in each region; what nobody uses is looked for in the first one, for all. */
export const terraform: TerraformFacet<'access-analyzer'> = {
  region: ({ component, platform, region }) => {
    const isFirst = region.name === component.regions[0];
    const { unusedDays, zoneOfTrust } = component;
    const scope = zoneOfTrust === 'account' ? 'ACCOUNT' : 'ORGANIZATION';
    const outside = resource('aws_accessanalyzer_analyzer', labelOf(component.name), {
      analyzer_name: nameOf(platform, component),
      type: scope,
    });
    const unused =
      unusedDays === null || !isFirst
        ? []
        : [
            resource(
              'aws_accessanalyzer_analyzer',
              labelOf(`${component.name}_unused`),
              {
                analyzer_name: `${nameOf(platform, component)}-unused`,
                type: `${scope}_UNUSED_ACCESS`,
                configuration: { unused_access: { unused_access_age: unusedDays } },
              },
              { comment: 'Roles are of no region: one region looks for those that nobody uses.' },
            ),
          ];
    return [{ layer: 'network', file: component.name, blocks: [outside, ...unused] }];
  },
};
