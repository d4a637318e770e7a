import type { ServingCapacity } from './capacity.ts';
import type { Estimate } from './estimate.ts';
import { explainMarkdown } from './explain/markdown.ts';
import { explainMermaid } from './explain/mermaid.ts';
import { explainText } from './explain/text.ts';
import type { Plan } from './plan.ts';

export const explainFormats = ['text', 'markdown', 'mermaid', 'json'] as const;
export type ExplainFormat = (typeof explainFormats)[number];

/** The runbook of a plan. Nobody writes it by hand, so it can't be out of date. */
export function explain(
  plan: Plan,
  estimate?: Estimate,
  format: ExplainFormat = 'text',
  capacity: ServingCapacity | null = null,
): string {
  switch (format) {
    case 'text':
      return explainText(plan, estimate, capacity);
    case 'markdown':
      return explainMarkdown(plan, estimate, capacity);
    case 'mermaid':
      return explainMermaid(plan);
    case 'json':
      return `${JSON.stringify({ plan, estimate, capacity: capacity ?? undefined }, null, 2)}\n`;
  }
}
