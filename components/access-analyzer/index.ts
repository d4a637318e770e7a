import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const accessAnalyzer: Component<'access-analyzer'> = {
  kind: 'access-analyzer',
  title: 'Access analyzer',
  documentation: `\
Finds who outside has access to what is here, in each region, and what access nobody uses.`,
  recovery,
  cost,
  terraform,
};
