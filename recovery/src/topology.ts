/**
 * What was observed, and journaled in record 0: who writes, who follows, who can take over without
 * loss. A region's `role` in the platform is only the preferred start; every plan comes from here.
 */
export interface Topology {
  /** One epoch for a platform: several databases move together or the plan stops. */
  readonly epoch: number;
  readonly data: { readonly [component: string]: DataTopology };
  /** Regions and zones that can't be reached now, by name. */
  readonly lost: { readonly regions: readonly string[]; readonly zones: readonly string[] };
  /** Regions that the entry may send clients to: ready, owning the epoch. */
  readonly admitted: readonly string[];
}

export interface DataTopology {
  /** A member's id, or null when nobody may write. */
  readonly writer: string | null;
  readonly members: readonly Member[];
  /** Ids of the members that hold every acknowledged write, as the witness recorded it. */
  readonly inSync: readonly string[];
  /** The three sites whose majority is a lease: the writer's region, one other, the witness. */
  readonly voters: readonly string[];
  /**
   * now − last replayed heartbeat, ms, of the best standby outside the writer's region; null: not
   * known.
   */
  readonly lagMs: number | null;
}

/**
 * A copy of a store. `diverged`: it may hold the only copy of an acked write, so it is salvaged
 * before it is overwritten. `absent`: nothing there yet, can be seeded. `lost`: out of reach.
 */
export interface Member {
  /** `<component>@<zone>`, or `<component>@<region>` for a regional store. */
  readonly id: string;
  readonly region: string;
  readonly zone: string | null;
  readonly state: 'writer' | 'standby' | 'diverged' | 'absent' | 'lost';
  /** Whether its diverged data was already kept by a salvage. */
  readonly salvaged: boolean;
  /** Whether what is written reaches it now; left out: not known. */
  readonly streams?: boolean;
  /** How far it is behind, ms, as `DataTopology.lagMs`; null or left out: not known. */
  readonly lagMs?: number | null;
}
