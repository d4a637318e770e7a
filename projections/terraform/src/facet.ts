import type { ComponentOf, Kind, Platform, Problem, Region } from '@outrigger/model';
import type { NoFacet, RecoveryState } from '@outrigger/recovery';
import type { Block } from './hcl/block.ts';
import type { Publishable } from './hcl/value.ts';
import type { Layer } from './layers.ts';

export interface TerraformInput<K extends Kind> {
  readonly component: ComponentOf<K>;
  readonly platform: Platform;
  /** Where the data is by what recovery has journaled: the only thing that may differ later. */
  readonly state: RecoveryState;
}

export interface RegionInput<K extends Kind> extends TerraformInput<K> {
  readonly region: Region;
}

/** What a component adds to one file. */
export interface Fragment {
  /** The concern: `subnets` is written to `subnets.tf`. */
  readonly file: string;
  readonly blocks: readonly Block[];
  /** What others may refer to, by a name of the component's own: `vpc-id`. */
  readonly publishes?: { readonly [name: string]: Publishable };
}

export interface LayerFragment extends Fragment {
  readonly layer: Layer;
}

/** What goes to `global/` or to `peering/`: published into every region of the platform. */
export interface WideFragment extends Fragment {
  /** Where a value differs by region, it stands under the region's name instead. */
  readonly publishesIn?: { readonly [region: string]: { readonly [name: string]: Publishable } };
}

/** How something that stands already is found in one region. */
export type Found =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'tags'; readonly tags: { readonly [tag: string]: string } };

/**
 * What a kind of component contributes to Terraform. `region` is asked once for each of the
 * component's regions, `global` and `peering` once. A rule between two components lies in the
 * higher of their layers.
 */
export interface TerraformFacet<K extends Kind> {
  readonly region?: (input: RegionInput<K>) => readonly LayerFragment[];
  readonly global?: (input: TerraformInput<K>) => readonly WideFragment[];
  readonly peering?: (input: TerraformInput<K>) => readonly WideFragment[];
  /** What would not come up in a region, names apart, and isn't there yet. */
  readonly refused?: (input: RegionInput<K>) => readonly Problem[];
  /**
   * In place of `region` where the component stands already: what is read of it, and what ties it
   * to those who need it. What it doesn't tell, of all that `region` publishes, a person is asked.
   */
  readonly existing?: (input: RegionInput<K>, found: Found) => readonly LayerFragment[];
  /** The same in place of `global`, where it stands in any region. */
  readonly existingGlobally?: (input: TerraformInput<K>, found: Found) => readonly WideFragment[];
}

/** A kind that Terraform doesn't make says why. */
export type TerraformFacets = { readonly [K in Kind]: TerraformFacet<K> | NoFacet };
