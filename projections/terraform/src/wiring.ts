/** Who reads what of whom: references inside a module, parameters between modules. */

import { type Gathered, keyOf, type Publication, publicationKey } from './gather.ts';
import { type Block, blocksIn, isNested, type Nested } from './hcl/block.ts';
import {
  expression,
  hcl,
  isExpression,
  isSeveral,
  type Published,
  type Value,
} from './hcl/value.ts';
import { folderOf, isBefore, type Root } from './layers.ts';

export interface Wiring {
  /** What a module reads of others, by its folder. */
  readonly reads: ReadonlyMap<string, readonly Publication[]>;
  /** What others read of a module, by its folder. */
  readonly told: ReadonlyMap<string, readonly Publication[]>;
  /** Variables that a person has to fill, by the folder of their module. */
  readonly asked: ReadonlyMap<string, readonly Block[]>;
}

/**
 * Finds every value that crosses from one module into another. Throws for one that nobody
 * publishes, and for one that is made later: then a facet has put something into the wrong layer.
 */
export function wire({ modules, publications }: Gathered): Wiring {
  const reads = new Map<string, Set<Publication>>();
  const told = new Map<string, Set<Publication>>();
  const asked = new Map<string, Map<string, Block>>();
  const waiting: { readonly root: Root; readonly wanted: Published }[] = [];
  for (const { root, files } of modules.values()) {
    for (const blocks of files.values()) {
      for (const wanted of blocks.flatMap(wantedBy)) waiting.push({ root, wanted });
    }
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { root, wanted } = next;
    const found = lookUp(root, wanted, publications);
    const own = folderOf(root);
    const other = folderOf(found.root);
    if (found.asks !== null) {
      const variables = asked.get(other) ?? new Map<string, Block>();
      asked.set(other, variables.set(found.asks.labels.join('.'), found.asks));
    }
    if (own === other || reads.get(own)?.has(found) === true) continue;
    if (!mayRead(root, found)) {
      throw new Error(`${own} reads ${found.component}'s ${found.name}, which is in ${other}`);
    }
    reads.set(own, (reads.get(own) ?? new Set()).add(found));
    if (told.get(other)?.has(found) === true) continue;
    told.set(other, (told.get(other) ?? new Set()).add(found));
    for (const deeper of wantedIn(found.value)) waiting.push({ root: found.root, wanted: deeper });
  }
  const variables = [...asked].map(([folder, blocks]): [string, Block[]] => [
    folder,
    [...blocks].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, block]) => block),
  ]);
  return { reads: sorted(reads), told: sorted(told), asked: new Map(variables) };
}

/** In an order that does not depend on who was asked first. */
function sorted(sets: Map<string, Set<Publication>>): Map<string, readonly Publication[]> {
  return new Map(
    [...sets].map(([folder, set]) => [
      folder,
      [...set].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    ]),
  );
}

export function lookUp(
  root: Root,
  { component, name, region }: Published,
  publications: Gathered['publications'],
): Publication {
  const own = root.place === 'region' ? root.region : null;
  const wanted = region ?? own;
  const found =
    wanted === null
      ? [...publications.values()].find(
          (candidate) =>
            candidate.component === component &&
            candidate.name === name &&
            folderOf(candidate.root) === folderOf(root),
        )
      : publications.get(publicationKey(wanted, component, name));
  if (found !== undefined) return found;
  throw new Error(`${folderOf(root)} reads ${component}'s ${name}, which nobody publishes`);
}

/** What is applied before it; no region reads another, and only `peering/` reads several. */
function mayRead(root: Root, { root: from, region }: Publication): boolean {
  if (!isBefore(from, root)) return false;
  return root.place === 'peering' || (root.place === 'region' && region === root.region);
}

/** As it is written in a module that reads it: the value itself, or the local that holds it. */
export function nameIn(root: Root, publication: Publication): Value {
  const { value } = publication;
  if (folderOf(root) === folderOf(publication.root)) {
    return isSeveral(value) && 'list' in value ? value.list : value;
  }
  return hcl(`local.${localName(root, publication)}`);
}

/** `network_vpc_id`; in `peering/`, which reads several regions, with the region in front. */
export function localName(root: Root, { component, name, region }: Publication): string {
  const own = root.place === 'region' ? '' : `${region}-`;
  return `${own}${component}-${name}`.replaceAll('-', '_');
}

function wantedBy(block: Block): Published[] {
  return Object.values(block.body).flatMap(wantedIn);
}

function wantedIn(value: Value | Nested | undefined): Published[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isNested(value)) {
    return blocksIn(value).flatMap(({ body }) => Object.values(body).flatMap(wantedIn));
  }
  if (isExpression(value)) {
    switch (value[expression]) {
      case 'published':
        return [value];
      case 'call':
        return value.with.flatMap(wantedIn);
      case 'template':
        return value.parts.flatMap((part) => (typeof part === 'string' ? [] : wantedIn(part)));
      default:
        return [];
    }
  }
  return Object.values(value).flatMap(wantedIn);
}
