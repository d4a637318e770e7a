import {
  type AuditFindings,
  type Measured,
  measurePhase,
  type PhaseMarks,
  type PhaseSort,
  type RequestRecord,
  requestsByPhase,
} from '@outrigger/report';
import type { PhaseResult } from './phase.ts';

/** When a phase was, in ms of the load's clock, which began at `originMs`. */
export function marksOf(phase: PhaseResult, originMs: number): PhaseMarks {
  return {
    name: phase.scenario.name,
    startMs: phase.startMs - originMs,
    endMs: phase.endMs - originMs,
    faultAtMs: phase.faultAtMs === null ? null : phase.faultAtMs - originMs,
    plannedAtMs: sortOf(phase) === 'planned' ? heldAtMs(phase) - originMs : null,
    verdictAtMs: phase.detection === null ? null : phase.detection.atMs - originMs,
  };
}

export function sortOf({ fault, scenario }: Pick<PhaseResult, 'fault' | 'scenario'>): PhaseSort {
  if (fault !== null) return 'fault';
  return scenario.intent === null ? 'baseline' : 'planned';
}

/** When a planned move first held writes, monotonic ms; its start if it never did. */
function heldAtMs(phase: PhaseResult): number {
  const held = phase.runs
    .flatMap(({ records }) => records)
    .find(({ event }) => typeof event.step === 'string' && event.step.endsWith('/hold-writes'));
  return held?.monotonicMs ?? phase.startMs;
}

/** What clients had of the last of these phases, as far as the ledger and the audit go by now. */
export function measuredLast(given: {
  readonly phases: readonly PhaseResult[];
  readonly originMs: number;
  readonly requests: readonly RequestRecord[];
  readonly findings: AuditFindings;
}): Measured | null {
  const { findings, requests } = given;
  const marks = given.phases.map((phase) => marksOf(phase, given.originMs));
  const phase = marks.at(-1);
  const own = requestsByPhase(requests, marks).at(-1);
  if (phase === undefined || own === undefined) return null;
  // What direct clients wrote tells of a second writer, which the report looks for.
  const seen = { allRequests: requests, directAcks: [], findings, salvaged: null };
  return measurePhase({ phase, requests: own, ...seen }).measured;
}
