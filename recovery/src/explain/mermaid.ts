import type { Plan } from '../plan.ts';

/** The plan as a Mermaid flow chart: what asks a person is orange, the background is dashed. */
export function explainMermaid(plan: Plan): string {
  const names = new Map(plan.steps.map((step, index) => [step.id, `s${index + 1}`]));
  const lines = ['flowchart TD'];
  for (const step of plan.steps) lines.push(`  ${names.get(step.id)}["${step.id}"]`);
  for (const step of plan.steps) {
    const arrow = step.background ? '-.->' : '-->';
    for (const id of step.after) lines.push(`  ${names.get(id)} ${arrow} ${names.get(step.id)}`);
  }
  const asks = plan.steps.filter((step) => step.action.verb === 'approve');
  const later = plan.steps.filter((step) => step.background);
  lines.push('  classDef asks fill:#ED7100,color:#232F3E', '  classDef later stroke-dasharray:4 4');
  const list = (steps: typeof asks) => steps.map((step) => names.get(step.id)).join(',');
  if (asks.length > 0) lines.push(`  class ${list(asks)} asks`);
  if (later.length > 0) lines.push(`  class ${list(later)} later`);
  return `${lines.join('\n')}\n`;
}
