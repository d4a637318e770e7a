/**
 * A platform of microservices with Jenkins and Terraform, two regions of which one serves. Names
 * fail over by health checks; static assets come from CloudFront. The design names services of AWS
 * and what they are for; regions, objectives, address ranges, versions, sizes, the microservices
 * and what is in which store are ours.
 */
import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'enterprise',
  strategy: 'warm-standby',

  objectives: {
    'zone-loss': { rpo: '0s', rto: '10m' },
    'region-loss': { rpo: '15m', rto: '30m', approval: 'when data may be lost' },
  },

  regions: {
    'us-east-2': { role: 'primary', cidr: '10.80.0.0/16', zones: 3 },
    'us-west-2': { role: 'standby', cidr: '10.81.0.0/16', zones: 3 },
  },

  components: {
    network: { kind: 'network', flowLogs: { keep: '365d' } },

    // Networking and traffic.
    domain: {
      kind: 'dns',
      zone: 'example.com',
      record: 'shop.example.com',
      to: 'web-alb',
      routing: 'failover',
    },
    'partners-domain': {
      kind: 'dns',
      zone: 'example.com',
      record: 'partners.example.com',
      to: 'partners-nlb',
      routing: 'failover',
    },
    'static-domain': {
      kind: 'dns',
      zone: 'example.com',
      record: 'static.example.com',
      to: 'static-cdn',
    },
    'web-alb': {
      kind: 'load-balancer',
      layer: 7,
      in: 'cluster',
      to: { '/api/catalog': 'catalog', '/api': 'gateway', '/': 'web' },
      certificate: 'shop-certificate',
    },
    // Partners speak TCP: they keep connections open that no layer 7 looks into.
    'partners-nlb': {
      kind: 'load-balancer',
      layer: 4,
      in: 'cluster',
      to: 'partners',
      certificate: 'shop-certificate',
    },
    'shop-certificate': {
      kind: 'certificate',
      domain: 'shop.example.com',
      alternatives: ['static.example.com', 'partners.example.com'],
      zone: 'example.com',
    },
    'static-cdn': {
      kind: 'cdn',
      from: 'static-assets',
      names: ['static.example.com'],
      certificate: 'shop-certificate',
    },
    wall: { kind: 'firewall', protects: ['web-alb', 'static-cdn'], shield: 'standard' },

    // Kubernetes and compute.
    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: {
        apps: { instances: ['m6i.large', 'm6a.large'], min: 3, max: 12 },
        tools: { instances: ['m6i.large'], min: 2, max: 4, dedicated: true },
      },
      fargateProfiles: { bursts: { namespace: 'bursts' } },
      addOns: [
        'aws-ebs-csi-driver',
        'aws-load-balancer-controller',
        'cloudwatch-agent',
        'cluster-autoscaler',
        'external-secrets',
        'fluent-bit',
      ],
    },
    images: { kind: 'container-registry' },
    delivery: {
      kind: 'pipeline',
      by: 'jenkins',
      in: 'cluster',
      source: { repository: 'example/enterprise-services' },
      registry: 'images',
    },

    // Data and storage.
    'orders-db': {
      kind: 'postgres',
      version: '17',
      size: 'db.r6g.large',
      multiZone: true,
      // "Within each region": the replica has a standby of its own, too.
      replicaMultiZone: true,
    },
    'catalog-db': {
      kind: 'aurora',
      engine: 'postgresql',
      version: '17.4',
      size: 'db.r6g.large',
    },
    carts: { kind: 'dynamodb', partitionKey: 'cartId', expiresBy: 'expiresAt' },
    'static-assets': { kind: 'object-store' },
    backups: { kind: 'object-store', expireAfter: '365d' },

    // Security and access.
    people: {
      kind: 'workforce-identity',
      signIn: 'oidc',
      jobs: {
        'devops-engineer': {
          group: 'devops-engineers',
          policies: ['PowerUserAccess'],
          session: '4h',
          recovers: true,
        },
        auditor: {
          group: 'auditors',
          policies: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
          session: '1h',
        },
      },
    },
    access: { kind: 'access-analyzer', unusedDays: 90, notify: 'operations' },
    'data-key': {
      kind: 'keys',
      encrypts: ['orders-db', 'catalog-db', 'carts', 'static-assets', 'backups', 'tokens'],
    },
    tokens: { kind: 'secrets', entries: ['datadog/api', 'datadog/application'] },

    // Monitoring and alerts.
    alarms: { kind: 'alarms', notify: 'operations' },
    operations: {
      kind: 'events',
      sources: ['alarms', 'health', 'databases', 'clusters', 'access-analyzer'],
      email: ['operations@example.com'],
      sms: ['+15555550100'],
    },

    // Ours: the design leaves its microservices open, the storefront plays them in the lab.
    web: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'apps',
      image: 'web',
      port: 8080,
      replicas: { min: 3, max: 30, on: { cpu: 70, memory: 80 } },
      needs: ['gateway'],
      lab: { run: ['../../apps/storefront/src/web/main.ts'] },
    },
    gateway: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'apps',
      image: 'gateway',
      port: 8083,
      replicas: { min: 3, max: 30, on: { cpu: 70, memory: 80 } },
      needs: ['orders', 'catalog', 'carts'],
      holdsWrites: true,
      lab: { run: ['../../apps/storefront/src/gateway/main.ts'] },
    },
    orders: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'apps',
      image: 'orders',
      port: 8081,
      replicas: { min: 3, max: 20, on: { cpu: 70, memory: 80 } },
      needs: ['orders-db'],
      lab: { run: ['../../apps/storefront/src/orders/main.ts'] },
    },
    catalog: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'apps',
      image: 'catalog',
      port: 8082,
      replicas: { min: 2, max: 10, on: { cpu: 70, memory: 80 } },
      needs: ['catalog-db', 'orders-db'],
      lab: { run: ['../../apps/storefront/src/catalog/main.ts'] },
    },
    // In the lab the stand-in plays it: it takes orders as the orders service does.
    partners: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'apps',
      image: 'partners',
      port: 8090,
      replicas: { min: 2, max: 10, on: { cpu: 70, memory: 80 } },
      needs: ['orders-db'],
    },
  },
});
