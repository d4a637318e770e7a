import { componentsOf, type Platform } from '@outrigger/model';
import type { Plan } from './plan.ts';
import { isWhereItServes } from './rebuilding.ts';
import type { Step } from './step.ts';

/** How much of one thing serves when clients are served again, beside how much normally does. */
export interface CapacityPart {
  /** `web`; a node group is called `cluster/apps`. */
  readonly name: string;
  readonly unit: 'pods' | 'nodes' | 'machines';
  readonly serving: number;
  readonly normal: number;
}

/** What clients are served by until a plan has brought everything to its normal size. */
export interface ServingCapacity {
  /** Of the part that has least of its normal size, 0 to 1: a request needs all of them. */
  readonly share: number;
  /** Those that have less than normally. */
  readonly reduced: readonly CapacityPart[];
}

/** The steps that bring capacity where a plan leads to, before clients are served or after. */
export function growthOf({ kinds, steps, to }: Plan): readonly Step[] {
  return steps.filter(
    ({ action: { component, region, verb } }) =>
      (verb === 'scale' && region === to) ||
      (verb === 'await' && kinds[component] === 'virtual-machines'),
  );
}

/**
 * Clients count as served once they are answered, by however little; this says by how much. Normal
 * is what the platform writes for a region that serves. Nodes stand for pods where the platform
 * names no services. Null where a plan can't tell: whatever starts the pods of a lost zone again is
 * no step of it.
 */
export function servingCapacity(plan: Plan, platform: Platform): ServingCapacity | null {
  const isZoneLost = plan.from === null && plan.failure?.kind === 'zone-loss';
  if (isZoneLost && componentsOf(platform, 'kubernetes-cluster').length > 0) return null;
  const parts = [
    ...podsOf(plan, platform),
    ...nodesOf(plan, platform),
    ...machinesOf(plan, platform),
  ];
  const reduced = parts.filter(({ normal, serving }) => serving < normal);
  return { share: Math.min(1, ...reduced.map(({ normal, serving }) => serving / normal)), reduced };
}

/** What a component has to wait for until clients are served already. */
function growsLater(plan: Plan, component: string): Step['action'] | undefined {
  return growthOf(plan).find(
    ({ action, background }) => background && action.component === component,
  )?.action;
}

function podsOf(plan: Plan, platform: Platform): CapacityPart[] {
  return componentsOf(platform, 'service')
    .filter((service) => isWhereItServes(service, platform, plan.to))
    .map(({ name, replicas: { min: normal }, standby }) => {
      const isLater = growsLater(plan, name) !== undefined;
      return { name, unit: 'pods', serving: isLater ? standby.min : normal, normal };
    });
}

function nodesOf(plan: Plan, platform: Platform): CapacityPart[] {
  const hosts = new Set(componentsOf(platform, 'service').map((service) => service.in));
  return componentsOf(platform, 'kubernetes-cluster')
    .filter((cluster) => isWhereItServes(cluster, platform, plan.to) && !hosts.has(cluster.name))
    .flatMap((cluster) => {
      const later = growsLater(plan, cluster.name)?.arguments.nodeGroups;
      const isLater = (group: string) =>
        typeof later === 'object' && later !== null && group in later;
      return Object.values(cluster.nodeGroups)
        .filter(({ dedicated }) => !dedicated)
        .map(({ active: { desired: normal }, name: group, standby }): CapacityPart => {
          const serving = isLater(group) ? standby.desired : normal;
          return { name: `${cluster.name}/${group}`, unit: 'nodes', serving, normal };
        });
    });
}

function machinesOf(plan: Plan, platform: Platform): CapacityPart[] {
  const zones = platform.regions[plan.to]?.workloadZones.length ?? 1;
  return componentsOf(platform, 'virtual-machines')
    .filter((machines) => isWhereItServes(machines, platform, plan.to))
    .map(({ active: { desired: normal }, name, standby }) => {
      const verb = growsLater(plan, name)?.verb;
      // A group spreads its machines evenly: in the lost zone were as many as in any other.
      const left = verb === 'await' ? normal - Math.ceil(normal / zones) : standby.desired;
      return { name, unit: 'machines', serving: verb === undefined ? normal : left, normal };
    });
}
