import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const containerRegistry: Component<'container-registry'> = {
  kind: 'container-registry',
  title: 'Container registry',
  documentation: `\
ECR, replicated to each region when an image is pushed. A recovery pulls from the registry
of its own region and changes nothing.`,
  recovery,
  cost,
  terraform,
};
