import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const cdn: Component<'cdn'> = {
  kind: 'cdn',
  title: 'CDN',
  documentation: `\
CloudFront in front of a bucket that nobody else can read. Where the bucket has a replica, reads
go there by themselves while the first one fails; writes never go through it.`,
  recovery,
  cost,
  terraform,
};
