import type { Member } from '../topology.ts';
import { LeaseModel } from './memory-lease.ts';
import { AckedLog } from './memory-log.ts';
import type { StoreModel } from './memory-store.ts';

/** Until a writer takes a standby that it waits for to be gone, ms. */
const degradeMs = 200;
/** How old the newest backup is, ms: hours, at the pace of this world. */
const backupAgeMs = 5000;
/** One way to the witness, ms. */
const witnessLegMs = 5;

/** What a store's members and voters meet on their way to each other. */
export interface Surroundings {
  readonly now: () => number;
  /** Runs it that much later, ms. */
  readonly later: (afterMs: number, then: () => void) => void;
  readonly delayMs: (voter: string, number: number, way: 'there' | 'back') => number;
  /** Its process runs, whoever reaches it. */
  readonly isAlive: (member: MemberPlace) => boolean;
  /** Whether a member reaches a site: a region, a zone, or `witness`. */
  readonly reachesSite: (member: MemberPlace, site: string) => boolean;
  /** The two sites besides its own that vote for a writer there. */
  readonly votersFor: (member: MemberPlace) => readonly string[];
}

export type MemberPlace = Pick<Member, 'id' | 'region' | 'zone'>;

/**
 * What is really so in one database, whatever anybody believes: who may answer, what was
 * acknowledged, who has it, and what the witness was told of that. The rules that an adapter keeps
 * are lived here, renewal by renewal and copy by copy.
 */
export class StoreTruth {
  readonly lease: LeaseModel;
  readonly log: AckedLog;
  /** How far the copies in other regions are behind, ms. */
  lagMs = 40;
  isLagKnown = true;
  /** Standbys that the writer waits for before it acknowledges anything. */
  private readonly waitsFor = new Set<string>();
  /** By copy: the epoch of the writer that it was told to follow. */
  private readonly follows = new Map<string, number>();
  /** By copy: when what it has replayed last was written, ms. */
  private readonly replayedTo = new Map<string, number>();
  private isDegrading = false;
  /** When all was brought up to date last, if nothing was changed since. */
  private settledAt = -1;
  private readonly store: StoreModel;
  private readonly around: Surroundings;

  constructor(store: StoreModel, around: Surroundings) {
    this.store = store;
    this.around = around;
    this.lease = new LeaseModel(around);
    const writer = store.members.get(store.writer ?? '');
    this.log = new AckedLog(this.lease.held, store.epoch, store.writer ?? '');
    if (writer !== undefined) this.lease.hold(writer.id, store.epoch, around.votersFor(writer));
    for (const member of store.members.values()) {
      if (!member.streaming) continue;
      this.log.reach(member.id, around.now());
      this.follows.set(member.id, store.epoch);
      this.replayedTo.set(member.id, around.now());
      if (member.synchronous) this.waitsFor.add(member.id);
    }
  }

  /** Brings everything up to now, as it was until now. Whoever changes something calls it first. */
  settle(): void {
    const now = this.around.now();
    if (now === this.settledAt) return;
    this.settledAt = now;
    this.lease.settle((id, voter) => {
      const member = this.store.members.get(id);
      return member !== undefined && this.around.reachesSite(member, voter);
    });
    for (const member of this.store.members.values()) {
      if (!this.streams(member.id)) continue;
      const until = this.waitsFor.has(member.id) ? now : Math.max(0, now - this.lagMs);
      this.log.reach(member.id, until);
      this.replayedTo.set(member.id, Math.max(until, this.replayedTo.get(member.id) ?? 0));
    }
  }

  /** Whether a copy gets what the writer writes now. */
  streams(id: string): boolean {
    const { members, writer } = this.store;
    const member = members.get(id);
    if (member === undefined || id === writer || !member.streaming) return false;
    return this.follows.get(id) === this.log.epoch && this.canFollow(member);
  }

  /** Whether a copy and the writer are there, and reach each other. */
  canFollow(member: MemberPlace): boolean {
    const source = this.store.members.get(this.store.writer ?? '');
    if (source === undefined || !this.around.isAlive(member)) return false;
    return this.around.reachesSite(source, member.zone ?? member.region);
  }

  /** How far a copy is behind, ms: by the clock when nothing comes any more. Null: not known. */
  lagOf(id: string): number | null {
    const replayedTo = this.replayedTo.get(id);
    if (!this.isLagKnown || replayedTo === undefined) return null;
    return this.around.now() - replayedTo;
  }

  /** After who lives or who reaches whom has changed. */
  changed(): void {
    this.settledAt = -1;
    const { now, isAlive, votersFor } = this.around;
    const { members, writer, epoch } = this.store;
    const source = members.get(writer ?? '');
    if (source === undefined) return;
    if (!isAlive(source)) {
      this.lease.abandon(source.id);
      return;
    }
    if (this.lease.holder() === null) this.lease.resume(source.id, epoch, votersFor(source));
    const missing = this.missing();
    if (missing.length === 0) {
      this.log.unstall(now());
      // Only what the witness was told counts.
      if (!this.around.reachesSite(source, 'witness')) return;
      for (const id of this.waitsFor) this.store.inSync.add(id);
      return;
    }
    this.log.stall(now());
    if (this.isDegrading) return;
    this.isDegrading = true;
    this.around.later(degradeMs, () => this.degrade());
  }

  private missing(): readonly string[] {
    return [...this.waitsFor].filter((id) => !this.streams(id));
  }

  private degrade(): void {
    this.isDegrading = false;
    this.settle();
    const gone = this.missing();
    const source = this.store.members.get(this.store.writer ?? '');
    if (gone.length === 0 || source === undefined || !this.around.isAlive(source)) return;
    // First it is known who has everything; only then does the writer go on without them.
    this.record(gone, () => this.goOn(gone));
  }

  /** Tells the witness that these do not have everything any more. */
  private record(gone: readonly string[], then: () => void): void {
    const { later, reachesSite } = this.around;
    const { writer, epoch } = this.store;
    const source = this.store.members.get(writer ?? '');
    if (source === undefined || !reachesSite(source, 'witness')) return;
    later(witnessLegMs, () => {
      if (this.store.epoch !== epoch) return;
      for (const id of gone) this.store.inSync.delete(id);
      later(witnessLegMs, () => {
        if (this.store.epoch === epoch && reachesSite(source, 'witness')) then();
      });
    });
  }

  private goOn(gone: readonly string[]): void {
    this.settle();
    this.settledAt = -1;
    for (const id of gone) if (!this.streams(id)) this.waitsFor.delete(id);
    if (this.missing().length === 0) this.log.unstall(this.around.now());
  }

  /** The sites that vote for this store's writer hear of a newer epoch. */
  fence(member: MemberPlace, epoch: number, reached: (site: string) => boolean): number | null {
    this.settle();
    const voters = this.around.votersFor(member);
    this.lease.promise(epoch, voters.filter(reached));
    return voters.every(reached) ? this.lease.expiresAt(voters) : null;
  }

  /** Whether the sites that vote for a writer there have given their votes to anybody. */
  isHeld(member: MemberPlace): boolean {
    this.settle();
    return this.lease.expiresAt(this.around.votersFor(member)) > this.around.now();
  }

  /** Another writes from here on, or the same under a new epoch. How much it lacks, and is lost. */
  takeOver(member: MemberPlace, epoch: number): number {
    this.settle();
    const { epoch: before, writer } = this.log;
    if (writer === member.id) {
      this.log.reach(member.id, this.around.now());
      for (const [id, followed] of this.follows)
        if (followed === before) this.follows.set(id, epoch);
    }
    const lost = this.log.lackedBy(member.id, this.around.now());
    this.settledAt = -1;
    this.waitsFor.clear();
    this.log.fork(member.id, epoch);
    this.lease.hold(member.id, epoch, this.around.votersFor(member));
    return lost;
  }

  /** The old writer has stopped by itself and the new one has all of it. */
  handOver(old: MemberPlace, member: MemberPlace): void {
    this.settle();
    this.settledAt = -1;
    this.lease.abandon(old.id);
    this.log.reach(old.id, this.around.now());
    this.log.reach(member.id, this.around.now());
  }

  /** Who has just handed over, and so has everything, follows whom it handed over to. */
  staysOn(old: MemberPlace): void {
    this.settledAt = -1;
    this.follows.set(old.id, this.log.epoch);
    this.log.reach(old.id, this.around.now());
    this.replayedTo.set(old.id, this.around.now());
  }

  /** A copy is made of the newest backup, which is older than any lag. */
  restored(member: MemberPlace): void {
    if (this.log.position(member.id) !== null) return;
    this.settle();
    this.log.reach(member.id, Math.max(0, this.around.now() - backupAgeMs));
  }

  /** A copy follows the writer from now on, as one that is waited for or not. */
  follow(member: MemberPlace, synchronous: boolean): void {
    this.settle();
    this.follows.set(member.id, this.log.epoch);
    this.replayedTo.set(member.id, this.around.now());
    this.log.reach(member.id, this.around.now());
    // Only the writer itself stops waiting for one, and has it recorded first: one that comes late
    // and was meant for another writer ends nothing.
    if (synchronous) this.waitsFor.add(member.id);
    this.changed();
  }

  /** Whether its writer can answer now. Ask after `settle`. */
  isAnswering(): boolean {
    return this.lease.validUntil() > this.around.now() && this.missing().length === 0;
  }

  isAhead(id: string): boolean {
    return this.log.isAhead(id);
  }
}
