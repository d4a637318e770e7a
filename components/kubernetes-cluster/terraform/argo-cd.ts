import { componentsOf, type Pipeline } from '@outrigger/model';
import {
  type Block,
  call,
  hcl,
  type LayerFragment,
  labelOf,
  published,
  type RegionInput,
} from '@outrigger/terraform';
import { tolerationsOf } from './add-ons.ts';

type Input = RegionInput<'kubernetes-cluster'>;

/** Charts of argoproj that are known to go together: Argo CD, and its first application. */
const charts = { 'argo-cd': '9.4.1', 'argocd-apps': '2.0.4' } as const;

const namespace = 'argocd';

/**
 * Argo CD, where a pipeline leaves deploying to it, and the one application from which it finds all
 * others. Somebody has to install it: what it then brings to the cluster is in the repository.
 */
export function argoCd(input: Input): LayerFragment[] {
  const pipeline = deployerOf(input);
  if (pipeline === undefined) return [];
  const label = labelOf(input.component.name);
  const { name } = input.component;
  const provider: Block = {
    type: 'provider',
    labels: ['helm'],
    comment:
      'It speaks to the API of the cluster: apply from a range that may reach it, under a role ' +
      'that administers it, with the AWS CLI in the PATH.',
    body: {
      alias: label,
      kubernetes: {
        host: published(name, 'endpoint'),
        cluster_ca_certificate: call('base64decode', published(name, 'certificate-authority')),
        exec: {
          api_version: 'client.authentication.k8s.io/v1',
          command: 'aws',
          args: [
            ...['eks', 'get-token', '--region', input.region.name, '--cluster-name'],
            published(name, 'name'),
          ],
        },
      },
    },
  };
  return [
    { layer: 'add-ons', file: 'provider', blocks: [provider] },
    { layer: 'add-ons', file: 'argo-cd', blocks: releases(input, pipeline) },
  ];
}

/** The pipeline that builds something which runs here, and deploys nothing itself. */
function deployerOf({ platform, component }: Input): Pipeline | undefined {
  return componentsOf(platform, 'pipeline').find(
    ({ deploys, builds }) =>
      deploys.by === 'argo-cd' &&
      builds.some((name) => {
        const service = platform.components[name];
        return service?.kind === 'service' && service.in === component.name;
      }),
  );
}

function release(
  input: Input,
  chart: keyof typeof charts,
  values: Parameters<typeof call>[1],
  more: Pick<Block, 'comment'> & { readonly after?: string },
): Block {
  const { after, ...notes } = more;
  return {
    type: 'resource',
    labels: ['helm_release', labelOf(`${input.component.name}_${chart}`)],
    body: {
      provider: hcl(`helm.${labelOf(input.component.name)}`),
      name: chart,
      namespace,
      create_namespace: true,
      repository: 'https://argoproj.github.io/argo-helm',
      chart,
      version: charts[chart],
      atomic: true,
      ...(values === null ? {} : { values: [call('yamlencode', values)] }),
      ...(after === undefined ? {} : { depends_on: [hcl(`helm_release.${after}`)] }),
    },
    ...notes,
  };
}

function releases(input: Input, { deploys: { manifests } }: Pipeline): readonly Block[] {
  const { platform, region } = input;
  const tolerations = tolerationsOf(input);
  const installed = release(
    input,
    'argo-cd',
    tolerations.length === 0 ? null : { global: { tolerations } },
    {
      comment: 'The same in every region: a region that takes over is kept up to date by its own.',
    },
  );
  if (manifests === null) return [installed];
  const root = {
    namespace,
    project: 'default',
    source: {
      repoURL: `https://github.com/${manifests.repository}.git`,
      targetRevision: manifests.branch,
      path: region.name,
    },
    destination: { server: 'https://kubernetes.default.svc', namespace },
    syncPolicy: { automated: { prune: true, selfHeal: true } },
  };
  return [
    installed,
    release(
      input,
      'argocd-apps',
      { applications: { [platform.name]: root } },
      {
        after: installed.labels[1] ?? '',
        comment:
          'The root of all applications: a folder of the repository for this region. A private ' +
          'one needs a deploy key, which a person adds to Argo CD.',
      },
    ),
  ];
}
