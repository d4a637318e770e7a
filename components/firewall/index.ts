import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const firewall: Component<'firewall'> = {
  kind: 'firewall',
  title: 'Firewall',
  documentation: `\
WAF looks at each request before a load balancer or the CDN does: a web ACL in each region, and one
in us-east-1 for CloudFront. Shield Standard is always there; Shield Advanced is billed by the month
for at least a year.`,
  recovery,
  cost,
  terraform,
};
