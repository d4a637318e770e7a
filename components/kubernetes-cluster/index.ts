import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const kubernetesCluster: Component<'kubernetes-cluster'> = {
  kind: 'kubernetes-cluster',
  title: 'Kubernetes cluster',
  documentation: `\
EKS, one cluster in each region. In a recovery it brings nodes: groups that stand at zero in
the standby are scaled before services start, groups that are small grow once clients are
served. After a planned move away, a standby shrinks to its former size.`,
  recovery,
  cost,
  terraform,
};
