import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const keys: Component<'keys'> = {
  kind: 'keys',
  title: 'Keys',
  documentation: `\
A KMS key with a copy in each region: what was encrypted in one region is read in another without
asking the first one.`,
  recovery,
  cost,
  terraform,
};
