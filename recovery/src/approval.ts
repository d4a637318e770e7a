import type { Json } from './action.ts';
import { type Facts, judge, subjectOf } from './conditions.ts';
import { hasBegun } from './run-state.ts';
import type { Step } from './step.ts';
import type { DataTopology } from './topology.ts';
import type { Current, Turn } from './turn.ts';
import type { Observation } from './world.ts';

/** So often at most: two lags near the RPO could have each other looked at again for ever. */
const looksMax = 3;

/**
 * Whether the platform has said yes beforehand, or a person must. A lag within the RPO counts only
 * when it was measured: an unknown lag asks.
 */
export function decideApproval(turn: Turn, one: Current, observations?: readonly Observation[]) {
  const { step } = one;
  const { policy, why } = step.action.arguments;
  const question = why === 'overwrite' ? 'overwrite' : 'may-lose-data';
  const isSpent = one.life.is === 'ready' && attemptOf(one) > looksMax;
  if (policy !== 'lag-within-rpo' || isSpent) return turn.ask(one, question, {});
  // A lag that was so before anybody asked says nothing of what is lost now.
  const since = 'since' in one.life ? one.life.since : Number.NEGATIVE_INFINITY;
  const seen = observations?.filter(({ at }) => at >= since) ?? observedAtStart(turn, one);
  if (seen === null) {
    turn.record({ type: 'performing', step: step.id, attempt: attemptOf(one) });
    turn.record({
      type: 'checking',
      step: step.id,
      why: 'the lag is not known',
      uncertain: false,
      handle: null,
    });
    turn.observe(step, attemptOf(one));
    return turn.wait(step, attemptOf(one), 'patience');
  }
  const verdict = judge(step.check, seen, { notBefore: since, epoch: turn.state.epoch });
  if (verdict.kind === 'met') {
    const facts: Facts = { policy, ...verdict.facts };
    return turn.record({ type: 'done', step: step.id, by: 'policy', facts });
  }
  const known = seen.find((observation) => observation.status === 'known');
  const lagMs = known?.status === 'known' ? (known.facts.lagMs ?? null) : null;
  turn.ask(one, question, { lagMs, rpoMs: step.action.arguments.rpoMs ?? null });
}

/** What record 0 says of the lag, while it is fresh: this controller has just observed it. */
function observedAtStart(turn: Turn, one: Current): readonly Observation[] | null {
  const { step } = one;
  const data = turn.state.topology.data[step.action.component];
  if (turn.state.takenOver || data === undefined || attemptOf(one) > 1) return null;
  const lagMs = lagAtStart(data, step.action.arguments.member);
  if (lagMs === null) return null;
  const subject = subjectOf(step.action);
  return [{ subject, at: turn.now, status: 'known', facts: { lagMs } }];
}

/**
 * Of the copy that is to take over, and of no other. A store's own figure is that of its best copy
 * abroad, which may be one that is lost by now: it says something only where there is just one.
 */
function lagAtStart({ lagMs, members, writer }: DataTopology, id: Json | undefined): number | null {
  const member = members.find((one) => one.id === id);
  if (member?.lagMs !== undefined) return member.lagMs;
  const home = members.find((one) => one.id === writer)?.region;
  const abroad = members.filter(({ region, state }) => state !== 'absent' && region !== home);
  return abroad.length === 1 && abroad[0] === member ? lagMs : null;
}

/**
 * The approvals before this step that were given by a lag, and count no more: with the time since
 * then, more than the RPO may be lost by now. The old writer may have gone on meanwhile.
 * Once one store moves, the others follow: to stop between two would leave them apart.
 */
export function lapsedBefore({ state, now }: Turn, position: number): readonly Step[] {
  const lapsing = state.index.lapsing.get(position);
  if (lapsing === undefined || hasBegun(state, state.index.takeovers)) return [];
  return lapsing.flatMap((approval) => {
    const step = state.index.steps[approval];
    const life = state.lives.at(approval);
    if (step === undefined || life.is !== 'done' || !('lagMs' in life.facts)) return [];
    const lostMsMax = Number(life.facts.lagMs) + now - life.at;
    return lostMsMax > Number(step.action.arguments.rpoMs) ? [step] : [];
  });
}

function attemptOf({ life }: Current): number {
  return ('attempt' in life ? life.attempt : 0) + 1;
}

/** `none` is an answer, not a proof: only a person may go on from there. */
export function isFenceWithoutProof(step: Step, facts: Facts): boolean {
  return step.action.verb === 'fence' && facts.fenced === 'none';
}
