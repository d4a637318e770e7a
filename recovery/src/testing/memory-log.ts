import type { Held } from './memory-lease.ts';

/** The writes that one writer acknowledged in its time: one a ms while it may and can answer. */
interface Timeline {
  readonly epoch: number;
  readonly member: string;
  readonly parent: Timeline | null;
  /** How many writes it began with. */
  readonly forkAt: number;
}

/** How far a copy has come: so many writes, the last of them of this timeline. */
export interface Position {
  readonly timeline: number;
  readonly writes: number;
}

interface Stall {
  readonly fromMs: number;
  toMs: number;
}

/**
 * What was acknowledged in one store, and who has it. Writes are not events but a measure: time in
 * which the lease was held and nobody had to be waited for.
 */
export class AckedLog {
  private readonly timelines = new Map<number, Timeline>();
  private readonly positions = new Map<string, Position>();
  private readonly stalls: Stall[] = [];
  private current: Timeline;
  private readonly held: readonly Held[];

  constructor(held: readonly Held[], epoch: number, member: string) {
    this.held = held;
    this.current = { epoch, member, parent: null, forkAt: 0 };
    this.timelines.set(epoch, this.current);
  }

  get epoch(): number {
    return this.current.epoch;
  }

  /** Whose timeline is the newest. */
  get writer(): string {
    return this.current.member;
  }

  /** Nothing is acknowledged from now on: a copy that has to confirm does not answer. */
  stall(now: number): void {
    const last = this.stalls.at(-1);
    if (last !== undefined && last.toMs > now) return;
    this.stalls.push({ fromMs: now, toMs: Number.POSITIVE_INFINITY });
  }

  unstall(now: number): void {
    const last = this.stalls.at(-1);
    if (last !== undefined) last.toMs = Math.min(last.toMs, now);
  }

  /** Writes of the newest timeline, all before it included, that were acknowledged by then. */
  ackedAt(now: number, epoch = this.current.epoch): number {
    const timeline = this.timelines.get(epoch);
    if (timeline === undefined) return 0;
    let sum = timeline.forkAt;
    for (const { epoch: of, fromMs, toMs } of this.held) {
      if (of !== epoch) continue;
      sum += this.open(fromMs, Math.min(toMs, now));
    }
    return sum;
  }

  private open(fromMs: number, toMs: number): number {
    if (toMs <= fromMs) return 0;
    let sum = toMs - fromMs;
    for (const stall of this.stalls) {
      sum -= Math.max(0, Math.min(stall.toMs, toMs) - Math.max(stall.fromMs, fromMs));
    }
    return Math.max(0, sum);
  }

  position(member: string): Position | null {
    return this.positions.get(member) ?? null;
  }

  /** A copy has all that was acknowledged by then; it never goes back by it. */
  reach(member: string, byMs: number): void {
    const before = this.positions.get(member);
    const { epoch } = this.current;
    const kept = before?.timeline === epoch ? before.writes : this.current.forkAt;
    this.positions.set(member, {
      timeline: epoch,
      writes: Math.max(kept, this.ackedAt(byMs)),
    });
  }

  /** How many acknowledged writes of any timeline that counts this copy lacks. */
  lackedBy(member: string, now: number): number {
    const at = this.positions.get(member);
    if (at === undefined) return this.ackedAt(now);
    if (at.timeline === this.current.epoch) return Math.max(0, this.ackedAt(now) - at.writes);
    return Math.max(0, this.ackedAt(now) - this.shared(at));
  }

  /** Whether this copy holds writes that the newest timeline does not. */
  isAhead(member: string): boolean {
    const at = this.positions.get(member);
    if (at === undefined || at.timeline === this.current.epoch) return false;
    return at.writes > this.shared(at) + 1e-6;
  }

  /**
   * How many of these writes the newest timeline has too. A copy may be behind its fork, have what
   * it never had, or be of a branch that is nobody's past: then up to where the two part.
   */
  private shared({ timeline, writes }: Position): number {
    let least = writes;
    for (let one = this.timelines.get(timeline) ?? null; one !== null; one = one.parent) {
      const kept = this.keptOf(one.epoch);
      if (kept !== null) return Math.min(least, kept);
      least = Math.min(least, one.forkAt);
    }
    return 0;
  }

  /** How many writes of an older timeline are the newest one's past; null: it is no part of it. */
  private keptOf(epoch: number): number | null {
    let least = Number.POSITIVE_INFINITY;
    for (let one: Timeline | null = this.current; one !== null; one = one.parent) {
      if (one.epoch === epoch) return least;
      least = Math.min(least, one.forkAt);
    }
    return null;
  }

  /** A copy begins to write where it stands. */
  fork(member: string, epoch: number): void {
    const at = this.positions.get(member);
    const forkAt = at?.writes ?? 0;
    const parent = this.timelines.get(at?.timeline ?? this.current.epoch) ?? this.current;
    this.current = { epoch, member, parent, forkAt };
    this.timelines.set(epoch, this.current);
    this.stalls.length = 0;
    this.positions.set(member, { timeline: epoch, writes: forkAt });
  }
}
