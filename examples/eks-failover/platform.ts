/**
 * Two regions on EKS, one in front: PostgreSQL with a cross-region replica, Global Accelerator
 * with the second region at 0 percent, a smaller cluster there in a single zone. The design names
 * neither the regions, the second one's address range, instance types, versions and sizes, names
 * and repositories, nor how many nodes and pods there are, what they scale at and when a database
 * is backed up: those figures are ours.
 */
import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'eks-failover',
  strategy: 'warm-standby',

  objectives: {
    'zone-loss': { rpo: '0s', rto: '10m' },
    'region-loss': { rpo: '10m', rto: '30m', approval: 'when data may be lost' },
  },

  regions: {
    'us-east-1': {
      role: 'primary',
      cidr: '10.0.0.0/16',
      zones: {
        'us-east-1a': { public: '10.0.0.0/21', private: '10.0.64.0/18' },
        'us-east-1b': { public: '10.0.8.0/21', private: '10.0.128.0/18' },
        'us-east-1c': { public: '10.0.16.0/21', private: '10.0.192.0/18' },
      },
    },
    // Nodes run in one zone, to save cost; databases need subnets in two.
    'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2, workloadZones: 1 },
  },

  components: {
    network: { kind: 'network', peering: 'all regions', nat: 'one per zone', networkAcls: true },

    edge: {
      kind: 'global-accelerator',
      to: 'web-alb',
      dial: { 'us-west-2': 0 },
      healthCheck: { path: '/readyz', interval: '10s' },
    },
    domain: { kind: 'dns', zone: 'shop.example.com', to: 'edge' },
    'web-alb': {
      kind: 'load-balancer',
      layer: 7,
      in: 'cluster',
      to: { '/api/catalog': 'catalog', '/api': 'gateway', '/': 'web' },
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
      nodeGroups: {
        apps: {
          instances: ['m6i.large', 'm6a.large'],
          min: 3,
          max: 12,
          standby: { min: 1, max: 12 },
          // The way for packages of one's own; here one setting of the kernel.
          userData: '#!/bin/bash\nsysctl -w net.core.somaxconn=4096\n',
        },
        monitoring: { instances: ['m6i.large'], min: 2, max: 3, dedicated: true },
      },
      addOns: [
        'aws-load-balancer-controller',
        'cert-manager',
        'cluster-autoscaler',
        'external-secrets',
        'cloudwatch-agent',
        'fluent-bit',
        'aws-efs-csi-driver',
      ],
    },

    'orders-db': {
      kind: 'postgres',
      version: '17',
      size: 'db.r6g.large',
      multiZone: true,
      replicaIn: 'us-west-2',
      backups: '14d',
      maintenanceWindow: 'sun:04:30-sun:05:30',
      alarms: { replicationLag: '60s', cpu: 80 },
    },
    images: { kind: 'container-registry', replicateTo: 'us-west-2' },
    delivery: {
      kind: 'pipeline',
      by: 'codepipeline',
      source: { repository: 'example/eks-failover' },
      registry: 'images',
      deploys: 'argo-cd',
      manifests: { repository: 'example/eks-failover-manifests' },
    },

    alarms: {
      kind: 'alarms',
      watches: ['orders-db', 'pictures-store', 'web-alb'],
      notify: 'operations',
      replicationLag: '60s',
      cpu: 80,
    },
    operations: { kind: 'events', email: ['operations@example.com'] },

    // Ours, from here on: the design leaves its microservices open. The storefront plays them, so
    // that there is something to lose; pictures need a file store that the design does not have.
    'pictures-store': { kind: 'file-store', replicaIn: 'us-west-2' },

    web: {
      kind: 'service',
      in: 'cluster',
      image: 'web',
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
    catalog: {
      kind: 'service',
      in: 'cluster',
      image: 'catalog',
      port: 8082,
      replicas: { min: 2, max: 10, on: { cpu: 70, memory: 80 } },
      needs: ['orders-db'],
      lab: { run: ['../../apps/storefront/src/catalog/main.ts'] },
    },
    pictures: {
      kind: 'service',
      in: 'cluster',
      image: 'pictures',
      port: 8084,
      replicas: { min: 2, max: 10, on: { cpu: 70, memory: 80 } },
      needs: ['orders-db', 'pictures-store'],
      lab: { run: ['../../apps/storefront/src/pictures/main.ts'] },
    },
  },
});
