import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const fileStore: Component<'file-store'> = {
  kind: 'file-store',
  title: 'File store',
  documentation: `\
EFS: files of a region, copied to another region a little later. Losing a zone leaves it
alone. Losing the region detaches the copy, which may lack the newest files. On the way home
what only the old side holds is kept, the replication is turned round, then turned back.`,
  recovery,
  cost,
  terraform,
};
