/** How long a lease lasts, ms: the lab's order of magnitude. */
export const leaseMs = 300;
/** Between two renewals, ms. */
export const renewMs = 100;

/** Whether a holder and one of its voters reach each other now. */
export type Reaches = (member: string, voter: string) => boolean;

export interface LeaseOptions {
  readonly now: () => number;
  /** How long a message takes one way, ms; `number` counts the renewals. */
  readonly delayMs: (voter: string, number: number, way: 'there' | 'back') => number;
}

/** A stretch in which a holder's own clock says that it may answer. */
export interface Held {
  readonly member: string;
  readonly epoch: number;
  readonly fromMs: number;
  toMs: number;
}

interface Holding {
  readonly member: string;
  readonly epoch: number;
  /** The sites besides its own: one of them has to grant a renewal. */
  readonly voters: readonly string[];
  nextAt: number;
  number: number;
  current: Held | null;
}

interface Renewal {
  readonly holding: Holding;
  readonly voter: string;
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly answeredAt: number;
  state: 'sent' | 'granted' | 'gone';
}

/**
 * The lease of one store's writer, renewal by renewal, worked out when somebody asks: what a voter
 * has promised, what a writer may believe, and the messages between them that take their time.
 * Whoever changes who reaches whom calls `settle` first.
 */
export class LeaseModel {
  readonly held: Held[] = [];
  private readonly options: LeaseOptions;
  /** By voter: the newest epoch that it has heard of, and until when its vote is given away. */
  private readonly promised = new Map<string, number>();
  private readonly givenUntil = new Map<string, number>();
  private holding: Holding | null = null;
  private inFlight: Renewal[] = [];
  /** Before that no message arrives anywhere, ms. */
  private nextDueAt = Number.POSITIVE_INFINITY;

  constructor(options: LeaseOptions) {
    this.options = options;
  }

  /** A new writer has the votes: from now on it may answer, and renews. */
  hold(member: string, epoch: number, voters: readonly string[]): void {
    const now = this.options.now();
    // Whoever held it before may not have been told: it believes in its own until that lapses.
    const current: Held = { member, epoch, fromMs: now, toMs: now + leaseMs };
    this.held.push(current);
    this.holding = { member, epoch, voters, nextAt: now, number: 0, current };
    for (const voter of voters) {
      this.promised.set(voter, Math.max(epoch, this.promised.get(voter) ?? 0));
      this.givenUntil.set(voter, now + leaseMs);
    }
  }

  /** Its process came back: it asks for what it had, and answers nothing until it is granted. */
  resume(member: string, epoch: number, voters: readonly string[]): void {
    const nextAt = this.options.now();
    this.holding = { member, epoch, voters, nextAt, number: 0, current: null };
  }

  /** A process is gone, or was told: it answers nothing from now on and renews no more. */
  abandon(member: string): void {
    const now = this.options.now();
    for (const held of this.held) {
      if (held.member === member) held.toMs = Math.max(held.fromMs, Math.min(held.toMs, now));
    }
    if (this.holding?.member === member) this.holding = null;
    this.inFlight = this.inFlight.filter(({ holding }) => holding.member !== member);
  }

  /** Lets happen what happened since the last call, with everybody reached as before. */
  settle(reaches: Reaches): void {
    const { holding, options } = this;
    const now = options.now();
    if (holding !== null) this.renew(holding, now, reaches);
    this.deliver(now, reaches);
  }

  private renew(holding: Holding, now: number, reaches: Reaches): void {
    if (holding.nextAt > now) return;
    // Of a long quiet time only the end matters: what was granted before has lapsed.
    const skipped = Math.floor((now - 6 * leaseMs - holding.nextAt) / renewMs);
    const isRenewed =
      skipped > 0 && holding.voters.some((voter) => this.isGranted(holding, voter, reaches));
    if (skipped > 0 && holding.current !== null && isRenewed) {
      holding.nextAt += skipped * renewMs;
      holding.number += skipped;
      holding.current.toMs = Math.max(holding.current.toMs, holding.nextAt + leaseMs);
      for (const voter of holding.voters) {
        if (this.isGranted(holding, voter, reaches)) {
          this.givenUntil.set(voter, holding.nextAt + leaseMs);
        }
      }
    }
    // What nobody would have granted is not sent at all: a long cut costs nothing.
    if (!isRenewed && skipped > 0) holding.nextAt += skipped * renewMs;
    for (; holding.nextAt <= now; holding.nextAt += renewMs) this.send(holding, reaches);
  }

  private isGranted({ epoch, member }: Holding, voter: string, reaches: Reaches): boolean {
    return reaches(member, voter) && (this.promised.get(voter) ?? 0) <= epoch;
  }

  private send(holding: Holding, reaches: Reaches): void {
    const sentAt = holding.nextAt;
    const number = holding.number++;
    for (const voter of holding.voters) {
      if (!reaches(holding.member, voter)) continue;
      const receivedAt = sentAt + this.options.delayMs(voter, number, 'there');
      const answeredAt = receivedAt + this.options.delayMs(voter, number, 'back');
      this.inFlight.push({ holding, voter, sentAt, receivedAt, answeredAt, state: 'sent' });
      this.nextDueAt = Math.min(this.nextDueAt, receivedAt);
    }
  }

  private deliver(now: number, reaches: Reaches): void {
    if (now < this.nextDueAt) return;
    for (const renewal of [...this.inFlight].sort((a, b) => a.receivedAt - b.receivedAt)) {
      if (renewal.state !== 'sent' || renewal.receivedAt > now) continue;
      const { holding, receivedAt, voter } = renewal;
      renewal.state = this.isGranted(holding, voter, reaches) ? 'granted' : 'gone';
      if (renewal.state === 'gone') continue;
      const until = Math.max(this.givenUntil.get(voter) ?? 0, receivedAt + leaseMs);
      this.givenUntil.set(voter, until);
    }
    for (const renewal of [...this.inFlight].sort((a, b) => a.answeredAt - b.answeredAt)) {
      if (renewal.state !== 'granted' || renewal.answeredAt > now) continue;
      renewal.state = 'gone';
      if (reaches(renewal.holding.member, renewal.voter)) this.renewed(renewal);
    }
    this.inFlight = this.inFlight.filter(({ state }) => state !== 'gone');
    this.nextDueAt = Number.POSITIVE_INFINITY;
    for (const { answeredAt, receivedAt, state } of this.inFlight) {
      this.nextDueAt = Math.min(this.nextDueAt, state === 'sent' ? receivedAt : answeredAt);
    }
  }

  /** It counts from the send: the voter counts from later on, so the writer ends first. */
  private renewed({ holding, sentAt, answeredAt }: Renewal): void {
    const validUntil = sentAt + leaseMs;
    if (validUntil <= answeredAt) return;
    const { current } = holding;
    if (current !== null && answeredAt <= current.toMs) {
      current.toMs = Math.max(current.toMs, validUntil);
      return;
    }
    const { member, epoch } = holding;
    holding.current = { member, epoch, fromMs: answeredAt, toMs: validUntil };
    this.held.push(holding.current);
  }

  /** These voters give their vote to no older epoch any more. */
  promise(epoch: number, voters: readonly string[]): void {
    for (const voter of voters) {
      this.promised.set(voter, Math.max(epoch, this.promised.get(voter) ?? 0));
    }
  }

  /** When the last of these voters' votes lapses, ms. */
  expiresAt(voters: readonly string[]): number {
    return Math.max(0, ...voters.map((voter) => this.givenUntil.get(voter) ?? 0));
  }

  /** Until when the writer may answer as far as it knows now, ms. */
  validUntil(): number {
    return this.holding?.current?.toMs ?? 0;
  }

  /** Who renews, granted or not. */
  holder(): string | null {
    return this.holding?.member ?? null;
  }
}
