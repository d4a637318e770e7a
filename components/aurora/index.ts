import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const aurora: Component<'aurora'> = {
  kind: 'aurora',
  title: 'Aurora',
  documentation: `\
A writer and readers over three zones and, as a global database, copies in other regions.
Losing a zone promotes an in-sync reader: nothing is lost. Losing a region promotes an
asynchronous copy, which may lose the newest writes and is therefore approved first. A
planned move is a switchover.`,
  recovery,
  cost,
  terraform,
};
