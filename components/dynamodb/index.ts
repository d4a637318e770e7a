import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const dynamodb: Component<'dynamodb'> = {
  kind: 'dynamodb',
  title: 'DynamoDB',
  documentation: `\
A table that every region can write, as a global table. A recovery changes nothing: clients
write in the region that is left. What had not reached it is missing until the other region is
back, and of two writes to one item the later one stays; with strong consistency nothing is
missing.`,
  recovery,
  cost,
  terraform,
};
