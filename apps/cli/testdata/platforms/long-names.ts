import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'shop',
  strategy: 'warm-standby',
  objectives: {
    'zone-loss': { rpo: '0s', rto: '5m' },
    'region-loss': { rpo: '1m', rto: '30m' },
  },
  regions: {
    'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
    'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
  },
  components: {
    edge: { kind: 'global-accelerator', to: 'public-for-all-the-customers' },
    'public-for-all-the-customers': { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'orders' },
    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: { apps: { instances: ['m6i.large'], min: 2, max: 8 } },
    },
    'orders-db': {
      kind: 'postgres',
      version: '17',
      size: 'db.r6g.large',
      multiZone: true,
      replicaIn: 'us-west-2',
    },
    images: { kind: 'container-registry', replicateTo: 'us-west-2' },
    orders: {
      kind: 'service',
      in: 'cluster',
      image: 'orders',
      port: 8080,
      replicas: { min: 2, max: 10 },
      needs: ['orders-db'],
      holdsWrites: true,
    },
  },
});
