import { type LayerFragment, labelOf, type RegionInput } from '@outrigger/terraform';
import { accountRole, nameOf } from '../../terraform.ts';
import { pushStatements } from './images.ts';

/** Jenkins runs in the cluster; what it may do on AWS is push images, under a role of its own. */
export function jenkins(input: RegionInput<'pipeline'>): LayerFragment {
  const { component, platform, region } = input;
  const { blocks } = accountRole(
    labelOf(component.name),
    { cluster: component.in ?? '', namespace: 'jenkins', name: 'jenkins' },
    {
      name: `${nameOf(platform, component)}-${region.name}`,
      statements: pushStatements(platform, component),
      comment: 'Jenkins pushes images, and does nothing else on AWS.',
    },
  );
  return { layer: 'add-ons', file: component.name, blocks };
}
