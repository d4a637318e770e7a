import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const globalAccelerator: Component<'global-accelerator'> = {
  kind: 'global-accelerator',
  title: 'Global Accelerator',
  documentation: `\
The way in for all regions. It fails over by its own health checks, whatever its dials say,
so a region is kept out by not being ready and admitted by becoming ready.`,
  recovery,
  cost,
  terraform,
};
