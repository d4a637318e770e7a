import type { Platform } from '@outrigger/model';

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

/** Where the module's own state lies, and its provider's first region. */
export function homeOf(platform: Platform, root: Root): string {
  return root.place === 'region' ? root.region : wideHome(platform);
}

/**
 * `global/` and `peering/` belong to no region, so their state lies in the one that is least likely
 * to be the lost one when they are needed: the last that the platform names, which is a standby
 * where there is one.
 */
function wideHome(platform: Platform): string {
  const regions = Object.values(platform.regions);
  const standby = regions.find(({ role }) => role === 'standby');
  return (standby ?? regions.at(-1))?.name ?? '';
}
