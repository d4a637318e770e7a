import { definePlatform } from '@outrigger/model';

/** As little as shows a loss: one database, and the services that a client needs. */
export default definePlatform({
  name: 'small-lab',
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
    public: { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'gateway' },
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
    gateway: {
      kind: 'service',
      in: 'cluster',
      image: 'gateway',
      port: 8083,
      replicas: { min: 1, max: 2 },
      needs: ['orders', 'catalog'],
      holdsWrites: true,
      lab: { run: ['../../../storefront/src/gateway/main.ts'] },
    },
    orders: {
      kind: 'service',
      in: 'cluster',
      image: 'orders',
      port: 8081,
      replicas: { min: 1, max: 2 },
      needs: ['orders-db'],
      lab: { run: ['../../../storefront/src/orders/main.ts'] },
    },
    catalog: {
      kind: 'service',
      in: 'cluster',
      image: 'catalog',
      port: 8082,
      replicas: { min: 1, max: 2 },
      needs: ['orders-db'],
      lab: { run: ['../../../storefront/src/catalog/main.ts'] },
    },
  },
});
