import type { ComponentOf, Kind, Platform } from '@outrigger/model';
import type { NoFacet } from '@outrigger/recovery';

/**
 * What a component's cost is counted in, as AWS bills it. AWS writes GB and means 2^30 bytes. No
 * facet knows a price: quantities come from the platform, prices from a table that can be replaced.
 */
export const costUnits = [
  'hour',
  'month',
  'GiB-month',
  'GiB-hour',
  'GiB',
  'LCU-hour',
  'million',
] as const;
export type CostUnit = (typeof costUnits)[number];

/** A month as AWS's own calculator counts it: 8,760 hours by 12. */
export const hoursPerMonth = 730;

/** What runs in a region: all of it, or what waits there until it is needed. */
export type RegionUse = 'active' | 'standby';

/** One thing that is billed, for a month of it. */
export interface Quantity {
  /** What a price is looked up by: `ec2/m6i.large`. */
  readonly sku: string;
  /** An AWS region, or `global` for what is billed once. */
  readonly region: string;
  readonly unit: CostUnit;
  /** In a month; null where the platform doesn't say how much: then its price alone can be told. */
  readonly amount: number | null;
  /** For people: `3 nodes of apps`. */
  readonly what: string;
}

export interface CostInput<K extends Kind> {
  readonly component: ComponentOf<K>;
  /** Its strategy decides what waits in a standby region. */
  readonly platform: Platform;
  readonly region: string;
  readonly use: RegionUse;
}

/** What a kind of component contributes to the bill of one region. */
export interface CostFacet<K extends Kind> {
  readonly quantities: (input: CostInput<K>) => readonly Quantity[];
}

/** A kind that is billed nowhere, or elsewhere, says so. */
export type CostFacets = { readonly [K in Kind]: CostFacet<K> | NoFacet };

/** The quantities of one component in one region. */
export interface ComponentQuantities {
  readonly component: string;
  readonly quantities: readonly Quantity[];
}

/** What a region takes, component by component, in the platform's order. */
export function quantitiesIn(
  platform: Platform,
  region: string,
  use: RegionUse,
  facets: CostFacets,
): readonly ComponentQuantities[] {
  return Object.values(platform.components).map((component) => ({
    component: component.name,
    quantities: quantitiesOf({ component, platform, region, use }, facets),
  }));
}

function quantitiesOf(input: CostInput<Kind>, facets: CostFacets): readonly Quantity[] {
  const facet = facets[input.component.kind];
  // Each facet takes its own kind only, and is only ever given components of that kind.
  return 'none' in facet ? [] : (facet as CostFacet<Kind>).quantities(input);
}

/** How a region is used before anything happens. */
export function usedAtRest(platform: Platform, region: string): RegionUse {
  return platform.regions[region]?.role === 'standby' ? 'standby' : 'active';
}

/** Something that runs the whole month, as often as `count` says. */
export function running(
  sku: string,
  { region, count, what }: { readonly region: string; readonly count: number; what: string },
): Quantity {
  return { sku, region, unit: 'hour', amount: count * hoursPerMonth, what };
}

/** Something that is billed, of which the platform doesn't say how much there is. */
export function unknownAmount(sku: string, unit: CostUnit, region: string, what: string): Quantity {
  return { sku, region, unit, amount: null, what };
}

/** The writer's password, which the database keeps in Secrets Manager and rotates by itself. */
export function managedPassword(region: string): Quantity {
  const what = 'managed password';
  return { sku: 'secrets-manager/secret', region, unit: 'month', amount: 1, what };
}

export function gib(bytes: number): number {
  return bytes / 2 ** 30;
}

/** `3 nodes`, `1 node`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whether a standby region has nothing but backups: all else is built when it is needed. */
export function isBuiltLater(platform: Platform, use: RegionUse): boolean {
  return use === 'standby' && platform.strategy === 'backup-restore';
}
