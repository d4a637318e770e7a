import type { Platform } from '@outrigger/model';
import type { Action, Json } from '../action.ts';
import type { Loss } from '../request.ts';
import type { DataTopology, Member, Topology } from '../topology.ts';
import type { PerformContext } from '../world.ts';
import {
  asynchronousTail,
  isZonal,
  type MemberModel,
  type StoreModel,
  storeOf,
  wanted,
} from './memory-store.ts';

export type Facts = { readonly [fact: string]: Json };
export type Effected =
  | { readonly kind: 'done'; readonly facts: Facts }
  | { readonly kind: 'refused' | 'failed' | 'unknown'; readonly why: string };

/** A stretch of time in which a member acknowledged writes. */
export interface Writing {
  readonly component: string;
  readonly member: string;
  readonly epoch: number;
  readonly fromMs: number;
  toMs: number;
}

export const leaseMs = 300;
/** The limit of the gateway: a hold that nobody releases ends by itself, at the old side. */
export const holdMsMax = 2000;

/**
 * What a small platform would do: who may write, who follows, what is admitted. It obeys every
 * action whose epoch is not old, also wrong ones, and takes down what went wrong.
 */
export class MemoryModel {
  readonly stores = new Map<string, StoreModel>();
  readonly writings: Writing[] = [];
  readonly violations: string[] = [];
  readonly lostRegions = new Set<string>();
  readonly lostZones = new Set<string>();
  readonly admitted = new Map<string, number>();
  private readonly epochSeen = new Map<string, number>();
  private readonly held = new Map<string, { until: number; epoch: number }>();
  private readonly released = new Set<string>();
  /** The highest epoch that a region's gateways were told. */
  private readonly told = new Map<string, number>();
  private readonly capacity = new Map<string, number>();
  private readonly platform: Platform;
  private readonly now: () => number;

  constructor(platform: Platform, topology: Topology, now: () => number) {
    this.platform = platform;
    this.now = now;
    for (const [name, data] of Object.entries(topology.data)) {
      this.stores.set(name, storeOf(name, data, topology.epoch));
    }
    for (const region of topology.lost.regions) this.lostRegions.add(region);
    for (const zone of topology.lost.zones) this.lostZones.add(zone);
    for (const region of topology.admitted) this.admitted.set(region, topology.epoch);
    for (const store of this.stores.values()) this.beginWriting(store);
  }

  /** What a loss does by itself. In a partition the old writer answers until its lease lapses. */
  lose(loss: Loss): void {
    if (loss.zone === null) this.lostRegions.add(loss.region);
    else this.lostZones.add(loss.zone);
    for (const store of this.stores.values()) {
      const writer = store.members.get(store.writer ?? '');
      if (writer === undefined || this.reaches(writer.region, writer.zone)) continue;
      store.leaseUntil = this.now() + leaseMs;
      const stopsAt = loss.kind === 'partition' ? store.leaseUntil : this.now();
      this.endWriting(store, writer.id, stopsAt);
    }
  }

  reaches(region: string | undefined, zone?: string | null): boolean {
    if (region !== undefined && this.lostRegions.has(region)) return false;
    return zone === undefined || zone === null || !this.lostZones.has(zone);
  }

  /** The effect itself. Repeating it has the same effect; the answer is what is true then. */
  effect(action: Action, context: PerformContext): Effected {
    const place = action.region ?? '';
    if (action.verb !== 'fence' && !this.reaches(action.region, action.zone)) {
      return { kind: 'unknown', why: `no answer from ${action.zone ?? place}` };
    }
    const seen = this.epochSeen.get(place) ?? 0;
    if (context.epoch < seen) return { kind: 'refused', why: `epoch ${seen} was seen` };
    this.epochSeen.set(place, context.epoch);
    const store = this.stores.get(action.component);
    return store === undefined
      ? this.effectOnTraffic(action, context)
      : this.effectOnStore(store, action, context);
  }

  private effectOnStore(store: StoreModel, action: Action, context: PerformContext): Effected {
    const member = store.members.get(String(action.arguments.member));
    // Who may write is decided by the voters, who know the newest epoch, wherever the action acts.
    if (context.epoch < store.epoch)
      return { kind: 'refused', why: `epoch ${store.epoch} owns it` };
    switch (action.verb) {
      case 'fence':
        // One that comes late finds another writer, and leaves it alone.
        if (store.writer === member?.id) store.fenced = true;
        this.endWriting(store, String(member?.id), this.now());
        return done({ fenced: 'lease' });
      case 'promote':
      case 'detach-replication':
        return this.promote(store, member, context.epoch);
      case 'transfer':
        return this.transfer(store, member, context.epoch);
      case 'salvage':
        if (member !== undefined) member.salvaged = true;
        return done({ salvaged: true, lostWrites: member?.onlyCopies ?? 0 });
      case 'rejoin':
      case 'attach-replication':
        return this.follow(store, member, action);
      case 'verify':
        return done(this.factsOfStore(store, member));
      default:
        return { kind: 'refused', why: `${action.verb} makes no sense for a store` };
    }
  }

  private promote(store: StoreModel, member: MemberModel | undefined, epoch: number): Effected {
    if (member === undefined) return { kind: 'refused', why: 'no such member' };
    if (store.writer === member.id && store.epoch >= epoch) {
      return done(this.factsOfStore(store, member));
    }
    const old = store.members.get(store.writer ?? '');
    if (old !== undefined && old.id !== member.id) {
      // Nobody fences files: they are acknowledged by a row in a database, which is fenced.
      const isStopped = store.fenced || old.zone === null;
      this.endWriting(store, old.id, isStopped ? this.now() : store.leaseUntil);
      const lost = store.inSync.has(member.id) ? 0 : asynchronousTail;
      for (const other of store.members.values()) {
        if (
          other.region === old.region &&
          other.region !== member.region &&
          other.state !== 'absent'
        ) {
          other.state = 'diverged';
          other.onlyCopies = lost;
          other.salvaged = false;
        }
      }
      old.state = 'diverged';
      old.onlyCopies = lost;
      old.salvaged = false;
    }
    this.becomeWriter(store, member, epoch);
    return done(this.factsOfStore(store, member));
  }

  private transfer(store: StoreModel, member: MemberModel | undefined, epoch: number): Effected {
    if (member === undefined) return { kind: 'refused', why: 'no such member' };
    const old = store.members.get(store.writer ?? '');
    if (old !== undefined && old.id !== member.id) {
      if (!member.streaming) return { kind: 'failed', why: `${member.id} does not stream` };
      this.endWriting(store, old.id, this.now());
      old.state = 'standby';
      // Stopped cleanly, it has all: it can take over again at once.
      old.streaming = true;
    }
    this.becomeWriter(store, member, epoch);
    return done(this.factsOfStore(store, member));
  }

  private becomeWriter(store: StoreModel, member: MemberModel, epoch: number): void {
    this.endWriting(store, member.id, this.now());
    member.state = 'writer';
    member.synchronous = false;
    store.writer = member.id;
    store.epoch = epoch;
    store.fenced = false;
    store.inSync = new Set([member.id]);
    store.leaseUntil = Number.POSITIVE_INFINITY;
    this.beginWriting(store);
  }

  private follow(store: StoreModel, member: MemberModel | undefined, action: Action): Effected {
    if (member === undefined) return { kind: 'refused', why: 'no such member' };
    if (member.id === store.writer) return { kind: 'refused', why: `${member.id} writes` };
    if (member.state === 'diverged') {
      if (action.arguments.overwrite !== true) return { kind: 'refused', why: 'it has diverged' };
      if (!member.salvaged) {
        this.violations.push(`${member.id} was overwritten, and what only it had is gone`);
      }
    }
    member.state = 'standby';
    member.streaming = true;
    member.onlyCopies = 0;
    member.synchronous = action.arguments.synchronous === true;
    if (member.synchronous) store.inSync.add(member.id);
    return done(this.factsOfStore(store, member));
  }

  private effectOnTraffic(action: Action, context: PerformContext): Effected {
    const region = action.region ?? '';
    const at = `${action.component}@${region}`;
    switch (action.verb) {
      case 'hold-writes':
        if (context.epoch < (this.told.get(at) ?? 0)) return { kind: 'refused', why: 'stale' };
        this.told.set(at, context.epoch);
        if (!this.released.has(`${context.run} ${at}`)) {
          this.held.set(at, { until: this.now() + holdMsMax, epoch: context.epoch });
        }
        break;
      case 'release-writes':
        if (context.epoch < (this.told.get(at) ?? 0)) return { kind: 'refused', why: 'stale' };
        this.told.set(at, context.epoch);
        this.released.add(`${context.run} ${at}`);
        this.held.delete(at);
        break;
      case 'scale':
        this.capacity.set(at, wanted(action));
        break;
      case 'admit':
        this.checkAdmitted(region, context.epoch);
        this.admitted.set(region, context.epoch);
        break;
      case 'exclude':
        this.admitted.delete(region);
        break;
      case 'verify':
        break;
      default:
        return { kind: 'refused', why: `${action.verb} makes no sense for ${action.component}` };
    }
    return done(this.factsOfTraffic(action.component, region));
  }

  private checkAdmitted(region: string, epoch: number): void {
    for (const store of this.stores.values()) {
      const writer = store.members.get(store.writer ?? '');
      const owned = writer !== undefined && this.reaches(writer.region, writer.zone);
      if (!owned) this.violations.push(`${region} was admitted before ${store.name} could write`);
    }
    const databases = [...this.stores.values()].filter((store) => isZonal(store));
    if (databases.some((store) => store.epoch !== epoch)) {
      this.violations.push(`${region} was admitted under an epoch that a database does not own`);
    }
    for (const component of Object.values(this.platform.components)) {
      if (component.kind !== 'service' || !component.regions.includes(region)) continue;
      if (this.ready(component.name, region) === 0) {
        this.violations.push(`${region} was admitted before ${component.name} ran there`);
      }
    }
  }

  private ready(component: string, region: string): number {
    const scaled = this.capacity.get(`${component}@${region}`);
    if (scaled !== undefined) return scaled;
    const found = this.platform.components[component];
    const standby = this.platform.regions[region]?.role === 'standby';
    if (found?.kind !== 'service') return 0;
    return standby ? found.standby.min : found.replicas.min;
  }

  facts(component: string, region: string | undefined, zone: string | undefined): Facts {
    const store = this.stores.get(component);
    if (store === undefined) return this.factsOfTraffic(component, region ?? '');
    const member = [...store.members.values()].find(
      (one) => one.region === region && (zone === undefined || one.zone === zone),
    );
    return this.factsOfStore(store, member);
  }

  private factsOfStore(store: StoreModel, member: MemberModel | undefined): Facts {
    const writes = member !== undefined && store.writer === member.id;
    return {
      writable: writes,
      canaryRead: writes,
      epoch: store.epoch,
      member: store.writer,
      streaming: member?.streaming ?? false,
      replayedPast: member?.streaming ?? false,
      synchronous: member?.synchronous ?? false,
      salvaged: member?.salvaged ?? false,
      lagMs: 40,
    };
  }

  private factsOfTraffic(component: string, region: string): Facts {
    const epoch = this.admitted.get(region) ?? null;
    const held = this.isHeld(component, region);
    const served = this.isReady(region) && !this.anyHeld() && this.allWritable();
    const ready = this.platform.components[component]?.kind;
    const count = this.capacity.get(`${component}@${region}`) ?? this.ready(component, region);
    const scales = ready === 'service' || ready === 'kubernetes-cluster';
    const rehearsed = count > 0;
    const toldEpoch = this.told.get(`${component}@${region}`) ?? 0;
    return {
      ready: scales ? count : epoch !== null,
      epoch,
      toldEpoch,
      served,
      held,
      inFlight: 0,
      rehearsed,
    };
  }

  /** Its `/readyz` says yes: reached, and not behind the newest epoch that was admitted. */
  private isReady(region: string): boolean {
    const newest = Math.max(...this.admitted.values());
    return this.reaches(region) && this.admitted.get(region) === newest;
  }

  private isHeld(component: string, region: string): boolean {
    const hold = this.held.get(`${component}@${region}`);
    return hold !== undefined && hold.until > this.now();
  }

  /** Whether writes wait anywhere now. */
  anyHeld(): boolean {
    return [...this.held.values()].some((hold) => hold.until > this.now());
  }

  allWritable(): boolean {
    return [...this.stores.values()].every((store) => {
      const writer = store.members.get(store.writer ?? '');
      return writer !== undefined && this.reaches(writer.region, writer.zone);
    });
  }

  private beginWriting(store: StoreModel): void {
    if (store.writer === null) return;
    const { name: component, writer: member, epoch } = store;
    const fromMs = this.now();
    this.writings.push({ component, member, epoch, fromMs, toMs: Number.POSITIVE_INFINITY });
  }

  /** A member acknowledges nothing from then on. Who was not stopped goes on until then. */
  private endWriting(store: StoreModel, member: string, at: number): void {
    for (const writing of this.writings) {
      if (writing.component !== store.name || writing.member !== member) continue;
      writing.toMs = Math.min(writing.toMs, Math.max(at, writing.fromMs));
    }
  }

  /** What a controller would observe and put into record 0. */
  topology(): Topology {
    const data: Record<string, DataTopology> = {};
    for (const store of this.stores.values()) {
      const members = [...store.members.values()].map((member): Member => {
        const { id, region, zone, salvaged } = member;
        const lost = !this.reaches(region, zone) && member.state !== 'absent';
        return { id, region, zone, salvaged, state: lost ? 'lost' : member.state };
      });
      const { writer } = store;
      const lagMs = members.length > 1 ? 40 : null;
      data[store.name] = { writer, members, inSync: [...store.inSync], voters: [], lagMs };
    }
    const owned = [...this.stores.values()].map((store) => store.epoch);
    const epochs = [...this.epochSeen.values(), ...owned, ...this.admitted.values()];
    return {
      epoch: Math.max(...epochs),
      data,
      lost: { regions: [...this.lostRegions], zones: [...this.lostZones] },
      admitted: [...this.admitted.keys()].filter((region) => this.isReady(region)),
    };
  }
}

function done(facts: Facts): Effected {
  return { kind: 'done', facts };
}
