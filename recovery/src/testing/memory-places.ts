import type { Platform } from '@outrigger/model';
import type { Loss } from '../request.ts';
import type { MemberPlace, Surroundings } from './memory-truth.ts';

/** Where the controller stands: it sees a place as nobody of that place's region would. */
export const away: MemberPlace = { id: 'controller', region: 'witness', zone: null };

/** What is there, what is gone, and what is only cut off: who lives, and who reaches whom. */
export class Places {
  /** Out of reach from outside: gone, or cut off. */
  readonly lostRegions = new Set<string>();
  readonly lostZones = new Set<string>();
  isWitnessLost = false;
  /** Cut off, but alive. */
  private readonly cutRegions = new Set<string>();
  private readonly platform: Platform;
  private readonly regionOfZone = new Map<string, string>();

  constructor(platform: Platform) {
    this.platform = platform;
    for (const { name, zones } of Object.values(platform.regions)) {
      for (const zone of zones) this.regionOfZone.set(zone.name, name);
    }
  }

  lose(loss: Loss): void {
    if (loss.zone !== null) this.lostZones.add(loss.zone);
    else if (loss.kind === 'region-loss') {
      this.lostRegions.add(loss.region);
      this.cutRegions.delete(loss.region);
    } else if (!this.lostRegions.has(loss.region)) {
      this.lostRegions.add(loss.region);
      this.cutRegions.add(loss.region);
    }
  }

  heal(place: string): void {
    this.lostRegions.delete(place);
    this.cutRegions.delete(place);
    this.lostZones.delete(place);
  }

  /** Whether a place is reached from where the controller is. */
  reaches(region: string | undefined, zone?: string | null): boolean {
    if (region !== undefined && this.lostRegions.has(region)) return false;
    return zone === undefined || zone === null || !this.lostZones.has(zone);
  }

  isAlive({ region, zone }: MemberPlace): boolean {
    return this.isThere(region, zone);
  }

  private isThere(region: string, zone: string | null): boolean {
    if (this.lostRegions.has(region) && !this.cutRegions.has(region)) return false;
    return zone === null || !this.lostZones.has(zone);
  }

  /** Whether whoever is there, and lives, reaches a region, a zone or the witness. */
  reachesFrom(from: MemberPlace, site: string): boolean {
    if (!this.isAlive(from)) return false;
    if (site === 'witness') return !this.isWitnessLost && !this.cutRegions.has(from.region);
    const zoneIn = this.regionOfZone.get(site);
    const other = zoneIn ?? site;
    if (!this.isThere(other, zoneIn === undefined ? null : site)) return false;
    return (
      other === from.region || (!this.cutRegions.has(from.region) && !this.cutRegions.has(other))
    );
  }

  /** The two sites that vote for a writer there, besides its own. */
  votersFor({ region, zone }: MemberPlace): readonly string[] {
    const other = Object.keys(this.platform.regions).find((name) => name !== region);
    if (other !== undefined) return [other, 'witness'];
    const zones = this.platform.regions[region]?.zones ?? [];
    const beside = zones.find(({ name }) => name !== zone)?.name;
    return [...(beside === undefined ? [] : [beside]), 'witness'];
  }

  surroundings(now: () => number, truth: Pick<Surroundings, 'later' | 'delayMs'>): Surroundings {
    return {
      ...truth,
      now,
      isAlive: (member) => this.isAlive(member),
      reachesSite: (member, site) => this.reachesFrom(member, site),
      votersFor: (member) => this.votersFor(member),
    };
  }
}
