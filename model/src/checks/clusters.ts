import type { Surroundings } from '../kind.ts';
import { clusterRegions, isWrittenCluster } from '../kinds/kubernetes-cluster.ts';
import type { TellAt } from '../read.ts';

/** A region that shall take over needs a cluster: else nobody could be served there. */
export function checkClusters(around: Surroundings, tell: TellAt): void {
  if (around.strategy === 'backup-restore') return;
  const clusters = [...around.components].flatMap(([name, component]) =>
    isWrittenCluster(component) ? [{ name, regions: clusterRegions(component, around) }] : [],
  );
  const [first] = clusters;
  if (first === undefined) return;
  const covered = new Set(clusters.flatMap(({ regions }) => regions));
  for (const { name } of around.regions) {
    if (covered.has(name)) continue;
    tell(
      ['components', first.name, 'regions'],
      `leaves ${name} without a cluster: nobody could be served there`,
      `add '${name}', or leave regions out: ${around.strategy} then has one in every region`,
    );
  }
}
