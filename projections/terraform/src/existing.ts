/** What stands already: it is read, or asked for, and never made. */
import type { Kind, ResolvedComponent } from '@outrigger/model';
import { askedFor, type StoodIn } from './asked.ts';
import type {
  Found,
  Fragment,
  LayerFragment,
  RegionInput,
  TerraformFacet,
  TerraformInput,
  WideFragment,
} from './facet.ts';
import { call, type Expression, hcl } from './hcl/value.ts';
import { data } from './resource.ts';

/** How it is found in a region; null where it doesn't stand yet, and a new one is made. */
export function foundIn(
  { existing }: Pick<ResolvedComponent, 'existing'>,
  region: string,
): Found | null {
  if (existing === null) return null;
  if (existing.by === 'tags') return existing;
  const id = existing.ids[region];
  return id === undefined ? null : { by: 'id', id };
}

/** In any region, one of the platform or CloudFront's own; null: it stands in none. */
function foundAnywhere({ existing }: ResolvedComponent): Found | null {
  if (existing === null) return null;
  if (existing.by === 'tags') return existing;
  const [id] = Object.values(existing.ids);
  return id === undefined ? null : { by: 'id', id };
}

/** What a component adds to a region; where it stands already, what is read of it instead. */
export function regionOf(
  input: RegionInput<Kind>,
  facet: TerraformFacet<Kind>,
): readonly (LayerFragment & StoodIn)[] {
  const usual = facet.region?.(input) ?? [];
  const found = foundIn(input.component, input.region.name);
  if (found === null) return usual;
  const kept = facet.existing?.(input, found) ?? [];
  const told = namesIn(kept);
  const asked = usual.map((fragment) => ({
    ...askedFor(input.component, fragment, told, input.region.name),
    layer: fragment.layer,
  }));
  return [...kept, ...asked];
}

/** What has no region stands already as soon as the component does so anywhere. */
export function globalOf(
  input: TerraformInput<Kind>,
  facet: TerraformFacet<Kind>,
): readonly (WideFragment & StoodIn)[] {
  const usual = facet.global?.(input) ?? [];
  const found = foundAnywhere(input.component);
  if (found === null) return usual;
  const kept = facet.existingGlobally?.(input, found) ?? [];
  const told = namesIn(kept);
  return [...kept, ...usual.map((fragment) => askedFor(input.component, fragment, told, null))];
}

/** Where it stands in every region, so does what joins them. */
export function peeringOf(
  input: TerraformInput<Kind>,
  facet: TerraformFacet<Kind>,
): readonly WideFragment[] {
  const { component } = input;
  const isThere = component.regions.every((name) => foundIn(component, name) !== null);
  return isThere ? [] : (facet.peering?.(input) ?? []);
}

/** What fragments tell in every region, and what in one: `key-arn us-east-1`. */
function namesIn(fragments: readonly WideFragment[]): ReadonlySet<string> {
  const names = fragments.flatMap(({ publishes = {}, publishesIn = {} }) => [
    ...Object.keys(publishes),
    ...Object.entries(publishesIn).flatMap(([region, values]) =>
      Object.keys(values).map((name) => `${name} ${region}`),
    ),
  ]);
  return new Set(names);
}

/** As EC2 and Auto Scaling filter by tags. */
export function tagFilters(tags: {
  readonly [tag: string]: string;
}): readonly { readonly name: string; readonly values: readonly string[] }[] {
  return Object.entries(tags).map(([key, value]) => ({ name: `tag:${key}`, values: [value] }));
}

/** What a service of AWS calls its resources where they are looked up by their tags. */
export interface Tagged {
  /** As the Resource Groups Tagging API names it: `rds:cluster`. */
  readonly type: string;
  /** What the data source takes: the whole ARN, or its last part. */
  readonly by: 'arn' | 'last part';
  /** Where the API is asked, for what has no region. */
  readonly region?: string;
}

/**
 * Its identifier: as the platform names it, or what its tags lead to. A plan stops where no
 * resource has the tags, and where several have them.
 */
export function identified(
  label: string,
  found: Found,
  { type, by, region }: Tagged,
): { readonly id: string | Expression; readonly blocks: Fragment['blocks'] } {
  if (found.by === 'id') return { id: found.id, blocks: [] };
  const tagged = data('aws_resourcegroupstaggingapi_resources', label, {
    ...(region === undefined ? {} : { region }),
    resource_type_filters: [type],
    tag_filter: Object.entries(found.tags).map(([key, value]) => ({ key, values: [value] })),
    lifecycle: {
      postcondition: {
        condition: hcl('length(self.resource_tag_mapping_list) == 1'),
        error_message: `One ${type} has to have these tags, no more and no less.`,
      },
    },
  });
  const arn = hcl(`one(${tagged.address}.resource_tag_mapping_list[*].resource_arn)`);
  return { id: by === 'arn' ? arn : call('regex', '[^/:]+$', arn), blocks: [tagged] };
}
