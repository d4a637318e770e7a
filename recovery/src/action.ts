/** The vocabulary of recovery. Versioned with the journal: a verb is never given a new meaning. */
export const verbs = [
  'fence',
  'promote',
  'transfer',
  'await',
  'rejoin',
  'salvage',
  'restore',
  'rebuild',
  'detach-replication',
  'attach-replication',
  'scale',
  'hold-writes',
  'release-writes',
  'admit',
  'exclude',
  'repoint',
  'suspend-automation',
  'resume-automation',
  'verify',
  'approve',
  'announce',
] as const;

export type Verb = (typeof verbs)[number];

/** Plain JSON, so that an action, a fact or a journal record survives any store. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * Plain data as a file would give it back: what is undefined is left out. Reading it back from its
 * text does the same, many times slower.
 */
export function jsonOf(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'object': {
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(jsonOf);
      const copy: { [key: string]: Json } = {};
      for (const [key, field] of Object.entries(value)) {
        if (field !== undefined) copy[key] = jsonOf(field);
      }
      return copy;
    }
    default:
      throw new Error(`a ${typeof value} is no plain data`);
  }
}

/**
 * One thing to do to one component: plain data. `region` (and `zone`) say where it acts; what it
 * needs beyond that is in `arguments`.
 */
export interface Action {
  readonly verb: Verb;
  /** A component's key in the platform. */
  readonly component: string;
  readonly region?: string;
  readonly zone?: string;
  readonly arguments: { readonly [name: string]: Json };
}

/**
 * How a fence knows that the old writer cannot acknowledge a write any more. `none` (an isolated
 * region on AWS) needs an approval that says "two writers possible".
 */
export type FenceProof = 'killed' | 'lease' | 'platform' | 'none';
