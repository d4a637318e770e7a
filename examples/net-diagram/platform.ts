/**
 * An n-tier application in two regions that both serve: clients are led to the closest cluster by
 * a geo policy, through a load balancer of layer 7. PostgreSQL and a MongoDB tier hold the state,
 * EFS the files. The design names neither regions, address ranges, objectives, versions, sizes, nor
 * the microservices: those are ours.
 */
import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'net-diagram',
  strategy: 'active-active',

  objectives: {
    'zone-loss': { rpo: '0s', rto: '10m' },
    'region-loss': { rpo: '20m', rto: '30m', approval: 'when data may be lost' },
  },

  regions: {
    'us-east-1': { role: 'peer', cidr: '10.40.0.0/16', zones: 3 },
    'eu-west-1': { role: 'peer', cidr: '10.41.0.0/16', zones: 3 },
  },

  components: {
    network: { kind: 'network', flowLogs: { keep: '365d' } },

    // To the closest cluster: the Americas and everybody else to us-east-1, the rest to eu-west-1.
    domain: {
      kind: 'dns',
      zone: 'shop.example.com',
      to: 'alb',
      routing: 'geo',
      geo: { 'us-east-1': ['NA', 'SA', '*'], 'eu-west-1': ['EU', 'AF', 'AS'] },
    },
    alb: {
      kind: 'load-balancer',
      layer: 7,
      in: 'cluster',
      to: { '/api/catalog': 'catalog', '/api': 'gateway', '/': 'frontend' },
      certificate: 'shop-certificate',
    },
    'shop-certificate': {
      kind: 'certificate',
      domain: 'shop.example.com',
      zone: 'shop.example.com',
    },

    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: { apps: { instances: ['m6i.large', 'm6a.large'], min: 3, max: 12 } },
      addOns: [
        'aws-load-balancer-controller',
        'aws-efs-csi-driver',
        'cluster-autoscaler',
        'cloudwatch-agent',
        'fluent-bit',
      ],
    },
    images: { kind: 'container-registry' },

    // One region writes; the other reads its copy, and is promoted when the first is lost.
    'orders-db': { kind: 'postgres', version: '17', size: 'db.r6g.large', backups: '14d' },
    documents: { kind: 'documentdb', version: '5.0', size: 'db.r6g.large' },
    // No service keeps state in its container: files are on claims of this store.
    files: { kind: 'file-store' },

    alarms: { kind: 'alarms', notify: 'operations' },
    operations: { kind: 'events', email: ['operations@example.com'] },

    frontend: {
      kind: 'service',
      in: 'cluster',
      image: 'frontend',
      port: 8080,
      replicas: { min: 3, max: 30, on: { cpu: 70, memory: 80 } },
      needs: ['gateway'],
      lab: { run: ['../../apps/storefront/src/web/main.ts'] },
    },
    gateway: {
      kind: 'service',
      in: 'cluster',
      image: 'gateway',
      port: 8083,
      replicas: { min: 3, max: 30, on: { cpu: 70, memory: 80 } },
      needs: ['orders', 'catalog', 'pictures'],
      holdsWrites: true,
      lab: { run: ['../../apps/storefront/src/gateway/main.ts'] },
    },
    orders: {
      kind: 'service',
      in: 'cluster',
      image: 'orders',
      port: 8081,
      replicas: { min: 3, max: 20, on: { cpu: 70, memory: 80 } },
      needs: ['orders-db'],
      lab: { run: ['../../apps/storefront/src/orders/main.ts'] },
    },
    // In the lab its documents are rows of the PostgreSQL tier: no document store is played there.
    catalog: {
      kind: 'service',
      in: 'cluster',
      image: 'catalog',
      port: 8082,
      replicas: { min: 2, max: 10, on: { cpu: 70, memory: 80 } },
      needs: ['documents', 'orders-db'],
      lab: { run: ['../../apps/storefront/src/catalog/main.ts'] },
    },
    pictures: {
      kind: 'service',
      in: 'cluster',
      image: 'pictures',
      port: 8084,
      replicas: { min: 2, max: 10, on: { cpu: 70, memory: 80 } },
      needs: ['orders-db', 'files'],
      lab: { run: ['../../apps/storefront/src/pictures/main.ts'] },
    },
  },
});
