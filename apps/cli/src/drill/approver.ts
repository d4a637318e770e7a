import { createInterface } from 'node:readline/promises';
import type { Approver, Question } from '@outrigger/recovery';

/** In the lab the drill itself gives the approvals, and the journal says so. */
export const drillApprover: Approver = async () => ({
  yes: true,
  who: 'the drill',
  why: 'nothing but the lab is at stake',
});

/** Nobody can be asked: the run stops there and says how to go on. */
export const nobody: Approver = async () => null;

/** Asks the person at the terminal. */
export function terminalApprover(who: string): Approver {
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      const answer = await terminal.question(`\n${questionText(question)}\nType yes to go on: `);
      const yes = answer.trim().toLowerCase() === 'yes';
      return { yes, who, why: yes ? 'asked at the terminal' : `answered "${answer.trim()}"` };
    } finally {
      terminal.close();
    }
  };
}

export function questionText(question: Question): string {
  const facts = Object.entries(question.facts)
    .map(([name, value]) => `${name} ${value === null ? 'unknown' : String(value)}`)
    .join(', ');
  const about = facts === '' ? '' : ` (${facts})`;
  switch (question.why) {
    case 'may-lose-data':
      return `${question.step} may lose acknowledged writes${about}.`;
    case 'overwrite':
      return `${question.step} overwrites data that was salvaged before${about}.`;
    case 'two-writers':
      return (
        `${question.step} could not prove that the old writer is stopped: two writers are ` +
        `possible, and what the old one goes on to acknowledge may be lost${about}.`
      );
  }
}
