import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const objectStore: Component<'object-store'> = {
  kind: 'object-store',
  title: 'Object store',
  documentation: `\
S3. Every bucket is writable and replicates in the background, so a recovery changes nothing
in it; the plan tells which objects may be missing for a while.`,
  recovery,
  cost,
  terraform,
};
