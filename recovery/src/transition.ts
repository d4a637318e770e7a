import type { Json } from './action.ts';
import type { Facts } from './conditions.ts';

/** Who said it, and when, as the controller's wall clock had it: for people. */
type Said = { readonly who: string; readonly when: string };

/** Everything that can change a run, as it stands in the journal: a run is the fold of these. */
export type Transition = RunTransition | StepTransition;

export type Started = {
  readonly type: 'started';
  /** Major version of this vocabulary: a reader that doesn't know it refuses the journal. */
  readonly journalVersion: 1;
  readonly plan: Json;
  readonly topology: Json;
  readonly platformDigest: string;
  readonly versions: { readonly [part: string]: string };
  readonly controller: string;
};

export type RunTransition =
  | Started
  | { readonly type: 'taken-over'; readonly controller: string }
  | ({ readonly type: 'paused' } & Said)
  | ({ readonly type: 'resumed' } & Said)
  /** The way forward is given up; or, once it has failed, the way back. */
  | ({ readonly type: 'cancelled'; readonly why: string } & Said)
  | { readonly type: 'going-back'; readonly why: string }
  | { readonly type: 'ended'; readonly status: EndStatus };

export type StepTransition =
  | { readonly type: 'performing'; readonly step: string; readonly attempt: number }
  | {
      readonly type: 'checking';
      readonly step: string;
      readonly why: string;
      readonly uncertain: boolean;
      readonly handle: string | null;
    }
  | {
      readonly type: 'done';
      readonly step: string;
      readonly by: 'outcome' | 'observation' | 'policy';
      readonly facts: Facts;
    }
  /** A yes that the policy gave, and that counts no more: what it went by was too long ago. */
  | { readonly type: 'lapsed'; readonly step: string; readonly why: string }
  | { readonly type: 'retrying'; readonly step: string; readonly why: string }
  | { readonly type: 'failed'; readonly step: string; readonly why: string }
  | {
      readonly type: 'asking';
      readonly step: string;
      readonly question: Question['why'];
      readonly facts: Facts;
    }
  | ({ readonly type: 'approved'; readonly step: string; readonly why: string } & Said)
  | ({ readonly type: 'denied'; readonly step: string; readonly why: string } & Said)
  | ({ readonly type: 'skipped'; readonly step: string; readonly why: string } & Said)
  | ({ readonly type: 'retried'; readonly step: string; readonly why: string } & Said);

/**
 * How a run is over. `went-back`: a handover was undone, the old side writes. `cancelled`: given up
 * where it stood, maybe with nobody who writes; see `isWayBackGivenUp`.
 */
export type EndStatus = 'done' | 'cancelled' | 'went-back';

/** What a person is asked. */
export interface Question {
  readonly step: string;
  readonly component: string;
  /** `two-writers`: the old writer could not be proven stopped. */
  readonly why: 'may-lose-data' | 'overwrite' | 'two-writers';
  readonly facts: Facts;
}

/** An operator's word. `step` where it is about one. */
export type Command =
  | ({ readonly kind: 'pause' | 'resume' } & Said)
  | ({ readonly kind: 'cancel'; readonly why: string } & Said)
  | ({
      readonly kind: 'skip' | 'retry' | 'approve' | 'deny';
      readonly step: string;
      readonly why: string;
    } & Said);
