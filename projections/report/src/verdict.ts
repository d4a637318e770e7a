import { formatDuration } from '@outrigger/model';
import { breaksRpo, lostInNoPhase, mayFailNothing, mayLoseNothing, totalsOf } from './facts.ts';
import { counted, formatMeasured } from './format.ts';
import type { DrillReport, Phase } from './types.ts';
import { capitalised, inPhase, phaseWords } from './words.ts';

/** A verdict is never colour alone: it has a sign and a word. */
export interface Verdict {
  readonly kind: 'met' | 'missed' | 'stopped' | 'nothing-measured';
  readonly sign: '✓' | '✗' | '■' | '–';
  readonly word: string;
  /** What was missed, in sentences, the worst first. Empty when met. */
  readonly reasons: readonly string[];
}

/** Why a phase did not meet what it owes; empty when it did. */
export function missesOf(phase: Phase): readonly string[] {
  const { measured, objective } = phase;
  const name = phaseWords(phase.name);
  const misses: string[] = [];
  if (measured.dualWriterMs > 0) {
    misses.push(`${name}: two writers at once for ${formatMeasured(measured.dualWriterMs)}`);
  }
  if (measured.duplicated > 0) {
    misses.push(`${name}: ${counted(measured.duplicated, 'write')} stored twice`);
  }
  if (phase.salvaged === false) {
    const gone = phase.lostWrites.filter((write) => !write.salvaged).length;
    const which = gone > 0 ? `${counted(gone, 'lost write')}` : 'lost writes';
    misses.push(`${name}: ${which} not found in what salvage kept`);
  }
  if (measured.recovered === false) {
    misses.push(`${name}: not every client was served by the end of the phase`);
  } else if (objective.rtoMs !== null && measured.rtoMs > objective.rtoMs) {
    misses.push(
      `${name}: ${formatMeasured(measured.rtoMs)} until every client was served, ` +
        `over the RTO of ${formatDuration(objective.rtoMs)}`,
    );
  }
  if (mayLoseNothing(phase) && measured.ackedLost > 0) {
    misses.push(`${name}: ${counted(measured.ackedLost, 'acked write')} lost, where none may be`);
  } else if (objective.rpoMs !== null && breaksRpo(phase)) {
    misses.push(
      `${name}: ${formatMeasured(measured.rpoMs)} of writes lost, ` +
        `over the RPO of ${formatDuration(objective.rpoMs)}`,
    );
  }
  const files = measured.rpoByStore?.files ?? 0;
  if (objective.rpoMs !== null && files > Math.max(objective.rpoMs, measured.rpoMs)) {
    misses.push(
      `${name}: ${formatMeasured(files)} of files lost, ` +
        `over the RPO of ${formatDuration(objective.rpoMs)}`,
    );
  }
  if (mayFailNothing(phase) && measured.clientErrors > 0) {
    misses.push(`${name}: ${counted(measured.clientErrors, 'request')} failed, where none may`);
  }
  if (phase.harmless === true && (phase.runs.length > 0 || measured.detectionMs !== null)) {
    misses.push(`${name}: taken for a loss, where nothing is to be recovered`);
  }
  if (phase.met === false && misses.length === 0) {
    misses.push(`${name}: its objective was not met`);
  }
  return misses;
}

/** The word for a phase's row: the report's own `met`, made worse by what its figures show. */
export function phaseVerdict(
  phase: Phase,
): 'met' | 'missed' | 'baseline' | 'not judged' | 'no objective' {
  if (phase.met === false || missesOf(phase).length > 0) {
    return 'missed';
  }
  if (phase.met === true) {
    return 'met';
  }
  if (phase.name === 'steady') {
    return 'baseline';
  }
  const { rtoMs, rpoMs } = phase.objective;
  return rtoMs === null && rpoMs === null ? 'no objective' : 'not judged';
}

export function verdict(report: Omit<DrillReport, 'worst'>): Verdict {
  const reasons = [
    ...report.invariants
      .filter((invariant) => !invariant.held)
      .map((invariant) => `invariant broken: ${invariant.title} (${invariant.figure})`),
    ...report.phases.flatMap(missesOf),
    ...auditReasons(report),
  ].map(capitalised);
  if (report.stopped !== undefined && report.stopped !== null) {
    const where = `stopped in ${inPhase({ name: report.stopped.phase })}`;
    return { kind: 'stopped', sign: '■', word: where, reasons };
  }
  if (reasons.length > 0) {
    return { kind: 'missed', sign: '✗', word: 'Missed', reasons };
  }
  if (totalsOf(report).requests === 0) {
    return { kind: 'nothing-measured', sign: '–', word: 'Nothing measured', reasons: [] };
  }
  return { kind: 'met', sign: '✓', word: 'Met', reasons: [] };
}

function auditReasons(report: Omit<DrillReport, 'worst'>): readonly string[] {
  const { audit } = report;
  const lost = lostInNoPhase(report);
  const inPhases = report.phases.reduce((total, phase) => total + phase.measured.duplicated, 0);
  return [
    ...(lost > 0 ? [`audit: ${counted(lost, 'acked write')} lost that no phase accounts for`] : []),
    ...(audit.duplicated > inPhases
      ? [`audit: ${counted(audit.duplicated, 'write')} stored twice`]
      : []),
    ...(audit.outOfOrder > 0 ? [`audit: ${counted(audit.outOfOrder, 'write')} out of order`] : []),
    ...(audit.refusedPresent > 0
      ? [
          `audit: ${counted(audit.refusedPresent, 'write')} stored that the client was told ` +
            'were refused',
        ]
      : []),
  ];
}
