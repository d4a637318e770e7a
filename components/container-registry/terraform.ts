import { type ContainerRegistry, componentsOf, type Platform } from '@outrigger/model';
import {
  accountId,
  call,
  data,
  type Found,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';
import { keyOf } from '../terraform.ts';

/**
 * A repository for each image in each region, made beforehand, so that a copy finds its settings;
 * what is pushed where images are pushed is copied to the others.
 */
export const terraform: TerraformFacet<'container-registry'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const key = keyOf(platform, component, region.name);
    const made = imagesOf(platform).flatMap((image) => repository(input, image, key.arn));
    const isSource = component.writerIn === region.name && component.replicateTo.length > 0;
    return [
      { layer: 'data', file: component.name, blocks: [...key.blocks, ...made] },
      ...(isSource
        ? [
            {
              layer: 'data',
              file: `${component.name}-replication`,
              blocks: [copies(input)],
            } as const,
          ]
        : []),
    ];
  },
  existing: ({ component, platform }, found) => [existing(component, platform, found)],
};

/** Repositories are known by their images: one that is missing stops the plan. */
function existing(component: ContainerRegistry, platform: Platform, found: Found): LayerFragment {
  const registry = found.by === 'id' ? { registry_id: found.id } : {};
  const read = imagesOf(platform).map((image) =>
    data('aws_ecr_repository', labelOf(image), { name: image, ...registry }),
  );
  return { layer: 'data', file: component.name, blocks: read };
}

/** What services run, without a tag: `shop/web`. */
function imagesOf(platform: Platform): string[] {
  const images = componentsOf(platform, 'service').map(({ image }) => image.replace(/:.*$/, ''));
  return [...new Set(images)].sort();
}

function repository(
  { component }: RegionInput<'container-registry'>,
  image: string,
  keyArn: ReturnType<typeof ref>,
) {
  const label = labelOf(image);
  const made = resource('aws_ecr_repository', label, {
    name: image,
    image_tag_mutability: component.immutableTags ? 'IMMUTABLE' : 'MUTABLE',
    image_scanning_configuration: { scan_on_push: component.scanOnPush },
    encryption_configuration: { encryption_type: 'KMS', kms_key: keyArn },
  });
  const kept = resource('aws_ecr_lifecycle_policy', label, {
    repository: ref(made, 'name'),
    policy: call('jsonencode', {
      rules: [
        {
          rulePriority: 1,
          description: `The newest ${component.imagesMax} are kept`,
          selection: {
            tagStatus: 'any',
            countType: 'imageCountMoreThan',
            countNumber: component.imagesMax,
          },
          action: { type: 'expire' },
        },
      ],
    }),
  });
  return [made, kept];
}

function copies({ component, platform }: RegionInput<'container-registry'>) {
  return resource(
    'aws_ecr_replication_configuration',
    labelOf(component.name),
    {
      replication_configuration: {
        rule: {
          destination: component.replicateTo.map((region) => ({
            region,
            registry_id: accountId,
          })),
          repository_filter: imagesOf(platform).map((image) => ({
            filter: image,
            filter_type: 'PREFIX_MATCH',
          })),
        },
      },
    },
    {
      comment:
        'An account has one of it in a region. Only what is pushed from now on is copied: push ' +
        'again what is older.',
    },
  );
}
