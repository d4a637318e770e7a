import { formatDuration } from '@outrigger/model';
import type { CapacityPart, ServingCapacity } from '../capacity.ts';
import type { Estimate } from '../estimate.ts';
import type { Plan } from '../plan.ts';
import { placeOf } from '../request.ts';

export function titleOf(plan: Plan): string {
  const what = { failover: 'Failover', switchover: 'Switchover', failback: 'Failback' }[
    plan.intent
  ];
  const way = plan.from === null ? `in ${plan.to}` : `${plan.from} → ${plan.to}`;
  return `${what} of ${plan.platform}, ${way}`;
}

/** What happened, in a sentence. */
export function situationOf({ failure, from, intent }: Plan): string {
  if (intent === 'failback' && from === null) return 'What was lost is back; nobody moves.';
  if (intent !== 'failover' || failure === null) return 'Both sides are healthy.';
  const place = placeOf(failure);
  switch (failure.kind) {
    case 'zone-loss':
    case 'region-loss':
      return `${place} is gone.`;
    case 'partition':
      return `${place} is cut off; clients may still reach it.`;
    case 'process-crash':
      return `The writer in ${place} is down.`;
  }
}

/** How many steps are under way at once, at most, if all take the same time. */
export function widthOf(plan: Plan): number {
  const depths = new Map<string, number>();
  const widths = new Map<number, number>();
  for (const step of plan.steps) {
    const depth = Math.max(0, ...step.after.map((id) => (depths.get(id) ?? 0) + 1));
    depths.set(step.id, depth);
    widths.set(depth, (widths.get(depth) ?? 0) + 1);
  }
  return Math.max(0, ...widths.values());
}

export function objectiveOf({ objective }: Plan): string {
  if (objective === null) return 'none is set for this';
  const rpo = objective.rpoMs === 0 ? 'nothing lost' : `RPO ${formatDuration(objective.rpoMs)}`;
  return objective.rtoMs === null ? rpo : `RTO ${formatDuration(objective.rtoMs)}, ${rpo}`;
}

export function predictedOf(estimate: Estimate): string {
  const where = estimate.world === 'lab' ? ' in the lab' : '';
  const { p50, p90 } = estimate.servedMs;
  const pause =
    estimate.pauseMs === null ? '' : `; writes pause for ${formatDuration(estimate.pauseMs.p50)}`;
  return `${formatDuration(p50)}${where} (p90 ${formatDuration(p90)})${pause}`;
}

/** By how much clients are served at first, and until when. */
export function capacityOf(capacity: ServingCapacity, estimate?: Estimate): string {
  if (capacity.share === 1) return 'all of it when clients are served';
  if (estimate === undefined) return servedBy(capacity);
  const where = estimate.world === 'lab' ? ' in the lab' : '';
  const { p50, p90 } = estimate.fullMs;
  const full = `${formatDuration(p50)}${where} (p90 ${formatDuration(p90)})`;
  return `${servedBy(capacity)}; all of it after ${full}`;
}

/** `33 % when clients are served: web and gateway have 1 of 3 pods`. */
export function servedBy({ reduced, share }: ServingCapacity): string {
  const names = new Map<string, string[]>();
  for (const part of reduced) {
    const has = hasWords(part);
    names.set(has, [...(names.get(has) ?? []), part.name]);
  }
  const told = [...names].map(
    ([has, those]) =>
      `${those.join(', ').replace(/, ([^,]*)$/, ' and $1')} ` +
      `${those.length > 1 ? 'have' : 'has'} ${has}`,
  );
  return `${Math.floor(share * 100)} % when clients are served: ${told.join(', ')}`;
}

function hasWords({ normal, serving, unit }: CapacityPart): string {
  return `${serving} of ${normal} ${normal === 1 ? unit.slice(0, -1) : unit}`;
}

/** Lab timings never judge an objective: they are another machine's. */
export function verdictOf(plan: Plan, estimate: Estimate): string {
  if (plan.objective === null) return 'there is no objective to meet';
  if (estimate.world === 'lab') return 'not judged: these durations are the lab’s';
  const { rtoMs } = plan.objective;
  if (rtoMs === null) return 'not judged: no RTO is written for a planned move';
  const measured =
    plan.intent === 'failover' ? estimate.servedMs : (estimate.pauseMs ?? estimate.servedMs);
  if (measured.p90 <= rtoMs) return '✓ meets the objective';
  if (measured.p50 <= rtoMs) return '! meets the objective in most cases, not in 9 of 10';
  return '✗ does not meet the objective';
}

export function controlPlanesOf(plan: Plan): string {
  if (plan.redFlags.length > 0) return `✗ ${plan.redFlags.length} needed that may be gone`;
  if (plan.intent !== 'failover' || plan.failure === null) return 'both sides are there';
  const place = plan.failure.zone === null ? `none in ${plan.failure.region}, ` : '';
  return `✓ ${place}none global`;
}

/** 1, 2, 3, 7 → `1–3, 7`. */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((left, right) => left - right);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at] ?? 0;
    let length = 1;
    while (sorted[at + length] === first + length) length += 1;
    if (length > 2) parts.push(`${first}–${first + length - 1}`);
    else parts.push(...sorted.slice(at, at + length).map(String));
    at += length;
  }
  return parts.join(', ');
}
