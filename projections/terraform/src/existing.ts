/** What stands already: it is read, or asked for, and never made. */
import type { Kind } from '@outrigger/model';
import type {
  Found,
  Fragment,
  LayerFragment,
  Lookup,
  RegionInput,
  TerraformFacet,
  TerraformInput,
  WideFragment,
} from './facet.ts';
import type { Block } from './hcl/block.ts';
import { hcl, isSeveral, type Publishable } from './hcl/value.ts';
import { labelOf } from './recipes.ts';
import { variable } from './resource.ts';

/** Variables that stand for what a fragment publishes; each is asked for only if it is read. */
export interface StoodIn {
  readonly asks?: ReadonlyMap<string, Block>;
}

/** What a component adds to a region; where it stands already, what is read of it instead. */
export function regionOf(
  input: RegionInput<Kind>,
  facet: TerraformFacet<Kind>,
): readonly (LayerFragment & StoodIn)[] {
  const fragments = facet.region?.(input) ?? [];
  const found = foundIn(input, input.region.name);
  // What is made once for all regions is read there; a region only adds to it.
  const [first] = facet.global === undefined ? fragments : [];
  if (found === null || first === undefined) return fragments;
  const own = fragments.filter(({ layer }) => layer === first.layer);
  const others = fragments.filter(({ layer }) => layer !== first.layer);
  const lookup = facet.existing?.(input, found) ?? null;
  return [{ layer: first.layer, ...standIn(input, own, lookup) }, ...others];
}

export function globalOf(
  input: TerraformInput<Kind>,
  facet: TerraformFacet<Kind>,
): readonly (WideFragment & StoodIn)[] {
  const fragments = facet.global?.(input) ?? [];
  const [region = ''] = input.component.regions;
  const found = foundIn(input, region);
  if (found === null || fragments.length === 0) return fragments;
  const lookup = facet.existing?.({ ...input, region: null }, found) ?? null;
  return [standIn(input, fragments, lookup)];
}

function foundIn({ component: { existing } }: TerraformInput<Kind>, region: string): Found | null {
  if (existing === null) return null;
  if (existing.by === 'tags') return existing;
  const id = existing.ids[region];
  return id === undefined ? null : { by: 'id', id };
}

/** In place of what would have been made: what is read, and variables for the rest. */
function standIn(
  { component }: TerraformInput<Kind>,
  fragments: readonly Fragment[],
  lookup: Lookup | null,
): Fragment & StoodIn {
  const told: { readonly [name: string]: Publishable } = Object.assign(
    {},
    ...fragments.map(({ publishes }) => publishes ?? {}),
  );
  const asks = new Map<string, Block>();
  const publishes: Record<string, Publishable> = { ...lookup?.publishes };
  for (const [name, value] of Object.entries(told)) {
    if (name in publishes) continue;
    const isList = isSeveral(value);
    const asked = variable(labelOf(`${component.name}_${name}`), {
      type: isList ? 'list(string)' : 'string',
      description: `${component.name} stands already: its ${name.replaceAll('-', ' ')}.`,
    });
    asks.set(name, asked);
    const own = hcl(asked.address);
    publishes[name] = isList ? { list: own } : own;
  }
  return { file: component.name, blocks: lookup?.blocks ?? [], publishes, asks };
}
