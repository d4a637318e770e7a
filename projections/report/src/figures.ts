import { formatDuration } from '@outrigger/model';
import {
  breaksRpo,
  isFault,
  isPlanned,
  isUnlooked,
  mainPhase,
  mayLoseNothing,
  sum,
  totalsOf,
} from './facts.ts';
import { formatCount, formatMeasured, formatRange, listed } from './format.ts';
import type { DrillReport, Phase } from './types.ts';
import { capitalised, inPhase, phaseTitle, phaseWords } from './words.ts';

/**
 * One of the four figures under the headline. `met` null: not measured, or nothing to compare with.
 */
export interface KeyFigure {
  readonly value: string;
  readonly unit: string;
  readonly label: string;
  readonly met: boolean | null;
  readonly note: string;
}

export function keyFigures(report: DrillReport): readonly KeyFigure[] {
  return [recoveryFigure(report), lostFigure(report), plannedFigure(report), writersFigure(report)];
}

/** "0.74 s" → "0.74" and "s"; "6 min 10 s" stays together, because its units are within it. */
function split(text: string): { readonly value: string; readonly unit: string } {
  const parts = text.split(' ');
  return parts.length === 2
    ? { value: parts[0] ?? '', unit: parts[1] ?? '' }
    : { value: text, unit: '' };
}

function recoveryFigure(report: DrillReport): KeyFigure {
  const phase = report.phases.filter(isFault).length > 0 ? mainPhase(report) : null;
  if (phase === null) {
    return {
      value: '—',
      unit: '',
      label: 'Until every client was served',
      met: null,
      note: 'no fault was injected',
    };
  }
  const { rtoMs, recovered } = phase.measured;
  const objective = phase.objective.rtoMs;
  const met = recovered === false ? false : objective === null ? null : rtoMs <= objective;
  const allowed =
    recovered === false
      ? 'not back by the end of the phase'
      : objective === null
        ? 'no RTO objective'
        : `RTO of ${formatDuration(objective)} ${met ? 'met' : 'missed'}`;
  const predicted =
    phase.predicted.rtoMs === null ? '' : `, predicted ${formatMeasured(phase.predicted.rtoMs)}`;
  const text = split(formatMeasured(rtoMs));
  return {
    ...text,
    value: recovered === false ? `> ${text.value}` : text.value,
    label: `${phaseTitle(phase.name)}, until every client was served`,
    met,
    note: `${allowed}${predicted}`,
  };
}

function lostFigure(report: DrillReport): KeyFigure {
  const { lost } = report.audit;
  const losing = report.phases.filter((phase) => phase.measured.ackedLost > 0);
  const figure = { value: formatCount(lost), unit: lost === 1 ? 'write' : 'writes' };
  if (totalsOf(report).requests === 0) {
    return {
      ...figure,
      value: '—',
      unit: '',
      label: 'Acked, then lost',
      met: null,
      note: 'not measured',
    };
  }
  if (lost === 0) {
    return {
      ...figure,
      label: 'Acked, then lost, in any phase',
      met: true,
      note: `all ${formatCount(report.audit.acked)} acked writes found`,
    };
  }
  const worst = [...losing].sort((a, b) => b.measured.rpoMs - a.measured.rpoMs)[0];
  const where =
    losing.length === 1 && worst !== undefined ? inPhase(worst) : `${losing.length} phases`;
  return {
    ...figure,
    label: `Acked, then lost in ${where}`,
    ...rpoVerdict(losing, worst),
  };
}

function rpoVerdict(
  losing: readonly Phase[],
  worst: Phase | undefined,
): { readonly met: boolean | null; readonly note: string } {
  const unsalvaged = sum(
    losing.map((phase) => phase.lostWrites.filter((write) => !write.salvaged).length),
  );
  if (losing.some((phase) => phase.salvaged === false)) {
    return { met: false, note: `${formatCount(unsalvaged)} of them not kept by salvage` };
  }
  if (worst === undefined) {
    return { met: false, note: 'no phase accounts for them' };
  }
  const missed = losing.filter((phase) => breaksRpo(phase) || mayLoseNothing(phase));
  const shown = missed[0] ?? worst;
  const objective = shown.objective.rpoMs;
  const files = shown.measured.rpoByStore?.files ?? 0;
  const both = files > 0 ? `, ${formatMeasured(files)} of files` : '';
  const spent = `${formatMeasured(shown.measured.rpoMs)} of writes${both}`;
  const met = missed.length === 0;
  const unlooked = losing.some(isUnlooked) ? '; salvage has not looked yet' : '';
  if (objective === null) {
    const limit = met ? 'no RPO objective' : 'none may be lost';
    return { met: met ? null : false, note: `${spent}; ${limit}${unlooked}` };
  }
  const limit = `RPO of ${formatDuration(objective)} ${met ? 'met' : 'missed'}`;
  return { met, note: `${spent}; ${limit}${unlooked}` };
}

function plannedFigure(report: DrillReport): KeyFigure {
  const planned = report.phases.filter(isPlanned);
  if (planned.length === 0) {
    return { value: '—', unit: '', label: 'Planned moves', met: null, note: 'none in this drill' };
  }
  const errors = sum(planned.map((phase) => phase.measured.clientErrors));
  const names = [...new Set(planned.map((phase) => phaseWords(phase.name)))];
  const pauses = planned.map((phase) => phase.measured.writeOutageMs);
  const paused = `writes paused ${formatRange(pauses)}`;
  return {
    value: formatCount(errors),
    unit: errors === 1 ? 'error' : 'errors',
    label: names.length > 3 ? `${planned.length} planned moves` : capitalised(names.join(', ')),
    met: errors === 0,
    note: errors === 0 ? `${paused}, none failed` : `${paused}; none may fail in ${listed(names)}`,
  };
}

function writersFigure(report: DrillReport): KeyFigure {
  const totals = totalsOf(report);
  const label = 'Two writers at once, in any phase';
  if (totals.requests === 0) {
    return { value: '—', unit: '', label, met: null, note: 'not measured' };
  }
  const text = split(formatMeasured(totals.dualWriterMs));
  const epochs = `${totals.epochs} ${totals.epochs === 1 ? 'epoch' : 'epochs'}`;
  const worst = report.phases.find((phase) => phase.measured.dualWriterMs === totals.dualWriterMs);
  return totals.dualWriterMs === 0
    ? { ...text, label, met: true, note: `${epochs}, never an overlap` }
    : {
        ...text,
        label,
        met: false,
        note: `overlap in ${worst === undefined ? 'a phase' : inPhase(worst)}: none is allowed`,
      };
}
