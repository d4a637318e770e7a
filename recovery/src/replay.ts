import type { JournalRecord } from './journal.ts';
import type { Plan } from './plan.ts';
import { apply, begin, draftOf, IllegalTransition, type RunState } from './run-state.ts';
import type { Topology } from './topology.ts';
import type { Started, Transition } from './transition.ts';

/** The vocabulary of the journal that this code writes, and the newest that it reads. */
export const journalVersion = 1;

export type Replayed =
  | { readonly state: RunState; readonly refused?: undefined }
  | { readonly state?: undefined; readonly refused: string };

/**
 * Rebuilds a run from its records. What this code can't know (another major version, a gap, an
 * event of a later release) or what no run does (a step that its plan doesn't have) is refused
 * with the reason: a resume never guesses.
 */
export function replay(records: readonly JournalRecord[]): Replayed {
  const first = records[0];
  if (first === undefined) return { refused: 'the journal has no such run' };
  const { event } = first;
  if (event.type !== 'started' || first.sequence !== 0) {
    return { refused: 'record 0 is missing' };
  }
  if (event.journalVersion !== journalVersion) {
    const { journalVersion: wrote } = event;
    const version = wrote === undefined ? 'no journal version' : `journal version ${String(wrote)}`;
    return { refused: `it was written in ${version}; this reads ${journalVersion}` };
  }
  const { plan, topology, platformDigest } = event;
  if (!isPlan(plan)) return { refused: 'record 0 holds no plan of schema version 1' };
  if (!isTopology(topology)) return { refused: 'record 0 holds no topology' };
  const { run, epoch } = first;
  const begun = begin({ run, epoch, plan, topology, platformDigest: String(platformDigest) });
  const state = draftOf(begun);
  for (const record of records.slice(1)) {
    if (record.sequence !== state.sequence) {
      return { refused: `record ${state.sequence} is missing` };
    }
    const transition: unknown = record.event;
    if (!isTransition(transition)) {
      return { refused: `record ${record.sequence} is of an unknown type: ${record.event.type}` };
    }
    try {
      apply(state, transition, Number.NEGATIVE_INFINITY);
    } catch (error) {
      if (!(error instanceof IllegalTransition)) throw error;
      return { refused: `record ${record.sequence} can't follow on the others: ${error.message}` };
    }
  }
  return { state };
}

const transitionTypes: ReadonlySet<string> = new Set<Exclude<Transition['type'], Started['type']>>([
  'taken-over',
  'paused',
  'resumed',
  'cancelled',
  'going-back',
  'ended',
  'performing',
  'checking',
  'done',
  'lapsed',
  'retrying',
  'failed',
  'asking',
  'approved',
  'denied',
  'skipped',
  'retried',
]);

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isTransition(value: unknown): value is Transition {
  return isObject(value) && typeof value.type === 'string' && transitionTypes.has(value.type);
}

export function isPlan(value: unknown): value is Plan {
  return isObject(value) && value.schemaVersion === 1 && Array.isArray(value.steps);
}

export function isTopology(value: unknown): value is Topology {
  return isObject(value) && typeof value.epoch === 'number' && isObject(value.data);
}
