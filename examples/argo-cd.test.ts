/** Argo CD is installed where a pipeline deploys by it; what clusters need runs where nodes do. */
import { describe, expect, test } from 'vitest';
import { at, build, loadExample, type Parsed, parseBuild } from './testing/hcl.ts';

async function modulesOf(name: string) {
  return parseBuild(build(await loadExample(name)));
}

const textOf = (value: Parsed | undefined) => JSON.stringify(value);

describe('in each region, with the root of what it brings', () => {
  test.each([
    ['eks-failover', 'us-east-1', 'example/eks-failover-manifests'],
    ['eks-failover', 'us-west-2', 'example/eks-failover-manifests'],
    ['peccy', 'ap-northeast-1', 'example/eks-cicd-dr_deploy-eks'],
  ])('%s in %s', async (name, region, repository) => {
    const modules = await modulesOf(name);
    const addOns = modules.get(`${region}/add-ons`)?.blocks;
    const installed = addOns?.get('helm_release.cluster_argo_cd');
    expect(installed).toMatchObject({ chart: 'argo-cd', namespace: 'argocd' });
    expect(String(installed?.version)).toMatch(/^\d+\.\d+\.\d+$/);
    const root = addOns?.get('helm_release.cluster_argocd_apps');
    expect(textOf(root?.values)).toContain(`https://github.com/${repository}.git`);
    expect(textOf(root?.values)).toContain(region);
    expect(textOf(at(root, 'depends_on'))).toContain('helm_release.cluster_argo_cd');
  });
});

test('where Jenkins deploys there is none', async () => {
  for (const { blocks } of (await modulesOf('enterprise')).values()) {
    expect([...blocks.keys()].filter((address) => address.startsWith('helm_'))).toEqual([]);
  }
});

test('where the only nodes of a region keep others out, what it needs is let in', async () => {
  const modules = await modulesOf('peccy');
  for (const region of ['ap-northeast-1', 'ap-northeast-2']) {
    const blocks = modules.get(`${region}/cluster`)?.blocks;
    for (const name of ['coredns', 'metrics_server', 'aws_efs_csi_driver']) {
      const addOn = blocks?.get(`aws_eks_addon.cluster_${name}`);
      expect(textOf(addOn?.configuration_values), name).toContain('manage');
    }
    expect(blocks?.get('aws_eks_addon.cluster_vpc_cni')).not.toHaveProperty('configuration_values');
  }
});

test('where other nodes run, a dedicated group is left to those that name it', async () => {
  const modules = await modulesOf('eks-failover');
  const addOn = modules.get('us-west-2/cluster')?.blocks.get('aws_eks_addon.cluster_coredns');
  expect(addOn).toBeDefined();
  expect(addOn).not.toHaveProperty('configuration_values');
});
