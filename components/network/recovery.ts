import { type RecoveryFacet, rebuild } from '@outrigger/recovery';

/**
 * The networks of all regions stand before a failure, but where a region has only backups: then its
 * network is the first thing that Terraform builds there.
 */
export const recovery: RecoveryFacet<'network'> = {
  hasWriter: false,
  steps: ({ situation }) => {
    if (!situation.rebuilds) return { drafts: [] };
    const planes = [{ service: 'ec2', region: situation.to }];
    const draft = rebuild(situation, planes, 'Terraform has built the network');
    return { drafts: [{ ...draft, needs: [], provides: ['network'] }] };
  },
};
