import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const alarms: Component<'alarms'> = {
  kind: 'alarms',
  title: 'Alarms',
  documentation: `\
CloudWatch alarms in each region over the stores, load balancers and machines there, and one that
sums them up. They are the same in every region, whoever writes.`,
  recovery,
  cost,
  terraform,
};
