import type { Pipeline, Platform } from '@outrigger/model';
import { allow, partition, type Statement, template } from '@outrigger/terraform';
import { registryAccount, repositoriesOf } from '../../terraform.ts';

/** Push to what a pipeline builds, where it pushes to, and to nothing else. */
export function pushStatements(platform: Platform, pipeline: Pipeline): readonly Statement[] {
  const repositories = repositoriesOf(platform, pipeline.builds);
  return [
    // ECR's API reference: it has no resource that it could be narrowed to.
    allow('LogIn', { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
    allow('Push', {
      actions: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ],
      resources: pipeline.pushTo.flatMap((region) => {
        const account = registryAccount(platform.components[pipeline.registry], region);
        return repositories.map(
          (name) => template`arn:${partition}:ecr:${region}:${account}:repository/${name}`,
        );
      }),
    }),
  ];
}
