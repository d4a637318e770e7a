import type { NodeGroup } from '@outrigger/model';
import {
  type Draft,
  isWhereItServes,
  type RecoveryFacet,
  rebuild,
  type Situation,
} from '@outrigger/recovery';

/**
 * A cluster brings nodes. Groups that stand at zero in the target are needed before any pod can
 * start; groups that are merely small grow once clients are served, unless the move is planned.
 */
export const recovery: RecoveryFacet<'kubernetes-cluster'> = {
  hasWriter: false,
  steps: ({ component, platform, situation }) => {
    const { from, startsToServe, to, planned, rebuilds } = situation;
    if (!startsToServe) return { drafts: [] };
    if (rebuilds && !component.regions.includes(to)) {
      return { drafts: built(Object.values(component.nodeGroups), situation) };
    }
    const drafts: Draft[] = [];
    const groups = Object.values(component.nodeGroups).filter(
      (group) => group.standby.desired < group.active.desired,
    );
    const isThere = (region: string) => isWhereItServes(component, platform, region);
    if (platform.regions[to]?.role === 'standby' && isThere(to)) {
      const urgent = groups.filter((group) => planned || group.standby.desired === 0);
      const later = groups.filter((group) => !urgent.includes(group));
      if (urgent.length > 0) {
        drafts.push({ ...scale(to, urgent, 'active'), provides: ['nodes'] });
      }
      if (later.length > 0) {
        drafts.push({
          ...scale(to, later, 'active'),
          name: urgent.length > 0 ? 'grow' : 'scale',
          needs: ['served'],
          provides: ['more-nodes'],
          background: true,
        });
      }
    }
    const wasStandby = from !== null && platform.regions[from]?.role === 'standby' && isThere(from);
    if (planned && wasStandby && groups.length > 0) {
      drafts.push({
        ...scale(from, groups, 'standby'),
        name: 'shrink',
        needs: ['served'],
        check: [{ fact: 'ready', is: 'at-most', value: total(groups, 'standby') }],
        background: true,
        doneWhen: 'size of a standby again',
      });
    }
    return { drafts };
  },
};

/** A cluster that was not there: itself, all of its nodes, then what has to run on them first. */
function built(groups: readonly NodeGroup[], situation: Situation): Draft[] {
  const { to } = situation;
  // Roles of a new cluster, its nodes and its add-ons are made in IAM, which has one home.
  const planes = [
    { service: 'eks', region: to },
    { service: 'iam', region: 'global' },
  ];
  return [
    rebuild(situation, planes, 'Terraform has built the cluster'),
    { ...scale(to, groups, 'active'), after: ['rebuild'] },
    {
      name: 'verify',
      verb: 'verify',
      region: to,
      after: ['scale'],
      provides: ['nodes'],
      check: [{ fact: 'controllersReady', is: 'equal', value: true }],
      retry: { attemptsMax: 5, backoff: 'long' },
      doneWhen: 'add-ons and controllers are ready',
    },
  ];
}

function total(groups: readonly NodeGroup[], size: 'active' | 'standby'): number {
  return groups.reduce((sum, group) => sum + group[size].desired, 0);
}

function scale(region: string, groups: readonly NodeGroup[], size: 'active' | 'standby'): Draft {
  const nodes = total(groups, size);
  return {
    name: 'scale',
    verb: 'scale',
    region,
    arguments: {
      nodeGroups: Object.fromEntries(groups.map((group) => [group.name, { ...group[size] }])),
    },
    // `ready` counts the nodes of the groups named in the arguments.
    check: [{ fact: 'ready', is: 'at-least', value: nodes }],
    retry: { attemptsMax: 5, backoff: 'long' },
    controlPlanes: [{ service: 'eks', region }],
    doneWhen: `${nodes} of ${nodes} nodes ready`,
  };
}
