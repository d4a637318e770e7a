import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const machineImage: Component<'machine-image'> = {
  kind: 'machine-image',
  title: 'Machine image',
  documentation: `\
An AMI of one’s own, copied to each region when it is built. A recovery starts machines from the
copy of its own region and changes nothing.`,
  recovery,
  cost,
  terraform,
};
