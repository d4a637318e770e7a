import { type Platform, resolve } from '@outrigger/model';

/** A database and a file store in two regions, and one service that needs them. */
export function smallPlatform(): Platform {
  const resolution = resolve({
    name: 'small',
    strategy: 'warm-standby',
    objectives: {
      'zone-loss': { rpo: '0s', rto: '5m' },
      'region-loss': { rpo: '1m', rto: '30m', approval: 'always' },
    },
    regions: {
      'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
      'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2, workloadZones: 1 },
    },
    components: {
      edge: { kind: 'global-accelerator', to: 'public' },
      public: { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'orders' },
      cluster: {
        kind: 'kubernetes-cluster',
        version: '1.34',
        addOns: ['aws-efs-csi-driver'],
        nodeGroups: { apps: { instances: ['m6i.large'], min: 2, max: 8 } },
      },
      'orders-db': {
        kind: 'postgres',
        version: '17',
        size: 'db.r6g.large',
        multiZone: true,
        replicaIn: 'us-west-2',
      },
      'pictures-store': { kind: 'file-store', replicaIn: 'us-west-2' },
      images: { kind: 'container-registry', replicateTo: 'us-west-2' },
      orders: {
        kind: 'service',
        in: 'cluster',
        image: 'orders',
        port: 8081,
        replicas: { min: 1, max: 2 },
        needs: ['orders-db', 'pictures-store'],
        lab: { run: ['./service.ts'] },
      },
    },
  });
  if (resolution.ok) return resolution.platform;
  throw new Error(JSON.stringify(resolution.problems, null, 2));
}
