/** What all components contribute, put where it belongs: one tree of root modules. */
import type { Kind, Platform, Region, ResolvedComponent } from '@outrigger/model';
import type { RecoveryState } from '@outrigger/recovery';
import type {
  Fragment,
  LayerFragment,
  TerraformFacet,
  TerraformFacets,
  TerraformInput,
} from './facet.ts';
import type { Block } from './hcl/block.ts';
import type { Publishable } from './hcl/value.ts';
import { folderOf, layers, type Root } from './layers.ts';

/** A root module while it grows: its files in order of appearance. */
export interface Module {
  readonly root: Root;
  readonly files: ReadonlyMap<string, readonly Block[]>;
}

/** A value that one module has, and others may read. */
export interface Publication {
  readonly component: string;
  readonly name: string;
  /** The region in which it is told. */
  readonly region: string;
  readonly root: Root;
  readonly value: Publishable;
}

export interface Gathered {
  /** By folder, in the order in which they are applied. */
  readonly modules: ReadonlyMap<string, Module>;
  /** By `publicationKey`. */
  readonly publications: ReadonlyMap<string, Publication>;
}

export function publicationKey(region: string, component: string, name: string): string {
  return `${region} ${component} ${name}`;
}

export function gather(
  platform: Platform,
  state: RecoveryState,
  facets: TerraformFacets,
): Gathered {
  const gathering = new Gathering(platform);
  for (const component of Object.values(platform.components)) {
    const facet = facetOf(component, facets);
    if (facet === null) continue;
    const input: TerraformInput<Kind> = { component, platform, state };
    gathering.addWide({ place: 'global' }, component, facet.global?.(input) ?? []);
    for (const name of component.regions) {
      const region = platform.regions[name];
      if (region === undefined)
        throw new Error(`${component.name} is in an unknown region, ${name}`);
      gathering.addRegional(region, component, facet.region?.({ ...input, region }) ?? []);
    }
    gathering.addWide({ place: 'peering' }, component, facet.peering?.(input) ?? []);
  }
  return gathering;
}

function facetOf(
  component: ResolvedComponent,
  facets: TerraformFacets,
): TerraformFacet<Kind> | null {
  const facet = facets[component.kind];
  // Each facet takes its own kind only, and is only ever given components of that kind.
  return 'none' in facet ? null : (facet as TerraformFacet<Kind>);
}

class Gathering implements Gathered {
  readonly publications = new Map<string, Publication>();
  readonly #platform: Platform;
  readonly #files = new Map<string, Map<string, Block[]>>();
  readonly #roots = new Map<string, Root>();

  constructor(platform: Platform) {
    this.#platform = platform;
    const regions = Object.keys(platform.regions);
    this.#begin({ place: 'global' });
    for (const layer of layers) {
      for (const region of regions) this.#begin({ place: 'region', region, layer });
    }
    this.#begin({ place: 'peering' });
  }

  get modules(): ReadonlyMap<string, Module> {
    const modules = [...this.#roots].map(([folder, root]): [string, Module] => [
      folder,
      { root, files: this.#files.get(folder) ?? new Map() },
    ]);
    return new Map(modules.filter(([, { files }]) => files.size > 0));
  }

  addRegional(
    region: Region,
    component: ResolvedComponent,
    fragments: readonly LayerFragment[],
  ): void {
    for (const fragment of fragments) {
      const root: Root = { place: 'region', region: region.name, layer: fragment.layer };
      this.#add(root, fragment);
      this.#publish(root, region.name, component, fragment.publishes ?? {});
    }
  }

  addWide(
    root: Root,
    component: ResolvedComponent,
    fragments: readonly (Fragment & {
      readonly publishesIn?: {
        readonly [region: string]: { readonly [name: string]: Publishable };
      };
    })[],
  ): void {
    for (const fragment of fragments) {
      this.#add(root, fragment);
      for (const region of Object.keys(this.#platform.regions)) {
        const own = fragment.publishesIn?.[region] ?? {};
        this.#publish(root, region, component, { ...fragment.publishes, ...own });
      }
    }
  }

  #begin(root: Root): void {
    this.#roots.set(folderOf(root), root);
    this.#files.set(folderOf(root), new Map());
  }

  #add(root: Root, { file, blocks }: Fragment): void {
    const files = this.#files.get(folderOf(root)) ?? new Map<string, Block[]>();
    const known = files.get(file) ?? [];
    // Several components may ask for one variable, or look up the same thing.
    const fresh = blocks.filter((block) => !known.some((other) => isSame(other, block)));
    if (known.length + fresh.length > 0) files.set(file, [...known, ...fresh]);
    this.#files.set(folderOf(root), files);
  }

  #publish(
    root: Root,
    region: string,
    { name: component }: ResolvedComponent,
    values: { readonly [name: string]: Publishable },
  ): void {
    for (const [name, value] of Object.entries(values)) {
      const key = publicationKey(region, component, name);
      if (this.publications.has(key)) throw new Error(`${component} publishes ${name} twice`);
      this.publications.set(key, { component, name, region, root, value });
    }
  }
}

function isSame(one: Block, other: Block): boolean {
  const isShared = one.type === 'variable' || one.type === 'data';
  return isShared && one.type === other.type && one.labels.join('.') === other.labels.join('.');
}
