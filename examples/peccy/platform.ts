/**
 * Three tiers on EKS as a pilot light: web, app and Aurora with EFS for pictures. The second
 * region keeps its data and its controllers; its web and app nodes start only when they are needed.
 * The design gives both objectives, two nodes of the group manage in each region, and none of web
 * and app in the second. It names neither regions, address ranges and zones, nor versions, instance
 * types and sizes, repositories and names, nor how many web and app nodes and pods run in the first
 * region: those are ours.
 */
import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'peccy',
  strategy: 'pilot-light',

  objectives: {
    'zone-loss': { rpo: '0s', rto: '10m' },
    // The design changes the primary by hand.
    'region-loss': { rpo: '10m', rto: '30m', approval: 'always' },
  },

  regions: {
    'ap-northeast-2': { role: 'primary', cidr: '10.20.0.0/16', zones: 2 },
    'ap-northeast-1': { role: 'standby', cidr: '10.21.0.0/16', zones: 2 },
  },

  components: {
    domain: { kind: 'dns', zone: 'peccy.example.com', to: 'alb', routing: 'failover' },
    alb: {
      kind: 'load-balancer',
      layer: 7,
      in: 'cluster',
      to: { '/api/catalog': 'catalog', '/api': 'gateway', '/': 'web' },
      certificate: 'peccy-certificate',
    },
    'peccy-certificate': {
      kind: 'certificate',
      domain: 'peccy.example.com',
      zone: 'peccy.example.com',
    },

    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: {
        // Controllers and plugins need little, but they need it in both regions.
        manage: {
          instances: ['t3.medium'],
          min: 2,
          max: 2,
          standby: { min: 2, max: 2 },
          dedicated: true,
        },
        web: { instances: ['m6i.large'], min: 2, max: 6, standby: { min: 0, max: 6 } },
        app: { instances: ['m6i.large'], min: 2, max: 6, standby: { min: 0, max: 6 } },
      },
      addOns: [
        'aws-load-balancer-controller',
        'external-dns',
        'aws-efs-csi-driver',
        'fluent-bit',
        'cloudwatch-agent',
      ],
    },

    records: {
      kind: 'aurora',
      engine: 'mysql',
      version: '8.0',
      size: 'db.r6g.large',
      multiZone: true,
      replicaIn: 'ap-northeast-1',
    },
    'pictures-store': { kind: 'file-store', multiZone: true, replicaIn: 'ap-northeast-1' },
    images: { kind: 'container-registry', replicateTo: 'ap-northeast-1' },
    // Unit test, image, push to both registries; developers and operators are told in Slack. Each
    // tier has a repository of its own.
    delivery: {
      kind: 'pipeline',
      by: 'codepipeline',
      source: { repository: 'example/common_service-peccy-web' },
      sources: { app: { repository: 'example/common_service-peccy-app' } },
      registry: 'images',
      pushTo: ['ap-northeast-2', 'ap-northeast-1'],
      builds: ['web', 'app'],
      deploys: 'argo-cd',
      manifests: { repository: 'example/eks-cicd-dr_deploy-eks' },
      chat: { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC23' },
    },
    alarms: { kind: 'alarms', notify: 'operations' },
    operations: { kind: 'events', email: ['operations@example.com'] },

    // The design's two tiers; the storefront's code plays them in the lab.
    web: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'web',
      image: 'service-peccy-web',
      port: 8080,
      replicas: { min: 2, max: 10 },
      needs: ['gateway'],
      lab: { run: ['../../apps/storefront/src/web/main.ts'] },
    },
    app: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'app',
      image: 'service-peccy-app',
      port: 8081,
      replicas: { min: 2, max: 10 },
      needs: ['records', 'pictures-store'],
      lab: { run: ['../../apps/storefront/src/orders/main.ts'] },
    },

    // Ours, from here on: the storefront has a gateway in front, and services of their own for its
    // catalogue and for pictures.
    gateway: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'web',
      image: 'gateway',
      port: 8083,
      replicas: { min: 2, max: 10 },
      needs: ['app', 'catalog', 'pictures'],
      holdsWrites: true,
      lab: {
        run: ['../../apps/storefront/src/gateway/main.ts'],
        environment: { ORDERS_URLS: '{app.urls}' },
      },
    },
    catalog: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'app',
      image: 'catalog',
      port: 8082,
      replicas: { min: 2, max: 10 },
      needs: ['records'],
      lab: { run: ['../../apps/storefront/src/catalog/main.ts'] },
    },
    pictures: {
      kind: 'service',
      in: 'cluster',
      nodeGroup: 'app',
      image: 'pictures',
      port: 8084,
      replicas: { min: 2, max: 10 },
      needs: ['records', 'pictures-store'],
      lab: { run: ['../../apps/storefront/src/pictures/main.ts'] },
    },
  },
});
