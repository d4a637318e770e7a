import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const keyPair: Component<'key-pair'> = {
  kind: 'key-pair',
  title: 'Key pair',
  documentation: `\
The public half of an SSH key, in each region. The private half stays with its owner.`,
  recovery,
  cost,
  terraform,
};
