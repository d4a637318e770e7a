import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const virtualMachines: Component<'virtual-machines'> = {
  kind: 'virtual-machines',
  title: 'Virtual machines',
  documentation: `\
EC2 instances of one image in each region, kept at their number by an Auto Scaling group and
behind a load balancer. In a recovery they bring capacity: before traffic where the standby runs
none, afterwards where it runs too few.`,
  recovery,
  cost,
  terraform,
};
