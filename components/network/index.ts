import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const network: Component<'network'> = {
  kind: 'network',
  title: 'Network',
  documentation: `\
The VPC of each region and the peering between them. It is there before a failure and is
never changed in a recovery: a plan that had to create networks would need control planes
that may be gone.`,
  recovery,
  cost,
  terraform,
};
