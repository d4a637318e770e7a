import { type CostFacet, unknownAmount } from '../cost.ts';

/** S3 is billed by what lies in it and by requests; a platform says neither. */
export const cost: CostFacet<'object-store'> = {
  quantities: ({ component, region }) => {
    const isWriter = component.writerIn === region;
    if (!isWriter && !component.replicaIn.includes(region)) return [];
    return [
      unknownAmount('s3/standard', 'GiB-month', region, isWriter ? 'objects' : 'replica'),
      unknownAmount('s3/put', 'million', region, isWriter ? 'writes' : 'replicated writes'),
      ...(isWriter
        ? component.replicaIn.map((to) =>
            unknownAmount('data-transfer/between-regions', 'GiB', region, `objects sent to ${to}`),
          )
        : []),
    ];
  },
};
