import { type CostFacet, unknownAmount } from '../cost.ts';

/** CodePipeline by pipeline and month, CodeBuild by use; Jenkins runs on the cluster's nodes. */
export const cost: CostFacet<'pipeline'> = {
  quantities: ({ component, region }) =>
    component.by === 'codepipeline' && region === component.runsIn
      ? [
          { sku: 'codepipeline/pipeline', region, unit: 'month', amount: 1, what: 'pipeline' },
          unknownAmount('codebuild/general1.small', 'hour', region, 'builds'),
        ]
      : [],
};
