/**
 * One site's vote in the writer's lease of each database. Pure: the time is an argument.
 *
 * A writer holds its lease while it has its own site's vote and one of the other two. It counts
 * the lease from the moment it *sent* a renewal; a voter counts from the moment it *got* it, and
 * adds a margin: so the voter's lease never ends before the writer's own.
 */
export interface VoteState {
  readonly [component: string]: Vote;
}

export interface Vote {
  readonly epoch: number;
  readonly holder: string;
  /** Monotonic ms of this site. Before it, nobody else is given the vote. */
  readonly expiresAt: number;
}

export interface VoteRequest {
  readonly component: string;
  readonly holder: string;
  readonly epoch: number;
}

export type VoteAnswer =
  | { readonly granted: true; readonly epoch: number; readonly holder: string }
  | {
      readonly granted: false;
      readonly epoch: number;
      readonly holder: string;
      /** After this long the vote is free, unless its holder renews it. */
      readonly remainingMs: number;
    };

export interface VoteResult {
  readonly state: VoteState;
  readonly answer: VoteAnswer;
}

/**
 * A renewal, or a claim for the next writer: the rule is one. The holder of this very epoch is
 * granted, also after it lapsed unclaimed. A newer epoch gets the vote when it is free (lapsed or
 * released), or its own already. So a site that was out of reach while an epoch was claimed at the
 * others votes for it from its first renewal on.
 */
export function giveVote(
  state: VoteState,
  request: VoteRequest,
  now: number,
  leaseMs: number,
): VoteResult {
  const known = state[request.component];
  const isRepeat = known?.epoch === request.epoch && known.holder === request.holder;
  const isFree =
    known === undefined ||
    (request.epoch > known.epoch && (now >= known.expiresAt || known.holder === request.holder));
  if (isRepeat || isFree) return grant(state, request, now + leaseMs);
  return { state, answer: refusal(known, now) };
}

/** The holder gives its lease up: a planned handover need not wait for it to lapse. */
export function releaseVote(state: VoteState, request: VoteRequest, now: number): VoteState {
  const vote = state[request.component];
  if (vote === undefined || vote.epoch !== request.epoch || vote.holder !== request.holder) {
    return state;
  }
  return { ...state, [request.component]: { ...vote, expiresAt: now } };
}

/** A voter that restarts has forgotten when its lease ends: it assumes a full one from now. */
export function recoverVotes(state: VoteState, now: number, leaseMs: number): VoteState {
  return Object.fromEntries(
    Object.entries(state).map(([component, vote]) => [
      component,
      { ...vote, expiresAt: now + leaseMs },
    ]),
  );
}

function grant(state: VoteState, request: VoteRequest, expiresAt: number): VoteResult {
  const vote: Vote = { epoch: request.epoch, holder: request.holder, expiresAt };
  return {
    state: { ...state, [request.component]: vote },
    answer: { granted: true, epoch: vote.epoch, holder: vote.holder },
  };
}

function refusal(vote: Vote, now: number): VoteAnswer {
  return {
    granted: false,
    epoch: vote.epoch,
    holder: vote.holder,
    remainingMs: Math.max(0, vote.expiresAt - now),
  };
}
