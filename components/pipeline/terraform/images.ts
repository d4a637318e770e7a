import { allow, arnOf, type Statement } from '@outrigger/terraform';

/** Push to these repositories of these regions, and to no other. */
export function pushStatements(
  repositories: readonly string[],
  regions: readonly string[],
): readonly Statement[] {
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
      resources: regions.flatMap((region) =>
        repositories.map((name) => arnOf('ecr', region, `repository/${name}`)),
      ),
    }),
  ];
}
