import type { DirectAck, RequestRecord, Timeline } from '../types.ts';
import { ascending, percentile } from './gaps.ts';
import type { PhaseMarks } from './phase.ts';
import { writerSpans } from './writers.ts';

export interface TimelineInput {
  readonly requests: readonly RequestRecord[];
  readonly directAcks: readonly DirectAck[];
  readonly phases: readonly PhaseMarks[];
  readonly recoveries: Timeline['recoveries'];
  readonly zoneOf: (member: string) => string;
  readonly totalMs: number;
  readonly binMs: number;
  /** How much a lens shows before and after a fault, in ms. */
  readonly lens: { readonly beforeMs: number; readonly afterMs: number };
}

/** A writer that no direct client heard of for longer (ms) has stopped, in the picture. */
const writerSilenceMsMax = 500;

const operationCode = { read: 0, write: 1, upload: 2 } as const;

/** The pictures' data. A request counts in the bin in which it was due, whenever it was answered. */
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
    recoveries: input.recoveries,
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

/** Every request near the phase's fault; a phase without a fault has no lens. */
function lens(phase: PhaseMarks, input: TimelineInput): Timeline['lenses'] {
  if (phase.faultAtMs === null) return [];
  const fromMs = Math.max(0, phase.faultAtMs - input.lens.beforeMs);
  const toMs = Math.min(input.totalMs, phase.faultAtMs + input.lens.afterMs);
  const requests = input.requests
    .filter((request) => request.dueMs >= fromMs && request.dueMs < toMs)
    .sort((left, right) => left.dueMs - right.dueMs)
    .map((request): Timeline['lenses'][number]['requests'][number] => [
      request.dueMs,
      request.endMs - request.dueMs,
      operationCode[request.operation],
      request.outcome === 'acked' ? 1 : 0,
    ]);
  return [{ phase: phase.name, fromMs, toMs, requests }];
}
