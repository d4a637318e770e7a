import { formatDuration } from '@outrigger/model';
import type { ServingCapacity } from '../capacity.ts';
import type { Estimate } from '../estimate.ts';
import type { Plan } from '../plan.ts';
import type { Step } from '../step.ts';
import { explainMermaid } from './mermaid.ts';
import {
  capacityOf,
  controlPlanesOf,
  objectiveOf,
  predictedOf,
  ranges,
  situationOf,
  titleOf,
  verdictOf,
} from './words.ts';

/** The runbook: what happens, in which order, and what a person is asked. */
export function explainMarkdown(
  plan: Plan,
  estimate: Estimate | undefined,
  capacity: ServingCapacity | null,
): string {
  const lines = [
    `# ${titleOf(plan)}`,
    '',
    situationOf(plan),
    '',
    `- Objective: ${objectiveOf(plan)}`,
  ];
  if (estimate !== undefined) {
    lines.push(`- Predicted: ${predictedOf(estimate)}`, `- Verdict: ${verdictOf(plan, estimate)}`);
  }
  if (capacity !== null) lines.push(`- Capacity: ${capacityOf(capacity, estimate)}`);
  lines.push(`- Control planes: ${controlPlanesOf(plan)}`);
  for (const flag of plan.redFlags) lines.push(`- **Red flag:** ${flag}`);
  for (const note of plan.notes) lines.push(`- Note: ${note}`);
  lines.push('', '## Steps', '');
  const estimates = new Map(estimate?.steps.map((one) => [one.id, one]));
  const numbers = new Map(plan.steps.map((step, index) => [step.id, index + 1]));
  for (const [index, step] of plan.steps.entries()) {
    lines.push(...stepLines(step, index + 1, numbers));
    const expected = estimates.get(step.id);
    if (expected !== undefined) {
      lines.push(
        `${below(index + 1)}- expected: ${formatDuration(expected.expectedMs)}, ` +
          `${expected.basis} (${expected.source})`,
      );
    }
  }
  if (plan.handover !== null) {
    lines.push('', '## If a step fails while writes are held', '');
    for (const [index, step] of plan.handover.back.entries()) {
      lines.push(`${index + 1}. \`${step.id}\`: done when ${step.doneWhen}`);
    }
  }
  lines.push('', '## Order', '', '```mermaid', explainMermaid(plan).trimEnd(), '```', '');
  return lines.join('\n');
}

/** What belongs to a numbered item begins under its text, else it ends the list. */
function below(number: number): string {
  return ' '.repeat(`${number}. `.length);
}

function stepLines(step: Step, number: number, numbers: ReadonlyMap<string, number>): string[] {
  const where = [step.action.region, step.action.zone].filter((place) => place !== undefined);
  const details: string[] = [];
  const after = ranges(step.after.map((id) => numbers.get(id) ?? 0));
  if (after !== '') details.push(`after: ${after}`);
  details.push(`done when: ${step.doneWhen}`);
  if (step.mayLoseData) {
    const asks = step.action.verb === 'approve';
    details.push(asks ? '**asks a person, by the policy of the objective**' : '**may lose data**');
  }
  if (step.background) details.push('in the background: clients do not wait for it');
  for (const plane of step.controlPlanes) {
    details.push(`control plane: ${plane.service} in ${plane.region}`);
  }
  return [
    `${number}. \`${step.id}\`${where.length > 0 ? ` in ${where.at(-1)}` : ''}`,
    ...details.map((detail) => `${below(number)}- ${detail}`),
  ];
}
