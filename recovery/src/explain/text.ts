import { formatDuration } from '@outrigger/model';
import type { ServingCapacity } from '../capacity.ts';
import type { Estimate } from '../estimate.ts';
import type { Plan } from '../plan.ts';
import { type Column, table, wrapped } from './table.ts';
import {
  capacityOf,
  controlPlanesOf,
  objectiveOf,
  predictedOf,
  ranges,
  situationOf,
  titleOf,
  verdictOf,
  widthOf,
} from './words.ts';

const width = 80;

/** The plan as a person reads it in a terminal, at most 80 columns wide. */
export function explainText(
  plan: Plan,
  estimate: Estimate | undefined,
  capacity: ServingCapacity | null,
): string {
  if (plan.steps.length === 0) return nothingToDo(plan);
  const count = `${plan.steps.length} ${plan.steps.length === 1 ? 'step' : 'steps'}`;
  const lines = [
    titleOf(plan),
    `${situationOf(plan)} ${count}, ${widthOf(plan)} at a time at most.`,
    '',
    ...labelled('objective', objectiveOf(plan)),
  ];
  if (estimate !== undefined) {
    lines.push(...labelled('predicted', predictedOf(estimate)));
    lines.push(...labelled('verdict', verdictOf(plan, estimate)));
  }
  if (capacity !== null) lines.push(...labelled('capacity', capacityOf(capacity, estimate)));
  lines.push('', ...stepTable(plan, estimate), '');
  if (estimate !== undefined) {
    const numbers = new Map(plan.steps.map((step, index) => [step.id, index + 1]));
    const path = estimate.criticalPath.map((id) => numbers.get(id)).join(' → ');
    const detect = estimate.detectionMs > 0 ? 'detect → ' : '';
    lines.push(...labelled('critical path', `${detect}${path}`));
  }
  lines.push(...labelled('control plane', controlPlanesOf(plan)));
  if (estimate !== undefined) {
    const assumed = `${Math.round(estimate.assumedShare * 100)} % of the critical path is assumed`;
    lines.push(...labelled('durations', `${estimate.world}; ${assumed}`));
  }
  if (plan.handover !== null) {
    const back = plan.handover.back.map(({ id }) => id).join(', ');
    lines.push(...labelled('way back', `if a step fails while writes are held: ${back}`));
  }
  for (const flag of plan.redFlags) lines.push(...labelled('✗ red flag', flag));
  for (const note of plan.notes) lines.push(...labelled('note', note));
  return `${lines.join('\n')}\n`;
}

/** Without a step there is nothing to expect, and no objective to hold it against. */
function nothingToDo(plan: Plan): string {
  const told = [...plan.redFlags, ...plan.notes].flatMap((note) => wrapped(note, width));
  return `${[titleOf(plan), situationOf(plan), '', ...told].join('\n')}\n`;
}

function labelled(label: string, text: string): string[] {
  const [first = '', ...more] = wrapped(text, width - 15);
  return [`${label.padEnd(15)}${first}`, ...more.map((line) => `${' '.repeat(15)}${line}`)];
}

function stepTable(plan: Plan, estimate: Estimate | undefined): string[] {
  const longest = Math.max(4, ...plan.steps.map((step) => step.id.length));
  const name = Math.min(longest, estimate === undefined ? 38 : 30);
  const expected: Column[] = estimate === undefined ? [] : [{ width: 9, align: 'right' }];
  const left = 3 + 2 + name + 2 + 9 + 2 + (estimate === undefined ? 0 : 11);
  const columns: Column[] = [
    { width: 3, align: 'right' },
    { width: name, align: 'left' },
    { width: 9, align: 'left' },
    ...expected,
    { width: width - left, align: 'left' },
  ];
  const head = ['#', 'step', 'after', ...(estimate === undefined ? [] : ['expected']), 'done when'];
  const numbers = new Map(plan.steps.map((step, index) => [step.id, index + 1]));
  const estimates = new Map(estimate?.steps.map((one) => [one.id, one]));
  const detect: string[][] =
    estimate !== undefined && estimate.detectionMs > 0
      ? [['-', 'detect', '-', formatDuration(estimate.detectionMs), 'probes missed, lease lapsed']]
      : [];
  const forgetMs = (estimate?.moments ?? [])
    .filter(({ id }) => id === 'ttl' || id === 'forget')
    .reduce((sum, { expectedMs }) => sum + expectedMs, 0);
  const lines = [...table(columns, [head, ...detect])];
  for (const [index, step] of plan.steps.entries()) {
    const after = ranges(step.after.map((id) => numbers.get(id) ?? 0)) || '-';
    const time = formatDuration(estimates.get(step.id)?.expectedMs ?? 0);
    const row = [String(index + 1), step.id, after, ...(estimate === undefined ? [] : [time])];
    lines.push(...table(columns, [[...row, step.doneWhen]]));
    for (const warning of warnings(plan, index)) {
      lines.push(...wrapped(warning, width - 7).map((line) => `     ${line}`));
    }
  }
  if (forgetMs > 0) {
    const doneWhen = 'no client keeps the old address';
    lines.push(...table(columns, [['-', 'forget', '-', formatDuration(forgetMs), doneWhen]]));
  }
  return lines;
}

function warnings(plan: Plan, index: number): string[] {
  const step = plan.steps[index];
  if (step === undefined || step.action.verb !== 'approve') return [];
  const { policy, rpoMs, why } = step.action.arguments;
  if (why === 'overwrite') {
    return ['! overwrites: a person approves'];
  }
  if (policy === 'lag-within-rpo' && typeof rpoMs === 'number') {
    return [`! may lose data: a person approves, unless lag ≤ ${formatDuration(rpoMs)}`];
  }
  return ['! may lose data: a person approves'];
}
