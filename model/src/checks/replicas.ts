import { regionsKnown, replicaRegions, type WrittenData, writerRegion } from '../data.ts';
import type { Surroundings, WrittenComponent } from '../kind.ts';
import { clusterRegions, isWrittenCluster } from '../kinds/kubernetes-cluster.ts';
import { isWrittenMachines, machineRegions } from '../kinds/virtual-machines.ts';
import { isWrittenData, isWrittenEverywhere } from '../kinds.ts';
import type { TellAt } from '../read.ts';

/**
 * A region that shall take over needs the data of the services that it will run; and every store
 * that is written where a region is lost has to have a copy in one region, the same for all: they
 * move together, under one epoch.
 */
export function checkReplicas(around: Surroundings, tell: TellAt): void {
  if (around.strategy === 'backup-restore') return;
  checkTogether(around, checkNeeded(around, tell), tell);
}

/** The stores that were told. */
function checkNeeded(around: Surroundings, tell: TellAt): ReadonlySet<string> {
  const told = new Set<string>();
  const stores = new Set<string>();
  for (const [name, component] of around.components) {
    if (component.kind !== 'service' && !isWrittenMachines(component)) continue;
    for (const [store, written] of storesOf(component, around)) {
      if (!regionsKnown(written, around)) continue;
      const held = [writerRegion(written, around), ...replicaRegions(written, around)];
      for (const region of serviceRegions(component, around)) {
        if (held.includes(region) || told.has(`${store} ${region}`)) continue;
        told.add(`${store} ${region}`);
        stores.add(store);
        tell(
          ['components', store, 'replicaIn'],
          `leaves ${region} without a replica, but ${name} runs there and needs ${store}`,
          `add '${region}', or leave replicaIn out: ${around.strategy} then replicates everywhere`,
        );
      }
    }
  }
  return stores;
}

function checkTogether(around: Surroundings, told: ReadonlySet<string>, tell: TellAt): void {
  if (around.regions.length < 2) return;
  /** By the region that writes: where everything is that was looked at so far. */
  const common = new Map<string, readonly string[]>();
  for (const [name, written] of around.components) {
    // What is written in every region that has it does not move.
    if (!isWrittenData(written) || isWrittenEverywhere(written.kind) || told.has(name)) continue;
    if (!regionsKnown(written, around)) continue;
    const writer = writerRegion(written, around);
    const others = around.regions.map((region) => region.name).filter((each) => each !== writer);
    const before = common.get(writer) ?? others;
    const replicas = replicaRegions(written, around);
    const left = before.filter((region) => replicas.includes(region));
    if (left.length > 0) {
      common.set(writer, left);
      continue;
    }
    tell(
      ['components', name, 'replicaIn'],
      replicas.length === 0
        ? `leaves ${name} without a replica: stores move together, so if ${writer} is lost ` +
            'no plan is possible'
        : `has no region where the other stores have a replica too (${before.join(', ')}): ` +
            `stores move together, so if ${writer} is lost no plan is possible`,
      `add '${before[0]}', or leave replicaIn out: ${around.strategy} then replicates everywhere`,
    );
  }
}

function storesOf(service: WrittenComponent, around: Surroundings): [string, WrittenData][] {
  const needs: unknown = 'needs' in service ? service.needs : [];
  if (!Array.isArray(needs)) return [];
  return needs.flatMap((need): [string, WrittenData][] => {
    const component = around.components.get(String(need));
    return component !== undefined && isWrittenData(component) ? [[String(need), component]] : [];
  });
}

function serviceRegions(service: WrittenComponent, around: Surroundings): readonly string[] {
  if (isWrittenMachines(service)) return machineRegions(service, around);
  const cluster = 'in' in service ? around.components.get(String(service.in)) : undefined;
  return isWrittenCluster(cluster) ? clusterRegions(cluster, around) : [];
}
