import type { Action, Outcome, Plan, Timings } from '@outrigger/recovery';

/**
 * Whether a fence can prove nothing. On AWS nobody stands before a database with a lease that
 * lapses: who is cut off goes on writing for whoever still reaches it, and hears of no fence. A
 * region that is lost has nobody who writes; in the lab the lease lapses in a cut-off one too.
 */
export function isFenceUnproven(
  { failure }: Pick<Plan, 'failure'>,
  { region, verb }: Action,
  world: Timings['world'],
): boolean {
  if (world !== 'aws' || verb !== 'fence') return false;
  return failure?.kind === 'partition' && failure.region === region;
}

/** What such a fence is answered: a person has to say that two may write. */
export const unproven = { fenced: 'none' } as const;

/** An answer of recovery's model, in which every fence waits for a lease, as the world has it. */
export function fenced(
  answer: Outcome,
  plan: Pick<Plan, 'failure'>,
  action: Action,
  world: Timings['world'],
): Outcome {
  if (answer.kind !== 'done' || !isFenceUnproven(plan, action, world)) return answer;
  return { ...answer, facts: unproven };
}
