import { type CostFacet, unknownAmount } from '../cost.ts';

/** What AWS's own services tell EventBridge is free; messages are billed, text by country. */
export const cost: CostFacet<'events'> = {
  quantities: ({ component, region }) => [
    ...(component.email.length > 0
      ? [unknownAmount('sns/email', 'million', region, 'e-mails')]
      : []),
    ...(component.sms.length > 0
      ? [unknownAmount('sns/sms', 'million', region, 'text messages')]
      : []),
  ],
};
