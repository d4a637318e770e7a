import { type RecoveryFacet, rebuild, trafficSteps } from '@outrigger/recovery';

/** Behind an accelerator or a name it follows them; alone it is the way in itself. */
export const recovery: RecoveryFacet<'load-balancer'> = {
  hasWriter: false,
  steps: ({ component, platform, situation }) => {
    const behind = Object.values(platform.components).some(
      (other) =>
        (other.kind === 'global-accelerator' || other.kind === 'dns') &&
        other.to === component.name,
    );
    const traffic = behind ? [] : trafficSteps(component, situation);
    if (!situation.rebuilds || component.regions.includes(situation.to)) return { drafts: traffic };
    const planes = [{ service: 'elasticloadbalancing', region: situation.to }];
    const draft = rebuild(situation, planes, 'Terraform has built it, and it is active');
    return { drafts: [{ ...draft, provides: ['balanced', 'capacity'] }, ...traffic] };
  },
};
