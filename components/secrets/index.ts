import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const secrets: Component<'secrets'> = {
  kind: 'secrets',
  title: 'Secrets',
  documentation: `\
What people give and programs need: keys of other companies’ services, say. A value is written in
one region and copied to the others, so that a region that takes over reads its own copy.`,
  recovery,
  cost,
  terraform,
};
