import type { Component } from '../component.ts';
import { cost } from './cost.ts';
import { recovery } from './recovery.ts';
import { terraform } from './terraform.ts';

export const events: Component<'events'> = {
  kind: 'events',
  title: 'Events',
  documentation: `\
EventBridge picks what people have to know (alarms, AWS’s own health, databases that failed over)
and sends it to an SNS topic of the region, which writes e-mails and text messages. Alarms that
notify it are sent there by CloudWatch itself, and EventBridge leaves them out.`,
  recovery,
  cost,
  terraform,
};
