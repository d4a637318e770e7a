import { type JournalRecord, type Plan, timedAs } from '@outrigger/recovery';
import type { Approval, StepTiming } from '@outrigger/report';

/** What one run of the engine did, for the report and the terminal. Times are monotonic ms. */
export interface RecordedRun {
  readonly run: string;
  readonly plan: Plan;
  /** By the step's id, as it was predicted; a step that was not predicted is not in it. */
  readonly expectedMs: ReadonlyMap<string, number>;
  /** Ids of the steps that the others waited for. */
  readonly critical: ReadonlySet<string>;
  readonly records: readonly JournalRecord[];
  readonly status: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

/** A step of a run, from its first record to its last, as the controller journaled it. */
export function stepTimings(recorded: RecordedRun, baseMs: number): StepTiming[] {
  const planned = new Map(recorded.plan.steps.map((step) => [step.id, step]));
  const spans = new Map<
    string,
    {
      startMs: number;
      endMs: number;
      outcome: StepTiming['outcome'];
      note: string;
      approval: Approval | null;
    }
  >();
  for (const { monotonicMs, event } of recorded.records) {
    const id = event.step;
    if (typeof id !== 'string') continue;
    const span = spans.get(id) ?? {
      startMs: monotonicMs,
      endMs: monotonicMs,
      outcome: 'unknown' as const,
      note: '',
      approval: null,
    };
    span.endMs = monotonicMs;
    const outcome = outcomes[event.type];
    if (outcome !== undefined) {
      span.outcome = outcome;
      span.note = noteOf(id, event);
      span.approval = approvalIn(event);
    }
    spans.set(id, span);
  }
  return [...spans].map(([id, span]) => ({
    id,
    ...timingName(recorded.plan, id),
    startMs: span.startMs - baseMs,
    endMs: span.endMs - baseMs,
    expectedMs: recorded.expectedMs.get(id) ?? null,
    outcome: span.outcome,
    critical: recorded.critical.has(id),
    background: planned.get(id)?.background ?? false,
    note: span.note,
    ...(span.approval === null ? {} : { approval: span.approval }),
  }));
}

/** The names that timings go by; nothing for a step of a handover's way back. */
function timingName(plan: Plan, id: string): Pick<StepTiming, 'kind' | 'verb'> {
  const action = plan.steps.find((step) => step.id === id)?.action;
  const kind = action === undefined ? undefined : plan.kinds[action.component];
  return action === undefined || kind === undefined ? {} : { kind, verb: timedAs(action) };
}

const outcomes: Readonly<Record<string, StepTiming['outcome']>> = {
  done: 'done',
  approved: 'done',
  failed: 'failed',
  denied: 'cancelled',
  skipped: 'skipped',
};

function factsOf({ facts }: JournalRecord['event']): Readonly<Record<string, unknown>> {
  return (facts ?? {}) as Readonly<Record<string, unknown>>;
}

/** Null: the event approves nothing. */
function approvalIn(event: JournalRecord['event']): Approval | null {
  if (event.type === 'approved') return { by: 'person', lagMs: null };
  const { policy, lagMs } = factsOf(event);
  if (event.type !== 'done' || typeof policy !== 'string') return null;
  return { by: 'policy', lagMs: typeof lagMs === 'number' ? lagMs : null };
}

/**
 * A few words on what was found, for the line of a step. `figureFirst`: they may be cut; then at a
 * word, and not at the figure.
 */
export function noteOf(step: string, event: JournalRecord['event'], figureFirst = false): string {
  const facts = factsOf(event);
  if (event.type === 'approved') return `approved by ${String(event.who)}`;
  if (event.type === 'failed' || event.type === 'denied') return String(event.why ?? '');
  if (typeof facts.policy === 'string') {
    const told = typeof facts.lagMs === 'number' ? [`lag ${Math.round(facts.lagMs)} ms`] : [];
    const words = ['pre-approved', ...told];
    return (figureFirst ? words.reverse() : words).join(', ');
  }
  if (facts.fenced === 'lease') return 'old lease lapsed';
  if (facts.fenced === 'killed') return 'old writer killed';
  if (facts.canaryRead === true) return 'canary read back';
  if (facts.salvaged === true) return salvageNote(facts);
  if (facts.replayedPast === true)
    return facts.synchronous === true ? 'in sync' : 'replays fresh log';
  if (facts.rehearsed === true) return 'rehearsal answered';
  if (facts.held === true) return 'no write in flight';
  if (facts.served === true) return `served by ${String(facts.by)}`;
  if (step.endsWith('/detach-replication')) return 'replica writable';
  if (facts.writable === true) {
    const place = String(facts.member).split('@')[1] ?? '';
    return `${place}, epoch ${String(facts.epoch)}`;
  }
  if (typeof facts.lagMs === 'number') return `lag ${Math.round(facts.lagMs)} ms`;
  if (typeof facts.ready === 'number') return `${facts.ready} ready`;
  return '';
}

function salvageNote(facts: Readonly<Record<string, unknown>>): string {
  const lost = facts.lostWrites ?? facts.lostFiles;
  const what = facts.lostFiles === undefined ? 'rows' : 'files';
  return lost === undefined ? 'kept' : `kept; ${String(lost)} lost ${what}`;
}
