import { type ContainerRegistry, componentsOf, type Platform } from '@outrigger/model';
import {
  type Block,
  call,
  data,
  type Found,
  foundIn,
  hcl,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';
import { keyOf, registryAccount, repositoriesOf } from '../terraform.ts';

/**
 * A repository for each image in each region, made beforehand, so that a copy finds its settings;
 * what is pushed where images are pushed is copied to the others.
 */
export const terraform: TerraformFacet<'container-registry'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const key = keyOf(platform, component, region.name);
    const made = imagesOf(platform).flatMap((image, index) =>
      repository(input, image, key.arn, index === 0 ? lackOf(input) : undefined),
    );
    const copied = component.writerIn === region.name ? copies(input) : [];
    return [
      { layer: 'data', file: component.name, blocks: [...key.blocks, ...made] },
      ...(copied.length > 0
        ? [{ layer: 'data', file: `${component.name}-replication`, blocks: copied } as const]
        : []),
    ];
  },
  existing: ({ component, platform }, found) => [existing(component, platform, found)],
};

/**
 * Repositories are known by their images: one that is missing stops the plan. The provider finds
 * none by its tags, so there they are what a repository has to have besides.
 */
function existing(component: ContainerRegistry, platform: Platform, found: Found): LayerFragment {
  const how = found.by === 'id' ? { registry_id: found.id } : { lifecycle: hasTags(found.tags) };
  const read = imagesOf(platform).map((image) =>
    data('aws_ecr_repository', labelOf(image), { name: image, ...how }),
  );
  return { layer: 'data', file: component.name, blocks: read };
}

/** Nothing changes where they are laid over its own. */
function hasTags(tags: { readonly [tag: string]: string }) {
  const own = hcl('self.tags');
  const laidOver = call('jsonencode', call('merge', own, tags));
  return {
    postcondition: {
      condition: call('contains', [call('jsonencode', own)], laidOver),
      error_message: 'The repository of this name does not have these tags.',
    },
  };
}

/** What stands has one replication, which is its owner's: nothing of it is copied here by us. */
function lackOf({ component, platform, region }: RegionInput<'container-registry'>) {
  const { writerIn } = component;
  if (writerIn === region.name || foundIn(component, writerIn) === null) return undefined;
  const lacking = copiedTo(component, platform, region.name);
  if (lacking.length === 0) return undefined;
  return (
    `The registry in ${writerIn} stands already: let its owner replicate to ${region.name}, or ` +
    `nothing is ever in ${lacking.join(', ')} here.`
  );
}

function imagesOf(platform: Platform): readonly string[] {
  const services = componentsOf(platform, 'service').map(({ name }) => name);
  return repositoriesOf(platform, services).toSorted();
}

function repository(
  { component }: RegionInput<'container-registry'>,
  image: string,
  keyArn: ReturnType<typeof ref>,
  comment?: string,
) {
  const label = labelOf(image);
  const made = resource(
    'aws_ecr_repository',
    label,
    {
      name: image,
      image_tag_mutability: component.immutableTags ? 'IMMUTABLE' : 'MUTABLE',
      image_scanning_configuration: { scan_on_push: component.scanOnPush },
      encryption_configuration: { encryption_type: 'KMS', kms_key: keyArn },
    },
    comment === undefined ? {} : { comment },
  );
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

/**
 * What no pipeline pushes to a region itself. An image that is copied cannot be pushed as well: ECR
 * refuses a tag that is there, were it the same image (aws/containers-roadmap, issue 2179).
 */
function copiedTo(component: ContainerRegistry, platform: Platform, region: string) {
  const pushed = componentsOf(platform, 'pipeline')
    .filter(({ registry, pushTo }) => registry === component.name && pushTo.includes(region))
    .flatMap(({ builds }) => repositoriesOf(platform, builds));
  return imagesOf(platform).filter((image) => !pushed.includes(image));
}

/** A rule for all regions that lack the same images. */
function copies({ component, platform }: RegionInput<'container-registry'>): readonly Block[] {
  const regionsOf = new Map<string, { images: readonly string[]; regions: string[] }>();
  for (const region of component.replicateTo) {
    const images = copiedTo(component, platform, region);
    const same = regionsOf.get(images.join(' '))?.regions ?? [];
    regionsOf.set(images.join(' '), { images, regions: [...same, region] });
  }
  const rule = [...regionsOf.values()]
    .filter(({ images }) => images.length > 0)
    .map(({ images, regions }) => ({
      destination: regions.map((region) => ({
        region,
        registry_id: registryAccount(component, region),
      })),
      repository_filter: images.map((filter) => ({ filter, filter_type: 'PREFIX_MATCH' })),
    }));
  if (rule.length === 0) return [];
  const comment =
    'An account has one of it in a region. Only what is pushed from now on is copied: push again ' +
    'what is older.';
  return [
    resource(
      'aws_ecr_replication_configuration',
      labelOf(component.name),
      { replication_configuration: { rule } },
      { comment },
    ),
  ];
}
