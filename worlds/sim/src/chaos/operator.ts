import type { Command, Question, RunResult } from '@outrigger/recovery';
import type { Draws } from './draws.ts';

/**
 * A person, as they are: mostly says yes, tries again what failed, and gives up in the end. Of what
 * a run left open, what they say next.
 */
export function wordsFor(
  result: RunResult,
  input: {
    readonly draws: Draws;
    /** Unique to this moment. */
    readonly name: string;
    readonly round: number;
    /** Nothing is wrong any more: everything is approved and tried again. */
    readonly isCalm: boolean;
  },
): readonly Command[] {
  const { draws, isCalm, name, round } = input;
  const said = { who: 'operator', when: `round ${round}` };
  const cancel: Command = { kind: 'cancel', why: 'it leads nowhere', ...said };
  if (round > (isCalm ? 5 : 8)) return [cancel];
  switch (result.status) {
    case 'needs-approval':
      return result.questions.map(({ step }): Command => {
        const yes = isCalm || saysYes(draws, `${name} ${step}`);
        return { kind: yes ? 'approve' : 'deny', step, why: 'asked', ...said };
      });
    case 'failed':
      if (!isCalm && draws.chance(`${name} gives up`, 0.15)) return [cancel];
      return failedSteps(result).map((step): Command => {
        if (round > 2 && isWayBack(result, step)) {
          return { kind: 'skip', step, why: 'the old side is not what it was', ...said };
        }
        const isFence = step.endsWith('/fence') && draws.chance(`${name} fences by hand`, 0.3);
        const kind = isFence && !isCalm ? 'approve' : 'retry';
        return { kind, step, why: 'once more', ...said };
      });
    case 'paused':
      return [{ kind: 'resume', ...said }];
    default:
      return [];
  }
}

function isWayBack({ state }: RunResult, id: string): boolean {
  const position = state?.index.positions.get(id) ?? -1;
  const verb = state?.index.steps[position]?.action.verb;
  return state !== null && position >= state.index.backFrom && verb === 'transfer';
}

export function saysYes(draws: Draws, name: string): boolean {
  return draws.chance(`${name} yes`, 0.85);
}

/** What an approver that is there answers, and after how long, ms: minutes, as people do. */
export function answerOf(draws: Draws, name: string, { step }: Question) {
  const of = `${name} ${step}`;
  const afterMs = draws.pick(`${of} after`, [10, 700, 90_000, 300_000]);
  if (draws.chance(`${of} away`, 0.2)) return { afterMs, answer: null };
  return { afterMs, answer: { yes: saysYes(draws, of), who: 'operator', why: 'asked' } };
}

function failedSteps({ state }: RunResult): readonly string[] {
  if (state === null) return [];
  return [...state.lives.all()].flatMap(([position, { is }]) => {
    const id = state.index.steps[position]?.id;
    return is === 'failed' && id !== undefined ? [id] : [];
  });
}
