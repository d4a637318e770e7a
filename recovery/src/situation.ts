import type { Platform } from '@outrigger/model';
import type { Intent, Loss, PlanObjective } from './request.ts';
import type { Member, Topology } from './topology.ts';

/** What happened and where things go: worked out once, read by every facet. */
export interface Situation {
  readonly intent: Intent;
  readonly failure: Loss | null;
  /** Both sides are there: a switchover, or the way home. */
  readonly planned: boolean;
  readonly from: string | null;
  readonly to: string;
  readonly takesEpoch: boolean;
  /** The target serves nobody yet: a region that only waits has to grow first. */
  readonly startsToServe: boolean;
  /** The target has backups and nothing else: it is built from Terraform before it can serve. */
  readonly rebuilds: boolean;
  readonly objective: PlanObjective | null;
  readonly lostRegions: ReadonlySet<string>;
  readonly lostZones: ReadonlySet<string>;
  /** By data component: its writer moves, or stays and takes the new epoch. Absent: left alone. */
  readonly moves: { readonly [component: string]: Move };
  /** Regions that get traffic under the new epoch. Empty when traffic stays as it is. */
  readonly admit: readonly string[];
  /** Regions that are taken out of traffic. */
  readonly exclude: readonly string[];
  /** Regions whose gateways hold writes during a planned move. */
  readonly hold: readonly string[];
}

export interface Move {
  /** Who wrote until now; null when nobody may write. */
  readonly writer: Member | null;
  readonly target: Member;
  /** The target holds every acknowledged write, as the witness recorded it. */
  readonly lossless: boolean;
}

/** Whether a member can't be reached, or writes from a process that is gone. */
export function isLost(
  member: Member,
  lost: { readonly lostRegions: ReadonlySet<string>; readonly lostZones: ReadonlySet<string> },
): boolean {
  return (
    member.state === 'lost' ||
    lost.lostRegions.has(member.region) ||
    (member.zone !== null && lost.lostZones.has(member.zone))
  );
}

/** Members in the order in which they are preferred: the platform's zones, then as observed. */
export function inZoneOrder(platform: Platform, members: readonly Member[]): readonly Member[] {
  const position = new Map<string, number>();
  for (const region of Object.values(platform.regions)) {
    for (const zone of region.zones) position.set(zone.name, position.size);
  }
  const rank = (member: Member) => position.get(member.zone ?? '') ?? position.size;
  return [...members].sort((left, right) => rank(left) - rank(right));
}

/** The member that writes; null when nobody may, or when the topology names one it doesn't list. */
export function writerOf(topology: Topology, component: string): Member | null {
  const data = topology.data[component];
  if (data === undefined || data.writer === null) return null;
  return data.members.find((member) => member.id === data.writer) ?? null;
}
