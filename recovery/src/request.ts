import type { ObjectiveScope, PlannedObjective } from '@outrigger/model';

/**
 * Why a plan is made. `failover`: something is lost. `switchover`: both sides are healthy and
 * nothing may be lost. `failback`: what a failure left behind is mended, and the writer goes home.
 */
export const intents = ['failover', 'switchover', 'failback'] as const;
export type Intent = (typeof intents)[number];

/**
 * What is lost, and where. `process-crash` is the writer's process alone: its zone still answers.
 * `partition` is planned as a region loss: who is cut off can't be told from who is gone.
 */
export type Loss =
  | { readonly kind: 'zone-loss' | 'process-crash'; readonly region: string; readonly zone: string }
  | { readonly kind: 'region-loss' | 'partition'; readonly region: string; readonly zone: null };

export interface PlanRequest {
  readonly intent: Intent;
  /** A failover needs it. For a failback: what is mended; left out, the topology tells. */
  readonly failure?: Loss | null;
  /** The region that writes leave. Read from the topology if left out. */
  readonly from?: string | null;
  /** The region that writes go to. The best one is chosen if left out. */
  readonly to?: string | null;
}

/** The objective that a plan is held against, with the scope it was taken from. */
export interface PlanObjective extends PlannedObjective {
  readonly scope: ObjectiveScope;
}

/** Why a plan can't be made: what is wrong, where, and what would mend it. */
export interface PlanProblem {
  /** `topology.data.orders-db`, `request.to`, … */
  readonly path: string;
  readonly wrong: string;
  readonly mend: string;
}

/** `us-east-1`, `us-east-1a`: what a loss is called in a sentence. */
export function placeOf(loss: Loss): string {
  return loss.zone ?? loss.region;
}
