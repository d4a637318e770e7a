/** The layers of a region, the lowest first. A layer is applied after all those below it. */
export const layers = ['network', 'data', 'cluster', 'edge', 'add-ons'] as const;
export type Layer = (typeof layers)[number];

/**
 * One root module, with a state of its own. `bootstrap` makes the buckets for the states of all
 * others. `global` is what has no region. `peering` is the only one that reads two regions.
 */
export type Root =
  | { readonly place: 'region'; readonly region: string; readonly layer: Layer }
  | { readonly place: 'global' }
  | { readonly place: 'peering' }
  | { readonly place: 'bootstrap' };

/** Its folder below `terraform/`. */
export function folderOf(root: Root): string {
  return root.place === 'region' ? `${root.region}/${root.layer}` : root.place;
}

/** In the order in which they are applied, each in every region before the next. */
const order = ['bootstrap', 'global', 'network', 'data', 'peering', 'cluster', 'edge', 'add-ons'];

/** Whether one is applied before the other, so that the other can read what it has made. */
export function isBefore(one: Root, other: Root): boolean {
  const rankOf = (root: Root) => order.indexOf(root.place === 'region' ? root.layer : root.place);
  return rankOf(one) < rankOf(other);
}
