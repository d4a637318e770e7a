/**
 * Where the time of a phase went: from the fault to the last client served, cut into parts that add
 * up to what the clients saw. The cuts come from the steps; the ends from the clients.
 */
import { isFault, isPlanned } from './facts.ts';
import type { Phase, StepTiming } from './types.ts';
import { stepVerb } from './words.ts';

/** One colour, one meaning, as everywhere in the report. */
export type PartColour = 'grey' | 'orange' | 'purple' | 'teal' | 'green' | 'blue';

export interface Part {
  readonly title: string;
  readonly note: string;
  readonly colour: PartColour;
  readonly startMs: number;
  readonly tookMs: number;
  readonly expectedMs: number | null;
}

const promoting: readonly string[] = ['promote', 'transfer', 'restore'];

/** Parts of a failover until every client was served, of a planned move until writes went on. */
export function breakdown(phase: Phase): readonly Part[] {
  if (isFault(phase)) {
    return failoverParts(phase);
  }
  return isPlanned(phase) ? plannedParts(phase) : [];
}

/** The same, cut at the first write: failovers and planned moves are compared there. */
export function untilFirstWrite(phase: Phase): readonly Part[] {
  const parts = breakdown(phase);
  const limit = phase.measured.writeOutageMs;
  return parts
    .map((part) => ({ ...part, tookMs: Math.min(part.tookMs, limit - part.startMs) }))
    .filter((part) => part.tookMs > 0);
}

function criticalSteps(phase: Phase): readonly StepTiming[] {
  return phase.steps
    .filter((step) => step.critical && !step.background)
    .sort((a, b) => a.startMs - b.startMs);
}

function failoverParts(phase: Phase): readonly Part[] {
  const { measured } = phase;
  const steps = criticalSteps(phase);
  const detect = phase.steps.find((step) => stepVerb(step.id) === 'detect');
  const promotes = steps.filter((step) => promoting.includes(stepVerb(step.id)));
  const fences = steps.filter((step) => ['fence', 'approve'].includes(stepVerb(step.id)));
  const detectedMs = measured.detectionMs ?? detect?.endMs ?? 0;
  const fencedMs = promotes[0]?.startMs ?? fences.at(-1)?.endMs ?? detectedMs;
  const promotedMs = promotes.at(-1)?.endMs ?? fencedMs;
  const cuts: readonly (readonly [string, string, PartColour, number])[] = [
    ['Detection', detect?.note ?? 'until the loss was certain', 'grey', detectedMs],
    ['Fence wait', fenceNote(fences), 'orange', fencedMs],
    ['Promote', promotes.map((step) => step.note)[0] ?? '', 'purple', promotedMs],
    ['Reconnect', 'verify, shift traffic, first write', 'teal', measured.writeOutageMs],
    ['Last clients', 'until nobody failed any more', 'green', measured.rtoMs],
  ];
  const parts: Part[] = [];
  let startMs = 0;
  for (const [title, note, colour, cutMs] of cuts) {
    const endMs = Math.min(Math.max(cutMs, startMs), measured.rtoMs);
    const expectedMs = expectedWithin(steps, detect, startMs, endMs, title, phase, parts);
    parts.push({ title, note, colour, startMs, tookMs: endMs - startMs, expectedMs });
    startMs = endMs;
  }
  return parts.filter((part) => part.tookMs > 0);
}

function fenceNote(fences: readonly StepTiming[]): string {
  return fences.some((step) => stepVerb(step.id) === 'approve')
    ? 'approve, then fence the old writer'
    : 'fence the old writer';
}

/** The steps' expectations of one part; of the last part what the prediction leaves. */
function expectedWithin(
  steps: readonly StepTiming[],
  detect: StepTiming | undefined,
  startMs: number,
  endMs: number,
  title: string,
  phase: Phase,
  before: readonly Part[],
): number | null {
  if (title === 'Detection') {
    return detect?.expectedMs ?? null;
  }
  if (title === 'Last clients') {
    const earlier = before.reduce((total, part) => total + (part.expectedMs ?? part.tookMs), 0);
    const predicted = phase.predicted.rtoMs;
    return predicted !== null && predicted > earlier ? predicted - earlier : null;
  }
  const inside = steps.filter((step) => {
    const middle = (step.startMs + step.endMs) / 2;
    return step !== detect && middle >= startMs && middle < endMs && step.expectedMs !== null;
  });
  return inside.length === 0
    ? null
    : inside.reduce((total, step) => total + (step.expectedMs ?? 0), 0);
}

/** What a planned move's steps do to the writes that wait, in the order of time. */
const plannedLegend: readonly (readonly [string, PartColour, readonly string[]])[] = [
  ['drain', 'grey', ['hold-writes', 'suspend-automation']],
  ['clean stop', 'orange', ['fence']],
  ['last WAL crosses the link', 'blue', ['await', 'verify', 'detach-replication']],
  ['promote', 'purple', promoting],
  ['release', 'teal', []],
];

/** The titles of all parts, in the order of a failover and of a planned move. */
export const partsInOrder: readonly string[] = [
  'Detection',
  'Fence wait',
  'Promote',
  'Reconnect',
  'Last clients',
  ...plannedLegend.map(([title]) => title),
];

function plannedKind(step: StepTiming): number {
  const verb = stepVerb(step.id);
  const index = plannedLegend.findIndex(([, , verbs]) => verbs.includes(verb));
  return index < 0 ? plannedLegend.length - 1 : index;
}

/**
 * From the hold of writes to their release. A wait before a step counts for that step. Clients feel
 * the hold a little later than it starts and the release a little later than it ends, so the first
 * and the last part take up the difference to the pause that clients saw.
 */
function plannedParts(phase: Phase): readonly Part[] {
  const pauseMs = phase.measured.writeOutageMs;
  const all = criticalSteps(phase);
  const holdIndex = all.findIndex((step) => stepVerb(step.id) === 'hold-writes');
  const releaseMs = all.find((step) => stepVerb(step.id) === 'release-writes')?.endMs;
  const steps =
    holdIndex < 0
      ? []
      : all
          .slice(holdIndex)
          .filter((step) => step.startMs < (releaseMs ?? Number.POSITIVE_INFINITY));
  const took = plannedLegend.map(() => 0);
  let untilMs = steps[0]?.startMs ?? 0;
  for (const step of steps) {
    // After the promotion a check is part of the release, not of the log's way across the link.
    const promoted = (took[3] ?? 0) > 0;
    const kind = promoted
      ? Math.max(plannedKind(step), plannedKind(step) === 3 ? 3 : 4)
      : plannedKind(step);
    const endMs = Math.max(step.endMs, untilMs);
    took[kind] = (took[kind] ?? 0) + endMs - untilMs;
    untilMs = endMs;
  }
  fitTo(took, pauseMs);
  let startMs = 0;
  const parts: Part[] = [];
  for (const [index, [title, colour]] of plannedLegend.entries()) {
    const tookMs = took[index] ?? 0;
    parts.push({ title, note: '', colour, startMs, tookMs, expectedMs: null });
    startMs += tookMs;
  }
  return parts.filter((part) => part.tookMs > 0);
}

/**
 * Makes the parts add up to the pause: what is missing is release, what is too much was no wait.
 */
function fitTo(took: number[], pauseMs: number): void {
  let excess = took.reduce((total, part) => total + part, 0) - pauseMs;
  if (excess < 0) {
    took[took.length - 1] = (took.at(-1) ?? 0) - excess;
    return;
  }
  for (let index = 0; index < took.length && excess > 0; index += 1) {
    const cut = Math.min(took[index] ?? 0, excess);
    took[index] = (took[index] ?? 0) - cut;
    excess -= cut;
  }
}
