import { ledTo, type RecoveryFacet, trafficSteps } from '@outrigger/recovery';

/**
 * It fails over by its own health checks, at any dial. So a region is admitted by becoming ready,
 * and no step edits a dial: that API lives in one region and is never on the way.
 */
export const recovery: RecoveryFacet<'global-accelerator'> = {
  hasWriter: false,
  steps: ({ component, situation }) => ({
    drafts: [
      ...ledTo(component, situation, 'globalaccelerator'),
      ...trafficSteps(component, situation),
    ],
  }),
};
