import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase, HealthCheck } from '../component.ts';
import { componentName, healthCheck, urlPath } from '../fields.ts';
import { defineKind, type Surroundings, type Tell, type WrittenComponent } from '../kind.ts';
import { clusterRegions, isWrittenCluster } from './kubernetes-cluster.ts';
import { isWrittenMachines, machineRegions } from './virtual-machines.ts';

/** ALB (layer 7) or NLB (layer 4), one in each region of what it sends to. */
export interface LoadBalancer extends ComponentBase {
  readonly kind: 'load-balancer';
  readonly layer: 4 | 7;
  /** The kubernetes-cluster of its services; null in front of virtual machines. */
  readonly in: string | null;
  /** The longest prefix wins. */
  readonly routes: readonly Route[];
  readonly healthCheck: HealthCheck;
  readonly scheme: 'internet-facing' | 'internal';
  readonly tls: boolean;
  /** A certificate; null: its Terraform asks for the ARN of one. */
  readonly certificate: string | null;
}

export interface Route {
  /** Path prefix: `/api`; always `/` on layer 4. */
  readonly path: string;
  /** A service, or virtual-machines. */
  readonly to: string;
}

const schema = z.strictObject({
  kind: z.literal('load-balancer'),
  layer: z
    .union([z.literal(4), z.literal(7)], {
      error: 'is neither 4 nor 7\nwrite 7 for HTTP (ALB) or 4 for TCP (NLB)',
    })
    .describe('7 for HTTP (ALB), 4 for TCP (NLB).'),
  in: componentName()
    .optional()
    .describe("The cluster that it sends to. Default: the services' own."),
  to: z
    .union([componentName(), z.record(urlPath(), componentName())], {
      error: "is neither a service nor routes\nwrite 'web', or { '/api': 'gateway', '/': 'web' }",
    })
    .describe(
      "A service, virtual machines, or one for each path: { '/api': 'gateway', '/': 'web' }.",
    ),
  healthCheck: healthCheck()
    .optional()
    .describe("Default: the machines' healthPath, else /readyz; every 10s, 2 answers."),
  scheme: z.enum(['internet-facing', 'internal']).optional().describe('Default internet-facing.'),
  tls: z.boolean().optional().describe('HTTPS only; needs a certificate. Default true.'),
  certificate: componentName().optional().describe('What it shows to clients.'),
  ...commonFields,
});

type WrittenLoadBalancer = z.output<typeof schema>;

export function isWrittenLoadBalancer(
  component: WrittenComponent | undefined,
): component is WrittenLoadBalancer {
  return component?.kind === 'load-balancer';
}

export function writtenRoutes(written: WrittenLoadBalancer): Route[] {
  if (typeof written.to === 'string') return [{ path: '/', to: written.to }];
  return Object.entries(written.to).map(([path, to]) => ({ path, to }));
}

export function balancerRegions(
  written: WrittenLoadBalancer,
  around: Surroundings,
): readonly string[] {
  const name = clusterName(written, around);
  const cluster = name === null ? undefined : around.components.get(name);
  if (isWrittenCluster(cluster)) return clusterRegions(cluster, around);
  const [route] = writtenRoutes(written);
  const machines = around.components.get(route?.to ?? '');
  return isWrittenMachines(machines) ? machineRegions(machines, around) : [];
}

/** What is asked of its targets: as written, else what its machines answer, else `/readyz`. */
export function balancerHealthPath(
  written: WrittenComponent | undefined,
  around: Surroundings,
): string {
  if (!isWrittenLoadBalancer(written)) return '/readyz';
  const [route] = writtenRoutes(written);
  const machines = around.components.get(route?.to ?? '');
  const own = isWrittenMachines(machines) ? machines.healthPath : undefined;
  return written.healthCheck?.path ?? own ?? '/readyz';
}

/** As written, else the cluster of the first service that it sends to. */
function clusterName(written: WrittenLoadBalancer, around: Surroundings): string | null {
  if (written.in !== undefined) return written.in;
  const targets = writtenRoutes(written).map((route) => around.components.get(route.to));
  const service = targets.find((target) => target?.kind === 'service');
  return service !== undefined && 'in' in service ? String(service.in) : null;
}

/** ALB: 5 s to 300 s between checks. */
const interval = { minMs: 5_000, maxMs: 300_000 } as const;

function check(written: WrittenLoadBalancer, around: Surroundings, tell: Tell): void {
  const own = clusterName(written, around);
  const routes = writtenRoutes(written);
  if (routes.length === 0) tell(['to'], 'has no route', "write 'web', or { '/': 'web' }");
  if (written.layer === 4 && routes.some((route) => route.path !== '/')) {
    tell(['to'], 'has paths, which layer 4 does not see', 'write layer: 7, or one service');
  }
  for (const route of routes) {
    const target = around.components.get(route.to);
    const field = typeof written.to === 'string' ? ['to'] : ['to', route.path];
    if (own !== null && isWrittenMachines(target)) {
      const wrong = `are virtual machines, but this load balancer is in the cluster ${own}`;
      tell(field, wrong, 'give them a load balancer of their own');
    }
    if (target?.kind !== 'service' || !('in' in target) || target.in === own) continue;
    const clusters = [own ?? '', String(target.in)].map((name) => around.components.get(name));
    if (!clusters.every(isWrittenCluster)) continue;
    tell(
      field,
      `runs in ${String(target.in)}, but this load balancer is in ${own}`,
      `name a service of ${own}, or write in: '${String(target.in)}'`,
    );
  }
  checkLimits(written, routes, tell);
}

/** ELB API reference, CreateTargetGroup: 2 to 10 answers in a row. */
const thresholdMin = 2;
/** ELB user guide, path conditions: 128 characters; we ask for what is below a path too. */
const pathLengthMax = 128 - '/*'.length;

function checkLimits(written: WrittenLoadBalancer, routes: readonly Route[], tell: Tell): void {
  for (const { path } of routes) {
    if (path.length <= pathLengthMax) continue;
    const wrong = `is a path of ${path.length} characters; a rule of an ALB takes ${pathLengthMax}`;
    tell(['to', path], wrong, 'write a shorter prefix: it takes all that begins with it');
  }
  const { threshold } = written.healthCheck ?? {};
  if (threshold !== undefined && threshold < thresholdMin) {
    const wrong = 'is outside what a load balancer offers: 2 to 10 answers';
    tell(['healthCheck', 'threshold'], wrong, `write ${thresholdMin} or more`);
  }
  const between = written.healthCheck?.interval;
  if (between !== undefined && (between < interval.minMs || between > interval.maxMs)) {
    tell(
      ['healthCheck', 'interval'],
      'is outside what a load balancer offers: 5 s to 300 s',
      "write '10s'",
    );
  }
}

export const loadBalancer = defineKind({
  kind: 'load-balancer',
  title: 'Load balancer: ALB or NLB',
  scope: 'each region',
  schema,
  references: {
    in: ['kubernetes-cluster'],
    to: ['service', 'virtual-machines'],
    certificate: ['certificate'],
  },
  regionReferences: [],
  name: { lengthMax: 32, because: "AWS's limit for load balancers" },
  check,
  resolve: (written, around, fill, name): LoadBalancer => ({
    kind: 'load-balancer',
    ...fillBase(name, balancerRegions(written, around), written),
    layer: written.layer,
    in: clusterName(written, around),
    routes: writtenRoutes(written),
    healthCheck: {
      path: fill(
        ['healthCheck', 'path'],
        written.healthCheck?.path,
        balancerHealthPath(written, around),
        'only what is ready gets traffic',
      ),
      intervalMs: fill.duration(
        ['healthCheck', 'interval'],
        written.healthCheck?.interval,
        10_000,
        "a third of the ALB's own 30 s: a lost zone is left sooner",
      ),
      threshold: fill(
        ['healthCheck', 'threshold'],
        written.healthCheck?.threshold,
        2,
        "the ALB's own limit for unhealthy",
      ),
    },
    scheme: fill(['scheme'], written.scheme, 'internet-facing', 'clients come from outside'),
    tls: fill(['tls'], written.tls, true, 'traffic is encrypted in transit'),
    certificate: written.certificate ?? null,
  }),
});
