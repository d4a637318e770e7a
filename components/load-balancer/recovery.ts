import { type RecoveryFacet, trafficSteps } from '@outrigger/recovery';

/** Behind an accelerator or a name it follows them; alone it is the way in itself. */
export const recovery: RecoveryFacet<'load-balancer'> = {
  hasWriter: false,
  steps: ({ component, platform, situation }) => {
    const behind = Object.values(platform.components).some(
      (other) =>
        (other.kind === 'global-accelerator' || other.kind === 'dns') &&
        other.to === component.name,
    );
    return { drafts: behind ? [] : trafficSteps(component.name, situation) };
  },
};
