import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const postgres: Component<'postgres'> = {
  kind: 'postgres',
  title: 'RDS for PostgreSQL',
  documentation: `\
A writer, a synchronous standby in a second zone and asynchronous read replicas in other
regions. Losing a zone promotes the standby: nothing is lost. Losing a region promotes a
replica, which may lose the newest writes and is therefore approved first. The old side is
salvaged before it rejoins.`,
  recovery,
  cost,
  terraform,
};
