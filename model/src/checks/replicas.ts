import { regionsKnown, replicaRegions, type WrittenData, writerRegion } from '../data.ts';
import type { Surroundings, WrittenComponent } from '../kind.ts';
import { clusterRegions, isWrittenCluster } from '../kinds/kubernetes-cluster.ts';
import { isWrittenData } from '../kinds.ts';
import type { TellAt } from '../read.ts';

/** A region that shall take over needs the data of the services that it will run. */
export function checkReplicas(around: Surroundings, tell: TellAt): void {
  if (around.strategy === 'backup-restore') return;
  const told = new Set<string>();
  for (const [name, component] of around.components) {
    if (component.kind !== 'service') continue;
    for (const [store, written] of storesOf(component, around)) {
      if (!regionsKnown(written, around)) continue;
      const held = [writerRegion(written, around), ...replicaRegions(written, around)];
      for (const region of serviceRegions(component, around)) {
        if (held.includes(region) || told.has(`${store} ${region}`)) continue;
        told.add(`${store} ${region}`);
        tell(
          ['components', store, 'replicaIn'],
          `leaves ${region} without a replica, but ${name} runs there and needs ${store}`,
          `add '${region}', or leave replicaIn out: ${around.strategy} then replicates everywhere`,
        );
      }
    }
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
  const cluster = 'in' in service ? around.components.get(String(service.in)) : undefined;
  return isWrittenCluster(cluster) ? clusterRegions(cluster, around) : [];
}
