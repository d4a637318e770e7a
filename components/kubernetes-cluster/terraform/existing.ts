import {
  call,
  data,
  type Found,
  identified,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  refInto,
} from '@outrigger/terraform';

/** A cluster that stands already, with the OIDC provider by which its pods take roles. */
export function existing(
  { component }: RegionInput<'kubernetes-cluster'>,
  found: Found,
): LayerFragment {
  const label = labelOf(component.name);
  const { id, blocks } = identified(label, found, { type: 'eks:cluster', by: 'last part' });
  const cluster = data('aws_eks_cluster', label, { name: id });
  const issuer = refInto(cluster, 'identity', '[0].oidc[0].issuer');
  const provider = data('aws_iam_openid_connect_provider', label, { url: issuer });
  return {
    layer: 'cluster',
    file: 'cluster',
    blocks: [...blocks, cluster, provider],
    publishes: {
      name: ref(cluster, 'name'),
      'security-group-id': refInto(cluster, 'vpc_config', '[0].cluster_security_group_id'),
      'oidc-provider-arn': ref(provider, 'arn'),
      'oidc-issuer': call('trimprefix', issuer, 'https://'),
    },
  };
}
