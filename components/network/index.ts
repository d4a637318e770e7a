import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const network: Component<'network'> = {
  kind: 'network',
  title: 'Network',
  documentation: `\
The VPC of each region and the peering between them. It is there before a failure and isn't
changed in a recovery. Under backup-restore alone it is built then, before anything else.`,
  recovery,
  cost,
  terraform,
};
