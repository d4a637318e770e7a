import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const certificate: Component<'certificate'> = {
  kind: 'certificate',
  title: 'Certificate',
  documentation: `\
What a load balancer or the CDN shows to clients, in each region that shows it and in us-east-1 for
CloudFront. ACM renews it as long as the records that prove who owns the names are there.`,
  recovery,
  cost,
  terraform,
};
