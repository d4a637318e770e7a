import type { Action, Json, Observation, Outcome, PerformContext } from '@outrigger/recovery';
import type { ControlClient } from '../control/client.ts';
import { memberOf, type VoterLayout, votersOf } from '../layout.ts';
import { type ClusterRecord, whyNotLossless } from '../witness/record.ts';
import type { VoteAnswer } from '../witness/votes.ts';
import { type Adapter, type AdapterContext, askAgent, refused, unknown } from './adapter.ts';

/**
 * The old writer's own word is waited for this long beyond its lease; then the lease is the proof.
 */
const fenceTimeoutMs = 1_000;
/** A lease that is still renewed after this long belongs to a writer that is alive. */
const claimWaitMs = 1_500;

/** `postgres` and `aurora` are both played by PostgreSQL behind an agent's proxy. */
export const databaseAdapter: Adapter = {
  async perform(action, context, given) {
    switch (action.verb) {
      case 'fence':
        return fence(action, context, given);
      case 'transfer':
        return transfer(action, context, given);
      case 'promote':
        return promote(action, context, given);
      case 'verify':
      case 'salvage':
      case 'rejoin':
      case 'attach-replication':
        return askAgent(zoneOfMember(action), action, context, given);
      default:
        return refused(action);
    }
  },

  async observe(subject, given) {
    const at = given.lab.now();
    const zone = subject.zone;
    if (zone === undefined) return unknown(subject, at, null, 'a database is looked at by zone');
    const answer = await given.lab
      .agent(zone)
      .call<{ members: readonly ({ member: string } & Record<string, Json>)[] }>(
        'GET',
        '/state',
        undefined,
        given.lab.layout.timing.probeTimeoutMs,
      );
    const since = given.reach.last(zone)?.at ?? null;
    if (answer.kind !== 'answered') return unknown(subject, at, since, answer.why);
    const facts = answer.body.members.find(
      (each) => each.member === `${subject.component}@${zone}`,
    );
    if (facts === undefined) return unknown(subject, at, since, `${zone} has no such member`);
    const fenced =
      facts.role === 'writer' || facts.role === 'promoting' ? {} : { fenced: 'killed' };
    return { subject, at, status: 'known', facts: { ...facts, ...fenced } } as Observation;
  },
};

function text(action: Action, name: string): string {
  const value = action.arguments[name];
  if (typeof value !== 'string') throw new Error(`${action.verb} needs the argument ${name}`);
  return value;
}

function zoneOfMember(action: Action): string {
  return action.zone ?? text(action, 'member').split('@')[1] ?? '';
}

/**
 * The old writer is fenced when its agent says that it killed it, or when its lease has lapsed at
 * both other sites, which then hold it for the new writer. Whichever comes first.
 */
async function fence(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const old = text(action, 'member');
  const next = text(action, 'forMember');
  const { member } = memberOf(given.lab.layout, old);
  const killed = askAgent(
    member.zone,
    { ...action, zone: member.zone },
    context,
    given,
    fenceTimeoutMs,
  ).then(async (outcome): Promise<Outcome> => {
    if (outcome.kind !== 'done') return outcome;
    const claim = { component: action.component, old, next, heldEpoch: heldEpoch(outcome) };
    const why = await claimAll(claim, context, given);
    return why === null ? done(given, { fenced: 'killed' }) : { kind: 'failed', why };
  });
  const claim = { component: action.component, old, next, heldEpoch: null };
  const lapsed = claimAll(claim, context, given).then(
    (why): Outcome => (why === null ? done(given, { fenced: 'lease' }) : { kind: 'failed', why }),
  );
  return firstDone([killed, lapsed]);
}

/** Called lossless by a plan, it is so by the witness's record too, as it is after the fence. */
async function promote(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  if (action.arguments.lossless === true) {
    const { probeTimeoutMs } = given.lab.layout.timing;
    const record = await given.lab.witness.call<ClusterRecord>(
      'GET',
      '/record',
      undefined,
      probeTimeoutMs,
    );
    if (record.kind !== 'answered')
      return { kind: 'failed', why: `the witness can not be asked: ${record.why}` };
    const member = text(action, 'member');
    const wanted = { component: action.component, member, epoch: context.epoch };
    const why = whyNotLossless(record.body, wanted);
    if (why !== null) return { kind: 'failed', why };
  }
  return askAgent(zoneOfMember(action), action, context, given);
}

/** The first proof counts; without one, what the last of them said. */
async function firstDone(outcomes: readonly Promise<Outcome>[]): Promise<Outcome> {
  return new Promise((resolve) => {
    let left = outcomes.length;
    for (const outcome of outcomes) {
      void outcome.then((value) => {
        left -= 1;
        if (value.kind === 'done' || left === 0) resolve(value);
      });
    }
  });
}

function done(given: AdapterContext, facts: Readonly<Record<string, Json>>): Outcome {
  return { kind: 'done', at: given.lab.now(), facts };
}

/** The epoch that the old writer says it held; its lease of that epoch ends by its own word. */
function heldEpoch(outcome: Extract<Outcome, { kind: 'done' }>): number | null {
  const epoch = outcome.facts?.heldEpoch;
  return typeof epoch === 'number' ? epoch : null;
}

interface Claim {
  readonly component: string;
  readonly old: string;
  readonly next: string;
  /** Null: nobody gave the lease up, it has to lapse. */
  readonly heldEpoch: number | null;
}

/** The votes of both other sites of the old writer, for the next one. Null when all are given. */
async function claimAll(
  { component, old, next, heldEpoch: epoch }: Claim,
  context: PerformContext,
  given: AdapterContext,
): Promise<string | null> {
  const { member } = memberOf(given.lab.layout, old);
  const voters = votersOf(given.lab.layout, member.region, member.zone);
  const releasedBy = epoch === null ? undefined : { holder: old, epoch };
  const answers = await Promise.all(
    voters.map(async (voter) => {
      const answer = await clientOf(voter, given).call<VoteAnswer>(
        'POST',
        '/lease/claim',
        { component, holder: next, epoch: context.epoch, waitMs: claimWaitMs, releasedBy },
        claimWaitMs + 500,
      );
      if (answer.kind !== 'answered') return `${voter.site} gives no vote: ${answer.why}`;
      if (answer.body.granted) return null;
      return (
        `at ${voter.site} ${answer.body.holder} still renews its lease of epoch ` +
        `${answer.body.epoch}`
      );
    }),
  );
  return answers.find((answer) => answer !== null) ?? null;
}

function clientOf(voter: VoterLayout, given: AdapterContext): ControlClient {
  return voter.zone === null ? given.lab.witness : given.lab.agent(voter.zone);
}

/**
 * A planned handover: the old writer stops cleanly and says how far its log goes; the votes go over
 * by its word, while the new one replays to there and is promoted. Every part can be repeated.
 */
async function transfer(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const old = text(action, 'fromMember');
  const next = text(action, 'member');
  const from = memberOf(given.lab.layout, old).member;
  const to = memberOf(given.lab.layout, next).member;
  const isThere = given.reach.last(to.zone)?.state.members.find((each) => each.member === next);
  if (isThere?.role === 'writer' && isThere.epoch === context.epoch) {
    return askAgent(to.zone, promotion(action, to.zone, null), context, given);
  }
  const handOver = { ...action, zone: from.zone };
  let handed = await askAgent(from.zone, handOver, context, given);
  if (handed.kind === 'failed' && isNotFollowed(handed.why)) {
    // On the way back: the old writer stopped, and lacks what the new one has written since.
    const follow = { ...action, verb: 'rejoin', zone: to.zone } as const;
    const asItIs = { ...follow, arguments: { ...action.arguments, asItIs: true } };
    const followed = await askAgent(to.zone, asItIs, context, given);
    if (followed.kind !== 'done') return followed;
    handed = await askAgent(from.zone, handOver, context, given);
  }
  if (handed.kind === 'failed' && isNoWriter(handed.why)) {
    return handBack(action, context, given, { from: from.zone, to: to.zone, why: handed.why });
  }
  if (handed.kind !== 'done') return handed;
  const claim = { component: action.component, old, next, heldEpoch: heldEpoch(handed) };
  const target = handed.facts?.replayTarget;
  const promoting = promotion(action, to.zone, typeof target === 'string' ? target : null);
  // Side by side: the old writer has stopped, and the new one acks nothing without the votes.
  const [why, promoted] = await Promise.all([
    claimAll(claim, context, given),
    askAgent(to.zone, promoting, context, given),
  ]);
  return why === null ? promoted : { kind: 'failed', why };
}

function isNoWriter(why: string): boolean {
  return why.includes('hands nothing over');
}

function isNotFollowed(why: string): boolean {
  return why.includes('does not stream from');
}

function promotion(action: Action, zone: string, replayTarget: string | null): Action {
  return {
    ...action,
    verb: 'promote',
    zone,
    arguments: { ...action.arguments, replayTarget },
  };
}

/**
 * The way back while the new side never became the writer: it is ended, so that it can't become
 * one late, and the old side, which still has everything, takes the newer epoch. As in every move
 * the votes are those that the other side would have needed: it can renew at neither of them.
 */
async function handBack(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
  { from, to, why: refusal }: { from: string; to: string; why: string },
): Promise<Outcome> {
  let held: number | null = null;
  if (refusal.includes('promoting')) {
    const fence = { ...action, verb: 'fence', zone: from } as const;
    const unlessWriter = { ...fence, arguments: { ...action.arguments, unlessWriter: true } };
    const fenced = await askAgent(from, unlessWriter, context, given);
    if (fenced.kind !== 'done') return fenced;
    held = heldEpoch(fenced);
  }
  const [old, next] = [text(action, 'fromMember'), text(action, 'member')];
  const claim = { component: action.component, old, next, heldEpoch: held };
  const why = await claimAll(claim, context, given);
  if (why !== null) return { kind: 'failed', why };
  return askAgent(to, promotion(action, to, null), context, given);
}
