/** What all components contribute, put where it belongs: one tree of root modules. */
import type { Kind, Platform, Problem, Region, ResolvedComponent } from '@outrigger/model';
import type { RecoveryState } from '@outrigger/recovery';
import type { StoodIn } from './asked.ts';
import { foundIn, globalOf, peeringOf, regionOf } from './existing.ts';
import type {
  LayerFragment,
  TerraformFacet,
  TerraformFacets,
  TerraformInput,
  WideFragment,
} from './facet.ts';
import type { Block } from './hcl/block.ts';
import type { Publishable } from './hcl/value.ts';
import { folderOf, homeOf, isBefore, layers, type Root } from './layers.ts';
import { nameProblems, sameNameProblems } from './limits.ts';
import { addressOf, diskProblems, patched, patchProblems } from './patch.ts';

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
  /** The variable that it is, where only a person can tell it. */
  readonly asks: Block | null;
}

export interface Gathered {
  /** By folder, in the order in which they are applied. */
  readonly modules: ReadonlyMap<string, Module>;
  /** By `publicationKey`. */
  readonly publications: ReadonlyMap<string, Publication>;
  /** What AWS would refuse, and patches that fit nothing. */
  readonly problems: readonly Problem[];
}

export function publicationKey(region: string, component: string, name: string): string {
  return `${region} ${component} ${name}`;
}

export function keyOf({ region, component, name }: Publication): string {
  return publicationKey(region, component, name);
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
    gathering.addWide({ place: 'global' }, component, globalOf(input, facet));
    for (const name of component.regions) {
      const region = platform.regions[name];
      if (region === undefined) throw new Error(`${component.name} is in no region ${name}`);
      gathering.addRegional(region, component, regionOf({ ...input, region }, facet));
      if (foundIn(component, name) !== null) continue;
      gathering.problems.push(...(facet.refused?.({ ...input, region }) ?? []));
    }
    gathering.addWide({ place: 'peering' }, component, peeringOf(input, facet));
    gathering.finish(component);
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

/** As they are applied. */
function byOrder(one: Root, other: Root): number {
  return Number(isBefore(other, one)) - Number(isBefore(one, other));
}

class Gathering implements Gathered {
  readonly publications = new Map<string, Publication>();
  readonly problems: Problem[] = [];
  /** Of the component at hand. */
  #addresses = new Set<string>();
  /** Names and addresses, and whose they are. */
  readonly #taken = new Map<string, string>();
  /** Of each file: several components may ask for one variable, or look up the same thing. */
  readonly #shared = new Set<string>();
  readonly #platform: Platform;
  readonly #files = new Map<string, Map<string, Block[]>>();
  readonly #roots = new Map<string, Root>();

  constructor(platform: Platform) {
    this.#platform = platform;
    const regions = Object.keys(platform.regions);
    const roots: readonly Root[] = [
      { place: 'global' },
      ...layers.flatMap((layer) =>
        regions.map((region): Root => ({ place: 'region', region, layer })),
      ),
      { place: 'peering' },
    ];
    for (const root of roots.toSorted(byOrder)) this.#begin(root);
  }

  get modules(): ReadonlyMap<string, Module> {
    const modules = [...this.#roots].map(([folder, root]): [string, Module] => [
      folder,
      { root, files: this.#files.get(folder) ?? new Map() },
    ]);
    return new Map(modules);
  }

  addRegional(
    region: Region,
    component: ResolvedComponent,
    fragments: readonly (LayerFragment & StoodIn)[],
  ): void {
    for (const fragment of fragments) {
      const root: Root = { place: 'region', region: region.name, layer: fragment.layer };
      this.#add(root, component, fragment);
      this.#publish(root, region.name, component, fragment.publishes ?? {}, fragment.asks);
    }
  }

  addWide(
    root: Root,
    component: ResolvedComponent,
    fragments: readonly (WideFragment & StoodIn)[],
  ): void {
    for (const fragment of fragments) {
      this.#add(root, component, fragment);
      for (const region of Object.keys(this.#platform.regions)) {
        const own = fragment.publishesIn?.[region] ?? {};
        this.#publish(root, region, component, { ...fragment.publishes, ...own }, fragment.asks);
      }
    }
  }

  #begin(root: Root): void {
    this.#roots.set(folderOf(root), root);
    this.#files.set(folderOf(root), new Map());
  }

  /** All of a component is there: what it says of its own resources can be judged. */
  finish(component: ResolvedComponent): void {
    this.problems.push(...patchProblems(component, this.#addresses));
    this.#addresses = new Set();
  }

  #add(root: Root, component: ResolvedComponent, { file, blocks }: WideFragment): void {
    const folder = folderOf(root);
    const files = this.#files.get(folder) ?? new Map<string, Block[]>();
    const known = files.get(file) ?? [];
    const keyIn = (block: Block) => `${folder}/${file} ${addressOf(block)}`;
    const fresh = blocks
      .filter((block) => !this.#shared.has(keyIn(block)))
      .map((block) => patched(block, component));
    for (const block of fresh) {
      this.#tellOnce(nameProblems(component, block));
      this.#tellOnce(diskProblems(block, component));
      const place = { folder, region: homeOf(this.#platform, root) };
      this.#tellOnce(sameNameProblems(component, block, place, this.#taken));
      if (block.type === 'resource') this.#addresses.add(addressOf(block));
      if (block.type === 'variable' || block.type === 'data') this.#shared.add(keyIn(block));
      known.push(block);
    }
    if (fresh.length > 0) files.set(file, known);
    this.#files.set(folder, files);
  }

  /** A name that is too long is so in each region. */
  #tellOnce(found: readonly Problem[]): void {
    for (const problem of found) {
      const { path, mend } = problem;
      const isTold = this.problems.some((told) => told.path === path && told.mend === mend);
      if (!isTold) this.problems.push(problem);
    }
  }

  #publish(
    root: Root,
    region: string,
    { name: component }: ResolvedComponent,
    values: { readonly [name: string]: Publishable },
    asks: ReadonlyMap<string, Block> = new Map(),
  ): void {
    for (const [name, value] of Object.entries(values)) {
      const key = publicationKey(region, component, name);
      if (this.publications.has(key)) {
        // That two things in it have one name was told; then the first one's value is for both.
        if (this.problems.some(({ path }) => path === `components.${component}`)) continue;
        throw new Error(`${component} publishes ${name} twice`);
      }
      const asked = asks.get(`${name} ${region}`) ?? asks.get(name) ?? null;
      this.publications.set(key, { component, name, region, root, value, asks: asked });
    }
  }
}
