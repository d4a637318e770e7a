import { type CostFacet, unknownAmount } from '../cost.ts';

/** CloudFront has one home and is billed by use: what is sent, and how often it is asked. */
export const cost: CostFacet<'cdn'> = {
  quantities: ({ component, region }) =>
    region === component.regions[0]
      ? [
          unknownAmount('cloudfront/data-out', 'GiB', 'global', 'sent to clients'),
          unknownAmount('cloudfront/requests', 'million', 'global', 'HTTPS requests'),
        ]
      : [],
};
