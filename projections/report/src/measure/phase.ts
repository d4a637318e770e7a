import type { DirectAck, Failures, LostWrite, Measured, RequestRecord } from '../types.ts';
import type { AuditFindings } from './audit.ts';
import { lostWrites } from './audit.ts';
import { ascending, type Gap, longestGap, outageAfter, percentile } from './gaps.ts';
import { dualWriterMs, epochAcks, sortedAcks } from './writers.ts';

/**
 * When a phase was, in ms of the load's clock. A phase lasts until the next one starts; a fault is
 * injected some time after the start, so that what it loses was due in its own phase.
 */
export interface PhaseMarks {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  /** When the injection began; null for a planned move and for the baseline. */
  readonly faultAtMs: number | null;
  /** When a planned move held writes, or began if it holds none; null for all other phases. */
  readonly plannedAtMs?: number | null;
  /** When the controller's detector said so; null when nothing had to be detected. */
  readonly verdictAtMs: number | null;
}

export interface PhaseInput {
  readonly phase: PhaseMarks;
  /** Of this phase only, see `requestsByPhase`. */
  readonly requests: readonly RequestRecord[];
  /** Of the whole drill: acknowledgements do not respect phases, nor does a second writer. */
  readonly allRequests: readonly RequestRecord[];
  readonly directAcks: readonly DirectAck[];
  readonly findings: AuditFindings;
  /** Keys that a salvage kept; null while none has looked for what this phase lost. */
  readonly salvaged: ReadonlySet<string> | null;
}

export interface PhaseMeasurement {
  readonly measured: Measured;
  readonly lostWrites: readonly LostWrite[];
  /**
   * Whether every lost write is in what `salvage` kept; null while nothing was lost, or none has
   * looked.
   */
  readonly salvaged: boolean | null;
}

const isRead = (request: RequestRecord): boolean => request.operation === 'read';
const isWrite = (request: RequestRecord): boolean => request.operation !== 'read';

/**
 * Splits the log: each request belongs to the last phase that had started when it was due (the
 * first phase takes what came before it), so that sums over phases are the totals.
 */
export function requestsByPhase(
  requests: readonly RequestRecord[],
  phases: readonly PhaseMarks[],
): readonly (readonly RequestRecord[])[] {
  const starts = phases.map((phase) => phase.startMs);
  if (starts.some((start, index) => index > 0 && start < (starts[index - 1] as number))) {
    throw new Error('phases must be given in the order of their start');
  }
  const split: RequestRecord[][] = phases.map(() => []);
  for (const request of requests) {
    let index = starts.length - 1;
    while (index > 0 && request.dueMs < (starts[index] as number)) index -= 1;
    split[index]?.push(request);
  }
  return split;
}

/**
 * A phase's figures, as clients saw them.
 *
 * - `writeOutageMs`: fault → first write accepted after it (see `outageAfter`; the end of the
 *   answer counts). Without a fault: the longest stretch without an accepted write, the stall.
 * - `readOutageMs`: the same for reads.
 * - `afterDetectionMs`: verdict → first write accepted after it.
 * - `rtoMs`: fault → every client served again: after the last failed request, the first answer to
 *   a read and the first to a write that were due later, whichever came last; never less than the
 *   outages. No failure is explained away. Without a failed request it is the longer outage.
 * - What did not come back within the phase lasts to its end, and `recovered` is false.
 */
export function measurePhase(input: PhaseInput): PhaseMeasurement {
  const { phase, requests, findings } = input;
  const writes = outage(input, isWrite);
  const reads = outage(input, isRead);
  const service = servedAgain(input, Math.max(writes.outageMs, reads.outageMs));
  const lost = lostWrites(requests, findings, input.salvaged, phase.faultAtMs);
  const rpo = dataLoss(input);
  const keys = new Set(requests.map((request) => request.key));
  const latencies = requests
    .filter((request) => request.outcome === 'acked')
    .map((request) => request.endMs - request.dueMs)
    .sort(ascending);
  const sentWrites = requests.filter(isWrite);
  const measured: Measured = {
    detectionMs: detection(phase),
    writeOutageMs: writes.outageMs,
    afterDetectionMs: afterDetection(input, writes.gap),
    readOutageMs: reads.outageMs,
    rtoMs: service.rtoMs,
    rpoMs: rpo.rpoMs,
    recovered: writes.recovered && reads.recovered && service.recovered,
    rpoByStore: rpo.byStore,
    clientErrors: requests.filter((request) => request.outcome !== 'acked').length,
    failures: failuresOf(requests),
    sentWrites: sentWrites.length,
    ackedWrites: sentWrites.filter((request) => request.outcome === 'acked').length,
    ackedLost: lost.length,
    duplicated: findings.duplicated.filter((key) => keys.has(key)).length,
    dualWriterMs: dualWriterMs(
      epochAcks(input.allRequests, input.directAcks),
      phase.startMs,
      phase.endMs,
    ),
    latencyMs: {
      p50: percentile(latencies, 50) ?? 0,
      p99: percentile(latencies, 99) ?? 0,
      max: latencies.at(-1) ?? 0,
    },
  };
  return {
    measured,
    lostWrites: lost,
    salvaged:
      lost.length === 0 || input.salvaged === null
        ? null
        : lost.every((write) => write.salvaged === true),
  };
}

/** Failed requests by what the client was told, the most frequent first. */
function failuresOf(requests: readonly RequestRecord[]): readonly Failures[] {
  const byStatus = new Map<number | null, Failures>();
  for (const { dueMs, outcome, status } of requests) {
    if (outcome === 'acked') continue;
    const seen = byStatus.get(status);
    byStatus.set(status, {
      status,
      count: (seen?.count ?? 0) + 1,
      firstMs: Math.min(seen?.firstMs ?? dueMs, dueMs),
      lastMs: Math.max(seen?.lastMs ?? dueMs, dueMs),
    });
  }
  return [...byStatus.values()].sort((left, right) => right.count - left.count);
}

function detection(phase: PhaseMarks): number | null {
  if (phase.faultAtMs === null || phase.verdictAtMs === null) return null;
  return Math.max(0, phase.verdictAtMs - phase.faultAtMs);
}

/**
 * The outage of one sort of request. The phase has not recovered when the outage lasts to its end
 * and a request that was due in the outage was never accepted.
 */
function outage(
  input: PhaseInput,
  of: (request: RequestRecord) => boolean,
): { readonly gap: Gap; readonly outageMs: number; readonly recovered: boolean } {
  const { phase } = input;
  if (!input.requests.some(of)) {
    const gap = { fromMs: phase.startMs, toMs: phase.startMs, open: false };
    return { gap, outageMs: 0, recovered: true };
  }
  const acks = sortedAcks(input.allRequests, of, phase);
  const { gap, outageMs } =
    phase.faultAtMs === null
      ? stall(longestGap(acks, phase.startMs, phase.endMs))
      : outageAfter(acks, phase.faultAtMs, phase.endMs);
  if (!gap.open) return { gap, outageMs, recovered: true };
  const asked = input.requests.filter((request) => of(request) && request.dueMs >= gap.fromMs);
  return { gap, outageMs, recovered: asked.every((request) => request.outcome === 'acked') };
}

function stall(gap: Gap): { readonly gap: Gap; readonly outageMs: number } {
  return { gap, outageMs: gap.toMs - gap.fromMs };
}

function afterDetection(input: PhaseInput, writeGap: Gap): number | null {
  const { faultAtMs, verdictAtMs, endMs } = input.phase;
  if (faultAtMs === null || verdictAtMs === null) return null;
  if (writeGap.toMs >= verdictAtMs) return writeGap.open ? null : writeGap.toMs - verdictAtMs;
  const later = { startMs: verdictAtMs, endMs };
  const next = sortedAcks(input.allRequests, isWrite, later)[0];
  return next === undefined ? null : next - verdictAtMs;
}

function servedAgain(
  input: PhaseInput,
  outageMs: number,
): { readonly rtoMs: number; readonly recovered: boolean } {
  const { phase, requests } = input;
  const faultMs = phase.faultAtMs;
  let firstFailedMs = Number.POSITIVE_INFINITY;
  let lastFailedMs = Number.NEGATIVE_INFINITY;
  for (const request of requests) {
    if (request.outcome === 'acked') continue;
    if (faultMs !== null && request.endMs < faultMs) continue;
    firstFailedMs = Math.min(firstFailedMs, request.dueMs);
    lastFailedMs = Math.max(lastFailedMs, request.dueMs);
  }
  if (lastFailedMs === Number.NEGATIVE_INFINITY) return { rtoMs: outageMs, recovered: true };
  const fromMs = faultMs ?? firstFailedMs;
  const answers = [isRead, isWrite]
    .filter((of) => requests.some(of))
    .map((of) => {
      let firstMs = Number.POSITIVE_INFINITY;
      for (const request of requests) {
        if (of(request) && request.dueMs > lastFailedMs) firstMs = Math.min(firstMs, request.endMs);
      }
      return firstMs;
    });
  const servedMs = Math.max(...answers);
  const recovered = servedMs <= phase.endMs;
  const untilMs = recovered ? servedMs : phase.endMs;
  return { rtoMs: Math.max(0, untilMs - fromMs, outageMs), recovered };
}

/**
 * How far back the stores were thrown, ms before the fault. `rpoMs`: 0 if nothing acknowledged was
 * lost, else fault − acknowledgement of the newest surviving commit of the old epoch, floored at 0.
 * By store: `rows` is the same if a row was lost; `files` counts from the newest upload whose file
 * survived, if a row survived without its file: coarse, as uploads are rare.
 */
function dataLoss(input: PhaseInput): {
  readonly rpoMs: number;
  readonly byStore: { readonly rows: number; readonly files: number };
} {
  const { phase, requests, allRequests, findings } = input;
  const lost = { row: false, file: false };
  let oldEpoch = Number.NEGATIVE_INFINITY;
  let lastLostMs = 0;
  for (const request of requests) {
    const reason = request.key === null ? undefined : findings.lost.get(request.key);
    if (reason === undefined) continue;
    lost[reason === 'file' ? 'file' : 'row'] = true;
    oldEpoch = Math.max(oldEpoch, request.epoch ?? Number.NEGATIVE_INFINITY);
    lastLostMs = Math.max(lastLostMs, request.endMs);
  }
  const fromMs = phase.faultAtMs ?? lastLostMs;
  let newestRowMs = 0;
  let newestFileMs = 0;
  for (const request of allRequests) {
    if (request.key === null || request.outcome !== 'acked') continue;
    if (request.epoch === null || request.epoch > oldEpoch) continue;
    const reason = findings.lost.get(request.key);
    if (reason === undefined || reason === 'file') {
      newestRowMs = Math.max(newestRowMs, request.endMs);
    }
    if (reason === undefined && request.operation === 'upload') {
      newestFileMs = Math.max(newestFileMs, request.endMs);
    }
  }
  const rpoMs = Math.max(0, fromMs - newestRowMs);
  return {
    rpoMs: lost.row || lost.file ? rpoMs : 0,
    byStore: {
      rows: lost.row ? rpoMs : 0,
      files: lost.file ? Math.max(0, fromMs - newestFileMs) : 0,
    },
  };
}
