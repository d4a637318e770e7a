import { type Problem, resolve } from '../src/index.ts';

/** A small sound platform, for tests to spoil. A new copy each time. */
export function shop() {
  return {
    name: 'shop',
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
        },
      },
      'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
    },
    components: {
      edge: { kind: 'global-accelerator', to: 'web-alb', dial: { 'us-west-2': 0 } },
      domain: { kind: 'dns', zone: 'shop.example.com', to: 'edge' },
      'web-alb': { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'web' },
      cluster: {
        kind: 'kubernetes-cluster',
        version: '1.34',
        addOns: ['aws-efs-csi-driver'],
        nodeGroups: {
          apps: { instances: ['m6i.large'], min: 3, max: 12, standby: { min: 1, max: 12 } },
        },
      },
      'orders-db': { kind: 'postgres', version: '17', size: 'db.r6g.large', backups: '14d' },
      'records-db': { kind: 'aurora', engine: 'mysql', version: '8.0', size: 'db.r6g.large' },
      'pictures-store': { kind: 'file-store' },
      'assets-store': { kind: 'object-store' },
      images: { kind: 'container-registry' },
      web: {
        kind: 'service',
        in: 'cluster',
        image: 'web',
        port: 8080,
        replicas: { min: 2, max: 10 },
        needs: ['orders', 'pictures-store'],
      },
      orders: {
        kind: 'service',
        in: 'cluster',
        image: 'orders',
        port: 8081,
        replicas: { min: 3, max: 20 },
        needs: ['orders-db'],
      },
    },
  };
}

/** A copy with one place changed; `undefined` takes the place away. */
export function spoil(
  platform: unknown,
  path: readonly (string | number)[],
  value: unknown,
): Record<string, unknown> {
  const [part, ...rest] = path;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(platform)
    ? [...platform]
    : { ...Object(platform) };
  if (part === undefined) throw new Error('nothing to spoil');
  const inner = rest.length === 0 ? value : spoil(Reflect.get(copy, part), rest, value);
  if (inner === undefined) Reflect.deleteProperty(copy, part);
  else Reflect.set(copy, part, inner);
  return Object(copy);
}

/** One place of the sound platform, and what it is changed to. */
export type Change = readonly [path: readonly (string | number)[], value: unknown];

/** A way to spoil it: a title, the paths that must be told, what is changed. */
export type Case = readonly [
  title: string,
  paths: readonly string[],
  ...changes: readonly Change[],
];

/** A way to spoil it that AWS would refuse: besides, who sets the limit. */
export type OfferCase = readonly [
  title: string,
  source: string,
  paths: readonly string[],
  ...changes: readonly Change[],
];

/** What is told of the sound platform after some changes. */
export function problemsOf(changes: readonly Change[]): readonly Problem[] {
  const platform = changes.reduce(
    (before, [path, value]) => spoil(before, path, value),
    Object(shop()),
  );
  const resolution = resolve(platform);
  return resolution.ok ? [] : resolution.problems;
}
