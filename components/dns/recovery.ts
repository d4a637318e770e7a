import { ledTo, type RecoveryFacet, trafficSteps } from '@outrigger/recovery';

/**
 * Records are made beforehand and flipped by health checks; editing one would need Route 53's
 * control plane. A name that leads to an accelerator is never touched.
 */
export const recovery: RecoveryFacet<'dns'> = {
  hasWriter: false,
  steps: ({ component, platform, situation }) => {
    const target = platform.components[component.to];
    if (target?.kind !== 'load-balancer') return { drafts: [] };
    const traffic = trafficSteps({ ...component, answersKeptMs: component.ttlMs }, situation);
    return { drafts: [...ledTo(component, situation, 'route53'), ...traffic] };
  },
};
