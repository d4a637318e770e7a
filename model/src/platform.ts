import type { ResolvedComponent } from './kinds.ts';

/** How much of the platform runs in a standby region before it is needed, from least to most. */
export const strategies = [
  'backup-restore',
  'pilot-light',
  'warm-standby',
  'active-active',
] as const;
export type Strategy = (typeof strategies)[number];

/** What can be lost. */
export const failures = ['zone-loss', 'region-loss', 'partition', 'data-corruption'] as const;
export type Failure = (typeof failures)[number];

/** What an objective can be set for: a failure, or a planned move (switchover, failback). */
export const objectiveScopes = [...failures, 'switchover'] as const;
export type ObjectiveScope = (typeof objectiveScopes)[number];

/**
 * Who decides about a step that may lose data. `always`: a person, each time. `when data may be
 * lost`: the platform pre-approves it while the measured lag is within the objective's RPO, else a
 * person (an unknown lag asks).
 */
export const approvals = ['always', 'when data may be lost'] as const;
export type Approval = (typeof approvals)[number];

export interface Objective {
  /** Acknowledged writes younger than this, in ms, may be lost. 0: none. */
  readonly rpoMs: number;
  /** Every client is served again within this, in ms, counted from the loss. */
  readonly rtoMs: number;
  readonly approval: Approval;
}

/**
 * Of a planned move. How long it may pause writes differs from world to world: without a figure of
 * the platform's own a drill in the lab has the lab's, and nothing is judged on AWS.
 */
export interface PlannedObjective extends Omit<Objective, 'rtoMs'> {
  /** Ms; null: none was written. */
  readonly rtoMs: number | null;
}

/**
 * `region-loss` and `partition` are there when the platform has two regions or more;
 * `data-corruption` only when it was written.
 */
export interface Objectives {
  readonly 'zone-loss': Objective;
  readonly 'region-loss'?: Objective;
  readonly partition?: Objective;
  readonly 'data-corruption'?: Objective;
  /** Planned moves: switchover, switchback and failback. */
  readonly switchover: PlannedObjective;
}

/** The preferred start only: where things are now comes from what recovery observes. */
export const roles = ['primary', 'standby', 'peer'] as const;
export type Role = (typeof roles)[number];

export interface Region {
  readonly name: string;
  readonly role: Role;
  readonly cidr: string;
  readonly zones: readonly Zone[];
  /** Names of the zones in which nodes and services run: a part of `zones`, in their order. */
  readonly workloadZones: readonly string[];
}

export interface Zone {
  /** `us-east-1a` */
  readonly name: string;
  readonly publicCidr: string;
  readonly privateCidr: string;
}

/**
 * A complete platform: every default filled, every address allocated, every reference checked.
 * Plain JSON, in the writer's order. Only `resolve` makes one.
 */
export interface Platform {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly strategy: Strategy;
  readonly objectives: Objectives;
  readonly regions: { readonly [region: string]: Region };
  /** Holds exactly one `network`, last when it was not written. */
  readonly components: { readonly [name: string]: ResolvedComponent };
}
