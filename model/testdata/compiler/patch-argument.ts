import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'shop',
  strategy: 'warm-standby',
  objectives: {
    'zone-loss': { rpo: '0s', rto: '10m' },
    'region-loss': { rpo: '10m', rto: '30m' },
  },
  regions: {
    'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 3 },
    'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
  },
  components: {
    edge: { kind: 'global-accelerator', to: 'web-alb', dial: { 'us-west-2': 0 } },
    'web-alb': { kind: 'load-balancer', layer: 7, in: 'cluster', to: { '/': 'orders' } },
    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: { apps: { instances: ['m6i.large'], min: 3, max: 12 } },
    },
    orders: {
      kind: 'service',
      in: 'cluster',
      image: 'orders',
      port: 8081,
      replicas: { min: 3, max: 20 },
      needs: ['orders-db'],
    },
    'orders-db': {
      kind: 'postgres',
      version: '17',
      size: 'db.r6g.large',
      replicaIn: 'us-west-2',
      terraform: {
        'aws_db_instance.orders_db': { performance_insight_enabled: true },
      },
    },
  },
});
