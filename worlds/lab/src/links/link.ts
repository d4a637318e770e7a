import { linkBandwidthBytesPerSecond, linkDelayMs } from '../lab-timing.ts';
import type { CalmLinks, LabLayout } from '../layout.ts';

/** One direction between two sites, as `GET /state` shows it. */
export interface LinkState {
  readonly from: string;
  readonly to: string;
  /** One way. */
  readonly delayMs: number;
  /** Null: as fast as the machine. */
  readonly bandwidthBytesPerSecond: number | null;
  readonly cut: boolean;
  /** Bytes on their way, or held by a cut. */
  readonly heldBytes: number;
}

/** What `PUT /links/<from>/<to>` takes; what is left out stays as it is. */
export interface LinkChange {
  readonly delayMs?: number;
  readonly bandwidthBytesPerSecond?: number | null;
  readonly cut?: boolean;
}

/** `GET /state` of the links process. */
export interface LinksState {
  readonly links: readonly LinkState[];
  readonly darkZones: readonly string[];
  readonly connections: number;
}

/** How links are when the layout says nothing of them. */
export const calmLinksDefault: CalmLinks = {
  regionDelayMs: linkDelayMs.regionToRegion,
  witnessDelayMs: linkDelayMs.witnessToRegion,
  bandwidthBytesPerSecond: linkBandwidthBytesPerSecond,
};

export const witnessSite = 'witness';

/** How a directed link is when nothing is wrong with it. */
export function calmLink(layout: LabLayout, from: string, to: string): Required<LinkChange> {
  const calm = layout.links.calm ?? calmLinksDefault;
  const withWitness = from === witnessSite || to === witnessSite;
  return {
    delayMs: withWitness ? calm.witnessDelayMs : calm.regionDelayMs,
    bandwidthBytesPerSecond: calm.bandwidthBytesPerSecond,
    cut: false,
  };
}

export function sitesOf(layout: LabLayout): string[] {
  return [...layout.regions.map((region) => region.name), witnessSite];
}
