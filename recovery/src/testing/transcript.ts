import { explain } from '../explain.ts';
import { checkInvariants } from '../invariants.ts';
import type { JournalRecord } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Rehearsal } from './rehearse.ts';

/** A rehearsal as an operator reads it: the plan, what happened when, and which rules were kept. */
export function transcript(plan: Plan, rehearsal: Rehearsal): string {
  const { memory, result, run } = rehearsal;
  const records = memory.records(run);
  const evidence = { runs: [records], writings: memory.model.writings, effects: memory.effects };
  const rules = checkInvariants(evidence).map(({ held, title, figure, detail }) =>
    `${held ? '✓' : '✗'} ${title}: ${figure} ${detail}`.trimEnd(),
  );
  const lines = records.slice(1).map(lineOf);
  const ending = `The run ends: ${result.status}.`;
  return [
    explain(plan),
    'In memory, on virtual time',
    '',
    ...lines,
    '',
    ending,
    '',
    ...rules,
    '',
  ].join('\n');
}

function lineOf({ event, monotonicMs }: JournalRecord): string {
  const { type, step, why, who, by, attempt, facts, question, status, controller } = event;
  const time = `+${Math.round(monotonicMs)} ms`.padStart(10);
  const more: string[] = [];
  if (typeof attempt === 'number' && attempt > 1) more.push(`attempt ${attempt}`);
  if (by === 'policy' || by === 'observation') more.push(`by ${by}`);
  if (typeof question === 'string') more.push(question);
  if (typeof who === 'string') more.push(`by ${who}`);
  if (typeof controller === 'string') more.push(`by ${controller}`);
  if (typeof why === 'string') more.push(why);
  if (typeof status === 'string') more.push(status);
  if (isFacts(facts)) more.push(...told(facts));
  const of = typeof step === 'string' ? `${step}  ` : '';
  return `${time}  ${type.padEnd(11)} ${of}${more.join(', ')}`.trimEnd();
}

/** The facts that a reader asks about; a world tells more. */
const shown = ['member', 'lostWrites', 'lagMs', 'fenced'];

function told(facts: { readonly [fact: string]: unknown }): string[] {
  return shown.flatMap((fact) => (fact in facts ? [`${fact} ${String(facts[fact])}`] : []));
}

function isFacts(value: unknown): value is { readonly [fact: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
