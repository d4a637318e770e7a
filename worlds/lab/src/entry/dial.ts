/** What the entry knows of a region's endpoint group when a new connection comes. */
export interface GroupView {
  readonly region: string;
  /** Percent, 0–100. */
  readonly dial: number;
  /** At least one of its nodes is healthy. */
  readonly healthy: boolean;
}

/**
 * The groups that a new connection may go to, and with which weights. Global Accelerator's rules:
 * the healthy ones, by their dials; when none of the healthy ones has a dial above 0, a healthy one
 * all the same (the dial does not stop fail-over); when none is healthy, as if all were (it fails
 * open). Source: the developer guide, "How failover works for unhealthy endpoints".
 *
 * There a client goes to the nearest group and the dial sends part of it on to the next; the lab's
 * clients are spread evenly around the regions, so that two groups at 100 get half each.
 */
export function candidates(groups: readonly GroupView[]): readonly GroupView[] {
  const healthy = groups.filter((group) => group.healthy);
  const dialled = healthy.filter((group) => group.dial > 0);
  if (dialled.length > 0) return dialled;
  const failover = healthy[0];
  if (failover !== undefined) return [{ ...failover, dial: 100 }];
  const open = groups.filter((group) => group.dial > 0);
  return open.length > 0 ? open : groups.slice(0, 1).map((group) => ({ ...group, dial: 100 }));
}

export interface RegionPicker {
  pick(groups: readonly GroupView[]): string | null;
}

/**
 * Takes turns by weight: of 100 connections a dial of 30 gets 30, spread out, and never by chance,
 * so that a short test sees the shares too.
 */
export function regionPicker(): RegionPicker {
  const credits = new Map<string, number>();
  return {
    pick(groups) {
      const possible = candidates(groups);
      const total = possible.reduce((sum, group) => sum + group.dial, 0);
      let best: string | null = null;
      for (const group of possible) {
        const credit = (credits.get(group.region) ?? 0) + group.dial;
        credits.set(group.region, credit);
        if (best === null || credit > (credits.get(best) ?? 0)) best = group.region;
      }
      // One that is out of the choice keeps no claim for when it comes back.
      for (const region of credits.keys()) {
        if (!possible.some((group) => group.region === region)) credits.delete(region);
      }
      if (best !== null) credits.set(best, (credits.get(best) ?? 0) - total);
      return best;
    },
  };
}
