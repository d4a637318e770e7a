import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const pipeline: Component<'pipeline'> = {
  kind: 'pipeline',
  title: 'Pipeline',
  documentation: `\
From a change of the source to images in the registry of every region, and on to the clusters. It
runs in one region; while that is lost nothing new is built, and what runs goes on.`,
  recovery,
  cost,
  terraform,
};
