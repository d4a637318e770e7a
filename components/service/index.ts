import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const service: Component<'service'> = {
  kind: 'service',
  title: 'Service',
  documentation: `\
A microservice in each region. In a recovery it brings pods: before traffic where the
standby runs none, afterwards where it runs too few. A service that holds writes queues them
during a planned move and sends them on to the new side, so that clients see a pause and no
errors.`,
  recovery,
  cost,
  terraform,
};
