/**
 * What is derived from a report's data and used in more than one place. Tables, charts and the
 * terminal take their counts from here, so that they cannot disagree.
 */
import { formatCount } from './format.ts';
import type { DrillReport, Phase } from './types.ts';

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Largest of many values; `Math.max(...values)` overflows the stack on long lists. */
export function largest(values: readonly number[], atLeast = 0): number {
  return values.reduce((high, value) => Math.max(high, value), atLeast);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Something was broken on purpose. */
export function isFault(phase: Phase): boolean {
  return phase.faultAtMs !== null;
}

/** A move with both sides healthy: nothing may fail and nothing may be lost. */
export function isPlanned(phase: Phase): boolean {
  return !isFault(phase) && phase.intent !== null;
}

/** A phase that is judged, or that could be: not the baseline, nor a heal between two phases. */
export function isJudged(phase: Phase): boolean {
  return phase.met !== null || isFault(phase) || isPlanned(phase);
}

/** From here on whoever wants a processor waits for one: what is slow then may not be the lab. */
const saturatedShare = 0.9;

export function isSaturated({ busyShare }: Phase): boolean {
  return (busyShare ?? 0) >= saturatedShare;
}

/** How much of the machine's processors the busiest phase had in use; null when none knows. */
export function busiestShare(phases: readonly Phase[]): number | null {
  const shares = phases.flatMap(({ busyShare }) => busyShare ?? []);
  return shares.length === 0 ? null : largest(shares);
}

/**
 * Whether one failed request is one too many: nothing is broken, or nothing that may stop it. The
 * baseline has no objective, but nobody may suffer in it.
 */
export function mayFailNothing(phase: Phase): boolean {
  return !isFault(phase) || phase.harmless === true;
}

/** Whether one acknowledged write that is lost is one too many. */
export function mayLoseNothing(phase: Phase): boolean {
  return mayFailNothing(phase) || phase.objective.rpoMs === 0;
}

/** Writes that the audit lacks and that no phase accounts for. */
export function lostInNoPhase({ audit, phases }: Pick<DrillReport, 'audit' | 'phases'>): number {
  return Math.max(0, audit.lost - sum(phases.map((phase) => phase.measured.ackedLost)));
}

/**
 * Whether more was lost than the objective allows. An RPO of 0 allows no write at all: how far back
 * the newest survivor is tells nothing then, for one that was acked before it may be gone.
 */
export function breaksRpo({ measured, objective }: Phase): boolean {
  const { rpoMs } = objective;
  if (rpoMs === null) return false;
  return measured.rpoMs > rpoMs || (rpoMs === 0 && measured.ackedLost > 0);
}

/** A loss after which writes went on in the region that they were in. */
export function staysInRegion({ fault, moved }: Phase): boolean {
  return moved === undefined ? fault === 'zone-loss' : moved.from === null;
}

/** Lost writes that no salvage has looked for yet. */
export function isUnlooked({ measured, salvaged }: Phase): boolean {
  return measured.ackedLost > 0 && salvaged === null;
}

/** The invariants by what came of them. */
export function invariantCounts(invariants: DrillReport['invariants']): {
  readonly held: number;
  readonly broken: number;
  /** Nothing happened that the rule speaks of. */
  readonly unasked: number;
} {
  const broken = invariants.filter(({ held }) => !held).length;
  const unasked = invariants.filter(({ held, asked }) => held && asked === 0).length;
  return { held: invariants.length - broken - unasked, broken, unasked };
}

/** The instant that a phase's steps count from: its fault, or its start. */
export function originMs(phase: Phase): number {
  return phase.faultAtMs ?? phase.startMs;
}

/**
 * The phase that the headline is about: the region loss, else the fault with the longest outage.
 */
export function mainPhase(report: Pick<DrillReport, 'phases'>): Phase | null {
  const faults = report.phases.filter(isFault);
  const byOutage = (a: Phase, b: Phase) => b.measured.rtoMs - a.measured.rtoMs;
  const regional = faults.filter((phase) => phase.name === 'region-loss').sort(byOutage);
  const candidates = regional.length > 0 ? regional : [...faults].sort(byOutage);
  return candidates[0] ?? report.phases.filter(isPlanned).sort(byOutage)[0] ?? null;
}

export interface Totals {
  /** Requests that clients sent, answered or not. */
  readonly requests: number;
  readonly answered: number;
  readonly failed: number;
  /** Failed requests in phases without a fault, where none may fail. */
  readonly failedInPlanned: number;
  readonly lost: number;
  readonly dualWriterMs: number;
  /** Arrival rate, from the timeline; 0 when nothing was sent. */
  readonly requestsPerSecond: number;
  readonly epochs: number;
  /** Length of the measured part, which `totalMs` (with start and stop of the lab) is not. */
  readonly drillMs: number;
}

export function totalsOf(report: Omit<DrillReport, 'worst'>): Totals {
  const { timeline, phases } = report;
  const answered = sum(timeline.answered);
  const failed = sum(timeline.failed);
  const drillMs = largest([
    ...phases.map((phase) => phase.endMs),
    timeline.binMs * Math.max(timeline.answered.length, timeline.failed.length),
  ]);
  const perBin = timeline.answered.map((count, index) => count + (timeline.failed[index] ?? 0));
  return {
    requests: answered + failed,
    answered,
    failed,
    failedInPlanned: sum(phases.filter(isPlanned).map((phase) => phase.measured.clientErrors)),
    lost: report.audit.lost,
    dualWriterMs: largest(phases.map((phase) => phase.measured.dualWriterMs)),
    // The median bin: the first and the last are rarely full.
    requestsPerSecond: timeline.binMs > 0 ? (median(perBin) * 1000) / timeline.binMs : 0,
    epochs: new Set(timeline.writers.map((writer) => writer.epoch)).size,
    drillMs,
  };
}

/** Requests a second where clients sent fewer than the default; null: as many, or not known. */
export function lowerRate({
  environment,
}: Pick<DrillReport, 'environment'>): { readonly sent: number; readonly usual: number } | null {
  const { writesPerSecond, readsPerSecond, requestsPerSecondDefault } = environment.settings ?? {};
  if (writesPerSecond === undefined || readsPerSecond === undefined) return null;
  const sent = writesPerSecond + readsPerSecond;
  if (requestsPerSecondDefault === undefined || sent >= requestsPerSecondDefault) return null;
  return { sent, usual: requestsPerSecondDefault };
}

/**
 * Where the predictions come from, and whether each stood in the journal before its phase was there
 * to be measured; null where nothing was predicted, or the report is too old to tell.
 */
export function predictedFrom(
  phases: readonly Phase[],
): { readonly isBefore: boolean; readonly words: string } | null {
  const told = phases.filter(({ predicted }) => predicted.source !== undefined);
  if (told.length === 0) return null;
  const sources = [
    ...new Set(told.flatMap(({ predicted }) => predicted.source?.split('; ') ?? [])),
  ];
  const isBefore = told.every((phase) => {
    const atMs = phase.predicted.journaledAtMs ?? null;
    return atMs !== null && atMs <= originMs(phase);
  });
  const when = isBefore ? 'journaled before each phase' : 'not all journaled before their phases';
  return { isBefore, words: `${when}; ${sources.join('; ')}` };
}

/**
 * Sums that must agree and do not, in sentences. A report that contradicts itself says so, instead
 * of leaving the reader to find out.
 */
export function countProblems(report: DrillReport): readonly string[] {
  const { audit, phases } = report;
  const failed = sum(report.timeline.failed);
  const pairs: readonly (readonly [string, number, string, number])[] = [
    ['acked writes', audit.acked, 'found + lost', audit.found + audit.lost],
    [
      'sent writes',
      audit.sent,
      'acked + refused + unknown',
      audit.acked + audit.refused + audit.unknown,
    ],
    [
      'lost writes of the audit',
      audit.lost,
      'those of the phases',
      sum(phases.map((phase) => phase.measured.ackedLost)),
    ],
    [
      'failed requests in the timeline',
      failed,
      'those of the phases',
      sum(phases.map((phase) => phase.measured.clientErrors)),
    ],
  ];
  return pairs
    .filter(([, left, , right]) => left !== right)
    .map(
      ([leftName, left, rightName, right]) =>
        `${leftName} (${formatCount(left)}) and ${rightName} (${formatCount(right)}) do not agree`,
    );
}
