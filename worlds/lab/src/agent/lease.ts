import type { ControlClient } from '../control/client.ts';
import type { LabTiming } from '../layout.ts';
import type { VoteAnswer } from '../witness/votes.ts';

/** Another site's vote: the witness, or the voting zone of another region. */
export interface VoterClient {
  readonly site: string;
  readonly client: ControlClient;
}

export interface Lease {
  /** Starts to renew for this epoch; resolves once the lease is held, or false after `waitMs`. */
  hold(epoch: number, waitMs: number): Promise<boolean>;
  /** Stops renewing; valid() is false from here on. The voters are told by whoever takes over. */
  abandon(): void;
  /** Whether an ack may pass *now*: read after the server's answer, before it is passed on. */
  valid(): boolean;
  epoch(): number | null;
}

interface Holding {
  readonly epoch: number;
  /** Per voter: send time of the newest granted renewal, plus the lease. */
  readonly deadlines: Map<string, number>;
  readonly refusedBy: Map<string, number>;
}

/**
 * A writer's lease. Its own site votes by being alive; one of the other two sites must have
 * granted a renewal that was *sent* less than `leaseMs` ago. Time is monotonic and goes on while
 * this process is stopped, so a frozen writer that wakes finds its lease lapsed.
 */
export function createLease(options: {
  readonly component: string;
  readonly holder: string;
  readonly voters: readonly VoterClient[];
  readonly timing: LabTiming;
  readonly now: () => number;
  /** The lease was renewed: what was held back may pass. */
  readonly onRenewed: () => void;
  /** Every vote has gone to a newer epoch: this writer is over. */
  readonly onSuperseded: (epoch: number) => void;
}): Lease {
  const { component, holder, timing, now } = options;
  let holding: Holding | null = null;
  let waiters: (() => void)[] = [];

  const wake = (): void => {
    const woken = waiters;
    waiters = [];
    for (const resolve of woken) resolve();
  };
  const deadline = (): number =>
    holding === null ? 0 : Math.max(0, ...holding.deadlines.values());
  const valid = (): boolean => now() < deadline();

  const renewAt = async (voter: VoterClient, current: Holding): Promise<void> => {
    const sentAt = now();
    const answer = await voter.client.call<VoteAnswer>(
      'POST',
      '/lease/renew',
      { component, holder, epoch: current.epoch },
      timing.leaseMs,
    );
    if (holding !== current || answer.kind !== 'answered') return;
    if (answer.body.granted) {
      current.refusedBy.delete(voter.site);
      const before = current.deadlines.get(voter.site) ?? 0;
      current.deadlines.set(voter.site, Math.max(before, sentAt + timing.leaseMs));
      options.onRenewed();
      wake();
      return;
    }
    current.refusedBy.set(voter.site, answer.body.epoch);
    const newest = Math.max(...current.refusedBy.values());
    const everyVoteIsGone = options.voters.every((each) => current.refusedBy.has(each.site));
    if (newest > current.epoch && (everyVoteIsGone || !valid())) {
      holding = null;
      options.onSuperseded(newest);
      wake();
    }
  };

  const renewForEver = async (voter: VoterClient, current: Holding): Promise<void> => {
    while (holding === current) {
      const startedAt = now();
      await renewAt(voter, current);
      await pause(timing.leaseRenewMs - (now() - startedAt));
    }
  };

  return {
    async hold(epoch, waitMs) {
      const current: Holding = { epoch, deadlines: new Map(), refusedBy: new Map() };
      holding = current;
      for (const voter of options.voters) void renewForEver(voter, current);
      const until = now() + waitMs;
      while (holding === current && !valid() && now() < until) {
        await Promise.race([new Promise<void>((r) => waiters.push(r)), pause(until - now())]);
      }
      return holding === current && valid();
    },
    abandon() {
      holding = null;
      wake();
    },
    valid,
    epoch: () => holding?.epoch ?? null,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(1, ms)));
}
