import type { DirectAck, RequestRecord, Timeline } from '../types.ts';
import { ascending, longestGap, percentile } from './gaps.ts';
import type { PhaseMarks } from './phase.ts';
import { sortedAcks, writerSpans } from './writers.ts';

export interface TimelineInput {
  readonly requests: readonly RequestRecord[];
  readonly directAcks: readonly DirectAck[];
  readonly phases: readonly PhaseMarks[];
  readonly recoveries: Timeline['recoveries'];
  readonly zoneOf: (member: string) => string;
  readonly totalMs: number;
  readonly binMs: number;
  /** How much a lens shows before and after a fault or a stall, in ms. */
  readonly lens: { readonly beforeMs: number; readonly afterMs: number };
}

/** A lens is read dot by dot, and is part of the page: with more requests it shows less time. */
const lensRequestsMax = 4000;

/** A writer that no direct client heard of for longer (ms) has stopped, in the picture. */
const writerSilenceMsMax = 500;

const operationCode = { read: 0, write: 1, upload: 2 } as const;

/**
 * The pictures' data. A request counts in the bin in which it was due, not when it was answered.
 */
export function timeline(input: TimelineInput): Timeline {
  const bins = Math.max(1, Math.ceil(input.totalMs / input.binMs));
  const answered = new Array<number>(bins).fill(0);
  const failed = new Array<number>(bins).fill(0);
  const latencies: number[][] = answered.map(() => []);
  for (const request of input.requests) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(request.dueMs / input.binMs)));
    if (request.outcome === 'acked') {
      answered[bin] = (answered[bin] as number) + 1;
      latencies[bin]?.push(request.endMs - request.dueMs);
    } else {
      failed[bin] = (failed[bin] as number) + 1;
    }
  }
  return {
    binMs: input.binMs,
    answered,
    failed,
    latency: latencies.map(summary),
    writers: writerSpans(input.directAcks, input.zoneOf, writerSilenceMsMax),
    recoveries: input.recoveries.map((recovery) => fromHold(recovery, input.phases)),
    lenses: input.phases.flatMap((phase) => lens(phase, input)),
  };
}

function summary(latencies: number[]): readonly [number, number, number] | null {
  latencies.sort(ascending);
  const p50 = percentile(latencies, 50);
  const p99 = percentile(latencies, 99);
  const max = latencies.at(-1);
  return p50 === null || p99 === null || max === undefined ? null : [p50, p99, max];
}

/**
 * A planned move's bar begins when writes are held: what it checks before costs clients nothing.
 */
function fromHold(
  recovery: Timeline['recoveries'][number],
  phases: readonly PhaseMarks[],
): Timeline['recoveries'][number] {
  const phase = phases.findLast(({ startMs }) => startMs <= recovery.fromMs);
  const holdMs = phase?.plannedAtMs ?? null;
  const holds = holdMs !== null && recovery.fromMs < holdMs && holdMs <= recovery.toMs;
  return holds ? { ...recovery, fromMs: holdMs } : recovery;
}

/** Every request near a fault or a planned move; a phase without either has no lens. */
function lens(phase: PhaseMarks, input: TimelineInput): Timeline['lenses'] {
  const aroundMs = phase.faultAtMs ?? stallMs(phase, input);
  if (aroundMs === null) return [];
  for (let share = 1; ; ) {
    const fromMs = Math.max(0, aroundMs - share * input.lens.beforeMs);
    const toMs = Math.min(input.totalMs, aroundMs + share * input.lens.afterMs);
    const shown = input.requests.filter(({ dueMs }) => dueMs >= fromMs && dueMs < toMs);
    if (shown.length <= lensRequestsMax || share < 0.01) {
      const inOrder = shown.sort((left, right) => left.dueMs - right.dueMs);
      return [{ phase: phase.name, fromMs, toMs, requests: inOrder.map(dotOf) }];
    }
    share *= Math.min(0.9, lensRequestsMax / shown.length);
  }
}

/** When the longest stretch without an accepted write of a planned move began. */
function stallMs(phase: PhaseMarks, input: TimelineInput): number | null {
  const plannedMs = phase.plannedAtMs ?? null;
  if (plannedMs === null) return null;
  const within = { startMs: plannedMs, endMs: phase.endMs };
  const acks = sortedAcks(input.requests, ({ operation }) => operation !== 'read', within);
  return acks.length === 0 ? plannedMs : longestGap(acks, plannedMs, phase.endMs).fromMs;
}

function dotOf(request: RequestRecord): Timeline['lenses'][number]['requests'][number] {
  return [
    request.dueMs,
    request.endMs - request.dueMs,
    operationCode[request.operation],
    request.outcome === 'acked' ? 1 : 0,
  ];
}
