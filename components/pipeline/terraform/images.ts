import type { Platform } from '@outrigger/model';
import { allow, arnOf, type Statement } from '@outrigger/terraform';

/** Repositories of what a pipeline builds, without a tag: `shop/web`. */
export function repositoriesOf(platform: Platform, builds: readonly string[]): readonly string[] {
  const images = builds.flatMap((name) => {
    const service = platform.components[name];
    return service?.kind === 'service' ? [service.image.replace(/:.*$/, '')] : [];
  });
  return [...new Set(images)];
}

/** Push to these repositories, and to no other. */
export function pushStatements(
  repositories: readonly string[],
  region: string,
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
      resources: repositories.map((name) => arnOf('ecr', region, `repository/${name}`)),
    }),
  ];
}
