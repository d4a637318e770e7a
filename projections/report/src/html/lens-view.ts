/** What a lens shows of a phase: its window, its moments and its requests. Data only. */
import { isFault, isPlanned, mainPhase, originMs } from '../facts.ts';
import { formatCount, formatMilliseconds, formatOffset } from '../format.ts';
import type { DrillReport, Phase, StepTiming, Timeline } from '../types.ts';
import { phaseTitle, phaseWords, shortWhat, stepVerb } from '../words.ts';
import { timeStep } from './scales.ts';

type Requests = Timeline['lenses'][number]['requests'];

export interface Moment {
  readonly kind: 'fault' | 'planned' | 'moment' | 'served' | 'unserved';
  /** Relative to the phase's origin. */
  readonly atMs: number;
  readonly words: string;
  readonly prefer: 'start' | 'end';
}

export interface LensView {
  readonly id: string;
  readonly title: string;
  readonly phase: Phase;
  /** The lens that is open at first. */
  readonly first: boolean;
  readonly originMs: number;
  /** Window on the drill's axis. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Bars of the lens; the origin is the border of two. */
  readonly binMs: number;
  readonly requests: Requests;
  readonly moments: readonly Moment[];
  /** Relative to the origin: the time when clients waited or failed, in one or two shades. */
  readonly redBand: readonly [number, number] | null;
  readonly orangeBand: readonly [number, number] | null;
  readonly remarks: {
    readonly failed: string | null;
    readonly held: string | null;
    /** Relative to the origin: after this the right side of the picture is calm. */
    readonly calmFromMs: number;
  };
  readonly steps: readonly StepTiming[];
  readonly stepsHidden: number;
}

/** Rows that fit a page; what does not is said to be missing. */
const stepsMax = 36;

/** A lens for every phase that had something to recover from or to move. */
export function lensViews(report: DrillReport): readonly LensView[] {
  const main = mainPhase(report);
  const shown = report.phases.filter(
    (phase) =>
      isFault(phase) ||
      isPlanned(phase) ||
      phase.steps.length > 0 ||
      (phase.name !== 'steady' && report.timeline.lenses.some((lens) => lens.phase === phase.name)),
  );
  return shown.map((phase, index) => {
    const seenBefore = shown.slice(0, index).filter((other) => other.name === phase.name).length;
    return lensView(report, phase, {
      id: `lens-${safeId(phase.name)}${seenBefore === 0 ? '' : `-${seenBefore + 1}`}`,
      first: phase === main || (main === null && index === 0),
      occurrence: seenBefore,
    });
  });
}

function safeId(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/g, '_');
}

function lensView(
  report: DrillReport,
  phase: Phase,
  options: { readonly id: string; readonly first: boolean; readonly occurrence: number },
): LensView {
  const origin = originMs(phase);
  const all = report.timeline.lenses.filter((lens) => lens.phase === phase.name);
  const lens = all[options.occurrence];
  const pause = isPlanned(phase) ? pauseOf(phase, lens?.requests ?? [], origin) : null;
  const steps = stepsOf(phase);
  const window = windowOf(phase, steps, pause?.[1] ?? null);
  const earliest = Math.max(window.fromMs, (lens?.fromMs ?? 0) - origin);
  const latest = Math.min(window.toMs, (lens?.toMs ?? phase.endMs) - origin);
  const binMs = timeStep(Math.max(1, latest - earliest), 24);
  // Whole bars only: a part of one would look like a loss.
  const bars = (ms: number): number => Math.trunc(ms / binMs + (ms < 0 ? -1e-9 : 1e-9)) * binMs;
  const fromMs = origin + bars(earliest);
  const toMs = Math.max(fromMs + binMs, origin + bars(latest));
  const requests = (lens?.requests ?? []).filter(([due]) => due >= fromMs && due < toMs);
  const bands = bandsOf(phase, pause);
  return {
    id: options.id,
    title: phaseTitle(phase.name),
    phase,
    first: options.first,
    originMs: origin,
    fromMs,
    toMs,
    binMs,
    requests,
    moments: momentsOf(phase, pause)
      .filter((moment) => moment.kind !== 'planned' || origin + moment.atMs >= fromMs)
      .map((moment) =>
        origin + moment.atMs > toMs
          ? { ...moment, words: `${moment.words} →`, prefer: 'end' }
          : moment,
      ),
    ...bands,
    remarks: remarksOf(phase, requests, origin, pause),
    steps: steps.slice(0, stepsMax),
    stepsHidden: Math.max(0, steps.length - stepsMax),
  };
}

/** The steps in the order of their start; a detection that no step tells of is added as a row. */
function stepsOf(phase: Phase): readonly StepTiming[] {
  const { detectionMs } = phase.measured;
  const told = phase.steps.some((step) => stepVerb(step.id) === 'detect');
  const detection: readonly StepTiming[] =
    told || detectionMs === null
      ? []
      : [
          {
            id: 'detect',
            startMs: 0,
            endMs: detectionMs,
            expectedMs: null,
            outcome: 'done',
            critical: true,
            background: false,
            note: 'fault to verdict',
          },
        ];
  const rank = (step: StepTiming): number => (step.background ? 1 : 0);
  return [...detection, ...phase.steps].sort(
    (a, b) => rank(a) - rank(b) || a.startMs - b.startMs || a.endMs - b.endMs,
  );
}

/** Wide enough for the way back and as much calm beside it; a long rebuild is cut off instead. */
function windowOf(
  phase: Phase,
  steps: readonly StepTiming[],
  pauseEndMs: number | null,
): { readonly fromMs: number; readonly toMs: number } {
  const foreground = steps.filter((step) => !step.background).map((step) => step.endMs);
  const focusMs = Math.max(50, phase.measured.rtoMs, pauseEndMs ?? 0, ...foreground);
  return { fromMs: -0.4 * focusMs, toMs: 2.05 * focusMs };
}

/**
 * When writes waited in a planned move, relative to its start: the longest gap between two answers
 * to writes if that is about as long as the measured pause, else from the hold step on.
 */
function pauseOf(phase: Phase, requests: Requests, origin: number): readonly [number, number] {
  const pauseMs = phase.measured.writeOutageMs;
  const ends = requests
    .filter(([, , operation, answered]) => operation !== 0 && answered === 1)
    .map(([due, latency]) => due + latency - origin)
    .sort((a, b) => a - b);
  let longest = 0;
  let endMs = 0;
  for (let index = 1; index < ends.length; index += 1) {
    const gap = (ends[index] ?? 0) - (ends[index - 1] ?? 0);
    if (gap > longest) {
      longest = gap;
      endMs = ends[index] ?? 0;
    }
  }
  if (longest > pauseMs * 0.5 && longest < pauseMs * 1.5) {
    return [endMs - pauseMs, endMs];
  }
  const hold = phase.steps.find((step) => stepVerb(step.id) === 'hold-writes')?.startMs ?? 0;
  return [hold, hold + pauseMs];
}

function bandsOf(
  phase: Phase,
  pause: readonly [number, number] | null,
): Pick<LensView, 'redBand' | 'orangeBand'> {
  if (pause !== null) {
    return { redBand: null, orangeBand: pause };
  }
  const { detectionMs, writeOutageMs, rtoMs } = phase.measured;
  const backMs = Math.max(writeOutageMs, rtoMs);
  if (!isFault(phase) || backMs <= 0) {
    return { redBand: null, orangeBand: null };
  }
  const waitEnd = writeOutageMs > 0 ? writeOutageMs : backMs;
  const redEnd = detectionMs === null ? waitEnd : Math.min(detectionMs, waitEnd);
  return {
    redBand: [0, redEnd],
    orangeBand: waitEnd > redEnd ? [redEnd, waitEnd] : null,
  };
}

function momentsOf(phase: Phase, pause: readonly [number, number] | null): readonly Moment[] {
  const { detectionMs, writeOutageMs, rtoMs, recovered } = phase.measured;
  if (pause !== null) {
    const length = formatMilliseconds(phase.measured.writeOutageMs);
    return [
      { kind: 'planned', atMs: 0, words: `${phaseWords(phase.name)} starts`, prefer: 'start' },
      ...(writeOutageMs > 0
        ? ([
            {
              kind: 'moment',
              atMs: pause[0],
              words: `writes wait ${formatOffset(pause[0])}`,
              prefer: 'end',
            },
            {
              kind: 'served',
              atMs: pause[1],
              words: `writes go on ${formatOffset(pause[1])}, pause ${length}`,
              prefer: 'start',
            },
          ] as const)
        : []),
    ];
  }
  const moments: Moment[] = [
    {
      kind: isFault(phase) ? 'fault' : 'planned',
      atMs: 0,
      words: shortWhat(phase),
      prefer: 'start',
    },
  ];
  if (detectionMs !== null) {
    moments.push({
      kind: 'moment',
      atMs: detectionMs,
      words: `detected ${formatOffset(detectionMs)}`,
      prefer: 'end',
    });
  }
  if (writeOutageMs > 0) {
    const unserved = recovered === false && writeOutageMs >= rtoMs;
    moments.push({
      kind: 'moment',
      atMs: writeOutageMs,
      words: unserved
        ? `no write accepted until ${formatOffset(writeOutageMs)}`
        : `first write accepted ${formatOffset(writeOutageMs)}`,
      prefer: 'start',
    });
  }
  if (rtoMs > 0) {
    moments.push({
      kind: recovered === false ? 'unserved' : 'served',
      atMs: rtoMs,
      words:
        recovered === false
          ? `still failing at ${formatOffset(rtoMs)}`
          : `every client served ${formatOffset(rtoMs)} = RTO`,
      prefer: 'start',
    });
  }
  return moments;
}

/** How many waited: answered, but only after a time that is far from usual. */
const heldFromMs = 40;

function remarksOf(
  phase: Phase,
  requests: Requests,
  origin: number,
  pause: readonly [number, number] | null,
): LensView['remarks'] {
  const { detectionMs, rtoMs, clientErrors, latencyMs } = phase.measured;
  const calmFromMs = pause?.[1] ?? rtoMs;
  const slowMs = Math.max(heldFromMs, latencyMs.p50 * 10);
  const failed = requests.filter(([, , , answered]) => answered === 0);
  const held = requests.filter(
    ([due, latency, , answered]) =>
      answered === 1 && latency > slowMs && due - origin <= calmFromMs && due + latency >= origin,
  ).length;
  const early =
    detectionMs === null ? 0 : failed.filter(([due]) => due - origin < detectionMs).length;
  const count =
    failed.length === clientErrors
      ? formatCount(clientErrors)
      : `${formatCount(failed.length)} of ${formatCount(clientErrors)}`;
  const failedWords =
    failed.length === 0
      ? null
      : detectionMs === null
        ? `${count} requests failed`
        : early === failed.length
          ? `${count} requests failed, all before detection`
          : `${count} requests failed, ${early} of them before detection`;
  const heldWords =
    held === 0 ? null : `${held} ${held === 1 ? 'request' : 'requests'} held, then answered`;
  return { failed: failedWords, held: heldWords, calmFromMs };
}
