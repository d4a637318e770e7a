import {
  call,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  refInto,
  resource,
} from '@outrigger/terraform';
import { clusterOf } from './cluster.ts';

/** By it a service account of the cluster takes a role of its own (IRSA). */
export function identity(input: RegionInput<'kubernetes-cluster'>): LayerFragment {
  const { component } = input;
  const cluster = clusterOf(input);
  const issuer = refInto(cluster, 'identity', '[0].oidc[0].issuer');
  const provider = resource('aws_iam_openid_connect_provider', labelOf(component.name), {
    url: issuer,
    client_id_list: ['sts.amazonaws.com'],
  });
  return {
    layer: 'cluster',
    file: 'identity',
    blocks: [provider],
    publishes: {
      'oidc-provider-arn': ref(provider, 'arn'),
      'oidc-issuer': call('trimprefix', issuer, 'https://'),
    },
  };
}
