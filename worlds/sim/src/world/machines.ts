import type { Action } from '@outrigger/recovery';
import type { Where } from './disturbance.ts';

/**
 * Whether an action has machines launched: nodes of a cluster or virtual machines, where the
 * recovery goes to. In the region that is left it wants fewer of them.
 */
export function launchesMachines({ plan, platform }: Where, action: Action): boolean {
  const kind = platform.components[action.component]?.kind;
  const isOfMachines = kind === 'kubernetes-cluster' || kind === 'virtual-machines';
  return isOfMachines && action.verb === 'scale' && action.region === plan.to;
}

/** How many of what an action wants in a region run there already. */
export function runningBefore({ platform }: Where, action: Action): number {
  const { arguments: given, component: name, region = '' } = action;
  const component = platform.components[name];
  const isStandby = platform.regions[region]?.role === 'standby';
  const isThere = isStandby && component?.regions.includes(region) === true;
  switch (component?.kind) {
    case 'virtual-machines':
      return isThere ? component.standby.desired : 0;
    case 'kubernetes-cluster': {
      const wanted = Object.keys(given.nodeGroups ?? {});
      const groups = Object.values(component.nodeGroups).filter((one) => wanted.includes(one.name));
      return isThere ? groups.reduce((sum, { standby }) => sum + standby.desired, 0) : 0;
    }
    default:
      return Number(given.before ?? 0);
  }
}
