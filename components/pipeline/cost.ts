import { type CostFacet, unknownAmount } from '../cost.ts';

/** CodePipeline (V2) and CodeBuild by use; Jenkins runs on the cluster's nodes. */
export const cost: CostFacet<'pipeline'> = {
  quantities: ({ component, region }) =>
    component.by === 'codepipeline' && region === component.runsIn
      ? [
          unknownAmount('codepipeline/action', 'hour', region, 'while actions run'),
          unknownAmount('codebuild/general1.small', 'hour', region, 'builds'),
        ]
      : [],
};
