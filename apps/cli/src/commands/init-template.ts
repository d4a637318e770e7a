/** The platform that `outrigger init` writes: small, whole, and it passes `outrigger check`. */
export function platformTemplate(name: string): string {
  return `import { definePlatform } from '@outrigger/model';

// One platform, two regions. Keys are names: you use them in references, and every output has them.
// What is left out has a default: \`outrigger check --explain\` lists them with their reasons.
export default definePlatform({
  name: '${name}',

  // How much runs in the standby region before it is needed:
  // 'backup-restore' | 'pilot-light' | 'warm-standby' | 'active-active'
  strategy: 'warm-standby',

  // What a loss may cost. RPO: how much acknowledged data; RTO: how long until everyone is served.
  objectives: {
    'zone-loss': { rpo: '0s', rto: '5m' },
    // A region that is gone takes the last moment of writes with it. 'when data may be lost': a
    // person decides, unless the measured lag is within the RPO.
    'region-loss': { rpo: '1m', rto: '30m', approval: 'when data may be lost' },
  },

  regions: {
    // The ranges must not overlap: the two networks are joined. Subnets are allocated.
    'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
    'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
  },

  components: {
    // The entrance: it checks both regions and sends clients to the one that is ready.
    edge: { kind: 'global-accelerator', to: 'public', healthCheck: { path: '/readyz' } },
    public: { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'api' },

    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: {
        // 'standby' is the size in the standby region until it is needed.
        apps: { instances: ['m6i.large'], min: 2, max: 8, standby: { min: 1, max: 8 } },
      },
    },

    // A writer, a synchronous standby in a second zone, an asynchronous one in the other region.
    'orders-db': {
      kind: 'postgres',
      version: '17',
      size: 'db.r6g.large',
      multiZone: true,
      replicaIn: 'us-west-2',
    },

    images: { kind: 'container-registry', replicateTo: 'us-west-2' },

    // 'holdsWrites': it can hold writes for a moment while the writer moves, so that a planned move
    // costs no error.
    api: {
      kind: 'service',
      in: 'cluster',
      image: 'api',
      port: 8080,
      replicas: { min: 2, max: 10 },
      needs: ['orders-db'],
      holdsWrites: true,
      // In the lab a stand-in plays it. Your own code: lab: { run: ['./main.ts'] }; what it must
      // answer is told in docs/your-own-service.md.
    },
  },
});
`;
}
