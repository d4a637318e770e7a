import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const dns: Component<'dns'> = {
  kind: 'dns',
  title: 'DNS',
  documentation: `\
Route 53. Its records and health checks are made beforehand and flip by themselves; a
recovery never edits a record. Leading to load balancers it is the way in, leading to an
accelerator only a name. By geography, a place whose region is lost is led to one that answers.`,
  recovery,
  cost,
  terraform,
};
