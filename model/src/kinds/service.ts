import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, integer, namespace, pattern, percent, port, urlPath } from '../fields.ts';
import { standbySize } from '../group-size.ts';
import {
  defineKind,
  dnsLabel,
  type Fill,
  type Surroundings,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';
import { listNames, mendName } from '../near.ts';
import {
  fillReplicas,
  fillResources,
  pods,
  type Replicas,
  type Resources,
  replicas,
  resources,
} from '../pods.ts';
import { Unchecked } from '../unchecked.ts';
import { clusterRegions, isWrittenCluster, type WrittenCluster } from './kubernetes-cluster.ts';
import { isWrittenLoadBalancer, writtenRoutes } from './load-balancer.ts';

/** One microservice: a Deployment in each region of its cluster. */
export interface Service extends ComponentBase {
  readonly kind: 'service';
  /** A kubernetes-cluster. */
  readonly in: string;
  /** A key of the cluster's node groups. */
  readonly nodeGroup: string;
  readonly namespace: string;
  readonly image: string;
  readonly port: number;
  /** What it calls: services and stores, by component name. */
  readonly needs: readonly string[];
  /** Pods in a region that serves, and what the autoscaler keeps them at. */
  readonly replicas: Replicas;
  /** Pods in a standby region before it is needed; min 0 means that none runs. */
  readonly standby: { readonly min: number; readonly max: number };
  readonly resources: Resources;
  readonly healthPath: string;
  readonly readyPath: string;
  readonly metricsPath: string;
  /** Path prefixes that load balancers send it. */
  readonly paths: readonly string[];
  /**
   * Whether it obeys hold, release and admit during a planned move: it queues writes, then sends
   * them where the epoch went. Without one a move is announced, not hidden.
   */
  readonly holdsWrites: boolean;
  readonly rollout: { readonly maxUnavailablePercent: number };
  readonly disruption: { readonly maxUnavailablePercent: number };
  /** Preferred pod anti-affinity over zones; the weight is Kubernetes' 1 to 100. */
  readonly spread: { readonly over: 'zones'; readonly weight: number };
  /** How the user's own code runs in the lab; null: a labelled stand-in plays it. */
  readonly lab: ServiceLab | null;
}

export interface ServiceLab {
  /**
   * Argument vector. Paths are relative to the platform file. The lab's own Node runs it when its
   * first word ends in `.ts`.
   */
  readonly run: readonly string[];
  /** Path prefixes that the lab's load balancer sends it; the service's `paths` unless written. */
  readonly paths: readonly string[];
  readonly environment: { readonly [name: string]: string };
}

const schema = z.strictObject({
  kind: z.literal('service'),
  in: componentName().describe('The cluster that it runs in.'),
  image: pattern(
    /^[a-z0-9]+([._/:-][a-z0-9]+)*$/,
    'is not an image name',
    "write it as in the registry, like 'web' or 'shop/web'",
  ).describe("Its repository in the registry, like 'shop/web'; with a host, another registry's."),
  port: port().describe('Where it listens.'),
  nodeGroup: z
    .string()
    .optional()
    .describe("One of the cluster's node groups. Default: the only one that is not dedicated."),
  namespace: namespace().optional().describe("Default: the platform's name."),
  needs: z.array(componentName()).optional().describe('Services and stores that it calls.'),
  replicas: replicas().describe('Pods in a region that serves.'),
  standby: z
    .strictObject({ min: pods(), max: pods() })
    .optional()
    .describe('Pods in a standby region. Default: what the strategy needs.'),
  resources: resources().optional().describe('Of one pod.'),
  paths: z
    .strictObject({
      health: urlPath().optional().describe('Default /healthz.'),
      ready: urlPath().optional().describe('Default /readyz.'),
      metrics: urlPath().optional().describe('Default /metrics.'),
    })
    .optional()
    .describe('Where it tells about itself.'),
  holdsWrites: z
    .boolean()
    .optional()
    .describe('It obeys hold, release and admit during a planned move. Default false.'),
  rollout: z
    .strictObject({ maxUnavailable: percent(1) })
    .optional()
    .describe('Pods, in percent, that a rolling update may take away at once. Default 25.'),
  disruption: z
    .strictObject({ maxUnavailable: percent(1) })
    .optional()
    .describe('Pods, in percent, that maintenance may take away at once. Default 25.'),
  spread: z
    .strictObject({ weight: integer(1, 100, 'weight') })
    .optional()
    .describe('How strongly pods prefer different zones. Default 100.'),
  lab: z
    .strictObject({
      run: z
        .array(z.string().min(1, { error: 'is empty\nwrite a program or an argument' }))
        .min(1, { error: "runs nothing\nwrite at least one word, like ['src/main.ts']" })
        .describe('Program and arguments; paths are relative to the platform file.'),
      paths: z.array(urlPath()).optional().describe('Default: the routes of its load balancers.'),
      environment: z
        .record(z.string(), z.string())
        .optional()
        .describe("Environment variables; '{orders.urls}' stands for the addresses of a service."),
    })
    .optional()
    .describe('How your code runs in the lab. Without it a labelled stand-in plays the service.'),
  ...commonFields,
});

export type WrittenService = z.output<typeof schema>;

export function isWrittenService(
  component: WrittenComponent | undefined,
): component is WrittenService {
  return component?.kind === 'service';
}

function clusterOf(written: WrittenService, around: Surroundings): WrittenCluster | null {
  const component = around.components.get(written.in);
  return isWrittenCluster(component) ? component : null;
}

/** Node groups that take pods which name none. */
function openGroups(cluster: WrittenCluster): string[] {
  return Object.keys(cluster.nodeGroups).filter((name) => !cluster.nodeGroups[name]?.dedicated);
}

function checkNodeGroup(written: WrittenService, cluster: WrittenCluster, tell: Tell): void {
  const known = Object.keys(cluster.nodeGroups);
  if (written.nodeGroup === undefined) {
    const open = openGroups(cluster);
    if (open.length === 1 || known.length === 0) return;
    const wrong =
      open.length === 0
        ? `is not written, and every node group of ${written.in} is dedicated`
        : `is not written, and ${written.in} has ${open.length} node groups to choose from`;
    tell(['nodeGroup'], wrong, `name one of these: ${listNames(open.length === 0 ? known : open)}`);
  } else if (!Object.hasOwn(cluster.nodeGroups, written.nodeGroup)) {
    const wrong = `no node group of ${written.in} has this name`;
    tell(['nodeGroup'], wrong, mendName(written.nodeGroup, known));
  }
}

function checkStandby(written: WrittenService, around: Surroundings, tell: Tell): void {
  const { standby, replicas } = written;
  if (standby === undefined) return;
  if (standby.min > standby.max) {
    tell(
      ['standby', 'min'],
      `is more than the max of ${standby.max}`,
      `write min: ${standby.max} or less, or max: ${standby.min} or more`,
    );
  } else if (standby.max < replicas.min) {
    tell(
      ['standby', 'max'],
      `is below the ${replicas.min} pods that a region needs to serve`,
      `write ${replicas.min} or more`,
    );
  }
  const cluster = clusterOf(written, around);
  const group = cluster?.nodeGroups[written.nodeGroup ?? openGroups(cluster)[0] ?? ''];
  if (standby.min > 0 && group !== undefined && standbySize(group, around).min === 0) {
    tell(
      ['standby', 'min'],
      'asks for pods in the standby region, where the node group has no nodes',
      'write min: 0, or give the node group standby: { min: 1, … }',
    );
  } else if (standby.min === 0 && around.strategy === 'warm-standby') {
    tell(
      ['standby', 'min'],
      'is zero, but warm-standby keeps a working copy',
      "write 1 or more, or use strategy: 'pilot-light'",
    );
  }
}

/** EFS user guide: pods mount a file system by its CSI driver. */
function checkMounts(
  { needs = [], in: name }: WrittenService,
  cluster: WrittenCluster,
  around: Surroundings,
  tell: Tell,
): void {
  const driver = 'aws-efs-csi-driver';
  // What a cluster has that stands already is its owner's business.
  if (cluster.existing !== undefined || cluster.addOns?.includes(driver)) return;
  needs.forEach((need, index) => {
    if (around.components.get(need)?.kind !== 'file-store') return;
    const wrong = `is a file store, which no pod of ${name} can mount without the add-on ${driver}`;
    tell(['needs', index], wrong, `write '${driver}' among the addOns of ${name}`);
  });
}

function check(written: WrittenService, around: Surroundings, tell: Tell): void {
  const { min, max } = written.replicas;
  if (min > max) {
    tell(
      ['replicas', 'min'],
      `is more than the max of ${max}`,
      `write min: ${max} or less, or max: ${min} or more`,
    );
  } else if (min === 0) {
    tell(['replicas', 'min'], 'lets nobody be served', 'write 1 or more');
  }
  const cluster = clusterOf(written, around);
  if (cluster !== null) {
    checkNodeGroup(written, cluster, tell);
    checkMounts(written, cluster, around, tell);
  }
  checkStandby(written, around, tell);
  for (const resource of ['cpu', 'memory'] as const) {
    const { requests, limits } = written.resources ?? {};
    if (requests !== undefined && limits !== undefined && requests[resource] > limits[resource]) {
      tell(
        ['resources', 'requests', resource],
        'is more than its limit',
        'raise the limit, or request less',
      );
    }
  }
}

/** Pods that run in a standby region while it waits. */
function standbyPods(written: WrittenService, nodesMin: number, around: Surroundings): number {
  if (around.strategy === 'active-active') return written.replicas.min;
  return nodesMin === 0 ? 0 : 1;
}

function pathsTo(name: string, around: Surroundings): string[] {
  return [...around.components.values()]
    .filter(isWrittenLoadBalancer)
    .flatMap((balancer) => writtenRoutes(balancer))
    .filter((route) => route.to === name)
    .map((route) => route.path);
}

function fillPaths(
  written: WrittenService,
  fill: Fill,
): Pick<Service, 'healthPath' | 'readyPath' | 'metricsPath'> {
  return {
    healthPath: fill(['paths', 'health'], written.paths?.health, '/healthz', 'the usual path'),
    readyPath: fill(['paths', 'ready'], written.paths?.ready, '/readyz', 'the usual path'),
    metricsPath: fill(['paths', 'metrics'], written.paths?.metrics, '/metrics', 'the usual path'),
  };
}

/** How pods are replaced, and how they are spread. */
function fillChange(
  written: WrittenService,
  fill: Fill,
): Pick<Service, 'rollout' | 'disruption' | 'spread'> {
  return {
    rollout: {
      maxUnavailablePercent: fill(
        ['rollout', 'maxUnavailable'],
        written.rollout?.maxUnavailable,
        25,
        "Kubernetes' own default",
      ),
    },
    disruption: {
      maxUnavailablePercent: fill(
        ['disruption', 'maxUnavailable'],
        written.disruption?.maxUnavailable,
        25,
        'maintenance takes no more than a rolling update',
      ),
    },
    spread: {
      over: 'zones',
      weight: fill(
        ['spread', 'weight'],
        written.spread?.weight,
        100,
        'a lost zone must not hold all pods',
      ),
    },
  };
}

function resolve(written: WrittenService, around: Surroundings, fill: Fill, name: string): Service {
  const cluster = clusterOf(written, around);
  if (cluster === null) throw new Unchecked(`${name} is in no cluster`);
  const nodeGroup = fill(
    ['nodeGroup'],
    written.nodeGroup,
    openGroups(cluster)[0] ?? '',
    'the only node group that is not dedicated',
  );
  const group = cluster.nodeGroups[nodeGroup];
  if (group === undefined) throw new Unchecked(`${name} is in no node group`);
  const nodesMin = standbySize(group, around).min;
  const paths = pathsTo(name, around);
  const { lab } = written;
  return {
    kind: 'service',
    ...fillBase(name, clusterRegions(cluster, around), written),
    in: written.in,
    nodeGroup,
    namespace: fill(['namespace'], written.namespace, around.platform, "the platform's name"),
    image: written.image,
    port: written.port,
    needs: fill(['needs'], written.needs, [], 'calls nothing'),
    replicas: fillReplicas(written.replicas, fill),
    standby: fill(
      ['standby'],
      written.standby,
      { min: standbyPods(written, nodesMin, around), max: written.replicas.max },
      nodesMin === 0 ? 'its node group has no nodes there' : `${around.strategy} keeps one running`,
    ),
    resources: fillResources(written.resources, fill),
    ...fillPaths(written, fill),
    paths,
    holdsWrites: fill(
      ['holdsWrites'],
      written.holdsWrites,
      false,
      'only a service that was written for it can hold writes',
    ),
    ...fillChange(written, fill),
    lab: fill(
      ['lab'],
      lab === undefined
        ? undefined
        : { run: lab.run, paths: lab.paths ?? paths, environment: lab.environment ?? {} },
      null,
      'a labelled stand-in plays it in the lab',
    ),
  };
}

export const service = defineKind({
  kind: 'service',
  title: 'Service',
  scope: 'each region',
  schema,
  references: {
    in: ['kubernetes-cluster'],
    needs: [
      'service',
      'aurora',
      'postgres',
      'documentdb',
      'dynamodb',
      'file-store',
      'object-store',
      'secrets',
    ],
  },
  regionReferences: [],
  name: dnsLabel,
  check,
  resolve,
});
