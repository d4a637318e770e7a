import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const workforceIdentity: Component<'workforce-identity'> = {
  kind: 'workforce-identity',
  title: 'Workforce identity',
  documentation: `\
IAM Identity Center: who may do what, by job, for as long as a session. Its instance stands
already, and has one home: while that region is lost nobody new logs in, so a session is begun
before a drill, and a way in for emergencies is kept elsewhere.`,
  recovery,
  cost,
  terraform,
};
