/** A platform of many services in two regions, as its file says it. */
export function platformOf(services: number) {
  const names = Array.from({ length: services }, (_, index) => `service-${index}`);
  const serviceOf = (image: string) => ({
    kind: 'service',
    in: 'cluster',
    image,
    port: 8080,
    replicas: { min: 2, max: 3 },
    needs: ['orders-db'],
  });
  return {
    name: 'many',
    strategy: 'warm-standby',
    objectives: {
      'zone-loss': { rpo: '0s', rto: '10m' },
      'region-loss': { rpo: '10m', rto: '30m', approval: 'when data may be lost' },
    },
    regions: {
      'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 3 },
      'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 3 },
    },
    components: {
      edge: { kind: 'global-accelerator', to: 'web-alb' },
      'web-alb': { kind: 'load-balancer', layer: 7, in: 'cluster', to: names[0] },
      cluster: {
        kind: 'kubernetes-cluster',
        version: '1.34',
        nodeGroups: { apps: { instances: ['m6i.large'], min: 3, max: 300 } },
      },
      images: { kind: 'container-registry', replicateTo: 'us-west-2' },
      'orders-db': {
        kind: 'postgres',
        version: '17',
        size: 'db.r6g.large',
        replicaIn: 'us-west-2',
      },
      ...Object.fromEntries(names.map((name) => [name, serviceOf(name)])),
    },
  };
}
