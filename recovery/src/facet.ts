import type { ComponentOf, Kind, Platform } from '@outrigger/model';
import type { Action, Json, Verb } from './action.ts';
import type { PlanProblem } from './request.ts';
import type { Situation } from './situation.ts';
import type { Condition, ControlPlane, Expected, RetryPolicy } from './step.ts';
import type { DataTopology } from './topology.ts';

/**
 * What steps wait for and bring about, platform-wide. A step that needs one comes after every step
 * that provides it; where nobody does, after whatever that milestone itself would have waited for.
 */
export const milestones = [
  'approved',
  'fenced',
  'prepared',
  'network',
  'balanced',
  'nodes',
  'capacity',
  'rehearsed',
  'ready-to-move',
  'held',
  'writable',
  'verified',
  'released',
  'admitted',
  'excluded',
  'served',
  'more-nodes',
] as const;
export type Milestone = (typeof milestones)[number];

/** What a facet says of one step: the engine adds the order across components. */
export interface Draft {
  /** `promote`; with the component's key in front it is the step's id. */
  readonly name: string;
  readonly verb: Verb;
  readonly region?: string;
  readonly zone?: string | null;
  readonly arguments?: { readonly [name: string]: Json };
  /** Names of drafts of the same component. */
  readonly after?: readonly string[];
  readonly needs?: readonly Milestone[];
  readonly provides?: readonly Milestone[];
  /** Facts of the component where the step acts, that hold before it may start. */
  readonly guard?: readonly FactCheck[];
  /** Facts of the component where the step acts, by which it is done. */
  readonly check: readonly FactCheck[];
  readonly retry?: RetryPolicy;
  readonly controlPlanes?: readonly ControlPlane[];
  readonly mayLoseData?: boolean;
  readonly background?: boolean;
  readonly doneWhen: string;
  /** In a handover: `opens` holds writes, `moves` is undone by `back`, `closes` releases them. */
  readonly handover?: {
    readonly part: 'opens' | 'moves' | 'closes';
    readonly back?: {
      readonly name: string;
      readonly arguments: Action['arguments'];
      readonly region: string;
      readonly zone?: string | null;
      readonly verb: Verb;
      readonly check: readonly FactCheck[];
      readonly doneWhen: string;
    };
  };
}

export interface FactCheck {
  readonly fact: string;
  readonly is: Condition['is'];
  readonly value: Expected;
}

export interface FacetInput<K extends Kind> {
  readonly component: ComponentOf<K>;
  readonly platform: Platform;
  readonly situation: Situation;
  /** What was observed of this component's data; null for what holds none. */
  readonly data: DataTopology | null;
}

export interface Contribution {
  readonly drafts: readonly Draft[];
  readonly problems?: readonly PlanProblem[];
  readonly notes?: readonly string[];
}

/** What a kind of component contributes to recovery. */
export interface RecoveryFacet<K extends Kind> {
  readonly steps: (input: FacetInput<K>) => Contribution;
  /** Whether the component's copies have a writer that a topology must tell. */
  readonly hasWriter: boolean;
}

/** Nothing, said aloud: a kind without recovery steps says why. */
export interface NoFacet {
  readonly none: string;
}

export type RecoveryFacets = { readonly [K in Kind]: RecoveryFacet<K> | NoFacet };
