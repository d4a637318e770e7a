import { definePlatform } from '@outrigger/model';

/** Two zones, with one service and a member of the database each: what takes least to raise. */
export default definePlatform({
  name: 'tiny-lab',
  strategy: 'warm-standby',
  objectives: {
    'zone-loss': { rpo: '1m', rto: '30m' },
    'region-loss': { rpo: '1m', rto: '30m', approval: 'always' },
  },
  regions: {
    'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2, workloadZones: 1 },
    'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2, workloadZones: 1 },
  },
  components: {
    edge: { kind: 'global-accelerator', to: 'public' },
    public: { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'shop' },
    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: { apps: { instances: ['m6i.large'], min: 1, max: 4 } },
    },
    'orders-db': {
      kind: 'postgres',
      version: '17',
      size: 'db.r6g.large',
      multiZone: false,
      replicaIn: 'us-west-2',
    },
    images: { kind: 'container-registry', replicateTo: 'us-west-2' },
    shop: {
      kind: 'service',
      in: 'cluster',
      image: 'shop',
      port: 8080,
      replicas: { min: 1, max: 2 },
      needs: ['orders-db'],
      holdsWrites: true,
    },
  },
});
