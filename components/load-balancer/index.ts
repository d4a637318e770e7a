import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const loadBalancer: Component<'load-balancer'> = {
  kind: 'load-balancer',
  title: 'Load balancer',
  documentation: `\
An ALB or NLB in each region of its cluster. Behind an accelerator or a name it follows
them; alone it is the way in, and admits a region by its readiness.`,
  recovery,
  cost,
  terraform,
};
