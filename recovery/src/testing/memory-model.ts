import type { Platform } from '@outrigger/model';
import type { Action } from '../action.ts';
import type { Loss } from '../request.ts';
import type { Topology } from '../topology.ts';
import type { PerformContext } from '../world.ts';
import { Epochs } from './memory-epochs.ts';
import { storeFacts } from './memory-facts.ts';
import { leaseMs } from './memory-lease.ts';
import { away, Places } from './memory-places.ts';
import { notReadyFor } from './memory-readiness.ts';
import {
  asynchronousTail,
  type Effected,
  type Facts,
  hasAll,
  isZonal,
  type LostWrites,
  type MemberModel,
  restoredIn,
  type StoreModel,
  storeOf,
  type Writing,
} from './memory-store.ts';
import { topologyOf } from './memory-topology.ts';
import { TrafficModel } from './memory-traffic.ts';
import { StoreTruth, type Surroundings } from './memory-truth.ts';
import type { Pace } from './pace.ts';

export interface MemoryModelOptions {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly now: () => number;
  /**
   * Leases are renewed and copies fall behind, message by message. Left out, a lease just lasts as
   * long as it can, and what a copy lacks is a fixed number.
   */
  readonly truth?: Pick<Surroundings, 'later' | 'delayMs'>;
  readonly pace: Pick<Pace, 'lagMs' | 'holdMsMax'>;
}

/**
 * What a small platform would do: who may write, who follows, what is admitted. It obeys every
 * action whose epoch is not old, also wrong ones, and takes down what went wrong.
 */
export class MemoryModel {
  readonly stores = new Map<string, StoreModel>();
  readonly writings: Writing[] = [];
  /** Acknowledged writes that a new writer did not have. */
  readonly losses: LostWrites[] = [];
  readonly places: Places;
  readonly traffic: TrafficModel;
  readonly epochs = new Epochs();
  readonly now: () => number;
  private readonly pace: MemoryModelOptions['pace'];
  private readonly truths = new Map<string, StoreTruth>();

  constructor({ platform, topology, now, truth, pace }: MemoryModelOptions) {
    this.now = now;
    this.pace = pace;
    this.places = new Places(platform);
    this.traffic = new TrafficModel(platform, {
      now,
      holdMsMax: pace.holdMsMax,
      reaches: (region) => this.reaches(region),
      allWritable: () => this.allWritable(),
      notReadyFor: (region, epoch) => notReadyFor(this, region, epoch),
    });
    for (const [name, data] of Object.entries(topology.data)) {
      this.stores.set(name, storeOf(name, data, topology.epoch));
    }
    for (const region of topology.lost.regions) {
      this.places.lose({ kind: 'region-loss', region, zone: null });
    }
    for (const zone of topology.lost.zones) this.places.lostZones.add(zone);
    for (const region of topology.admitted) this.traffic.admitted.set(region, topology.epoch);
    for (const store of this.stores.values()) {
      if (truth !== undefined && isZonal(store)) {
        this.truths.set(store.name, new StoreTruth(store, this.places.surroundings(now, truth)));
      } else this.beginWriting(store);
    }
  }

  /** Leases and copies are lived, not assumed. */
  get isFaithful(): boolean {
    return this.truths.size > 0;
  }

  truthOf(store: string): StoreTruth | null {
    return this.truths.get(store) ?? null;
  }

  /** Whatever changes who lives or who reaches whom goes through here. */
  private change(how: () => void): void {
    for (const truth of this.truths.values()) truth.settle();
    how();
    for (const truth of this.truths.values()) truth.changed();
  }

  get violations(): readonly string[] {
    return this.traffic.violations;
  }

  /** Whether writes wait anywhere now. */
  anyHeld(): boolean {
    return this.traffic.anyHeld();
  }

  /** All stretches in which anybody acknowledged writes, up to now. */
  writingsSeen(): readonly Writing[] {
    const seen = [...this.writings];
    for (const [component, truth] of this.truths) {
      truth.settle();
      for (const held of truth.lease.held) seen.push({ component, ...held });
    }
    return seen;
  }

  /** What a loss does by itself. In a partition the old writer answers until its lease lapses. */
  lose(loss: Loss): void {
    this.change(() => this.places.lose(loss));
    for (const store of this.stores.values()) {
      const writer = store.members.get(store.writer ?? '');
      if (writer === undefined || this.reaches(writer.region, writer.zone)) continue;
      store.leaseUntil = this.now() + leaseMs;
      const stopsAt = loss.kind === 'partition' ? store.leaseUntil : this.now();
      this.endWriting(store, writer.id, stopsAt);
    }
  }

  /** A place is there again, as it was left. */
  heal(place: string): void {
    this.change(() => this.places.heal(place));
    for (const store of this.stores.values()) {
      const writer = store.members.get(store.writer ?? '');
      if (this.truths.has(store.name) || writer === undefined) continue;
      const isBack = writer.region === place && this.reaches(writer.region, writer.zone);
      if (isBack && !store.fenced) this.beginWriting(store);
    }
  }

  /** The third site of every lease goes, or comes back. */
  setWitnessLost(isLost: boolean): void {
    this.change(() => {
      this.places.isWitnessLost = isLost;
    });
  }

  /** Copies in other regions fall this far behind, ms, and whoever asks is told so or not. */
  setLag(component: string, lagMs: number, isKnown: boolean): void {
    const truth = this.truths.get(component);
    if (truth === undefined) return;
    truth.settle();
    truth.lagMs = lagMs;
    truth.isLagKnown = isKnown;
  }

  reaches(region: string | undefined, zone?: string | null): boolean {
    return this.places.reaches(region, zone);
  }

  /** The effect itself. Repeating it has the same effect; the answer is what is true then. */
  effect(action: Action, context: PerformContext): Effected {
    const place = action.region ?? '';
    if (action.verb !== 'fence' && !this.reaches(action.region, action.zone)) {
      return { kind: 'unknown', why: `no answer from ${action.zone ?? place}` };
    }
    const why = this.epochs.whyNotIn(place, context.epoch);
    if (why !== null) return { kind: 'refused', why };
    // A fence is carried out by others: a place that is out of reach hears nothing of it.
    if (this.reaches(action.region, action.zone)) this.epochs.hears(place, context.epoch);
    const store = this.stores.get(action.component);
    return store === undefined
      ? this.traffic.effect(action, context)
      : this.effectOnStore(store, action, context);
  }

  private effectOnStore(store: StoreModel, action: Action, context: PerformContext): Effected {
    const member = store.members.get(String(action.arguments.member));
    const why = this.epochs.whyNotBy(action.verb, context.epoch, store);
    if (why !== null) return { kind: 'refused', why };
    switch (action.verb) {
      case 'fence':
        return this.fence(store, member, context.epoch);
      case 'promote':
        if (action.arguments.lossless === true && !hasAll(store, member, context.epoch))
          return { kind: 'failed', why: `${member?.id} is not in sync any more: plan again` };
        return this.promote(store, member, context.epoch);
      case 'detach-replication':
        return this.promote(store, member, context.epoch);
      case 'transfer':
        return this.transfer(store, member, context.epoch);
      case 'restore':
        return this.restore(store, action, context.epoch);
      case 'rebuild':
        return this.traffic.effect(action, context);
      case 'salvage':
        if (member !== undefined) member.salvaged = true;
        return done({ salvaged: true, lostWrites: member?.onlyCopies ?? 0 });
      case 'rejoin':
      case 'attach-replication':
        return this.follow(store, member, action);
      case 'verify':
        return done(storeFacts(this, store, member));
      default:
        return { kind: 'refused', why: `${action.verb} makes no sense for a store` };
    }
  }

  /**
   * Who votes for a writer hears of the newer epoch. Proven: every vote for the old one has lapsed.
   * The answer says when, if that is still to come.
   */
  fence(store: StoreModel, member: MemberModel | undefined, epoch: number): Effected {
    const truth = this.truths.get(store.name);
    const isWriter = store.writer === member?.id;
    if (truth === undefined || member === undefined) {
      const expiresAt = store.leaseUntil;
      if (isWriter && expiresAt > this.now() && expiresAt !== Number.POSITIVE_INFINITY) {
        return { kind: 'failed', why: 'its lease still runs', expiresAt };
      }
      if (isWriter) store.fenced = true;
      this.endWriting(store, String(member?.id), this.now());
      return done({ fenced: 'lease' });
    }
    // Its own run has promoted another since.
    if (!isWriter && store.epoch === epoch) return done({ fenced: 'lease' });
    const holder = store.members.get(store.writer ?? '') ?? member;
    // Somebody writes of whom this fence does not know: nobody stops it, so its votes are not free.
    if (!isWriter && truth.isHeld(holder)) {
      return { kind: 'failed', why: `${holder.id} still renews its lease` };
    }
    const expiresAt = truth.fence(holder, epoch, (site) => this.places.reachesFrom(away, site));
    if (expiresAt === null) return done({ fenced: 'none' });
    if (expiresAt > this.now()) return { kind: 'failed', why: 'its lease still runs', expiresAt };
    store.fenced = true;
    return done({ fenced: 'lease' });
  }

  private promote(store: StoreModel, member: MemberModel | undefined, epoch: number): Effected {
    if (member === undefined) return { kind: 'refused', why: 'no such member' };
    if (store.writer === member.id && store.epoch >= epoch) {
      return done(storeFacts(this, store, member));
    }
    if (member.state === 'absent' && !member.restored) {
      return { kind: 'failed', why: `${member.id} holds nothing` };
    }
    const old = store.members.get(store.writer ?? '');
    if (old !== undefined && old.id !== member.id) {
      // Nobody fences files: they are acknowledged by a row in a database, which is fenced.
      const isStopped = store.fenced || old.zone === null;
      this.endWriting(store, old.id, isStopped ? this.now() : store.leaseUntil);
      const lost = this.lostBy(store, member, epoch);
      for (const other of store.members.values()) {
        // It has written nothing since: what was kept of it is all that it has.
        if (other.state === 'diverged' && other.salvaged) continue;
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
    } else this.truths.get(store.name)?.takeOver(member, epoch);
    this.becomeWriter(store, member, epoch);
    return done(storeFacts(this, store, member));
  }

  /** Files that are back are written to at once, a database's copy only when it is promoted. */
  private restore(store: StoreModel, action: Action, epoch: number): Effected {
    const member = restoredIn(store, action);
    if (member === null) return { kind: 'refused', why: 'there is a copy already' };
    this.truths.get(store.name)?.restored(member);
    if (!isZonal(store)) return this.promote(store, member, epoch);
    return done(storeFacts(this, store, member));
  }

  /** What nobody but the old side has, once this member writes. */
  private lostBy(store: StoreModel, member: MemberModel, epoch: number): number {
    const lost = this.truths.get(store.name)?.takeOver(member, epoch);
    if (lost === undefined) return store.inSync.has(member.id) ? 0 : asynchronousTail;
    if (lost > 0) {
      const { name: component } = store;
      this.losses.push({ component, member: member.id, epoch, writes: lost, atMs: this.now() });
    }
    return Math.ceil(lost);
  }

  private transfer(store: StoreModel, member: MemberModel | undefined, epoch: number): Effected {
    if (member === undefined) return { kind: 'refused', why: 'no such member' };
    const old = store.members.get(store.writer ?? '');
    if (old !== undefined && old.id !== member.id) {
      const truth = this.truths.get(store.name);
      const streams = truth?.streams(member.id) ?? member.streaming;
      if (!streams) return { kind: 'failed', why: `${member.id} does not stream` };
      this.endWriting(store, old.id, this.now());
      truth?.handOver(old, member);
      old.state = 'standby';
      // Stopped cleanly, it has all: it can take over again at once.
      old.streaming = true;
    }
    if (old?.id !== member.id || store.epoch !== epoch) this.lostBy(store, member, epoch);
    this.becomeWriter(store, member, epoch);
    if (old !== undefined && old.id !== member.id) this.truths.get(store.name)?.staysOn(old);
    return done(storeFacts(this, store, member));
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
    const truth = this.truths.get(store.name);
    if (truth?.canFollow(member) === false) {
      return { kind: 'failed', why: `${store.writer} does not answer ${member.id}` };
    }
    truth?.settle();
    if (truth?.isAhead(member.id)) member.state = 'diverged';
    if (member.state === 'diverged') {
      if (action.arguments.overwrite !== true) return { kind: 'refused', why: 'it has diverged' };
      if (!member.salvaged) {
        this.traffic.violations.push(`${member.id} was overwritten, and what only it had is gone`);
      }
    }
    member.state = 'standby';
    member.streaming = true;
    member.onlyCopies = 0;
    // A writer waits for a copy beside it only, whatever one that comes late asked for.
    const isBeside = store.members.get(store.writer ?? '')?.region === member.region;
    member.synchronous = action.arguments.synchronous === true && isBeside;
    if (truth !== undefined) truth.follow(member, member.synchronous);
    else if (member.synchronous) store.inSync.add(member.id);
    return done(storeFacts(this, store, member));
  }

  facts(component: string, region: string | undefined, zone: string | undefined): Facts {
    const store = this.stores.get(component);
    if (store === undefined) return this.traffic.facts(component, region ?? '');
    const member = [...store.members.values()].find(
      (one) => one.region === region && (zone === undefined || one.zone === zone),
    );
    const { built } = this.traffic.facts(component, region ?? '');
    const seen = storeFacts(this, store, member);
    return built === true ? { ...seen, built } : seen;
  }

  /** Of the best of these copies. */
  lagOf({ name }: StoreModel, members: readonly MemberModel[]): number | null {
    const truth = this.truths.get(name);
    if (truth === undefined) return this.pace.lagMs(name);
    const lags = members.map(({ id }) => truth.lagOf(id)).filter((lag) => lag !== null);
    return lags.length === 0 ? null : Math.min(...lags);
  }

  allWritable(): boolean {
    return [...this.stores.values()].every((store) => {
      const writer = store.members.get(store.writer ?? '');
      return writer !== undefined && this.reaches(writer.region, writer.zone);
    });
  }

  private beginWriting(store: StoreModel): void {
    if (store.writer === null || this.truths.has(store.name)) return;
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

  /** What a controller would observe. */
  topology(): Topology {
    return topologyOf(this, this.epochs.heard());
  }
}

function done(facts: Facts): Effected {
  return { kind: 'done', facts };
}
