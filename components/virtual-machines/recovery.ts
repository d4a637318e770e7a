import type { VirtualMachines } from '@outrigger/model';
import {
  type Draft,
  isWhereItServes,
  type RecoveryFacet,
  rebuild,
  type Situation,
} from '@outrigger/recovery';

/**
 * Virtual machines bring capacity. Where the target region runs none, they are started before
 * traffic comes; where it runs too few, the rest follows once clients are served, unless the move
 * is planned: then all of them are there before it begins. Those of a lost zone are replaced by
 * their group, which is only observed.
 */
export const recovery: RecoveryFacet<'virtual-machines'> = {
  hasWriter: false,
  steps: ({ component, platform, situation }) => {
    const { from, to, planned } = situation;
    const { active, standby } = component;
    if (situation.intent === 'failover' && from === null)
      return { drafts: replaced(component, situation) };
    if (from === null || !situation.takesEpoch || standby.desired >= active.desired) {
      return { drafts: [] };
    }
    const waits = (region: string) =>
      platform.regions[region]?.role === 'standby' && isWhereItServes(component, platform, region);
    const drafts: Draft[] = [];
    const isBuilt = situation.rebuilds && !component.regions.includes(to);
    if (isBuilt) {
      const planes = [{ service: 'autoscaling', region: to }];
      drafts.push(rebuild(situation, planes, 'Terraform has built the group'));
    }
    if (waits(to)) {
      const urgent = planned || standby.desired === 0;
      const draft = scale(component, to, 'active');
      drafts.push(
        urgent
          ? { ...draft, after: isBuilt ? ['rebuild'] : [], provides: ['capacity'] }
          : { ...draft, needs: ['served'], background: true },
      );
    }
    if (planned && waits(from)) {
      drafts.push({
        ...scale(component, from, 'standby'),
        name: 'shrink',
        needs: ['served'],
        check: [{ fact: 'ready', is: 'at-most', value: standby.desired }],
        background: true,
        doneWhen: 'size of a standby again',
      });
    }
    return { drafts };
  },
};

/**
 * In a lost zone their group does it by itself, in the zones that are left: nothing is called, and
 * nobody waits, since the other machines serve meanwhile.
 */
function replaced(component: VirtualMachines, { lostZones, to }: Situation): Draft[] {
  const { desired } = component.active;
  if (lostZones.size === 0 || desired === 0 || !component.regions.includes(to)) return [];
  return [
    {
      name: 'await',
      verb: 'await',
      region: to,
      arguments: { desired },
      needs: ['served'],
      check: [{ fact: 'ready', is: 'at-least', value: desired }],
      retry: { attemptsMax: 5, backoff: 'long' },
      background: true,
      doneWhen: `their group has ${desired} of ${desired} ready again`,
    },
  ];
}

function scale(component: VirtualMachines, region: string, size: 'active' | 'standby'): Draft {
  const { min, max, desired } = component[size];
  return {
    name: 'scale',
    verb: 'scale',
    region,
    arguments: { min, max, desired },
    check: [{ fact: 'ready', is: 'at-least', value: desired }],
    retry: { attemptsMax: 5, backoff: 'long' },
    controlPlanes: [{ service: 'autoscaling', region }],
    doneWhen: `${desired} of ${desired} ready`,
  };
}
